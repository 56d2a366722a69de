/**
 * How a period is written: "5 tháng đầu năm 2023", "quý III/2024", "giai đoạn 2021-2025". Forms in the order in which
 * they are tried at one place; what they mean is said in src/resolve/period.ts.
 */
export interface PeriodForm {
  name:
    | 'range'
    | 'months-range'
    | 'since'
    | 'as-of'
    | 'date'
    | 'months'
    | 'half'
    | 'quarter'
    | 'month'
    | 'week'
    | 'term'
    | 'years'
    | 'duration'
    | 'year';
  /** What it can begin with, "0" for any digit: most forms need not be tried at a place, nor their patterns compiled. */
  starts: string[];
  /** Anchored at the place (flag y); for printed text with single spaces, in lower case: the flag `i` compiles slowly. */
  pattern: RegExp;
  examples: string[];
}

const counts = '0 một hai ba bốn năm sáu bảy tám chín mười';
const count = String.raw`(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?:\s(?:một|hai))?)`;
const year = String.raw`(\d{4})`;
const ofYear = String.raw`(?:,?\s?(?:năm|của năm|[/.-])\s?${year}(?!\d))?`;
/** Day, month and year, the year often only behind the second of two dates. */
const date = String.raw`(?:ngày\s)?(\d{1,2})(?:\s?[/.-]\s?|\stháng\s)(\d{1,2})(?:(?:\s?[/.-]\s?|\snăm\s)(\d{4}))?(?!\d)`;
const to = String.raw`\s?(?:đến(?:\shết)?|tới|[-–])\s?`;
const form = (name: PeriodForm['name'], starts: string, source: string, examples: string[]): PeriodForm => ({
  name,
  starts: starts.split(' '),
  pattern: new RegExp(`(?<![a-zà-ỹ\\d])(?:${source})(?![a-zà-ỹ\\d])`, 'y'),
  examples,
});

export const periodForms: PeriodForm[] = [
  form('range', 'kể từ ngày 0', `(?:kể\\s)?(?:từ\\s)?${date}${to}${date}`, [
    'từ ngày 15/12/2022 đến ngày 14/12/2023',
    'từ 15/11/2022 đến 14/11/2023',
    'từ ngày 15 tháng 11 năm 2022 đến ngày 14 tháng 5 năm 2023',
    'từ 01/01 đến 30/6/2023',
  ]),
  form('months-range', 'từ tháng', `(?:từ\\s)?tháng\\s(\\d{1,2})${ofYear}${to}tháng\\s(\\d{1,2})${ofYear}`, [
    'từ tháng 12/2022 đến tháng 5/2023',
    'từ tháng 01 đến hết tháng 9 năm 2023',
  ]),
  form('since', 'từ', `từ\\snăm\\s${year}\\s(?:đến|tới)\\snay`, ['từ năm 2019 đến nay']),
  form('as-of', 'tính đến tới', `(?:tính\\s)?(?:đến|tới)(?:\\shết)?\\s${date}`, [
    'tính đến ngày 05/11/2023',
    'đến hết ngày 31/10/2023',
  ]),
  form('date', 'ngày 0', date, ['ngày 17/02/2023', 'ngày 17 tháng 02 năm 2023']),
  form('months', counts, `(${count})\\stháng(?:\\s(đầu|cuối))?(?:\\s(?:của\\s)?năm(?:\\s${year})?)`, [
    '5 tháng đầu năm 2023',
    'sáu tháng cuối năm',
    '9 tháng năm 2023',
  ]),
  form('half', 'nửa', `nửa\\s(đầu|cuối)\\s(?:của\\s)?năm(?:\\s${year})?`, ['nửa đầu năm', 'nửa cuối năm 2022']),
  form('quarter', 'quý', `quý\\s(iv|i{1,3}|[1-4])${ofYear}`, ['quý III năm 2023', 'quý I/2024', 'quý II']),
  form('month', 'tháng', `tháng\\s(\\d{1,2})${ofYear}`, ['tháng 10 năm 2023', 'tháng 11/2023']),
  form('week', 'tuần', `tuần(?:\\s(?:thứ\\s)?\\d{1,2})?(?=\\s?[(,;:/]|\\s(?:tháng|năm|từ)|$)${ofYear}`, [
    'tuần 45',
    'tuần 12/2024',
  ]),
  form(
    'term',
    'nhiệm năm niên khóa khoá',
    `(?:nhiệm\\skỳ|năm\\shọc|niên\\skh(?:óa|oá)|kh(?:óa|oá))\\s${year}\\s?[-–]\\s?(\\d{4})`,
    ['nhiệm kỳ 2020-2025', 'năm học 2022 - 2023'],
  ),
  form(
    'years',
    `giai các trong từ ${counts}`,
    `(?:giai\\sđoạn|(?:${count}|các|trong)\\snăm|từ\\snăm|năm)\\s\\(?${year}\\s?(?:[-–]|đến(?:\\shết)?|và)\\s?(?:năm\\s)?(\\d{4})\\)?`,
    ['giai đoạn 2021-2025', '02 năm 2022-2023', 'từ năm 2019 đến năm 2023', '5 năm (2016-2020)'],
  ),
  form('years', '(', `\\(${year}\\s?[-–]\\s?(\\d{4})\\)`, ['(2018 - 2023)']),
  form('duration', counts, `(${count})\\snăm(?!\\s(?:đầu|học|tuổi|tù))`, ['04 năm', 'mười năm']),
  form('year', 'năm', `năm\\s${year}`, ['năm 2023']),
];

const starts = new Set(periodForms.flatMap((form) => form.starts));
const pattern: Record<string, string> = { 0: String.raw`\d`, '(': String.raw`\(\d{4}` };
/** Where a period can begin: a cheap pattern that spares the forms most places. */
export const periodStart = new RegExp(
  `(?<![a-zà-ỹ\\d])(?:${[...starts].map((word) => pattern[word] ?? word).join('|')})`,
  'g',
);

/** Whether a form can begin at an offset of a text in lower case. */
export const beginsAt = ({ starts }: PeriodForm, text: string, at: number): boolean =>
  starts.some((word) => text.startsWith(word, at) || (word === '0' && /\d/.test(text.charAt(at))));
