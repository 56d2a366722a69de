import { day as dayWord } from '../../grammars/date.ts';
import { type Head, paragraphs, type Reference, spanOf } from '../ast.ts';
import { daysIn } from '../calendar.ts';
import type { DocumentData } from '../document.ts';
import type { Message } from '../source.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** Dates that do not exist, and documents cited before they were issued. */
export const dateInvalid: Rule = {
  id: 'date-invalid',
  severity: 'warning',
  reason: {
    vi: 'Ngày phải có thật trên lịch; văn bản được dẫn không thể ban hành sau ngày của chính báo cáo.',
    en: 'A date must exist in the calendar; a cited document cannot be issued after the report itself.',
  },
  *check(tree, data) {
    const head = tree.children.find((child) => child.type === 'head');
    const latest = head ? latestDay(head) : null;
    for (const { paragraph } of paragraphs(tree)) {
      yield* impossibleDates(paragraph.reading, spanOf(paragraph)[0]);
      if (!latest) continue;
      for (const inline of paragraph.children)
        if (inline.type === 'reference' && inline.date && inline.date > latest)
          yield citedTooEarly(inline, latest, data);
    }
  },
};

/**
 * A day and month behind "ngày", or with a year of four digits: anything less may be a share or a number. Without a
 * year only "/" and "tháng" part them: in "ngày 08-31/8/2023" the hyphen says "đến".
 */
const month = '(?:[Tt]háng|THÁNG)';
const year = '(?:[Nn]ăm|NĂM)';
const date = new RegExp(
  String.raw`(?:${dayWord}\s+(\d{1,2})(?:\s?[/.-]\s?|\s+${month}\s+)(\d{1,2})(?:\s?[/.-]\s?|\s+${year}\s+)(\d{4})|${dayWord}\s+(\d{1,2})(?:\s?/\s?|\s+${month}\s+)(\d{1,2})|(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-](\d{4}))(?![\d/])`,
  'g',
);

function impossibleDates(reading: string, base: number): RuleFinding[] {
  const found: RuleFinding[] = [];
  date.lastIndex = 0;
  for (let match = date.exec(reading); match; match = date.exec(reading)) {
    const [text] = match;
    const day = Number(match[1] ?? match[4] ?? match[6]);
    const month = Number(match[2] ?? match[5] ?? match[7]);
    const year = Number(match[3] ?? match[8] ?? leapYear);
    const why = faultOf(day, month, year);
    if (!why) continue;
    found.push({
      span: [base + match.index, base + match.index + text.length],
      message: { vi: `Không có ngày này: ${text} (${why.vi}).`, en: `No such date: ${text} (${why.en}).` },
    });
  }
  return found;
}

/** Why there is no such day; `null` if there is. */
function faultOf(day: number, month: number, year: number): Message | null {
  const last = daysIn(year, month);
  if (!last) return { vi: `không có tháng ${month}`, en: `there is no month ${month}` };
  if (day < 1) return { vi: 'ngày bắt đầu từ 1', en: 'days begin with 1' };
  if (day > last) return { vi: `tháng ${month} chỉ có ${last} ngày`, en: `month ${month} has ${last} days` };
  if (year >= firstYear && year < lastYear) return null;
  return { vi: `năm ${year} không thể đúng`, en: `the year cannot be ${year}` };
}

/** The documents that reports cite begin with the republic; plans do not reach into the next century. */
const [firstYear, lastYear] = [1930, 2100];

/** Stands for a year that is not given: in one of four, 29/02 exists. */
const leapYear = 2024;

/** The last day that the report's own date, which may have blanks, can mean; ISO. */
function latestDay({ date: { day, month, year } }: Head): string | null {
  if (year === null) return null;
  const last = daysIn(year, month ?? 12);
  return [year, month ?? 12, Math.min(day ?? last, last)].map((part) => String(part).padStart(2, '0')).join('-');
}

const vietnamese = (iso: string): string => iso.split('-').reverse().join('/');

function citedTooEarly(reference: Reference, latest: string, { source }: DocumentData): RuleFinding {
  const [start, end] = spanOf(reference);
  const issued = vietnamese(reference.date ?? '');
  const cited = source.text.slice(start, end).replace(/\s+/g, ' ');
  return {
    span: [start, end],
    message: {
      vi: `${cited}: ban hành ngày ${issued}, sau ngày của báo cáo (muộn nhất ${vietnamese(latest)}).`,
      en: `${cited}: issued on ${issued}, after the report's own date (${vietnamese(latest)} at the latest).`,
    },
  };
}
