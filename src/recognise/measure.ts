import type { IToken } from 'chevrotain';
import { isPercent, type MeasureRecord, type NumberRecord } from '../../grammars/figure.ts';
import { scaleRow, unitRow } from '../../grammars/figure-tokens.ts';
import type { Measure, MeasureKind } from '../schema.ts';
import type { Span } from '../source.ts';
import { print } from '../text.ts';
import type { Context } from './context.ts';
import { numberValue } from './numeral.ts';

/** A measure found in a reading; its span is relative to the reading. */
export type MeasureMatch = Omit<Measure, 'text' | 'span'> & { span: Span };

/** What a scale token multiplies by, 1 without one. */
const factorOf = (token: IToken | null): number => (token ? Number(scaleRow(token).factor) : 1);
const endOf = (token: IToken): number => token.startOffset + token.image.length;

/** The measures of one figure; `context` belongs to the first, `at` is where its first digit stands. */
export function measuresOf(text: string, records: MeasureRecord[], at: number, context: Context): MeasureMatch[] {
  const measures: MeasureMatch[] = [];
  for (const [n, record] of records.entries()) {
    const measure = measureOf(text, record, at, n === 0 ? context : null);
    const before = measures.at(-1);
    if (!before || !merge(before, measure, records, n)) measures.push(measure);
  }
  return measures;
}

/**
 * Joins two measures of the same unit that are one: "100 triệu đến 200 triệu", "3% - 5%" are a range, "393 tỷ
 * đồng/932 tỷ đồng" a part of a whole. Three in a row ("966 đơn/966 đơn/884 vụ") state three things.
 */
function merge(before: MeasureMatch, measure: MeasureMatch, records: MeasureRecord[], n: number): boolean {
  const sign = records[n]?.link?.image ?? '';
  const range = /^(?:[-–—]|đến|tới)/.test(sign);
  if (!range && !(/^(?:\/|tr)/.test(sign) && records.length === 2)) return false;
  if (before.unit !== measure.unit || before.of !== null || before.to !== null || measure.of !== null) return false;
  if (range && measure.value <= before.value) return false;
  before[range ? 'to' : 'of'] = measure.value;
  before.span[1] = measure.span[1];
  before.scale ??= measure.scale;
  return true;
}

function measureOf(text: string, record: MeasureRecord, at: number, context: Context | null): MeasureMatch {
  const { value, to, of, unit, per } = record;
  const last = per.at(-1) ?? unit ?? lastOf(of ?? to ?? value);
  const end = at + endOf(last);
  // "20-40 nghìn tấn", "450/400 nghìn cây": the scale behind the last number is the scale of all.
  const scale = (of ?? to ?? value).scale;
  const factor = factorOf(scale);
  const kind = kindOf(record, context);
  const implied = !unit && scale ? `đồng${unitTail(text, null, per, at)}` : null;
  const measure: MeasureMatch = {
    span: [at + value.number.startOffset, end],
    kind,
    value: amountOf(value, factor),
    of: of && amountOf(of, factor),
    to: to && amountOf(to, factor),
    unit: unit && unitName(text, unit, per, at),
    impliedUnit: implied,
    scale: scaleName(scale ?? value.scale),
    approx: context ? context.approx : ((record.approx?.payload as Measure['approx']) ?? null),
    change: null,
  };
  measure.change = context ? changeOf(measure, context) : null;
  if (measure.approx === '>' && isPlace(text, measure, unit)) measure.approx = measure.change = null;
  return measure;
}

const above = /(?<!\p{L})trên\s+(?:cả\s+)?$/iu;

/**
 * "trên 04 loại hình báo chí", "trên 12 xã": "trên" says where and not "more than", since one has more than a round
 * number of something, and no more than some few.
 */
function isPlace(text: string, { span, kind, value, scale }: MeasureMatch, unit: IToken | null): boolean {
  if (scale !== null || !above.test(text.slice(Math.max(0, span[0] - 9), span[0]))) return false;
  // "giá trị thu được trên 1 ha canh tác".
  if (kind !== 'count') return kind === 'area' && value === 1;
  const place = unit && unitRow(unit)?.group === 'place';
  return value < 10 || Boolean(place && value % 5);
}

const scaleName = (token: IToken | null): string | null => token && print(token.image).replace('.', '').toLowerCase();

const lastOf = (part: NumberRecord): IToken => (part.rest ? lastOf(part.rest) : (part.scale ?? part.number));

/** Expands a number by its own scale, or by that of the number behind it. */
function amountOf({ number, scale, rest }: NumberRecord, shared: number): number {
  const own = scale ? factorOf(scale) : shared;
  const value = exact(numberValue(number.image) * own);
  return rest ? value + amountOf(rest, 1) : value;
}

/** 1,1 triệu is 1100000 and not 1100000.0000000001. */
const exact = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)));

function kindOf({ value, to, of, unit, per }: MeasureRecord, context: Context | null): MeasureKind {
  if (per.length) return 'rate';
  const rank = context && (context.rank || (context.rankOf && of !== null));
  if (!unit) {
    if (rank) return 'rank';
    // "từ 7 triệu lên 14 triệu": a scale that counts nothing counts đồng.
    return (of ?? to ?? value).scale ? 'money' : 'count';
  }
  if (isPercent(unit)) return 'percent';
  const row = unitRow(unit);
  // "xếp hạng 5 sản phẩm": how many were ranked.
  if (rank && (of || !row || row.group === 'place')) return 'rank';
  if (context?.multiple && /^lần$/i.test(unit.image)) return 'multiple';
  return row?.kind ?? 'count';
}

/** "đạt" says something of a percentage or a part of a whole only, "bằng" of a percentage only. */
function changeOf({ kind, of, to }: MeasureMatch, { change, from, all }: Context): Measure['change'] {
  if (!change || change.change === 'none' || all) return null;
  if (change.for === 'percent' && kind !== 'percent') return null;
  // "tăng từ hạng 20 lên hạng 12": a place in an order is no amount of change.
  if (kind === 'rank' && change.change !== 'achieved') return null;
  // "tăng từ 3 - 5%" says by how much, "tăng từ 3% lên 5%" from where.
  if (from && to === null && change.change !== 'achieved') return null;
  if (change.for === 'share' && kind !== 'percent' && of === null) return null;
  return change.change;
}

const squares: Record<string, string> = { m2: 'm²', km2: 'km²', cm2: 'cm²', m3: 'm³' };

/** A unit as the contract prints it: small letters but for abbreviations, superscripts, one name for đồng. */
function unitName(text: string, unit: IToken, per: IToken[], at: number): string {
  return superscript(headOf(unit)) + unitTail(text, unit, per, at);
}

const quotes = /^["“”«]\s*|\s*["“”»]$/gu;
const dressing = /^(?:tổng\s+)?số\s+|^["“”«]\s*|\s*["“”»]$/giu;

function headOf(unit: IToken): string {
  const row = unitRow(unit);
  const name = print(unit.image).replace(row ? dressing : quotes, '');
  if (name === 'phần trăm') return '%';
  if (row?.print) return row.print;
  // Symbols stand in the lexicon as they are written: MW, Mbps, °C.
  return row && (row.unit !== row.unit.toLowerCase() || row.also?.includes(name)) ? name : lower(name);
}

/** What a rate is per: "/người/năm", "/m²". */
function unitTail(text: string, unit: IToken | null, per: IToken[], at: number): string {
  const [first, last] = [per[0], per.at(-1)];
  if (!first || !last) return '';
  const start = unit ? at + endOf(unit) : text.lastIndexOf('/', at + first.startOffset);
  return superscript(lower(print(text.slice(start, at + endOf(last))).replace(/\s*\/\s*/g, '/')));
}

const superscript = (name: string): string =>
  name.includes('m') ? name.replace(/(?<!\p{L})(?:k?m2|cm2|m3)(?!\p{L})/gu, (sign) => squares[sign] ?? sign) : name;

/** Small letters, except in words of several capitals (HTX, UBND) and in symbols (MW, °C). */
const lower = (name: string): string =>
  !/[A-ZĐ]/.test(name)
    ? name
    : name.replace(/\p{L}+/gu, (word) =>
        /^\p{Lu}\p{Ll}*$/u.test(word) && word.length > 1 ? word.toLowerCase() : word,
      );
