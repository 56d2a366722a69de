import { isFarewell } from './headings.ts';
import type { Line } from './lines.ts';
import { isSlip, type Marker, markersOf } from './markers.ts';
import { wordsOf } from './sentence-words.ts';

/** How the lines of a document run, as far as the text shows it. */
export interface Setting {
  /** Length of a full line where lines are hard-wrapped; `null` where a line holds a whole paragraph. */
  width: number | null;
  /** Whether every line is filled up to the width, as programs wrap plain text; printed letters have widths of their own. */
  exact: boolean;
  /** Whether empty lines part paragraphs; some converters put them anywhere. */
  gapsPart: boolean;
  /** Indent from which a line begins a paragraph; `null` where indents say nothing. */
  indent: number | null;
}

/** A text that shows nothing but its paragraphs. */
export const unwrapped: Setting = { width: null, exact: false, gapsPart: false, indent: null };

/** Ends a clause: what follows on the next line may begin a paragraph. */
const terminal = /[.;:!?…][”"’')\]]*$/u;
const lowercaseStart = /^["“‘'(]?\p{Ll}/u;
const uppercaseStart = /^["“‘'(]?\p{Lu}/u;
/** A word, an open bracket or a comma, which cannot end a paragraph. */
const openEnd = new RegExp(`(?:[,\\-–(]|[\\s\\uFEFF](?:${wordsOf('unfinished')}))$`, 'iu');
const compoundEnd = new RegExp(`(?:${wordsOf('compound')})$`, 'iu');
/** "và Luật⏎Tiếp công dân", "của Luật Tổ chức⏎Chính phủ": the name is still to come. */
const opensLaw = /\p{Ll},?\s(?:Luật|Bộ luật|Luật Tổ chức)$/u;
const partBody = new RegExp(`(?:${wordsOf('partBody')})$`);
const level = new RegExp(`^(?:${wordsOf('level')})(?=[\\s.,;:)]|$)`);
/** "đồng chí Trần Văn⏎Hùng", "thành phố Nguyễn⏎Huệ": behind a word, as a name alone on its line is a signature or a cell. */
const partName = new RegExp(`(?:\\p{Ll}|\\p{Lu}\\p{Ll}+)\\s(?:${wordsOf('partName')})$`, 'u');
const oneName = /^\p{Lu}\p{Ll}*(?=[\s,.;:)]|$)/u;
const opensNumber = new RegExp(`[\\s\\uFEFF](?:${wordsOf('numbered')})$`, 'iu');
const allCaps = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;
/** ISO 9001:2015 is a name, no heading in capitals. */
const nameInCaps = /^\p{Lu}+[\s-]?\d[\d:.-]*$/u;
const isCaps = (text: string): boolean => allCaps.test(text) && !nameInCaps.test(text);
const goesOnCaps = new RegExp(`^(?:\\d|(?:${wordsOf('onward')})(?=\\s|$))`, 'iu');
const beginsSentence = new RegExp(
  `^(?:${wordsOf('begin')}|${wordsOf('connective')}|${wordsOf('imperative')})(?=[\\s,])`,
  'iu',
);

/** Longer than any line a printed page holds at the type sizes of Decree 30/2020/NĐ-CP (13-14 pt on A4). */
const longestPrintedLine = 130;
/** No word of the patterns for line ends is longer. */
/** So many lines show whether a text is wrapped exactly. */
const fewestExact = 12;
/** Less is a heading or the cell of a table. */
const shortestProse = 30;
/** The end of a line; "Công văn số:" asks for a number as "Công văn số" does. */
const tail = (line: Line): string => line.reading.slice(-16).replace(/(?<=\ssố):$/u, '');
const isFinished = (line: Line): boolean => terminal.test(tail(line));

/** Whether a line ends in a word that asks for what the next one begins with. */
function isOpenEnded(line: Line, next: Line): boolean {
  const end = tail(line);
  if (end.length < 2) return false;
  if (opensLaw.test(end) && uppercaseStart.test(next.reading)) return true;
  if (level.test(next.reading) && partBody.test(end)) return true;
  if (partName.test(end) && oneName.test(next.reading)) return !beginsSentence.test(next.reading);
  return openEnd.test(end) ? !compoundEnd.test(end) : /^\d/.test(next.reading) && opensNumber.test(end);
}

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
  const overfull: number[] = [];
  for (const [n, line] of lines.entries()) {
    const previous = lines[n - 1];
    if (!previous || markersOf(line).length > 0) continue;
    if (isFinished(previous)) {
      if (uppercaseStart.test(line.reading)) beginning.push(line);
    } else if (lowercaseStart.test(line.reading)) {
      goingOn.push(line);
      lengths.push(widthOf(previous));
      overfull.push(lengthWith(previous, line));
    }
  }
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const exact = lengths.length >= fewestExact && quantile(overfull, 0.03) > longest;
  const width = exact ? longest : quantile(lengths, 0.95);
  const alike = quantile(lengths, 0.5) > width * 0.75;
  const wrapped = lengths.length >= Math.max(2, lines.length * 0.1) && alike && width <= longestPrintedLine;
  const margin = quantile(
    goingOn.map((line) => line.indent),
    0.75,
  );
  return {
    width: wrapped ? width : null,
    exact: wrapped && exact,
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
  const unfinished = !isFinished(previous) || leavesOpen(previous, text);
  if (!unfinished && isFarewell(text, /\.\/\.$/.test(text))) return false;
  const [marker] = markersOf(line);
  if (marker && isSlip(marker))
    return (
      unfinished && (isOpenEnded(previous, line) || (!mayBeHeading(first) && isFull(previous, line, setting, 0.85)))
    );
  if (marker) return unfinished && isRunningText(marker, previous, line, width);
  const flush = setting.indent === null ? null : line.indent < setting.indent;
  if (flush === false && uppercaseStart.test(text)) return false;
  if (unfinished && (isOpenEnded(previous, line) || leavesOpen(previous, text))) return true;
  if (unfinished && isPieceOfProse(first, previous, line, setting)) return true;
  if (lowercaseStart.test(text)) {
    if (unfinished) return !(text.startsWith('(') && mayBeHeading(first));
    return flush === true || isFull(previous, line, setting, 0.9);
  }
  const caps = isCaps(behindMarker(previous));
  // "theo TCVN⏎ISO 9001:2015" begins in capitals and is no heading: paragraphs of this text are indented.
  if (caps !== isCaps(text)) return flush === true && unfinished;
  if (caps) return (line.gap === 0 && previous.reading.length > 25) || brokenHeading(first, previous, line);
  if (setting.gapsPart && line.gap > 0) return false;
  if (width === null) return unfinished && isCutProse(first, previous);
  if (!unfinished) return flush ?? isFull(previous, line, setting, 0.98);
  if (mayBeHeading(first))
    return !beginsSentence.test(text) && isFull(previous, line, setting, line.gap === 0 ? 0.85 : 1);
  return isFull(previous, line, setting, 0.75);
}

/**
 * "III. PHƯƠNG HƯỚNG, NHIỆM VỤ⏎TRONG THỜI GIAN TỚI": a heading in capitals that its author broke into two paragraphs.
 * Behind a marker any line in capitals goes on with it; a word alone is the cell of a table (STT).
 */
export function brokenHeading(first: Line, previous: Line, line: Line): boolean {
  const heading = behindMarker(previous).trim();
  if (!isCaps(heading) || !isCaps(line.reading) || isFinished(previous) || markersOf(line).length) return false;
  if (goesOnCaps.test(line.reading)) return true;
  return mayBeHeading(first) && heading.length >= shortestBroken && /\S\s+\S/.test(line.reading);
}

/** A shorter heading would not have been broken. */
const shortestBroken = 16;

/**
 * "tăng⏎3,2% so với", "phòng, chống tham nhũng⏎(PCTN) tại", "phong trào⏎“Dân vận khéo”": a number without a
 * marker, a bracket and a quotation begin no paragraph behind a line of unfinished prose. A heading may have a
 * paragraph with a number below it, or a note in brackets.
 */
function isPieceOfProse(first: Line, previous: Line, line: Line, setting: Setting): boolean {
  if (!/^[\d(“"]/.test(line.reading) || previous.reading.length < shortestProse) return false;
  if (isCaps(behindMarker(previous))) return false;
  return isFull(previous, line, setting, 0.85) || !(mayBeHeading(first) || /^\([^)]*\)\S?$/.test(line.reading));
}

/** "Phần hai: HIỆN TRẠNG" is in capitals, whatever its marker is. */
const behindMarker = (line: Line): string => line.reading.slice(markersOf(line)[0]?.text.length ?? 0);

/** "(phát sinh trong kỳ:⏎60 vụ)": a bracket that is open at the end of a line and closed on the next. */
function leavesOpen({ reading }: Line, next: string): boolean {
  const close = next.indexOf(')');
  if (close < 0 || reading.lastIndexOf('(') <= reading.lastIndexOf(')')) return false;
  const open = next.indexOf('(');
  return open < 0 || close < open;
}

/** Whether a line surely begins an item: a marker behind a finished line. */
export const beginsItem = (previous: Line, line: Line): boolean => isFinished(previous) && markersOf(line).length > 0;

/** A numbered line may be a heading, which ends without a stop. */
function mayBeHeading(first: Line): boolean {
  const [marker] = markersOf(first);
  return marker !== undefined && marker.value > 0;
}

const widthOf = (line: Line): number => line.indent + line.reading.length;

/** How long a line would be with the first word of the next one. */
function lengthWith(line: Line, next: Line): number {
  const word = next.reading.search(/\s/);
  return widthOf(line) + 1 + (word < 0 ? next.reading.length : word);
}

/**
 * Whether the next line's first word would not have fitted behind the line: then the line was wrapped, not ended.
 *
 * @param slack how much of the width counts as full, where letters have widths of their own
 */
const isFull = (previous: Line, next: Line, { width, exact }: Setting, slack: number): boolean =>
  width !== null && lengthWith(previous, next) > width * (exact ? 1 : slack);

/**
 * A paragraph of several sentences that breaks off without a stop, in a text that has one paragraph a line: a page
 * turn cut it. Headings have no stop either, but they are one short sentence and mostly begin with a marker.
 */
function isCutProse(first: Line, previous: Line): boolean {
  const length = previous.end - first.start;
  return length > 200 && markersOf(first).length === 0 && /[.;]\s+\p{Lu}/u.test(previous.reading);
}

/** "giai đoạn 2021" ends a line, "- 2025" begins the next: one period. */
const yearAtEnd = /(?:giai đoạn|nhiệm kỳ|năm học|khóa|kỳ)\s+(?:19|20)\d{2}$/iu;
const yearAtStart = /^(?:19|20)\d{2}(?!\d)/;

/** "Kết luận số 114⏎-KL/TW": the symbol of a document. */
const endsInDigit = /\d$/;
const symbolStart = /^\p{Lu}{2,5}[/-]\p{Lu}/u;

/** A marker that cannot be one: behind an unfinished line, `- xã hội` and `2. điều` are the sentence going on. */
function isRunningText(marker: Marker, previous: Line, line: Line, width: number | null): boolean {
  const rest = line.reading.slice(marker.text.length).trimStart();
  if (marker.scheme === 'dash' && yearAtEnd.test(previous.reading) && yearAtStart.test(rest)) return true;
  if (marker.scheme === 'dash' && endsInDigit.test(previous.reading) && symbolStart.test(rest)) return true;
  if (marker.scheme === 'dash')
    return lowercaseStart.test(rest) && width !== null && previous.reading.length > width * 0.8;
  return isOpenEnded(previous, line) && !uppercaseStart.test(rest);
}
