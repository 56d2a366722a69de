import { ordinalWords, romanValue } from '../../grammars/numbering.ts';

/** The meeting that passed a resolution, in one of the ways to write it. */

const asNumber = (count: string): string => {
  const word = ordinalWords.indexOf(count);
  return word >= 0 ? `${word + 1}` : /^[ivxl]+$/.test(count) ? `${romanValue(count)}` : count;
};

const session = /(?:trung ương|tw|lần thứ)\s*(\d[\d, và]*|mười \p{L}+|\p{L}+)/u;
const term = /khóa ([ivxl]+|\d+)/;
/** What says no more of a congress: đại hội *đại biểu toàn quốc lần thứ* XIII *của Đảng*. */
const dispensable = /đại biểu|toàn quốc|lần thứ|đảng cộng sản việt nam|đảng(?! bộ)|[,()]/g;

/**
 * A name of a meeting for comparison: Trung ương 4 khóa XII, TW 4 (khóa XII) and Hội nghị lần thứ tư Ban Chấp hành Trung
 * ương khóa XII are one, as are Đại hội XIII and Đại hội đại biểu toàn quốc lần thứ XIII.
 */
export function meetingKey(name: string): string {
  const plain = name.toLowerCase().replace(/khoá/g, 'khóa');
  if (plain.startsWith('đại hội'))
    return plain.replace(dispensable, ' ').replace(/\s+/g, ' ').trim().replace(/\S+$/, asNumber);
  const [, count = ''] = session.exec(plain) ?? [];
  const [, of = ''] = term.exec(plain) ?? [];
  if (!count || !/trung ương|tw/.test(plain)) return plain;
  return `trung ương ${asNumber(count.trim())} ${asNumber(of)}`;
}
