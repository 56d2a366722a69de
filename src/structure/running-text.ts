import { lower } from '../lexicon/phrases.ts';
import type { Line } from './lines.ts';
import type { Marker } from './markers.ts';
import { isOpenEnded, leavesOpen } from './open-ends.ts';
import { wordsOf } from './sentence-words.ts';
import { isFull, lowercaseStart, type Setting, tail, uppercaseStart } from './setting.ts';

/** "giai đoạn 2021" ends a line, "- 2025" begins the next: one period. */
const yearAtEnd = /(?:giai đoạn|nhiệm kỳ|năm học|khóa|kỳ)\s+(?:19|20)\d{2}$/iu;
const yearAtStart = /^(?:19|20)\d{2}(?!\d)/;
/** "Kết luận số 114⏎-KL/TW": the symbol of a document. */
const endsInDigit = /\d$/;
const symbolStart = /^\p{Lu}{2,5}[/-]\p{Lu}/u;
/** "lần thứ⏎7. Giá trị", "khóa⏎XI": a word that only stands in front of a number. */
const opensOrdinal = new RegExp(`[\\s\\uFEFF(](?:${wordsOf('ordinal')})$`, 'u');
/** "Bắc⏎– Nam", "Thừa Thiên⏎- Huế". */
const halfName = new RegExp(`[\\s\\uFEFF](?:${wordsOf('halfName')})$`, 'u');
/** "Phòng Lao động⏎- Thương binh và Xã hội", "Ban Kinh tế⏎- Ngân sách": sectors of one body. */
const halfSector = new RegExp(`\\s(?:${wordsOf('halfSector')})$`, 'u');
const otherSector = new RegExp(`^(?:${wordsOf('otherSector')})(?=[\\s,.;:)]|$)`, 'u');
/** More than the longest name of a sector. */
const longestSector = 40;
const endsInName = /[^.:;!?]\s\p{Lu}\p{Ll}+$/u;
const nameStart = /^\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+(?=[\s,.;)])/u;

/** A marker that cannot be one: behind an unfinished line, `- xã hội` and `2. điều` are the sentence going on. */
export function isRunningText(marker: Marker, first: Line, previous: Line, line: Line, setting: Setting): boolean {
  const rest = line.reading.slice(marker.text.length).trimStart();
  if (marker.value > 0 && opensOrdinal.test(lower(tail(previous)))) return true;
  // "(khóa⏎XII) và", "(đợt⏎2) trên địa bàn": the bracket closes.
  if (marker.text.includes(')') && leavesOpen(previous, line.reading)) return true;
  if (marker.scheme === 'dash') return isRunningDash(rest, first, previous, line, setting);
  if (rest === '') return isFullProse(first, previous, line, setting);
  // "mức lương⏎3 – 4 triệu đồng", "Nghị quyết số⏎20 - NQ/TW".
  if (/\s[-–]$/.test(marker.text) && /^\d/.test(rest)) return !isHeading(first);
  return isOpenEnded(previous, line) && (!uppercaseStart.test(rest) || symbolStart.test(rest));
}

/** A dash inside a period, a symbol, a name, a range or a bracket. */
function isRunningDash(rest: string, first: Line, previous: Line, line: Line, setting: Setting): boolean {
  const above = previous.reading;
  if (yearAtEnd.test(above) && yearAtStart.test(rest)) return true;
  if (endsInDigit.test(above) && symbolStart.test(rest)) return true;
  if (halfName.test(above) && uppercaseStart.test(rest)) return true;
  if (halfSector.test(lower(above.slice(-longestSector))) && otherSector.test(lower(rest.slice(0, longestSector))))
    return isFull(previous, line, setting, 0.75, first === previous);
  if (lowercaseStart.test(rest)) return setting.width !== null && above.length > setting.width * 0.8;
  const isInside =
    (endsInDigit.test(above) && /^\d/.test(rest)) ||
    (endsInName.test(above) && nameStart.test(rest)) ||
    leavesOpen(previous, line.reading);
  return isInside && isFullProse(first, previous, line, setting);
}

/** A numbered line may be one. */
const isHeading = (first: Line): boolean => (first.markers[0]?.value ?? 0) > 0;

/** Behind a full line that is no heading the sentence goes on. */
function isFullProse(first: Line, previous: Line, line: Line, setting: Setting): boolean {
  return !isHeading(first) && isFull(previous, line, setting, 0.85, first === previous);
}

/**
 * "gồm: (1) trồng 12 ha rừng; (2) nuôi 300 con lợn;⏎(3) đào 4 ao cá": the number before it stands inside the line
 * above, so it counts the parts of a sentence.
 */
export function countsParts(marker: Marker, previous: Line): boolean {
  const before =
    /^\(?\d{1,2}\)$/.test(marker.text) && marker.value > 1 && marker.text.replace(/\d+/, String(marker.value - 1));
  return before !== false && previous.reading.lastIndexOf(` ${before} `) > 0;
}
