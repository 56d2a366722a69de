import { type MeasureRecord, readFigure } from '../../grammars/figure.ts';
import { unitRow } from '../../grammars/figure-tokens.ts';
import { isSpaceCode, isWordCode, skipSpaces } from '../../grammars/phrases.ts';
import { isCapital, nounAt, type UnitRow } from '../../grammars/unit.ts';
import type { Span } from '../source.ts';
import { followsAbbreviation, followsName, isAddress, isInTitle, isYear, judgeBare } from './bare-number.ts';
import { takeUnit } from './change-of-amount.ts';
import { type Context, contextBefore, nameKind } from './context.ts';
import { estimate } from './estimate.ts';
import { labelsOf } from './label.ts';
import { type MeasureMatch, measuresOf } from './measure.ts';
import { dayAndMonthAt, notFigureAt, runEnd } from './not-figure.ts';
import { continuesRank } from './rank-list.ts';
import { isAmountOfTime } from './time.ts';

export type { MeasureMatch } from './measure.ts';

/** A figure found in a reading; offsets are relative to the reading. */
export interface FigureMatch {
  span: Span;
  label: string | null;
  measures: MeasureMatch[];
}

/** A figure before it has its label. */
interface Candidate {
  span: Span;
  /** Start of the words that qualify the first number. */
  lead: number;
  measures: MeasureMatch[];
  /** A number without a unit, which only its place in a list makes a figure. */
  bare: boolean;
}

/**
 * Finds the measured numbers of a paragraph. A number with a unit is a figure unless its form or the word before it
 * says otherwise (date, period, name with a number); a number without one is a figure only as an item of a list, and
 * only provisionally: `unit` and `impliedUnit` are null, and resolve/implied-units.ts keeps it or drops it.
 *
 * @param reading see {@link Paragraph.reading}
 * @param taken spans of references, in order: their digits are no figures
 */
export function findFigures(reading: string, taken: Span[]): FigureMatch[] {
  const candidates = findCandidates(reading, taken);
  if (!candidates.length) return [];
  for (const [n, candidate] of candidates.entries()) estimate(reading, candidate, candidates[n - 1]?.span[1] ?? 0);
  const labels = labelsOf(
    reading,
    candidates.map(({ span, lead, measures, bare }) => ({ span, lead, unit: measures[0]?.unit ?? null, bare })),
  );
  return candidates.flatMap(({ span, measures, bare, lead }, n) => {
    const label = labels[n] ?? null;
    return bare && label === null && !isRemainder(reading, lead, span[0]) ? [] : [{ span, label, measures }];
  });
}

/** "Còn 10 đang giải quyết": the rest of what was counted before. */
const isRemainder = (text: string, lead: number, at: number): boolean => /^còn/i.test(text.slice(lead, at));

const digit = /\d/g;

function findCandidates(text: string, taken: Span[]): Candidate[] {
  const found: Candidate[] = [];
  let next = 0;
  let nameEnd = -1;
  digit.lastIndex = 0;
  for (let match = digit.exec(text); match; match = digit.exec(text)) {
    let at = match.index;
    while (taken[next] && (taken[next]?.[1] ?? 0) <= at) next++;
    const reference = taken[next];
    if (reference && reference[0] <= at) {
      digit.lastIndex = nameEnd = reference[1];
      continue;
    }
    const bounds = { nameEnd, limit: reference?.[0] ?? text.length, before: found.at(-1) ?? null };
    const read = readNumber(text, at, bounds);
    at = read.end;
    if (read.figure) found.push(read.figure);
    if (read.name) nameEnd = at;
    digit.lastIndex = at;
  }
  return found;
}

interface NumberReading {
  /** Where reading goes on. */
  end: number;
  figure: Candidate | null;
  /** The number belongs to a name or a date; so may the next one, in a series ("khoản 2, 3 và 5"). */
  name: boolean;
}

const named = (end: number): NumberReading => ({ end, figure: null, name: true });

/** What stands around a number. */
interface Bounds {
  /** End of the name before it, -1 without one. */
  nameEnd: number;
  /** Start of the reference behind it. */
  limit: number;
  /** The figure before it. */
  before: Candidate | null;
}

function readNumber(text: string, at: number, { nameEnd, limit, before }: Bounds): NumberReading {
  const form = notFigureAt(text, at);
  if (form > 0) return named(form);
  const context = contextBefore(text, at);
  context.rank ||= before !== null && continuesRank(text, at, before);
  // "xếp hạng thứ 12/63": an ordinal whose length is given is a rank, not a name.
  const ranked = (context.rankOf || context.rank) && /^\d+\s*\/\s*\d/.test(text.slice(at, at + 12));
  const kind = ranked ? null : nameKind(text, text.slice(at, at + 12), context);
  const isName = kind === 'hard' && !isMeasuredBehind(text, at);
  if (isName) return named(runEnd(text, at));
  if (isPartOfWord(text, at, context)) return { ...named(runEnd(text, at)), name: !isGlued(text, at) };
  if (kind === 'map' && /^1\s?[/:]\s?\d/.test(text.slice(at, at + 6))) return named(runEnd(text, at));
  const date = context.date && !context.rank ? dayAndMonthAt(text, at) : -1;
  if (date > 0 && !nounAt(text, skipSpaces(text, date))?.row) return named(date);

  const records = readFigure(text, at);
  const first = records[0];
  const measures = complete(first ? measuresOf(text, records, at, context) : [], limit);
  const main = measures[0];
  if (!first || !main) return named(runEnd(text, at));
  if (context.from) takeUnit(text, main);
  const isUnit = before !== null && context.noun < before.span[1];
  const inSeries = continuesName(text, at, nameEnd);
  const verdict = judge(text, at, { first, main, context, kind, inSeries, isUnit });
  if (verdict === 'name') return named(runEnd(text, at));
  const end = measures.at(-1)?.span[1] ?? main.span[1];
  if (verdict === 'none') return { end: at + first.value.number.image.length, figure: null, name: false };
  const figure = { span: [at, end] as Span, lead: context.start, measures, bare: verdict === 'bare' };
  return { end, figure, name: false };
}

/** "K54, 1 súng": a sign of letters and digits has no series of numbers behind it, "khoản 2, 3" has. */
const isGlued = (text: string, at: number): boolean => isWordCode(text.charCodeAt(at - 1));

const measured = /\d+(?:[.,]\d+)*\s*(?:%|(?:tỷ|tỉ|triệu|nghìn|ngàn|đồng|ha|tấn|tạ|kg|m²|m2|m³|m3)(?!\p{L}))/uy;

/** "cây ngắn ngày 15 ha", "lực lượng vũ trang 3 triệu đồng": no date and no page, whatever the noun before it. */
function isMeasuredBehind(text: string, at: number): boolean {
  measured.lastIndex = at;
  return measured.test(text);
}

/** Measures up to the first that has nothing but a number, or that reaches into a reference. */
function complete(measures: MeasureMatch[], limit: number): MeasureMatch[] {
  const stop = measures.findIndex(
    ({ unit, kind, span }, n) => span[1] > limit || (n > 0 && unit === null && kind === 'count'),
  );
  return stop < 0 ? measures : measures.slice(0, stop);
}

/** "A4", "Covid-19", "bé trai/100 bé gái"; but a hedge may be glued to its number by a slip: "khoảng2.140". */
function isPartOfWord(text: string, at: number, context: Context): boolean {
  if (at === 0 || isSpaceCode(text.charCodeAt(at - 1))) return false;
  if (isWordCode(text.charCodeAt(at - 1))) return context.start === at;
  // "Km12+500" is a place on a road, "12 vụ+15 người" two counts.
  if (text.charAt(at - 1) === '+') return /\d/.test(text.charAt(at - 2));
  return /[-–/.]/.test(text.charAt(at - 1)) && at > 1 && isWordCode(text.charCodeAt(at - 2));
}

/** "khoản 2, 3 và 5", "Quốc lộ 1 và 24": a series of names. */
const continuesName = (text: string, at: number, nameEnd: number): boolean =>
  nameEnd >= 0 &&
  at - nameEnd < 12 &&
  !/^\d+[.,]\d/.test(text.slice(at, at + 5)) &&
  /^\s*(?:[,;&/–-]|và|hoặc|đến)?\s*$/u.test(text.slice(nameEnd, at));

/** What is known of a number when it is judged. */
export interface Evidence {
  first: MeasureRecord;
  main: MeasureMatch;
  context: Context;
  /** What the noun before the number makes of it. */
  kind: ReturnType<typeof nameKind>;
  /** The number stands in a series after one that is a name. */
  inSeries: boolean;
  /** The noun before the number is the unit of the figure before it: "3 ca 4 kíp"; but "120 lớp 10". */
  isUnit: boolean;
}

/** Whether a number is a figure, a bare number, part of a name, or nothing. */
function judge(text: string, at: number, evidence: Evidence): 'figure' | 'bare' | 'name' | 'none' {
  const { first, main, context, kind, inSeries, isUnit } = evidence;
  const printed = first.value.number.image;
  const isName = (kind !== null && kind !== 'map') || inSeries;
  if (!first.unit && main.impliedUnit) return isYear(printed) ? 'none' : 'figure';
  if (!first.unit) return isName && !first.value.scale ? 'name' : judgeBare(text, at, evidence);
  if (kind === 'programme' && main.kind !== 'money' && main.kind !== 'percent') return 'name';
  const row = unitRow(first.unit);
  if (isAddress(first) || (main.kind === 'count' && isInTitle(text, at))) return 'name';
  if ((main.kind !== 'count' && main.kind !== 'duration') || main.scale) return 'figure';
  if (row?.measured && !isAmountOfTime(text, at, { context, main, row })) return isName ? 'name' : 'none';
  if (isYear(printed) && (!row || row.weak)) return 'name';
  if (/^\d{7,}$/.test(printed) && !row) return 'name';
  // "tại cơ sở 20/28 vụ": a share of things that are counted is no number of a name.
  if (isName && kind === 'soft' && main.of !== null && row && !row.weak) return 'figure';
  // "trưởng thôn 3 thôn": a noun that is said again is no name the first time.
  const again = isUnit || text.slice(context.noun, at).trim().toLowerCase() === main.unit;
  if (isName) return row && !row.weak && (again || countsAfterName(text, context.noun, kind, row)) ? 'figure' : 'name';
  // "Nam Sơn 2 xã" may go on with a name, "Nam Sơn là 2 xã" does not.
  const named = followsName(text, context.start) && !(row && followsAbbreviation(text, context.start));
  if ((!row || row.weak) && !context.verb && named && !standsAlone(text, printed, main.span)) return 'name';
  return 'figure';
}

/** Whether a known noun behind the number makes it a count although a noun that takes numbers stands before it. */
function countsAfterName(text: string, noun: number, kind: Evidence['kind'], row: UnitRow): boolean {
  if (kind === null || kind === 'map' || kind === 'verb') return true;
  if (kind === 'team') return row.group === 'person' && !isCapital(text, noun);
  return kind === 'title' && !isCapital(text, noun);
}

/** "Bình An 02 lồng bè;": written as a count, or with nothing behind that would go on with a name; not "An 110kV,". */
const standsAlone = (text: string, printed: string, [start, end]: Span): boolean =>
  /^0\d$/.test(printed) || (/\s/.test(text.slice(start, end)) && /^\s*(?:[,;.)]|$)/.test(text.slice(end, end + 8)));
