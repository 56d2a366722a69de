import { lower } from '../lexicon/phrases.ts';
import { isFarewell } from './headings.ts';
import type { Line } from './lines.ts';
import { isSlip } from './markers.ts';
import { beginsSentence, endsHeading, isOpenEnded, leavesOpen } from './open-ends.ts';
import { countsParts, isRunningText } from './running-text.ts';
import { startOf, wordsOf } from './sentence-words.ts';
import { isFinished, isFull, lowercaseStart, type Setting, uppercaseStart } from './setting.ts';

const allCaps = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;
/** ISO 9001:2015 is a name, no heading in capitals. */
const nameInCaps = /^\p{Lu}+[\s-]?\d[\d:.-]*$/u;
const goesOnCaps = new RegExp(`^(?:\\d|(?:${wordsOf('onward')})(?=\\s|$))`, 'u');
const goesOnInCaps = (text: string): boolean => goesOnCaps.test(lower(text.slice(0, 20)));
const isCaps = (text: string): boolean => allCaps.test(text) && (!nameInCaps.test(text) || goesOnInCaps(text));
/** "Đạt: 13⏎HS (1,5%)", "lao động tham gia⏎BHXH.": behind small letters one abbreviation is no heading. */
const abbreviation = /^[^\p{L}]*\p{Lu}{1,6}[^\p{L}]*$/u;

/** `2021 | Lao động tiên tiến | 12/QĐ-UBND`: the bars between the cells of a table are no text. */
const row = /\s\uFEFF\s[^\uFEFF]*\s\uFEFF\s/;
const isRow = ({ reading }: Line): boolean => reading.includes('\uFEFF') && row.test(reading);
/** "1. Thuận lợi⏎:", as converters tear it. */
const loneSign = /^[:;.,]$/;
/** "Thứ hai, …", "Hai là, …": items without a marker. */
const enumerates = new RegExp(`^(?:${wordsOf('enumerator')})(?=[\\s,:])`, 'u');
const enumeratorStarts = startOf('enumerator');
const isEnumerated = (text: string): boolean =>
  enumeratorStarts.test(text) && enumerates.test(lower(text.slice(0, 20)));

/** Less is a heading or the cell of a table. */
const shortestProse = 30;

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
  if (!unfinished && (isFarewell(text, text.endsWith('./.')) || isEnumerated(text))) return false;
  if (text.length === 1 && loneSign.test(text)) return !isFinished(previous);
  if (isRow(line) || isRow(previous)) return false;
  const [marker] = line.markers;
  if (marker && isSlip(marker))
    return (
      unfinished &&
      (isOpenEnded(previous, line) ||
        (!mayBeHeading(first) && isFull(previous, line, setting, 0.85, first === previous)))
    );
  if (marker && countsParts(marker, previous)) return true;
  if (marker) return !isFinished(previous) && isRunningText(marker, first, previous, line, setting);
  const flush = setting.indent === null ? null : line.indent < setting.indent;
  if (flush === false && uppercaseStart.test(text)) return false;
  if (unfinished && (isOpenEnded(previous, line) || leavesOpen(previous, text))) return true;
  if (unfinished && isPieceOfProse(first, previous, line, setting)) return true;
  if (lowercaseStart.test(text)) {
    if (unfinished) return !(text.startsWith('(') && mayBeHeading(first));
    return flush === true || isFull(previous, line, setting, 0.9, first === previous);
  }
  const caps = isCaps(behindMarker(previous));
  // "theo TCVN⏎ISO 9001:2015" begins in capitals and is no heading: paragraphs of this text are indented.
  if (caps !== (isCaps(text) && (caps || !abbreviation.test(text)))) return flush === true && unfinished;
  if (caps) return (line.gap === 0 && previous.reading.length > 25) || brokenHeading(first, previous, line);
  if (setting.gapsPart && line.gap > 0) return false;
  if (setting.gapsJoin && line.gap === 0 && !line.turned && !mayBeHeading(first)) return true;
  if (width === null) return unfinished && isCutProse(first, previous);
  if (!unfinished)
    return flush ?? isFull(previous, line, setting, isList(previous, text) ? 0.9 : 0.98, first === previous);
  if (mayBeHeading(first)) {
    if (beginsSentence(text) || endsHeading(previous)) return false;
    return isFull(previous, line, setting, line.gap === 0 ? 0.85 : 1, first === previous);
  }
  return isFull(previous, line, setting, 0.75, first === previous);
}

/** "trong đó:⏎165 vụ": a figure behind a colon or semicolon is the next of a list inside the sentence. */
const isList = (previous: Line, text: string): boolean => /^\d/.test(text) && /[:;]$/.test(previous.reading);

/**
 * "III. PHƯƠNG HƯỚNG, NHIỆM VỤ⏎TRONG THỜI GIAN TỚI": a heading in capitals that its author broke into two paragraphs.
 * Behind a marker any line in capitals goes on with it; a word alone is the cell of a table (STT).
 */
export function brokenHeading(first: Line, previous: Line, line: Line): boolean {
  const heading = behindMarker(previous).trim();
  if (!isCaps(heading) || !isCaps(line.reading) || isFinished(previous) || line.markers.length) return false;
  if (goesOnInCaps(line.reading)) return true;
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
  if (isCaps(behindMarker(previous)) || (mayBeHeading(first) && endsHeading(previous))) return false;
  return (
    isFull(previous, line, setting, 0.85, first === previous) ||
    !(mayBeHeading(first) || /^\([^)]*\)\S?$/.test(line.reading))
  );
}

/** "Phần hai: HIỆN TRẠNG" is in capitals, whatever its marker is. */
const behindMarker = (line: Line): string => line.reading.slice(line.markers[0]?.text.length ?? 0);

/** Whether a line surely begins an item: a marker behind a finished line. */
export const beginsItem = (previous: Line, line: Line): boolean => isFinished(previous) && line.markers.length > 0;

/** A numbered line may be a heading, which ends without a stop. */
function mayBeHeading(first: Line): boolean {
  const [marker] = first.markers;
  return marker !== undefined && marker.value > 0;
}

/**
 * A paragraph of several sentences that breaks off without a stop, in a text that has one paragraph a line: a page
 * turn cut it. Headings have no stop either, but they are one short sentence and mostly begin with a marker.
 */
function isCutProse(first: Line, previous: Line): boolean {
  const length = previous.end - first.start;
  return length > 200 && first.markers.length === 0 && /[.;]\s+\p{Lu}/u.test(previous.reading);
}
