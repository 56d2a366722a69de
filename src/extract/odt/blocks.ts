import { startDraft, take, writeShown } from '../office/draft.ts';
import type { Paragraph } from '../office/story.ts';
import { type Rows, readingOrder } from '../office/table.ts';
import { type Context, type Line, type Place, readDrawing, readInline } from './inline.ts';
import { type OpenList, OUTLINE } from './lists.ts';
import { elementsOf, integer, type XmlElement, type XmlNode } from './xml.ts';

/** Reads the paragraphs of a container, whatever wraps them. */
export function readBlocks(nodes: XmlNode[], context: Context, place: Place): Paragraph[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [] : readBlock(node, context, place)));
}

/** Indexes repeat what stands elsewhere; the table of contents repeats the headings. */
const INDEX = /^text:(?:table-of-content|[a-z]+-index|bibliography)$/;
/** No content of the text: declarations, sources of indexes, deleted text, comments. */
const NOTHING =
  /^(?:text:tracked-changes|text:[a-z-]+-decls|text:[a-z-]+-source|office:(?:forms|annotation).*|svg:.*)$/;

function readBlock(node: XmlElement, context: Context, place: Place): Paragraph[] {
  const { name, attributes } = node;
  if (name === 'text:p' || name === 'text:h')
    return readParagraph(node, context, place, headingLabel(node, context, place));
  if (name === 'text:list') return readList(node, context, { ...place, list: context.counter.open(node, place.list) });
  if (name === 'text:numbered-paragraph') return readNumbered(node, context, place);
  if (name === 'table:table') return readTable(node, context, place);
  if (name.startsWith('draw:')) return readDrawing(node, context);
  if (name === 'text:tracked-changes' && node.children.length) context.met.add('w:ins');
  if (NOTHING.test(name)) return [];
  if (name === 'text:section' && attributes['text:display'] === 'none') {
    context.met.add('hidden');
    return [];
  }
  return readBlocks(node.children, context, INDEX.test(name) ? { ...place, contents: true } : place);
}

function readParagraph(node: XmlElement, context: Context, { cell, contents }: Place, label: string): Paragraph[] {
  const line: Line = { draft: startDraft(), boxes: [], spaced: true };
  const style = context.styles.text('paragraph', node.attributes['text:style-name']);
  if (label && !style.hidden) writeShown(line.draft, style.capitals ? label.toUpperCase() : label);
  readInline(node.children, line, style, context);
  return [{ pieces: take(line.draft), cell, contents }, ...line.boxes];
}

/** The number of a heading that is in no list; the style of headings tells it. */
function headingLabel({ name, attributes }: XmlElement, { counter, styles }: Context, { list }: Place): string {
  const level = (integer(attributes['text:outline-level']) ?? 0) - 1;
  if (name !== 'text:h' || list || level < 0 || attributes['text:is-list-header'] === 'true') return '';
  // An empty name of a list takes the number away.
  if (styles.list(attributes['text:style-name']) === '') return '';
  const start = attributes['text:restart-numbering'] === 'true' ? 1 : undefined;
  return counter.label(OUTLINE, OUTLINE, level, integer(attributes['text:start-value']) ?? start);
}

function readList(list: XmlElement, context: Context, place: Place): Paragraph[] {
  return elementsOf(list).flatMap((item) => readItem(item, context, place));
}

/** The first paragraph of an item has the label; an item that only holds an inner list has none and is not counted. */
function readItem(item: XmlElement, context: Context, place: Place): Paragraph[] {
  const content = elementsOf(item).filter(({ name }) => name !== 'text:number' && name !== 'text:soft-page-break');
  const [first, ...rest] = content;
  const isLabelled = item.name === 'text:list-item' && (first?.name === 'text:p' || first?.name === 'text:h');
  if (!first || !isLabelled) return readBlocks(content, context, place);
  const style = item.attributes['text:style-override'];
  const start = integer(item.attributes['text:start-value']);
  const list = style ? { ...place.list!, style } : place.list!;
  return [
    ...readParagraph(first, context, place, itemLabel(first, list, context, start)),
    ...readBlocks(rest, context, place),
  ];
}

/** A list without a style has that of its paragraphs. */
function itemLabel(paragraph: XmlElement, list: OpenList, { counter, styles }: Context, start?: number): string {
  const style = list.style ?? styles.list(paragraph.attributes['text:style-name']);
  return style ? counter.label(style, list.sequence, list.level, start) : '';
}

/** A paragraph that is numbered without a list around it. */
function readNumbered(node: XmlElement, context: Context, place: Place): Paragraph[] {
  const [first] = elementsOf(node).filter(({ name }) => name === 'text:p' || name === 'text:h');
  if (!first) return [];
  const { attributes } = node;
  const level = Math.max(0, (integer(attributes['text:level']) ?? 1) - 1);
  const sequence = `numbered ${attributes['text:list-id'] ?? ''}`;
  const list = { style: attributes['text:style-name'], sequence, level };
  return readParagraph(first, context, place, itemLabel(first, list, context, integer(attributes['text:start-value'])));
}

/** Cells can be repeated; that matters for the width of a row, and only empty ones are in texts. */
const MAX_REPEATED = 64;

function readTable(table: XmlElement, context: Context, place: Place): Paragraph[] {
  const rows: Rows = [];
  let lines = false;
  eachOf(table, 'table:table-row', (row) => {
    const cells: Rows[number] = [];
    for (const cell of elementsOf(row)) {
      if (cell.name !== 'table:table-cell' && cell.name !== 'table:covered-table-cell') continue;
      lines ||= context.styles.hasLines(cell.attributes['table:style-name']);
      const content = readBlocks(cell.children, context, { ...place, cell: true, list: null });
      cells.push(content);
      const more = (integer(cell.attributes['table:number-columns-repeated']) ?? 1) - 1;
      for (let n = Math.min(MAX_REPEATED, more); n > 0; n--) cells.push([]);
    }
    rows.push(cells);
  });
  return readingOrder(rows, lines);
}

/** Visits the rows of a table, also in groups of them, but not those of tables inside. */
function eachOf(element: XmlElement, name: string, visit: (found: XmlElement) => void): void {
  for (const node of elementsOf(element))
    if (node.name === name) visit(node);
    else if (/^table:table-(?:header-)?row/.test(node.name)) eachOf(node, name, visit);
}
