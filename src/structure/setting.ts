import type { Line } from './lines.ts';
import { printWidth } from './print-width.ts';

/** How the lines of a document run, as far as the text shows it. */
export interface Setting {
  /** Length of a full line where lines are hard-wrapped; `null` where a line holds a whole paragraph. */
  width: number | null;
  /** Whether every line is filled up to the width, as programs wrap plain text; printed letters have widths of their own. */
  exact: boolean;
  /** How far lines are filled in print, where the text has enough of them to tell; `null` where it has not. */
  printed: Printed | null;
  /** Whether empty lines part paragraphs; some converters put them anywhere. */
  gapsPart: boolean;
  /** Whether they part all paragraphs, so that lines without one between them belong together. */
  gapsJoin: boolean;
  /** Indent from which a line begins a paragraph; `null` where indents say nothing. */
  indent: number | null;
}

/** How wide lines can be in print; a full one exceeds it together with the first word of the next one. */
interface Printed {
  /** The first line of a paragraph, which is indented. */
  first: number;
  /** Its other lines. */
  rest: number;
}

/** Where only the width tells, it must tell exactly. */
const strict = 0.95;

/** A text that shows nothing but its paragraphs. */
export const unwrapped: Setting = {
  width: null,
  exact: false,
  printed: null,
  gapsPart: false,
  gapsJoin: false,
  indent: null,
};

/** Ends a clause: what follows on the next line may begin a paragraph. */
const terminal = /[.;:!?…][”"’')\]]*$/u;
/** Whether a text begins in a small letter, as the rest of a sentence does. */
export const lowercaseStart = /^["“‘'(]?\p{Ll}/u;
/** Whether a text begins in a capital. */
export const uppercaseStart = /^["“‘'(]?\p{Lu}/u;

/** The end of a line; "Công văn số:" asks for a number as "Công văn số" does. */
export function tail({ reading }: Line): string {
  const end = reading.slice(-16);
  return end.endsWith('số:') && /\s/.test(end.charAt(end.length - 4)) ? end.slice(0, -1) : end;
}

/** Whether a line ends as a clause does. */
export const isFinished = (line: Line): boolean => terminal.test(tail(line));

/** Longer than any line a printed page holds at the type sizes of Decree 30/2020/NĐ-CP (13-14 pt on A4). */
const longestPrintedLine = 130;
/** A paragraph is set in by 1 to 1.27 cm (Decree 30/2020/NĐ-CP); what stands further in is in another column. */
const leastIndent = 3;
const mostIndent = 16;
/** So many lines show whether a text is wrapped exactly. */
const fewestExact = 12;
/** So many lines show how wide print is. */
const fewestPrinted = 8;
/** More lines tell nothing more. */
const mostMeasured = 2000;
/** Print that is set narrower here and there tells nothing; some words are bold, hence wider than they look. */
const mostlyAlike = 0.8;

const share = <T>(items: T[], test: (item: T) => boolean): number =>
  items.length ? items.filter(test).length / items.length : 0;
const quantile = (numbers: number[], part: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * part)] ?? 0;

/** Two lines of which the second surely goes on with the first. */
interface Join {
  previous: Line;
  line: Line;
  /** Whether the first of them begins its paragraph. */
  first: boolean;
}

/**
 * Finds out how a text is set. Evidence are the lines that surely go on (they begin with a lower-case letter behind
 * an unfinished line), and those that may begin a paragraph (a capital behind a stop).
 */
export function settingOf(lines: Line[]): Setting {
  const { joins, beginning, items } = evidence(lines);
  const lengths = joins.map(({ previous }) => widthOf(previous));
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const overfull = joins.map(({ previous, line }) => lengthWith(previous, line));
  const exact = lengths.length >= fewestExact && quantile(overfull, 0.03) > longest;
  const width = exact ? longest : quantile(lengths, 0.95);
  const alike = quantile(lengths, 0.5) > width * 0.75;
  // Where nothing is longer than what was wrapped, few wrapped lines tell enough.
  const fewest = lines.length * (share(lines, (line) => widthOf(line) > width * 1.2) > 0.01 ? 0.1 : 0.04);
  const wrapped = lengths.length >= Math.max(2, fewest) && alike && width <= longestPrintedLine;
  const indents = joins.map(({ line }) => line.indent);
  const margin = quantile(indents, 0.75);
  const gapsPart = share(joins, ({ line }) => line.gap === 0) > 0.97 && share(beginning, (line) => line.gap > 0) > 0.3;
  return {
    width: wrapped ? width : null,
    exact: wrapped && exact,
    printed: wrapped && !exact ? printOf(joins.slice(0, mostMeasured)) : null,
    gapsPart,
    gapsJoin: gapsPart && share(items, (line) => line.gap > 0 || line.turned) > 0.8,
    indent: wrapped && mostlyIndented(beginning, items, margin) ? margin + leastIndent : null,
  };
}

/** Whether paragraphs are set in; where there are few, their items tell, which stand in line with them. */
function mostlyIndented(beginning: Line[], items: Line[], margin: number): boolean {
  const inColumn = beginning.filter(({ indent }) => indent <= margin + mostIndent);
  const lines = inColumn.length < fewestBeginnings ? [...inColumn, ...items] : inColumn;
  return share(lines, ({ indent }) => indent >= margin + leastIndent) > 0.5;
}
const fewestBeginnings = 5;

function evidence(lines: Line[]): { joins: Join[]; beginning: Line[]; items: Line[] } {
  const joins: Join[] = [];
  const items: Line[] = [];
  const beginning: Line[] = [];
  let begun: Line | undefined;
  for (const [n, line] of lines.entries()) {
    const previous = lines[n - 1];
    const isItem = line.markers.length > 0;
    const isBehindStop = !previous || isFinished(previous);
    if (isItem || isBehindStop) begun = line;
    if (isItem && previous) items.push(line);
    if (!previous || isItem) continue;
    if (isBehindStop) {
      if (uppercaseStart.test(line.reading)) beginning.push(line);
    } else if (lowercaseStart.test(line.reading)) joins.push({ previous, line, first: previous === begun });
  }
  return { joins, beginning, items };
}

/** How wide the lines of a print are, if they are set alike. */
function printOf(joins: Join[]): Printed | null {
  const rest = roomOf(joins.filter(({ first }) => !first));
  if (rest.share < mostlyAlike) return null;
  const first = roomOf(joins.filter((join) => join.first));
  return { rest: rest.width, first: first.share < mostlyAlike ? Math.min(rest.width, first.width) : first.width };
}

/** The width that explains most line breaks: the line fits into it, the line with the next word does not. */
function roomOf(joins: Join[]): { width: number; share: number } {
  const lengths = joins.map(({ previous }) => printWidth(previous.reading)).sort((a, b) => a - b);
  const overfull = joins.map(({ previous, line }) => printWidth(withWord(previous, line))).sort((a, b) => a - b);
  let best = { width: 0, share: 0 };
  let fitting = 0;
  for (const [n, width] of lengths.entries()) {
    while (fitting < n && (overfull[fitting] ?? 0) <= width) fitting++;
    const share = (n + 1 - fitting) / lengths.length;
    if (lengths.length >= fewestPrinted && share > best.share) best = { width, share };
  }
  return best;
}

const widthOf = (line: Line): number => line.indent + line.reading.length;

function withWord({ reading }: Line, next: Line): string {
  const word = next.reading.search(/\s/);
  return `${reading} ${word < 0 ? next.reading : next.reading.slice(0, word)}`;
}

/** How long a line would be with the first word of the next one. */
const lengthWith = (line: Line, next: Line): number => line.indent + withWord(line, next).length;

/**
 * Whether the next line's first word would not have fitted behind the line: then the line was wrapped, not ended.
 *
 * @param slack how much of the width counts as full, where letters have widths of their own
 * @param isFirst whether the line is the first of its paragraph
 */
export function isFull(
  previous: Line,
  next: Line,
  { width, exact, printed }: Setting,
  slack: number,
  isFirst = true,
): boolean {
  if (width === null) return false;
  if (!printed || slack < strict) return lengthWith(previous, next) > width * (exact ? 1 : slack);
  return printWidth(withWord(previous, next)) > (isFirst ? printed.first : printed.rest);
}
