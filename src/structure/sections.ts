import type { Paragraph, Section } from '../ast.ts';
import { inCapitals } from '../lexicon/layout.ts';
import type { Locator } from '../text.ts';
import { isFarewell, titleLength } from './headings.ts';
import type { Line } from './lines.ts';
import { choose, depthOf, isInnerList, type Open } from './nesting.ts';
import { type Group, paragraphOf } from './paragraphs.ts';
import { settleTitles } from './siblings.ts';

/** What stands under a stretch of text: paragraphs before the first item, and the items. */
export type Block = Paragraph | Section;

/**
 * Builds the tree of items from paragraphs. The depth of an item follows from the sequence of markers in this
 * document: a scheme that is open goes on there; a new one nests below the last item, unless the usual order of
 * schemes puts it above and the last item does not announce it with a colon.
 *
 * @param groups the paragraphs, as lines
 * @param reading the reading of the whole text
 */
export function buildSections(groups: Group[], reading: string, locator: Locator): Block[] {
  const blocks: Block[] = [];
  const stack: Open[] = [];
  for (const [n, group] of groups.entries()) {
    const line = group[0];
    if (!line) continue;
    const marker = isCell(group, groups[n + 1]) ? undefined : choose(line.markers, stack);
    if (!marker) {
      append(stack.at(-1)?.section.children ?? blocks, paragraphOf(reading, locator, group));
      continue;
    }
    const caps = inCapitals(line.reading.slice(marker.text.length, marker.text.length + 80).trim());
    const long = (group.at(-1)?.end ?? 0) - line.start > longestHeading;
    if (!isInnerList(marker, groups, n, stack)) stack.length = depthOf({ marker, caps, long }, stack);
    const end = line.start + marker.text.length;
    const from = end + reading.slice(end, group.at(-1)?.end).search(/\S|$/);
    const section: Section = {
      type: 'section',
      position: locator.position(line.start, end),
      marker: marker.text.trim(),
      scheme: marker.scheme,
      ordinal: marker.ordinal || marker.text.trim(),
      value: marker.value,
      heading: null,
      children: from < (group.at(-1)?.end ?? 0) ? [paragraphOf(reading, locator, group, from)] : [],
    };
    append(stack.at(-1)?.section.children ?? blocks, section);
    stack.push({ section, marker, caps });
  }
  finish(blocks, locator);
  return blocks;
}

/** Few headings are longer. */
const longestHeading = 100;

/**
 * A bullet alone on its line has lost the line break behind it to pdftotext, unless it is the cell of a table that says
 * "none": then the carrier knows it as a paragraph, or no words follow.
 */
function isCell(group: Group, next: Group | undefined): boolean {
  const line = group[0] as Line;
  if (line.reading.length > 1 || line.markers.length === 0) return false;
  const behind = group[1] ?? next?.[0];
  return line.block >= 0 || behind === undefined || behind.markers.length > 0 || !/^["“(]?\p{L}/u.test(behind.reading);
}

const append = (blocks: Block[], block: Block) => blocks.push(block);

/**
 * Closes the sections: their ends, and their titles, which depend on what follows. A part or chapter that has its
 * title on the line below (Phần thứ nhất / TÌNH HÌNH CHUNG) has that line as its first paragraph.
 */
function finish(blocks: Block[], locator: Locator): void {
  for (const block of blocks) {
    if (block.type !== 'section') continue;
    finish(block.children, locator);
    const [first] = block.children;
    const start = block.position.start.offset ?? 0;
    const last = block.children.at(-1);
    block.position = locator.position(start, (last ?? block).position.end.offset ?? start);
    if (first?.type !== 'paragraph' || bulletSchemes.has(block.scheme)) continue;
    const length = titleLength(first.reading, { scheme: block.scheme, opens: opens(block) });
    const from = first.position.start.offset ?? 0;
    if (length) block.heading = [from, from + first.reading.slice(0, length).trimEnd().length];
  }
  settleTitles(blocks);
}

/** Whether anything stands below the first paragraph of an item; the end of the report does not stand below its last item. */
const opens = ({ children }: Section): boolean =>
  children.some(
    (child, n) => n > 0 && !(child.type === 'paragraph' && isFarewell(child.reading, n === children.length - 1)),
  );

const bulletSchemes = new Set(['dash', 'plus', 'star', 'bullet']);
