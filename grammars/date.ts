import { HYPHEN } from './alphabet.ts';

/** The ways to write a full date: 17/02/2023, 14-3-2023, 14.3.2023, 3/3/23, 17 tháng 02 năm 2023, 17/02 năm 2023. */
const sign = String.raw`\s*[/.${HYPHEN}]\s*`;
const numeric = String.raw`\d{1,2}${sign}\d{1,2}${sign}(?:\d{4}|\d{2})(?!\d)`;
const worded = String.raw`\d{1,2}\s*(?:tháng|THÁNG|${sign})\s*\d{1,2}\s*,?\s*(?:năm|NĂM)\s*\d{4}(?!\d)`;

/** Pattern source of a full date; any case is up to the flags. */
export const fullDate = `(?:${worded}|${numeric})`;

const day = '(?:[Nn]gày|NGÀY)';
/**
 * Pattern source of a date that dates a document: `ngày 17/02/2023`, behind a comma or, by a slip, a full stop,
 * in parentheses, or bare; `cùng ngày` is that of the document before. A part date (`tháng 3 năm 2020`) is none.
 */
export const documentDate = String.raw`(?:\(\s*(?:(?:ký|ban hành)\s+)?${day}\s*${fullDate}\s*\)|[,.]?\s*(?:(?:ký|ban hành|đề|lập|cùng)\s+)?${day}\s*${fullDate}|,?\s*${fullDate}|,?\s*cùng\s+${day})`;
