import type { IToken } from 'chevrotain';
import { skipSpaces } from '../../grammars/phrases.ts';
import type { CitationRecord, NameRecord } from '../../grammars/reference-records.ts';
import { endsName, type TypeRow, typeAt } from '../../grammars/reference-words.ts';
import { issuerOf } from './issuer.ts';
import { findGovernor } from './issuer-before.ts';
import type { Found } from './reference.ts';
import { type CodeReading, hasOwnCode, issuerPart, readCode, typeOfSymbol } from './reference-code.ts';
import { daysBefore, isoDate, lastDate } from './reference-date.ts';

/** One citation on its way to a match. */
interface Draft {
  record: CitationRecord;
  type: TypeRow;
  code: CodeReading;
  date: string | null;
  issuer: string | null;
  span: [number, number];
  end: number;
}

export const endOf = (token: IToken): number => token.startOffset + token.image.length;

/**
 * What a list of citation records says.
 * @param at offset of the records' tokens in the reading
 * @param from where the sentence before is free to be read
 * @param listed type of the list that they go on
 */
export function citationMatches(
  reading: string,
  at: number,
  from: number,
  records: CitationRecord[],
  listed: TypeRow | null = null,
): Found[] {
  const drafts: Draft[] = [];
  for (const record of records) {
    const one = draft(reading, at, record, drafts.at(-1), listed);
    if (!one) break;
    drafts.push(one);
  }
  if (!drafts.length) return [];
  shareDates(drafts);
  shareBackward(drafts);
  shareForward(reading, from, drafts);
  return drafts.map(({ type, code, date, issuer, span, end }) => ({
    kind: type.name,
    span,
    end,
    ...code,
    name: null,
    date,
    issuer,
    subject: null,
  }));
}

function draft(
  reading: string,
  at: number,
  record: CitationRecord,
  before: Draft | undefined,
  listed: TypeRow | null,
): Draft | null {
  const typed = record.type ? typeAt(record.type.image) : (before?.type ?? listed);
  const code = readCode(record.number.image, typed);
  const type = record.type ? typed : typeWithout(code, typed);
  const start = at + record.first.startOffset;
  const isCount = !record.sign && !code.symbol && counted.test(reading.slice(Math.max(0, start - 14), start + 1));
  if (!type || isCount || !isCited(record, code, type, before?.record)) return null;
  const issuer = issuerOf(reading, at, record, code, type);
  const late = record.lateDate && isOwnDate(reading, at + endOf(record.lateDate)) ? record.lateDate : undefined;
  const last = late ?? record.date ?? record.number;
  const date = record.date ?? record.early ?? late;
  return {
    record,
    type,
    code,
    date: date ? (lastDate(date.image) ?? (sameDay.test(date.image) ? (before?.date ?? null) : null)) : null,
    issuer: issuer?.text ?? null,
    span: [start, at + endOf(last)],
    end: Math.max(at + endOf(last), issuer?.end ?? 0),
  };
}

/** 12 *công văn 20 ngày 12/3/2021*: documents that are counted have no number; Điều 3 nghị định 30 has. */
const counted = /(?<!(?:iều|hoản|ục|hương|hần|ăm|áng)\s+)(?<![\d/.-])\d+\s+\p{Ll}$/u;

/** Nghị quyết số 6/NQ-HĐND cùng ngày: the day of the document before. */
const sameDay = /^\W*cùng\s+ngày$/iu;

/** The type of a code without type word: the list's, unless the code says another. */
function typeWithout(code: CodeReading, inherited: TypeRow | null): TypeRow | null {
  const own = code.symbol ? typeOfSymbol(code.symbol) : null;
  return inherited && (!own || (code.symbol && hasOwnCode(code.symbol, inherited))) ? inherited : own;
}

/**
 * Whether a form is enough to cite a document: a full code is, but for types whose number is part of a name (Đề án
 * 06/CP); a bare number is with "số", its own or that of the list, with its date, or alone with a type that is cited so or
 * with its issuer (Nghị quyết 41, not the year in Nghị quyết 2005, nor the next count in 3 Nghị quyết, 12 Quyết định).
 */
function isCited(
  { type: word, apart, sign, number, early, date, issuer }: CitationRecord,
  { symbol, year }: CodeReading,
  type: TypeRow,
  before: CitationRecord | undefined,
): boolean {
  if (symbol) return type.cited !== 'code' || hasOwnCode(symbol, type);
  if (type.cited === 'code') return false;
  // Kế hoạch số 20 ngày 12/3/2021 và 30 báo cáo: behind a date a bare number counts
  if (!word && !sign && before?.date && !date) return false;
  if (sign || (!word && before?.sign)) return true;
  if ((early ?? date) && word && !apart) return true;
  if (apart || !(type.cited === 'number' || issuer?.link)) return false;
  if (year || !word) return true;
  return /^\p{Lu}/u.test(word.image) && !/^(?:19|20)\d\d$/.test(number.image);
}

/** A date behind the issuer is the document's where the sentence goes on with it, not with a new clause. */
function isOwnDate(reading: string, end: number): boolean {
  const next = skipSpaces(reading, end);
  return next === reading.length || '.;)'.includes(reading.charAt(next)) || endsName(reading, next);
}

/**
 * Số 217-QĐ/TW và số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị: what stands behind the last of a list holds for
 * those before it that lack it, a date only under the same symbol, an issuer only of the same abbreviation; "cùng
 * ngày" goes back over all of one type. Bare numbers take the symbol of the next: số 12, 13/NQ-HĐND.
 */
function shareBackward(drafts: Draft[]): void {
  let sharesDay = false;
  for (let n = drafts.length - 2; n >= 0; n--) {
    const one = drafts[n] as Draft;
    const next = drafts[n + 1] as Draft;
    if (one.type !== next.type && one.code.symbol === null) continue;
    if (one.code.symbol === null && next.code.symbol !== null && !next.record.type)
      one.code = readCode(`${one.code.number}${next.code.code.slice(next.code.number.length)}`, one.type);
    sharesDay = saysSameDay(next) || (sharesDay && !next.record.date && one.type === next.type);
    const isShared = (isSameKind(one, next) || sharesDay) && !listedDays(next).length;
    if (isShared && mayBeOf(one, next.date)) one.date ??= next.date;
    if (sameIssuer(one, next)) one.issuer ??= next.issuer;
  }
}

const listedDays = ({ record }: Draft): string[] => (record.date ? daysBefore(record.date.image) : []);

/** Số 5/KH-UBND, 6/KH-UBND và 7/KH-UBND ngày 12/3, 15/3 và 20/3/2022: as many dates as numbers, in their order. */
function shareDates(drafts: Draft[]): void {
  const last = drafts.at(-1) as Draft;
  const days = listedDays(last);
  const undated = drafts.slice(0, -1);
  if (!days.length || undated.length !== days.length || undated.some(({ record }) => record.date)) return;
  for (const [n, one] of undated.entries()) one.date = isoDate(`${days[n]}/${last.date?.slice(0, 4)}`);
}

/** UBND huyện đã ban hành Kế hoạch số 5/KH-UBND, số 6/KH-UBND: the subject of the sentence, for one symbol. */
function shareForward(reading: string, from: number, drafts: Draft[]): void {
  const [first] = drafts as [Draft];
  // các Kế hoạch của UBND tỉnh (số 5/KH-UBND, số 6/KH-UBND)
  const { issuer, number } = first.record;
  if (issuer && (issuer.bodies[0] as NameRecord).first.startOffset < number.startOffset)
    for (const one of drafts) if (!one.record.type && isSameKind(one, first)) one.issuer ??= first.issuer;
  if (first.issuer && first.date) return;
  const governor = findGovernor(reading, from, first.span[0], first.code.symbol);
  if (!governor) return;
  first.date ??= governor.date;
  first.issuer ??= governor.issuer;
  for (const one of drafts) if (isSameKind(one, first)) one.issuer ??= governor.issuer;
}

/** Thông tư số 5/2019/TT-BNV is of 2019, whatever date stands behind the next. */
const mayBeOf = ({ code }: Draft, date: string | null): boolean =>
  code.year === null || date === null || date.startsWith(String(code.year));

const isSameKind = (a: Draft, b: Draft): boolean => a.type === b.type && a.code.symbol === b.code.symbol;

/** Tờ trình số 5/TTr-UBND, Báo cáo số 6/BC-UBND cùng ngày 03/3/2022 */
const saysSameDay = ({ record }: Draft): boolean => /^\W*(?:cùng|đều)\s/u.test(record.date?.image ?? '');

const sameIssuer = (a: Draft, b: Draft): boolean =>
  a.code.symbol && b.code.symbol
    ? issuerPart(a.code.symbol) === issuerPart(b.code.symbol)
    : a.code.symbol === b.code.symbol;
