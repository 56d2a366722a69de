import { LETTER } from '../../grammars/alphabet.ts';
import type { Section } from '../ast.ts';
import { isSlip, type Marker } from './markers.ts';
import type { Group } from './paragraphs.ts';

/** A section whose end is not yet known. */
export interface Open {
  section: Section;
  marker: Marker;
  /** Whether what stands behind its marker is in capitals. */
  caps: boolean;
}

/** An item that is about to be opened. */
export interface Opening extends Pick<Open, 'marker' | 'caps'> {
  /** Whether it is longer than any heading. */
  long: boolean;
}

/** Of the readings of a marker, the one that goes on with an open level; the usual one where none does. */
export function choose(markers: Marker[], stack: Open[]): Marker | undefined {
  const isDoubtful = markers[0] !== undefined && (isSlip(markers[0]) || markers[0].misread);
  if (isDoubtful && markers.every((marker) => !inSequence(marker, stack))) return undefined;
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
function style({ text, ordinal, scheme }: Marker): string {
  if (scheme === 'bullet' || scheme === 'star') return ordinal;
  return scheme === 'paren' || scheme === 'dash' ? (text[0] ?? '') : lastSign(text).replace('–', '-');
}

const plain = new RegExp(`[${LETTER}\\d\\s]`);

function lastSign(text: string): string {
  let at = text.length - 1;
  while (at >= 0 && plain.test(text[at] ?? '')) at--;
  return text[at] ?? '';
}

/** How many of the open items stay open above a new one. */
export function depthOf(opening: Opening, stack: Open[]): number {
  const { marker } = opening;
  const byPrefix = parentByPrefix(marker, stack);
  if (byPrefix >= 0) return byPrefix + 1;
  if (restartsBelow(opening, stack)) return stack.length;
  const level = levelOf(opening, stack);
  if (level >= 0) return level;
  const roman = marker.scheme === 'upper-letter' && marker.value === 1 ? romanIn(stack) : -1;
  if (roman >= 0) return roman + 1;
  if (isAnnounced(marker, stack.at(-1))) return stack.length;
  let depth = stack.length;
  while (depth > 0 && (stack[depth - 1]?.marker.rank ?? 0) > marker.rank) depth--;
  return depth;
}

/**
 * "1. MỤC ĐÍCH, YÊU CẦU" / "1. Mục đích", "3. Phân công:" / "1. Văn phòng …", "1. Mục đích." / "1. Làm cho … thấy rõ …":
 * numbers of one scheme that begin again right below a heading in capitals, behind a colon, or with a sentence below a
 * few words, are its list; no list goes deeper than that.
 */
function restartsBelow({ marker, caps, long }: Opening, stack: Open[]): boolean {
  const last = stack.at(-1);
  if (!last || marker.value !== 1 || last.marker.rank !== marker.rank) return false;
  if (last.section.children.length !== 1 || stack.at(-2)?.marker.rank === marker.rank) return false;
  return (last.caps && !caps) || (last.marker.value > 1 && isAnnounced(marker, last)) || (long && isFewWords(last));
}

/** "Mục đích.", "Nhiệm vụ trọng tâm". */
const fewWords = /^\p{Lu}[^.;:,\d]{2,40}\.?\s*$/u;

function isFewWords({ section: { children } }: Open): boolean {
  const [first] = children;
  return first?.type === 'paragraph' && fewWords.test(first.reading);
}

/** `A.` begins below an open Roman numeral: had the letters been the outer level, the first would have come first. */
const romanIn = (stack: Open[]): number => stack.findLastIndex(({ marker }) => marker.scheme === 'roman');

/** A list below a bullet is shorter than this. */
const longestInnerList = 40;

/**
 * Whether a bullet that usually stands further out begins a list below the last bullet after all (- + * for * - +):
 * its items are finished sentences, and behind them a bullet that is open already goes on.
 */
export function isInnerList(marker: Marker, groups: Group[], at: number, stack: Open[]): boolean {
  const last = stack.at(-1)?.marker;
  if (marker.value > 0 || !last || last.value > 0 || last.rank <= marker.rank) return false;
  if (levelOf({ marker, caps: false, long: false }, stack) >= 0) return false;
  for (const group of groups.slice(at, at + longestInnerList)) {
    const next = group[0]?.markers[0];
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
 * The open level that a marker goes on: the innermost of its scheme whose next number it is, rather in capitals if it
 * is, else the innermost of the same style, else of the scheme. A first number behind "…:" opens a level of its own
 * below, and so does a dash of another length.
 */
function levelOf({ marker, caps }: Opening, stack: Open[]): number {
  const own = style(marker);
  let [next, sameCaps, same, alike] = [-1, -1, -1, -1];
  for (let n = stack.length - 1; n >= 0; n--) {
    const open = stack[n] as Open;
    if (follows(marker, open.marker)) {
      if (open.caps === caps) return n;
      if (next < 0) next = n;
    }
    if (open.marker.rank !== marker.rank) continue;
    if (alike < 0) alike = n;
    if (style(open.marker) !== own) continue;
    if (same < 0) same = n;
    if (sameCaps < 0 && open.caps === caps) sameCaps = n;
  }
  if (next >= 0) return next;
  if (sameCaps >= 0) same = sameCaps;
  const level = same >= 0 || (marker.value < 2 && marker.scheme !== 'dash') ? same : alike;
  const restarts = marker.value === 1 ? level < stack.length - 1 : marker.scheme === 'dash' && same < 0;
  return level >= 0 && restarts && isAnnounced(marker, stack.at(-1)) ? -1 : level;
}

/** Whether the last item ends in a colon, so that a list that begins now is its own. */
function isAnnounced(marker: Marker, last: Open | undefined): boolean {
  if (!last || marker.value > 1) return false;
  const paragraph = last.section.children.findLast((child) => child.type === 'paragraph');
  return paragraph !== undefined && /:[\s\uFEFF]*$/.test(paragraph.reading);
}
