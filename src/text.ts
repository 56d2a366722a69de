import type { Point, Position } from 'unist';

/** Stands for a markup sign in a reading: white space to every pattern, nothing when printed. */
export const FILLER = '\uFEFF';

/**
 * A passage as it is shown: fillers dropped, white space folded to one space, ends trimmed.
 * Takes a passage of a reading (see {@link Paragraph}), not of the raw text.
 */
export const print = (reading: string): string =>
  untidy.test(reading) ? reading.replaceAll(FILLER, '').replace(/\s+/g, ' ').trim() : reading;

/** Most passages need no folding; finding that out is cheaper than folding them. */
const untidy = /\s\s|[^\S ]|^\s|\s$/;

/** Whether a text has any of some characters; for few of them much faster than a pattern. */
export function hasAny(text: string, characters: string): boolean {
  for (let n = 0; n < characters.length; n++) if (text.includes(characters.charAt(n))) return true;
  return false;
}

/** A text as every stage takes it: `\n` line ends and NFC, nothing else changed. */
export function normalise(text: string): string {
  const composed = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').normalize('NFC');
  return hasAny(composed, HATS) ? composed.replace(HAT_BEHIND_TONE, hatFirst) : composed;
}

/** A circumflex or breve that NFC has left: typed behind the tone (á and a circumflex for ấ), which is another order. */
const HATS = '\u0302\u0306';
const HAT_BEHIND_TONE = /([áàảãéèẻẽóòỏõ])([\u0302\u0306])/gi;

function hatFirst(_: string, letter: string, hat: string): string {
  const [vowel = '', ...tone] = letter.normalize('NFD');
  return `${vowel}${hat}${tone.join('')}`.normalize('NFC');
}

/** Finds lines, columns and pages of offsets. Built once a document, in one pass. */
export interface Locator {
  /** The unist point of an offset: 1-based line and column. */
  point(offset: number): Point;
  position(start: number, end: number): Position;
  /** 1-based page, `null` without pages. */
  page(offset: number): number | null;
}

/** Index of the last entry of `starts` that is not beyond `offset`; `starts` ascends. */
function lastAtOrBefore(starts: number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * @param text the document's text
 * @param pages start offset of each page, may be empty
 */
export function locate(text: string, pages: number[]): Locator {
  const lines = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.push(at + 1);
  // Most are asked for in the order of the text.
  let near = 0;
  const lineOf = (offset: number): number => {
    const isNear = offset >= (lines[near] ?? 0) && offset < (lines[near + 1] ?? Number.POSITIVE_INFINITY);
    return isNear ? near : (near = lastAtOrBefore(lines, offset));
  };
  const point = (offset: number): Point => {
    const line = lineOf(offset);
    return { line: line + 1, column: offset - (lines[line] ?? 0) + 1, offset };
  };
  return {
    point,
    position: (start, end) => ({ start: point(start), end: point(end) }),
    page: (offset) => (pages.length ? lastAtOrBefore(pages, offset) + 1 : null),
  };
}
