import { LETTER } from './alphabet.ts';
import { fullDate } from './date.ts';

/** References by name alone, each a regular form: pattern sources whose group 1 is the name. */

const roman = `[IVXL]{1,6}(?![${LETTER}\\d])`;
const terms = String.raw`(?:khóa|khoá|Khóa|Khoá)\s+${roman}(?:\s*,\s*${roman})*`;
const term = String.raw`(?:,?\s+${terms}|\s*\(\s*${terms}\s*\))?`;

/**
 * A resolution by the meeting that passed it, behind the type, counted so that it is one meeting: Nghị quyết Hội nghị Trung ương 4
 * khóa XII, Nghị quyết Đại hội XIII, Nghị quyết Đại hội Đảng bộ xã lần thứ V.
 */
export const meetingResolution = String.raw`\s+((?:(?:Đại|đại)\s+hội|(?:Hội|hội)\s+nghị|Trung\s+ương|TW)(?![${LETTER}])(?:[^.,;:()\d]{0,80}?\s+lần\s+thứ\s+(?:[IVXL]+|\d{1,2}|[${LETTER}]+)|(?:\s+(?:Trung\s+ương|TW))?\s+\d{1,2}(?!\d)|(?:\s+Đảng)?\s+${roman})${term})`;

/** What makes rules of a body that bear a date instead of a number, behind the type: Quy chế làm việc của Hội đồng trường ngày 04/9/2019. */
export const datedRules = String.raw`\s+([^.,;:()\d"“”]{3,90}?)\s+ngày\s*${fullDate}`;
