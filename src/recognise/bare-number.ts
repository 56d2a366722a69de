import type { MeasureRecord } from '../../grammars/figure.ts';
import { unitRow } from '../../grammars/figure-tokens.ts';
import { skipSpacesBack, wordStart } from '../../grammars/phrases.ts';
import type { Evidence } from './figure.ts';
import type { MeasureMatch } from './measure.ts';
import { isListedByName } from './name-list.ts';

/** Whether a printed number may be a year of our time. */
export const isYear = (printed: string): boolean => /^(?:19|20)\d\d$/.test(printed);

/** Whether the word before `at` is a proper name: "Nam Sơn 2 xã", "Trung ương 6 khóa"; not the first of a sentence. */
export function followsName(text: string, at: number): boolean {
  const end = skipSpacesBack(text, at);
  const start = wordStart(text, end);
  const letter = text.charAt(start);
  if (start === end || letter === letter.toLowerCase()) return false;
  const before = skipSpacesBack(text, start);
  return before > 0 && !/[.:;!?(•*+–-]/.test(text.charAt(before - 1));
}

/** "2 Bà Trưng", "45 Lê Lợi": a number before a proper name is no count; "01 Bà Mẹ" is written as one. */
export const isAddress = ({ value, unit }: MeasureRecord): boolean =>
  unit !== null &&
  unitRow(unit) === null &&
  !value.number.image.startsWith('0') &&
  /^\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}/u.test(unit.image);

const titled =
  /(?:phong trào|vận động|chương trình|mô hình|chiến dịch|cuộc thi|hội thi|chủ đề|danh hiệu|đề án|dự án|phương châm|thi đua)\s*["“][^"“”]*$/iu;

/** "phong trào “Mỗi đoàn viên 2 việc tốt”": what a name in quotation marks says counts nothing. */
export function isInTitle(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 80), at);
  if (!before.includes('"') && !before.includes('“')) return false;
  return titled.test(before) && /^[^"“]{0,80}["”]/u.test(text.slice(at, at + 82));
}

/** "HĐND 2 huyện", "THCS 12": an abbreviation before a number is no proper name. */
export const followsAbbreviation = (text: string, at: number): boolean =>
  /(?<!\p{L})\p{Lu}{3,}\s+$/u.test(text.slice(Math.max(0, at - 12), at));

/** A number without a unit: a share or a rank, money by its scale, or an item of a list. */
export function judgeBare(text: string, at: number, { first, main, context }: Evidence): 'figure' | 'bare' | 'none' {
  if (main.kind === 'money' || main.kind === 'rate') return 'figure';
  const after = text.slice(main.span[1], main.span[1] + 8);
  if (takeCurrency(text, main)) return 'figure';
  const before = text.slice(Math.max(0, at - 8), at);
  const told = /(?::|(?<!\p{L})là)\s*$/u.test(before);
  const closed = /^\s*(?:[,;.()]|và(?!\p{L})|$)/u.test(after) && !/^[.,]\d/.test(after);
  if (main.kind === 'rank') return main.of !== null || closed || /^\s/.test(after) ? 'figure' : 'none';
  if (main.of !== null && (main.change === 'achieved' || (told && closed) || isShare(text, main))) return 'figure';
  // "5/9" is a day, "18/23" may be a part.
  if (main.of !== null && !(main.of > 12 && main.value <= main.of && main.to === null)) return 'none';
  if (isYear(first.value.number.image) || main.to !== null) return 'none';
  if (context.change && context.change.change !== 'none' && isShareOfBefore(text, main)) {
    Object.assign(main, { kind: 'percent', impliedUnit: '%', change: context.change.change });
    return 'figure';
  }
  if (context.change?.change === 'none' && /^còn/i.test(text.slice(context.start, at)) && /^\s/.test(after))
    return 'bare';
  const word = /(\p{L})\p{L}*\s+$/u.exec(text.slice(Math.max(0, at - 24), at));
  // "xin ra khỏi Đảng 01": written as a count.
  const named = followsName(text, at) && !followsAbbreviation(text, at) && !/^0\d/.test(first.value.number.image);
  const inList = (word && !named) || isListedByName(text, at, main.span[1]);
  return closed && (told || inList) ? 'bare' : 'none';
}

const strayComma = /\d{1,3}(?:\.\d{3}){2,}\s*,\s*đồng(?=\s*(?:[.,;()]|$))/uy;

/** "12.500.000, đồng": a comma has slipped in before the currency. */
function takeCurrency(text: string, main: MeasureMatch): boolean {
  if (text.charAt(main.span[1]) !== ',' || main.value < 1e6) return false;
  strayComma.lastIndex = main.span[0];
  if (!strayComma.test(text)) return false;
  Object.assign(main, { kind: 'money', unit: 'đồng', span: [main.span[0], strayComma.lastIndex] });
  return true;
}

/** "tăng 6,71 so với cùng kỳ": the sign was left out behind a fraction that is compared. */
const isShareOfBefore = (text: string, { span, value }: MeasureMatch): boolean =>
  !Number.isInteger(value) &&
  /^\s+(?:so\s+(?:với|cùng)|cùng\s+kỳ|(?:kế hoạch|KH|dự toán)(?!\p{L}))/u.test(text.slice(span[1], span[1] + 12));

const itsPercentage =
  /\s*,?\s*\(?(?:(?:(?:đạt|chiếm|bằng|tương ứng)\s|=)\s*)?(?:tỷ lệ\s+|tỉ lệ\s+)?(?:trên\s+|hơn\s+|gần\s+)?\d+(?:[.,]\d+)?\s?%/uy;

/** "An Bình 88/102, đạt 86,3%": the percentage behind two numbers tells that one is a part of the other. */
function isShare(text: string, { of, span }: MeasureMatch): boolean {
  itsPercentage.lastIndex = span[1];
  return of !== null && itsPercentage.test(text);
}
