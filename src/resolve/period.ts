import { beginsAt, type PeriodForm, periodForms, periodStart } from '../../grammars/period.ts';
import { type Head, type Paragraph, paragraphs, type Root } from '../ast.ts';
import { daysIn, isoDay } from '../calendar.ts';
import type { Document } from '../document.ts';
import { field } from '../lexicon/layout.ts';
import { lower } from '../lexicon/phrases.ts';
import type { Header } from '../schema.ts';
import { print } from '../text.ts';

type Period = NonNullable<Header['period']>;

/** A period as printed, before its year is settled. */
export interface PeriodMatch {
  form: PeriodForm['name'];
  text: string;
  /** Offset in the text searched. */
  at: number;
  groups: (string | undefined)[];
  /** The year it names itself. */
  year: number | null;
}

// For texts in lower case.
const lawBefore = /(?:luật|hiến pháp|pháp lệnh)(?:\s[^\s,;]+){0,8}\s$/;
const carriedOut = /^\s(?:thực hiện|triển khai|thi hành|tổ chức|hoạt động|xây dựng|kiện toàn|chấp hành)/;
/** A clause that looks ahead begins behind a stop or "và": "thực hiện nhiệm vụ năm 2023" still looks back. */
const behindStop = /(?:[,;:–-]|(?<![a-zà-ỹ])và)\s?$/;
const outlook = field('outlook');
const reporting = field('reporting');

/** All periods of a text with single spaces, in order. Dates are read too, so that their years are not taken alone. */
export function findPeriods(text: string): PeriodMatch[] {
  const found: PeriodMatch[] = [];
  let from = 0;
  const lowered = lower(text);
  for (const { index } of lowered.matchAll(periodStart)) {
    if (index < from) continue;
    const match = matchAt(text, lowered, index);
    if (!match) continue;
    from = index + match.text.length;
    found.push(match);
  }
  return found.filter(({ form }) => form !== 'date');
}

function matchAt(text: string, lowered: string, at: number): PeriodMatch | null {
  for (const form of periodForms) {
    if (!beginsAt(form, lowered, at)) continue;
    const { name, pattern } = form;
    pattern.lastIndex = at;
    const match = pattern.exec(lowered);
    if (!match) continue;
    const groups = match.slice(1);
    const year = groups.findLast((group) => /^\d{4}$/.test(group ?? ''));
    return { form: name, text: text.slice(at, pattern.lastIndex), at, groups, year: year ? Number(year) : null };
  }
  return null;
}

/** Where a text begins to look ahead, its length where it does not. */
const outlookOf = (text: string): number =>
  outlook.all(text).find(({ index }) => behindStop.test(lower(text.slice(0, index))))?.index ?? text.length;

/** How well a form says what a report covers; less is better. Spans of years mostly belong to a programme's name. */
function rank({ form, at, text }: PeriodMatch, whole: string): number {
  switch (form) {
    case 'range':
    case 'months-range':
      return 0;
    case 'months':
    case 'half':
    case 'quarter':
    case 'month':
    case 'week':
      return 1;
    case 'year':
      // Luật Tiếp công dân năm 2013
      return lawBefore.test(lower(whole.slice(Math.max(0, at - 80), at))) ? 3 : 2;
    case 'duration':
      // 04 năm thực hiện Quyết định …
      return carriedOut.test(lower(whole.slice(at + text.length))) ? 1 : 4;
    default:
      return 3;
  }
}

/**
 * The period that a title or sentence is about.
 *
 * @param text with single spaces
 * @param date the document's own date, which settles a year that is not printed
 */
export function periodOf(text: string, date: Header['date']): (Period & { form: PeriodForm['name'] }) | null {
  const found = findPeriods(text);
  const ahead = outlookOf(text);
  const back = found.filter(({ at }) => at < ahead);
  const [best] = (back.length ? back : found).toSorted((a, b) => rank(a, text) - rank(b, text));
  if (!best) return null;
  const year = best.year ?? yearBeside(best, found, ahead) ?? yearOfDate(best, date);
  const [from, to] = bounds(best.form === 'duration' ? (sameYears(best, found) ?? best) : best, year);
  return { text: best.text, from, to, form: best.form };
}

/** "03 năm thực hiện … giai đoạn 2021 - 2023": the years that the duration counts, whole or from middle to middle. */
function sameYears({ groups }: PeriodMatch, found: PeriodMatch[]): PeriodMatch | undefined {
  const count = numberOf(groups[0]);
  return found.find(({ form, groups: years }) => {
    const span = Number(years[1]) - Number(years[0]);
    return form === 'years' && (span === count || span + 1 === count);
  });
}

/** "quý IV, nhiệm vụ quý I năm 2024": what is ahead comes later than what is reported. */
function yearBeside(period: PeriodMatch, found: PeriodMatch[], ahead: number): number | null {
  const other =
    found.find(({ at, year }) => at > period.at && year !== null) ?? found.find(({ year }) => year !== null);
  if (!other || other.year === null) return null;
  return other.at >= ahead && firstMonth(other) <= firstMonth(period) ? other.year - 1 : other.year;
}

/** A report on December is dated in January: its month lies before the document's own. */
function yearOfDate(period: PeriodMatch, { month, year }: Header['date']): number | null {
  return year !== null && month !== null && firstMonth(period) > month ? year - 1 : year;
}

const words = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'];
const romans = ['i', 'ii', 'iii', 'iv'];
const numberOf = (text = ''): number => Number(text) || words.indexOf(text) + 1;
const quarterOf = (text = ''): number => Number(text) || romans.indexOf(text) + 1;

/** First month of a period within its year. */
function firstMonth({ form, groups }: PeriodMatch): number {
  if (form === 'quarter') return quarterOf(groups[0]) * 3 - 2;
  if (form === 'month') return numberOf(groups[0]);
  if (form === 'months') return groups[1] === 'cuối' ? 13 - numberOf(groups[0]) : 1;
  return form === 'half' && groups[0] === 'cuối' ? 7 : 1;
}

type Bounds = [from: string | null, to: string | null];

/** First and last day; `null` where the text does not settle them. */
function bounds(period: PeriodMatch, year: number | null): Bounds {
  const { form, groups } = period;
  switch (form) {
    case 'range':
      return rangeBounds(groups, year);
    case 'as-of':
      return [null, isoDate(groups[0], groups[1], groups[2] ?? year)];
    case 'since':
      return [`${groups[0]}-01-01`, null];
    case 'years':
      return Number(groups[0]) <= Number(groups[1]) ? [`${groups[0]}-01-01`, `${groups[1]}-12-31`] : [null, null];
    case 'months-range': {
      const last = Number(groups[3] ?? year);
      const first = Number(groups[1] ?? (Number(groups[0]) > Number(groups[2]) ? last - 1 : last));
      return [monthBounds(first, Number(groups[0]), 1)[0], monthBounds(last, Number(groups[2]), 1)[1]];
    }
    case 'week':
    case 'term':
    case 'duration':
    case 'date':
      return [null, null];
    default:
      return year === null ? [null, null] : monthBounds(year, firstMonth(period), monthCount(period));
  }
}

function monthCount({ form, groups }: PeriodMatch): number {
  if (form === 'months') return numberOf(groups[0]);
  return { month: 1, quarter: 3, half: 6 }[form as string] ?? 12;
}

function rangeBounds(groups: PeriodMatch['groups'], year: number | null): Bounds {
  const [day, month, ownYear, lastDay, lastMonth, lastYear] = groups;
  const last = Number(lastYear ?? year) || null;
  const first = ownYear ?? (last !== null && Number(month) > Number(lastMonth) ? last - 1 : last);
  return [isoDate(day, month, first), isoDate(lastDay, lastMonth, last)];
}

function monthBounds(year: number, month: number, count: number): Bounds {
  const last = month + count - 1;
  if (month < 1 || count < 1 || last > 12) return [null, null];
  return [isoDay(year, month, 1), isoDay(year, last, daysIn(year, last))];
}

/** A day of the calendar, `null` for 31/02 and for a day without year. */
const isoDate = (day = '', month = '', year: string | number | null): string | null =>
  isoDay(Number(year), Number(month), Number(day));

/** Sets the period of the head: from the title, else from what the text says that it reports on. */
export function resolvePeriod(tree: Root, _file: Document): void {
  const head = tree.children.find((child) => child.type === 'head');
  if (!head) return;
  const period = (head.title && periodOf(head.title, head.date)) || null;
  const chosen = period
    ? (period.form === 'year' && partOfYear(tree, head, period)) || period
    : periodOfText(tree, head);
  head.period = chosen && { text: chosen.text, from: chosen.from, to: chosen.to };
}

/**
 * A report dated in the first nine months cannot cover the year of its title, which is then the year of the plan
 * that it reports on (Decree 09/2019/NĐ-CP, article 12: yearly reports close on 14 December). The text says what it
 * covers: "Trong 5 tháng đầu năm 2023, UBND xã đã …".
 */
function partOfYear(tree: Root, { date, kind }: Head, { from }: Period): Period | null {
  const year = Number(from?.slice(0, 4));
  if (kind !== 'Báo cáo' || date.year !== year || date.month === null || date.month > 9) return null;
  for (const { paragraph } of paragraphs(tree)) {
    if (!/tháng\s+đầu\s+năm|[Qq]uý\s/.test(paragraph.reading)) continue;
    for (const period of findPeriods(print(paragraph.reading))) {
      if (period.year !== year || !(period.form === 'months' || period.form === 'quarter')) continue;
      if (firstMonth(period) + monthCount(period) - 1 > date.month) continue;
      const [start, end] = bounds(period, year);
      return { text: period.text, from: start, to: end };
    }
  }
  return null;
}

/** The period of a report whose title names none: from "… báo cáo kết quả quý I năm 2024 như sau:". */
function periodOfText(tree: Root, { date, kind }: Head): Period | null {
  if (kind !== null && kind !== 'Báo cáo') return null;
  const loose = tree.children.filter((child): child is Paragraph => child.type === 'paragraph');
  for (const { reading } of loose) {
    const text = print(reading);
    const verb = reporting.all(text).at(-1);
    const period = verb && periodOf(text.slice(verb.index), date);
    if (period) return period;
  }
  return null;
}
