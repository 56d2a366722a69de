/** Days of a month, 0 where there is no such month. */
export function daysIn(year: number, month: number): number {
  if (!(month >= 1 && month <= 12)) return 0;
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Two digits, as ISO dates have them. */
const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** A day as ISO; `null` where the calendar has no such day, or the year has not four digits. */
export function isoDay(year: number, month: number, day: number): string | null {
  return year >= 1000 && year <= 9999 && day >= 1 && day <= daysIn(year, month)
    ? `${year}-${two(month)}-${two(day)}`
    : null;
}
