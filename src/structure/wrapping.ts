import type { Line } from './lines.ts';
import { type Marker, markersOf } from './markers.ts';
import { wordsOf } from './sentence-words.ts';

/** How the lines of a document run, as far as the text shows it. */
export interface Setting {
  /** Length of a full line where lines are hard-wrapped; `null` where a line holds a whole paragraph. */
  width: number | null;
  /** Whether empty lines part paragraphs; some converters put them anywhere. */
  gapsPart: boolean;
  /** Indent from which a line begins a paragraph; `null` where indents say nothing. */
  indent: number | null;
}

/** A text that shows nothing but its paragraphs. */
export const unwrapped: Setting = { width: null, gapsPart: false, indent: null };

/** Ends a clause: what follows on the next line may begin a paragraph. */
const terminal = /[.;:!?…][”"’')\]]*$/u;
const lowercaseStart = /^["“‘'(]?\p{Ll}/u;
const uppercaseStart = /^["“‘'(]?\p{Lu}/u;
/** A word, an open bracket or a comma, which cannot end a paragraph. */
const openEnd = new RegExp(`(?:[,\\-–(]|[\\s\\uFEFF](?:${wordsOf('unfinished')}))$`, 'iu');
const allCaps = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;

/** Longer than any line a printed page holds at the type sizes of Decree 30/2020/NĐ-CP (13-14 pt on A4). */
const longestPrintedLine = 130;
/** No word of the patterns for line ends is longer. */
/** Less is a heading or the cell of a table. */
const shortestProse = 30;
const tail = (line: Line): string => line.reading.slice(-16);
const isFinished = (line: Line): boolean => terminal.test(tail(line));
const isOpenEnded = (line: Line): boolean => openEnd.test(tail(line));

const share = <T>(items: T[], test: (item: T) => boolean): number =>
  items.length ? items.filter(test).length / items.length : 0;
const quantile = (numbers: number[], part: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * part)] ?? 0;

/**
 * Finds out how a text is set. Evidence are the lines that surely go on (they begin with a lower-case letter behind
 * an unfinished line), and those that may begin a paragraph (a capital behind a stop).
 */
export function settingOf(lines: Line[]): Setting {
  const goingOn: Line[] = [];
  const beginning: Line[] = [];
  const lengths: number[] = [];
  for (const [n, line] of lines.entries()) {
    const previous = lines[n - 1];
    if (!previous || markersOf(line).length > 0) continue;
    if (isFinished(previous)) {
      if (uppercaseStart.test(line.reading)) beginning.push(line);
    } else if (lowercaseStart.test(line.reading)) {
      goingOn.push(line);
      lengths.push(previous.reading.length);
    }
  }
  const width = quantile(lengths, 0.95);
  const alike = quantile(lengths, 0.5) > width * 0.75;
  const wrapped = lengths.length >= Math.max(2, lines.length * 0.1) && alike && width <= longestPrintedLine;
  const margin = quantile(
    goingOn.map((line) => line.indent),
    0.75,
  );
  return {
    width: wrapped ? width : null,
    gapsPart: share(goingOn, (line) => line.gap === 0) > 0.97 && share(beginning, (line) => line.gap > 0) > 0.3,
    indent: wrapped && share(beginning, (line) => line.indent >= margin + 3) > 0.5 ? margin + 3 : null,
  };
}

/**
 * Whether a line goes on with the paragraph of the line before it, where only the text tells: Vietnamese prose
 * begins a paragraph with a capital or a marker, and ends it with a stop or before the right margin.
 *
 * @param first the first line of the paragraph that may go on
 */
export function continues(first: Line, previous: Line, line: Line, setting: Setting): boolean {
  const { width } = setting;
  const text = line.reading;
  const unfinished = !isFinished(previous);
  const [marker] = markersOf(line);
  if (marker) return unfinished && isRunningText(marker, text, previous, width);
  const flush = setting.indent === null ? null : line.indent < setting.indent;
  if (flush === false && uppercaseStart.test(text)) return false;
  if (unfinished && isOpenEnded(previous)) return true;
  if (lowercaseStart.test(text)) return unfinished || (width !== null && isFull(previous, line, width * 0.9));
  // "tăng⏎3,2% so với": a number without a marker begins no paragraph behind a line of unfinished prose.
  if (unfinished && /^\d/.test(text) && !mayBeHeading(first) && previous.reading.length >= shortestProse) return true;
  const caps = allCaps.test(behindMarker(previous));
  // "theo TCVN⏎ISO 9001:2015" begins in capitals and is no heading: paragraphs of this text are indented.
  if (caps !== allCaps.test(text)) return flush === true && unfinished;
  if (caps) return line.gap === 0 && previous.reading.length > 25;
  if (setting.gapsPart && line.gap > 0) return false;
  if (width === null) return unfinished && isCutProse(first, previous);
  if (!unfinished) return flush ?? isFull(previous, line, width * 0.98);
  if (mayBeHeading(first)) return isFull(previous, line, line.gap === 0 ? width * 0.85 : width);
  return isFull(previous, line, width * 0.75);
}

/** "Phần hai: HIỆN TRẠNG" is in capitals, whatever its marker is. */
const behindMarker = (line: Line): string => line.reading.slice(markersOf(line)[0]?.text.length ?? 0);

/** Whether a line surely begins an item: a marker behind a finished line. */
export const beginsItem = (previous: Line, line: Line): boolean => isFinished(previous) && markersOf(line).length > 0;

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
  return isOpenEnded(previous) && !uppercaseStart.test(rest);
}
