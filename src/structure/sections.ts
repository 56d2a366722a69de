import type { Paragraph, Section } from '../ast.ts';
import type { Locator } from '../text.ts';
import { isFarewell, titleLength } from './headings.ts';
import type { Line } from './lines.ts';
import { isSlip, type Marker, markersOf } from './markers.ts';
import { type Group, paragraphOf } from './paragraphs.ts';
import { settleTitles } from './siblings.ts';

/** A section whose end is not yet known. */
interface Open {
  section: Section;
  marker: Marker;
}

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
    const marker = isCell(group, groups[n + 1]) ? undefined : choose(markersOf(line), stack);
    if (!marker) {
      append(stack.at(-1)?.section.children ?? blocks, paragraphOf(reading, locator, group));
      continue;
    }
    if (!isInnerList(marker, groups.slice(n, n + longestInnerList), stack)) stack.length = depthOf(marker, stack);
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
    stack.push({ section, marker });
  }
  finish(blocks, locator);
  return blocks;
}

/**
 * A bullet alone on its line has lost the line break behind it to pdftotext, unless it is the cell of a table that says
 * "none": then the carrier knows it as a paragraph, or no words follow.
 */
function isCell(group: Group, next: Group | undefined): boolean {
  const line = group[0] as Line;
  if (line.reading.length > 1 || markersOf(line).length === 0) return false;
  const behind = group[1] ?? next?.[0];
  return (
    line.block >= 0 || behind === undefined || markersOf(behind).length > 0 || !/^["“(]?\p{L}/u.test(behind.reading)
  );
}

const append = (blocks: Block[], block: Block) => blocks.push(block);

/** Of the readings of a marker, the one that goes on with an open level; the usual one where none does. */
function choose(markers: Marker[], stack: Open[]): Marker | undefined {
  if (markers[0] && isSlip(markers[0]) && markers.every((marker) => !inSequence(marker, stack))) return undefined;
  if (markers.length < 2) return markers[0];
  return markers.find((marker) => stack.some((open) => follows(marker, open.marker))) ?? usual(markers);
}

/** A marker that may be a slip of the pen, or else no marker, must be a first one or go on with an open level. */
const inSequence = (marker: Marker, stack: Open[]): boolean =>
  marker.value === 1 || stack.some((open) => follows(marker, open.marker));

/** `I.`, `V.`, `X.` alone are Roman numerals; any other capital is a letter. */
const usual = (markers: Marker[]): Marker | undefined =>
  markers.find(({ scheme, ordinal }) => (scheme === 'roman') === /^[IVX]+$/.test(ordinal));

const follows = (marker: Marker, before: Marker): boolean =>
  marker.rank === before.rank && marker.value === before.value + 1;

/** What tells levels of one scheme apart: the sign behind a number, the glyph of a bullet, how many stars. */
const style = ({ text, ordinal, scheme }: Marker): string =>
  scheme === 'bullet' || scheme === 'star'
    ? ordinal
    : scheme === 'paren'
      ? (text[0] ?? '')
      : text
          .replace(/[\p{L}\d\s]/gu, '')
          .slice(-1)
          .replace('–', '-');

/** How many of the open items stay open above a new one. */
function depthOf(marker: Marker, stack: Open[]): number {
  const byPrefix = parentByPrefix(marker, stack);
  if (byPrefix >= 0) return byPrefix + 1;
  const level = levelOf(marker, stack);
  if (level >= 0) return level;
  const roman = marker.scheme === 'upper-letter' && marker.value === 1 ? romanIn(stack) : -1;
  if (roman >= 0) return roman + 1;
  if (isAnnounced(marker, stack.at(-1))) return stack.length;
  let depth = stack.length;
  while (depth > 0 && (stack[depth - 1]?.marker.rank ?? 0) > marker.rank) depth--;
  return depth;
}

/** `A.` begins below an open Roman numeral: had the letters been the outer level, the first would have come first. */
const romanIn = (stack: Open[]): number => stack.findLastIndex(({ marker }) => marker.scheme === 'roman');

/** A list below a bullet is shorter than this. */
const longestInnerList = 40;

/**
 * Whether a bullet that usually stands further out begins a list below the last bullet after all (- + * for * - +):
 * its items are finished sentences, and behind them a bullet that is open already goes on.
 */
function isInnerList(marker: Marker, ahead: Group[], stack: Open[]): boolean {
  const last = stack.at(-1)?.marker;
  if (marker.value > 0 || !last || last.value > 0 || last.rank <= marker.rank) return false;
  if (levelOf(marker, stack) >= 0) return false;
  for (const group of ahead) {
    const next = group[0] && markersOf(group[0])[0];
    if (next?.scheme !== marker.scheme)
      return stack.some((open) => next?.value === 0 && open.marker.scheme === next.scheme);
    if (!/[.;]$/.test(group.at(-1)?.reading ?? '')) return false;
  }
  return false;
}

/** `3.2` belongs below the open `3`, `a.1` and `a1` below the open `a`, whatever stands between. */
function parentByPrefix({ ordinal }: Marker, stack: Open[]): number {
  const prefix = /^(.+)\.[^.]+$|^(\p{L}+)\d+$/u.exec(ordinal);
  if (!prefix) return -1;
  const parent = prefix[1] ?? prefix[2];
  return stack.findLastIndex((open) => open.section.ordinal === parent);
}

/**
 * The open level that a marker goes on: the innermost of its scheme whose next number it is, else the innermost
 * of the same style, else of the scheme. A first number behind "…:" opens a level of its own below.
 */
function levelOf(marker: Marker, stack: Open[]): number {
  const next = stack.findLastIndex((open) => follows(marker, open.marker));
  if (next >= 0) return next;
  const same = stack.findLastIndex((open) => open.marker.rank === marker.rank && style(open.marker) === style(marker));
  const level = same >= 0 ? same : stack.findLastIndex((open) => open.marker.rank === marker.rank && marker.value > 1);
  const restarts = marker.value === 1 && level >= 0 && level < stack.length - 1;
  return restarts && isAnnounced(marker, stack.at(-1)) ? -1 : level;
}

/** Whether the last item ends in a colon, so that a list that begins now is its own. */
function isAnnounced(marker: Marker, last: Open | undefined): boolean {
  if (!last || marker.value > 1) return false;
  const paragraph = last.section.children.findLast((child) => child.type === 'paragraph');
  return paragraph !== undefined && /:[\s\uFEFF]*$/.test(paragraph.reading);
}

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
