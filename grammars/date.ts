import { HYPHEN } from './alphabet.ts';

/** The ways to write a full date: 17/02/2023, 14-3-2023, 14.3.2023, 3/3/23, 17 tháng 02 năm 2023, 17/02 năm 2023. */
const sign = String.raw`\s*[/.${HYPHEN}]/?\s*`;
/** 16/7/20 21: a space within the year, where the sentence visibly goes on behind it. */
const brokenYear = String.raw`20\s\d\d(?=\s*(?:[,.;:)]|của\s|về\s|(?![\s\S])))`;
const numeric = String.raw`\d{1,2}${sign}\d{1,2}${sign}(?:${brokenYear}|(?:\d{4}|\d{2})(?!\d))`;
const worded = String.raw`\d{1,2}\s*(?:[Tt]háng|THÁNG|${sign})\s*\d{1,2}\s*(?:,?\s*(?:[Nn]ăm|NĂM)|[/${HYPHEN}])\s*\d{4}(?!\d)`;

/** Pattern source of a full date; the words in small letters, with a capital or in capitals. */
export const fullDate = `(?:${worded}|${numeric})`;

/** The word before a date, as a pattern source. */
export const day = '(?:[Nn]gày|NGÀY)';
const dayMonth = String.raw`\d{1,2}\s*[/-]\s*\d{1,2}(?![\d/-]|\.\d)`;
/** A year that lacks a digit or has one too many makes no date: 05/5/202, 05/5/20222. */
const cutYear = String.raw`(?:\s*[/-]\s*(?:\d{1,3}|\d{5})(?!\d))`;

/**
 * Pattern source of what dates a document but in part, before the issuer: ngày 05/5, năm 2014, tháng 3/2021, (khóa VII). Such a
 * date is none of the document's.
 */
export const partDate = String.raw`,?\s*(?:${day}\s*\d{1,2}\s*[/-]\s*\d{1,2}(?:${cutYear}|(?![\d/-]|\.\d))|(?:tháng\s*\d{1,2}\s*(?:[/-]|năm)|năm)\s*(?:19|20)\d\d(?!\d)|\(\s*[Kk]h(?:óa|oá)\s+[IVXL\d]+\s*\))(?=\s+của\s)`;
/** Pattern source of the dates of several documents, the last of which has the year: ngày 12/3, 15/3 và 20/3/2022. */
export const dateList = String.raw`,?\s*(?:các\s+)?${day}\s*(?:${dayMonth}\s*(?:,|;|và)\s*(?:ngày\s*)?)+${fullDate}`;

/** Công điện số 5/CĐ-UBND *hồi 17 giờ 30 phút* ngày …: what is urgent has an hour too. */
const hour = String.raw`,?\s*(?:hồi|lúc)\s+\d{1,2}\s*(?:giờ|[hg:])\s*(?:\d{1,2}\s*(?:phút|['’])?)?,?\s*`;
/**
 * Pattern source of a date that dates a document: `ngày 17/02/2023`, behind a comma or, by a slip, a full stop,
 * in parentheses, or bare; `cùng ngày` is that of the document before. A part date (`tháng 3 năm 2020`) is none.
 */
export const documentDate = String.raw`(?:${hour}${day}\s*${fullDate}|\(\s*(?:(?:(?:ký|ban hành)\s+)?${day}\s*)?${fullDate}\s*\)|(?:[,.]?\s*(?:(?:ký|(?:được\s+)?(?:ký\s+)?ban hành|đề|lập|cùng|đều)\s+)?${day}\s*|,?\s*)${fullDate}|,?\s*cùng\s+${day})`;
