import type { Random } from './random.ts';

/** How an office types: the same throughout a document. */
export interface Habits {
  /** "05" for 5. */
  zero: boolean;
  /** "1495" for 1.495. */
  plainThousands: boolean;
  /** "87,1 %" for "87,1%". */
  spacedPercent: boolean;
  dates: 'short' | 'padded' | 'long';
}

export const habitsOf = (random: Random): Habits => ({
  zero: random.chance(70),
  plainThousands: random.chance(10),
  spacedPercent: random.chance(20),
  dates: random.pick(['short', 'padded', 'padded', 'long']),
});

/** A whole number as printed. */
export function whole(value: number, { zero, plainThousands }: Habits): string {
  if (value < 10) return zero ? `0${value}` : String(value);
  if (value < 1000 || (plainThousands && value < 10_000)) return String(value);
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, '.');
}

/** A number of `places` digits behind the comma, given in the smallest unit printed: 1235 with 2 is "12,35". */
export function decimal(units: number, places: number, habits: Habits): string {
  const scale = 10 ** places;
  const lead = whole(Math.floor(units / scale), { ...habits, zero: false });
  return places ? `${lead},${String(units % scale).padStart(places, '0')}` : lead;
}

const pad = (value: number) => String(value).padStart(2, '0');

/** A day as printed behind "ngày". */
export function day(iso: string, { dates }: Habits): string {
  const [year, month, date] = iso.split('-').map(Number) as [number, number, number];
  // Officials write 0 before days below 10 and months below 3 (Decree 30/2020/NĐ-CP).
  if (dates === 'long') return `${pad(date)} tháng ${month < 3 ? pad(month) : month} năm ${year}`;
  return dates === 'padded'
    ? `${pad(date)}/${pad(month)}/${year}`
    : `${date}/${month < 3 ? pad(month) : month}/${year}`;
}

/** A day of a year, as ISO. */
export const isoDay = (random: Random, year: number): string =>
  `${year}-${pad(random.int(1, 12))}-${pad(random.int(1, 28))}`;
