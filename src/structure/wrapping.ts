import type { Line } from './lines.ts';
import { type Marker, markersOf } from './markers.ts';

/** How the lines of a document run. */
export interface Setting {
  /** Length of a full line where lines are hard-wrapped; `null` where a line holds a whole paragraph. */
  width: number | null;
}

/** Ends a clause: what follows on the next line may begin a paragraph. */
const terminal = /[.;:!?…][”"’')\]]*$/u;
const lowercaseStart = /^["“‘'(]?\p{Ll}/u;
const uppercaseStart = /^["“‘'(]?\p{Lu}/u;
/** A word, or an open bracket or list, that cannot end a paragraph. */
const openEnd =
  /(?:[,\-–(]|[\s\uFEFF](?:của|và|tại|theo|ngày|tháng|năm|số|các|những|là|cho|với|về|trong|từ|đến|do|để|được|đã|ở|trên|hoặc|như|nhất|gồm|đạt|có|bị|sẽ|vào|ra))$/iu;
const allCaps = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;

/** Longer than any line a printed page holds at the type sizes of Decree 30/2020/NĐ-CP (13-14 pt on A4). */
const longestPrintedLine = 130;

/**
 * Finds out whether a text is hard-wrapped. Evidence are lines that surely continue (they begin with a lower-case
 * letter behind an unfinished line): where a page is as wide as its paper they are all about as long as each other.
 */
export function settingOf(lines: Line[]): Setting {
  const lengths: number[] = [];
  for (let n = 1; n < lines.length; n++) {
    const previous = lines[n - 1];
    const line = lines[n];
    if (!previous || !line || terminal.test(previous.reading)) continue;
    if (lowercaseStart.test(line.reading) && markersOf(line).length === 0)
      lengths.push(previous.reading.length);
  }
  if (lengths.length < Math.max(2, lines.length * 0.2)) return { width: null };
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  return { width: width <= longestPrintedLine ? width : null };
}

/**
 * Whether a line goes on with the paragraph of the line before it, where only the text tells: Vietnamese prose
 * begins a paragraph with a capital or a marker, and ends it with a stop or before the right margin.
 *
 * @param first the first line of the paragraph that may go on
 */
export function continues(first: Line, previous: Line, line: Line, { width }: Setting): boolean {
  const text = line.reading;
  const unfinished = !terminal.test(previous.reading);
  const [marker] = markersOf(line);
  if (marker) return unfinished && isRunningText(marker, text, previous, width);
  if (unfinished && openEnd.test(previous.reading)) return true;
  if (lowercaseStart.test(text)) return unfinished || (width !== null && isFull(previous, line, width * 0.9));
  const caps = allCaps.test(previous.reading);
  if (caps !== allCaps.test(text)) return false;
  if (caps) return line.gap === 0 && previous.reading.length > 25;
  if (width === null) return unfinished && isCutProse(first, previous);
  if (!unfinished) return isFull(previous, line, width * 0.98);
  if (mayBeHeading(first)) return isFull(previous, line, line.gap === 0 ? width * 0.85 : width);
  return isFull(previous, line, width * 0.75);
}

/** Whether a line surely begins an item: a marker behind a finished line. */
export const beginsItem = (previous: Line, line: Line): boolean =>
  terminal.test(previous.reading) && markersOf(line).length > 0;

/** A numbered line may be a heading, which ends without a stop. */
function mayBeHeading(first: Line): boolean {
  const [marker] = markersOf(first);
  return marker !== undefined && marker.value > 0;
}

/**
 * Whether the next line's first word would not have fitted behind the line: then the line was wrapped, not ended.
 */
function isFull(previous: Line, next: Line, width: number): boolean {
  const word = next.reading.search(/\s/);
  return previous.reading.length + 1 + (word < 0 ? next.reading.length : word) > width;
}

/**
 * A paragraph of several sentences that breaks off without a stop, in a text that has one paragraph a line: a page
 * turn cut it. Headings have no stop either, but they are one short sentence and mostly begin with a marker.
 */
function isCutProse(first: Line, previous: Line): boolean {
  const length = previous.end - first.start;
  return length > 200 && markersOf(first).length === 0 && /[.;]\s+\p{Lu}/u.test(previous.reading);
}

/** A marker that cannot be one: behind an unfinished line, `- xã hội` and `2. điều` are the sentence going on. */
function isRunningText(marker: Marker, text: string, previous: Line, width: number | null): boolean {
  const rest = text.slice(marker.text.length).trimStart();
  if (marker.scheme === 'dash')
    return lowercaseStart.test(rest) && width !== null && previous.reading.length > width * 0.8;
  return openEnd.test(previous.reading) && !uppercaseStart.test(rest);
}
