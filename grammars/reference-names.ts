import { LETTER, LOWER, UPPER } from './alphabet.ts';
import { fullDate } from './date.ts';

/** References by name alone, each a regular form: pattern sources whose group 1 is the name. */

const roman = `[IVXL]{1,6}(?![${LETTER}\\d])`;
const ordinal = String.raw`(?:${roman}|\d{1,2}(?!\d))`;
const terms = String.raw`(?:khóa|khoá|Khóa|Khoá)\s+${ordinal}(?:\s*,\s*${roman})*`;
const term = String.raw`(?:,?\s+${terms}|\s*\(\s*${terms}\s*\))?`;
/** Đại hội XI Đảng bộ tỉnh Tân Hội is not the eleventh congress of the Party. */
const party = String.raw`(?:\s+Đảng\s+bộ\s+(?:tỉnh|thành\s+phố|thị\s+xã|huyện|quận|xã|phường|thị\s+trấn|khối)(?![${LETTER}])(?:\s+[${UPPER}][${LETTER}]*)*)?`;
/** Đại hội VII *Hội Nông dân Việt Nam*: small words within the name of an association, not behind it. */
const association = String.raw`(?:\s+(?:Hội|Đoàn|Công\s+đoàn|Liên\s+đoàn)(?![${LETTER}])(?:(?:\s+[${LOWER}]+){0,2}\s+[${UPPER}][${LETTER}]*)+)?`;
const counted = String.raw`(?:[IVXL]+|\d{1,2}|(?:(?:(?:hai|ba)\s+mươi|mười)\s+)?[${LETTER}]+)`;
const committee = String.raw`(?:,?\s+(?:Ban\s+[Cc]hấp\s+hành|BCH)\s+(?:[Tt]rung\s+ương|TW)(?:\s+Đảng(?:\s+[Cc]ộng\s+sản\s+Việt\s+Nam)?)?)?`;

const meeting = String.raw`(?:[Đđ]ại\s+hội|[Hh]ội\s+nghị|Trung\s+ương|TW)(?![${LETTER}])`;
/** How such a resolution begins behind the type; most types are followed by something else. */
export const meetingAhead = String.raw`\s*${meeting}`;

/**
 * A resolution by the meeting that passed it, behind the type, counted so that it is one meeting: Nghị quyết Hội nghị Trung ương 4
 * khóa XII, Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa X, Nghị quyết Đại hội XIII, Nghị quyết Đại hội Đảng bộ xã lần thứ V.
 */
export const meetingResolution = String.raw`\s*(${meeting}(?:[^.,;:()\d]{0,80}?\s+lần\s+thứ\s+${counted}|(?:\s+(?:Trung\s+ương|TW))?\s*\d{1,2}(?:\s*,\s*\d{1,2})*(?:\s+và\s+\d{1,2})?(?!\d)|(?:\s+Đảng)?\s+${roman}${party}${association})${committee}${term})`;

/** What makes rules of a body that bear a date instead of a number, behind the type: Quy chế làm việc của Hội đồng trường ngày 04/9/2019. */
export const datedRules = String.raw`\s+([^.,;:()\d"“”]{3,90}?)\s+ngày\s*${fullDate}`;
