import { isoDay } from '../calendar.ts';

const parts = /(\d{1,2})\D+?(\d{1,2})\D+?(\d{4}|20\s\d{2}|\d{2})(?!\d)/;

/**
 * The date in a date token (`, ngày 17 tháng 02 năm 2023`) as ISO; `null` where there is no such day. A year of two
 * digits lies within the last hundred years as seen from 2050.
 */
export function isoDate(token: string): string | null {
  const [, day, month, printed] = parts.exec(token) ?? [];
  if (!day || !month || !printed) return null;
  const year = printed.replace(/\s/, '');
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);
  return isoDay(full, Number(month), Number(day));
}

/** The hour before the day: hồi 17 giờ 30 phút ngày 12/9/2023. */
const hour = /^,?\s*(?:hồi|lúc)\s.*?(?=ngày)/iu;
const items = /\s*(?:[,;]|và)\s*(?:ngày\s*)?(?=\d)/;
/** The days of a list that leaves the year to the last one: `ngày 12/3, 15/3 và 20/3/2022`. */
export const daysBefore = (token: string): string[] =>
  token.replace(hour, '').replace(/^\D*/, '').split(items).slice(0, -1);

/** The date of a token, the last one of a list. */
export const lastDate = (token: string): string | null => isoDate(token.replace(hour, '').split(items).at(-1) ?? '');
