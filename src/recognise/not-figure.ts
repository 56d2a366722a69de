import { skipSpaces } from '../../grammars/phrases.ts';
import { nounAt } from '../../grammars/unit.ts';

/** Numbers that are no figures by their own form, whatever stands around them. */

const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const year = '(?:19|20)\\d{2}';
const sign = '\\s?[/.-]\\s?';

const forms = [
  // 17/02/2023, 17-02-2023, 05/ 11/2023; from 05- 24/9/2022 and 01 đến 15/8/2023; 16/5-15/6/2023
  `${day}(?:(?:${sign}${month})?\\s*(?:[-–]|đến|tới)\\s*(?:hết\\s+)?(?:ngày\\s+)?${day})?${sign}${month}${sign}(?:${year}|\\d{2}(?!\\d))`,
  // 3/2010, 11-12/2020, 2020/2021
  `(?:${month}\\s*[-–]\\s*)?${month}${sign}${year}(?!\\d)`,
  `${year}\\s*[-–/]\\s*${year}(?!\\d)`,
  // 7 giờ 30, 07h30, 7g15, 7:30
  "\\d{1,2}(?:\\s*(?:giờ|h|g)\\s*|:)[0-5]\\d(?!\\d)(?:\\s*(?:phút|’|'))?",
  '\\d{1,2}h(?![A-Za-zÀ-ỹ])',
  // 30/KH-UBND, 48/2021/QĐ-UBND, 31-KH/HU: the number of a document
  `\\d+[a-z]?\\s*(?:/\\s*${year}\\s*)?[/-]\\s*[A-ZĐ]{2,}`,
  // telephone numbers and identity numbers
  '0\\d{2,}(?:[ .]\\d{3,})*(?!\\d)',
  // round the clock
  '24\\s*/\\s*(?:24|7)(?:\\s*(?:h|giờ))?(?![A-Za-zÀ-ỹ\\d])',
];
const byForm = new RegExp(forms.map((form) => `(?:${form})`).join('|'), 'uy');

/** The end of a date, clock time, document or telephone number that begins at `at`; -1 where there is none. */
export function notFigureAt(text: string, at: number): number {
  byForm.lastIndex = at;
  if (!byForm.test(text)) return -1;
  const end = byForm.lastIndex;
  const printed = text.slice(at, end);
  return (allOf24.test(printed) && counts(text, end)) || (share.test(printed) && countsFew(text, end)) ? -1 : end;
}

const allOf24 = /^24\s*\/\s*24$/;
/** Month and year, or so many out of two thousand. */
const share = /^\d{1,2}\s?\/\s?\d{4}$/;

/** "24/24 xã" counts; "24/24 giờ" and what has no unit behind it is round the clock. */
function counts(text: string, at: number): boolean {
  const row = nounAt(text, skipSpaces(text, at))?.row;
  return row !== undefined && row !== null && row.kind !== 'duration';
}

/** "9/2015 hộ" counts; bodies and places behind month and year act then: "đến 9/2015 đảng bộ xã có". */
function countsFew(text: string, at: number): boolean {
  const row = nounAt(text, skipSpaces(text, at))?.row;
  return counts(text, at) && !row?.weak && row?.group !== 'body' && row?.group !== 'place';
}

const dayAndMonth = new RegExp(`${day}\\s?/\\s?${month}(?![\\d/])`, 'y');

/** The end of a day and month without a year ("31/5") at `at`; -1 where there is none. */
export function dayAndMonthAt(text: string, at: number): number {
  dayAndMonth.lastIndex = at;
  return dayAndMonth.test(text) ? dayAndMonth.lastIndex : -1;
}

const run = /\d+(?:(?:\s?[-–/]\s?|[.,:])\d+)*[A-Za-zĐđ]*/y;

/** The end of all that hangs together with the digit at `at`: 24A, 2021-2025, 08- 31/8. */
export function runEnd(text: string, at: number): number {
  run.lastIndex = at;
  return run.test(text) ? run.lastIndex : at + 1;
}
