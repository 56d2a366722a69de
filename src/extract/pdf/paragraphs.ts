import { isShort, type Measures } from './measure.ts';
import type { Line } from './model.ts';
import { isCapitals, isCut, isDivider, isFinished, markerOf, startsLow } from './signs.ts';

/**
 * Joins lines to paragraphs.
 *
 * @param lines in reading order, without furniture and notes
 */
export function paragraphsOf(lines: Line[], measures: Measures): Line[][] {
  const paragraphs: Line[][] = [];
  for (const line of lines) {
    const paragraph = paragraphs.at(-1);
    if (paragraph && goesOn(paragraph, line, measures)) paragraph.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

function goesOn(paragraph: Line[], line: Line, measures: Measures): boolean {
  const last = paragraph.at(-1)!;
  if (line.role !== last.role || isDivider(line.text) || isDivider(last.text)) return false;
  if (line.block !== last.block) return line.role === 'body' && isFlow(last, line) && wraps(paragraph, line, measures);
  if (line.role === 'column') return isEntryRest(paragraph, line);
  if (line.role === 'cell') return isCellRest(last, line, measures);
  return wraps(paragraph, line, measures);
}

/** From one column of running text to the next. */
const isFlow = (a: Line, b: Line): boolean => a.block > 0 && b.block > 0 && (a.page < b.page || b.x0 > a.x1);

/**
 * Each line of head and foot stands for itself, but what begins in lower case cannot begin anything, and an entry of
 * the recipients' list (`- Sở …;`) may run over.
 */
function isEntryRest(paragraph: Line[], line: Line): boolean {
  const first = paragraph[0]!;
  const last = paragraph.at(-1)!;
  if (markerOf(line.text) || isFinished(last.text) || Math.abs(line.size - last.size) > 0.5) return false;
  if (line.y - last.y > 2 * last.size) return false;
  return startsLow(line.text) || (/^[-+*]/.test(first.text) && line.x0 > first.x0 - 2);
}

function isCellRest(last: Line, line: Line, measures: Measures): boolean {
  if (markerOf(line.text) && isFinished(last.text)) return false;
  if ((line.y - last.y) / last.size > measures.widestGap + 0.3) return false;
  return !isFinished(last.text) || startsLow(line.text) || last.x1 - last.x0 > 0.75 * widthOf(last, measures);
}

const widthOf = (line: Line, { frameOf }: Measures): number => frameOf(line).right - frameOf(line).left;

/** Whether running text goes on from the last line of a paragraph to the next line. */
function wraps(paragraph: Line[], line: Line, measures: Measures): boolean {
  const last = paragraph.at(-1)!;
  const unfinished = !isFinished(last.text);
  const flows = (unfinished && startsLow(line.text) && !markerOf(line.text)) || isCut(last.text);
  if (isGap(last, line, measures.widestGap + (flows ? 0.4 : 0))) return false;
  if (Math.abs(last.size - line.size) > (flows ? 0.3 : 0.12) * last.size) return false;
  const aligned = isAligned(paragraph, line, measures);
  if (flows && aligned) return true;
  if (haveOneMiddle(last, line, measures)) return isSameTitle(last, line, measures);
  if (isCentred(line, measures) || isCentred(last, measures))
    return isTitleLine(last, measures) && isTitleLine(line, measures) && isSameTitle(last, line, measures);
  if (markerOf(line.text)) return aligned && isRunningText(paragraph, line, measures);
  if (flows) return !isShort(last, line, measures.frameOf(last));
  if (isShort(last, line, measures.frameOf(last)) || !aligned) return false;
  return !changesStyle(paragraph, line);
}

/** Across a page turn the gap says nothing. */
const isGap = (last: Line, line: Line, widest: number): boolean =>
  last.page === line.page && last.block === line.block && (line.y - last.y) / last.size > widest;

/**
 * Centred: as much room on the left as on the right, and not at a place where lines begin all the time: there a ragged
 * line may have that by chance.
 */
function isCentred(line: Line, { frameOf, isIndent }: Measures): boolean {
  const { left, right } = frameOf(line);
  const [before, after] = [line.x0 - left, right - line.x1];
  return before > 0.3 * line.size && Math.abs(before - after) < 0.6 * line.size && !isIndent(before);
}

/** Lines of different length with one middle, which is about the page's: centred, wherever they happen to begin. */
function haveOneMiddle(a: Line, b: Line, { frameOf }: Measures): boolean {
  const { left, right } = frameOf(b);
  const middle = (b.x0 + b.x1) / 2;
  const isOne = Math.abs((a.x0 + a.x1) / 2 - middle) < 1 && Math.abs(a.x0 - b.x0) > 0.5 * b.size;
  return isOne && a.page === b.page && Math.abs((left + right) / 2 - middle) < b.size;
}

/** A centred line, or one so long that it has no room to show it. */
const isTitleLine = (line: Line, measures: Measures): boolean =>
  isCentred(line, measures) ||
  (line.bold && !isFinished(line.text) && widthOf(line, measures) - line.x1 + line.x0 < line.size);

/**
 * Centred lines of one style are one title. A short line in capitals over a longer one is the type of the document
 * (BÁO CÁO) or the number of a part, over its title; brackets begin a remark (Kèm theo …).
 */
function isSameTitle(last: Line, line: Line, { frameOf }: Measures): boolean {
  if (last.bold !== line.bold || last.italic !== line.italic || /^[([]/.test(line.text)) return false;
  const isLabel = isCapitals(last.text) && last.text.length <= 30 && isShort(last, line, frameOf(last));
  return !(isLabel && (!isCapitals(line.text) || line.x1 - line.x0 > last.x1 - last.x0));
}

/** Whether a line begins where the lines of this paragraph do, after its first. */
function isAligned(paragraph: Line[], line: Line, { frameOf, continuationOf }: Measures): boolean {
  const offset = (of: Line) => of.x0 - frameOf(of).left;
  const [first, last] = [paragraph[0]!, paragraph.at(-1)!];
  const near = (place: number) => Math.abs(offset(line) - place) < 0.35 * line.size;
  if (paragraph.length > 1) return near(offset(last));
  return near(continuationOf(first)) || near(0) || hangs(first, line);
}

/** Hanging indent: the lines below begin under the first word behind the marker. */
function hangs(first: Line, line: Line): boolean {
  const words = (markerOf(first.text)?.split(/\s+/).length ?? 0) && first.words[1];
  return words ? Math.abs(line.x0 - words.x0) < 0.35 * line.size : false;
}

/**
 * A marker that is none, since the sentence goes on: the line stands at the margin where markers are indented; or it
 * begins with the dash of `kinh tế - xã hội` or of `Bắc – Nam`, or with a number, that a full line pushed down.
 */
function isRunningText(paragraph: Line[], line: Line, measures: Measures): boolean {
  const [first, last] = [paragraph[0]!, paragraph.at(-1)!];
  if (isFinished(last.text) || isShort(last, line, measures.frameOf(last))) return false;
  if (first.x0 - line.x0 > 0.5 * line.size) return true;
  const sign = line.text[0]!;
  const rest = line.text.slice(markerOf(line.text)!.length).trimStart();
  return startsLow(rest) || /^\d/.test(rest) || (/[–—]/.test(sign) && !first.text.startsWith(sign));
}

/** A bold heading over a text that begins with a capital, or the other way round. */
function changesStyle(paragraph: Line[], line: Line): boolean {
  if (startsLow(line.text)) return false;
  const bold = paragraph.every((other) => other.bold);
  return (bold && !line.bold && !line.words[0]!.bold) || (!bold && line.bold && isFinished(paragraph.at(-1)!.text));
}
