import type { Paragraph } from '../office/story.ts';
import { type Rows, readingOrder } from '../office/table.ts';
import { type Declarations, hasLines } from './css.ts';
import { type Place, placeIn } from './place.ts';
import { type Context, readAll } from './read.ts';
import { attribute, type HtmlElement, isElement } from './tree.ts';

/** Reads a table in reading order. */
export function readTable(table: HtmlElement, style: Declarations, context: Context, place: Place): Paragraph[] {
  const rows: Rows = [];
  const captions: Paragraph[] = [];
  const lines: (boolean | undefined)[] = [];
  const visit = (element: HtmlElement, row: Rows[number]): void => {
    for (const node of element.childNodes) {
      if (!isElement(node)) continue;
      const { tagName } = node;
      if (tagName === 'td' || tagName === 'th') {
        const own = context.styles.of(node);
        lines.push(hasLines(own));
        row.push(readAll(node.childNodes, context, { ...placeIn(place, node, own), cell: true, list: null }));
      } else if (tagName === 'caption') captions.push(...readAll([node], context, place));
      else if (tagName === 'tr') visit(node, rows[rows.push([]) - 1]!);
      else visit(node, row);
    }
  };
  visit(table, []);
  return [...captions, ...readingOrder(rows, isDrawn(table, style, lines))];
}

/** What the cells say of their lines counts before what the table says of all of them. */
function isDrawn(table: HtmlElement, style: Declarations, cells: (boolean | undefined)[]): boolean {
  if (cells.some((drawn) => drawn !== undefined)) return cells.includes(true);
  const border = attribute(table, 'border');
  return hasLines(style) ?? (border !== undefined && border.trim() !== '0');
}
