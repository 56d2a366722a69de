import { datedRules, meetingAhead, meetingResolution } from '../../grammars/reference-names.ts';
import type { IssuerRecord, LawRecord } from '../../grammars/reference-records.ts';
import { LawName, startsBody } from '../../grammars/reference-tokens.ts';
import { type TypeRow, typeAt } from '../../grammars/reference-words.ts';
import { follows } from '../../grammars/sticky.ts';
import { print } from '../text.ts';
import type { IssuerName } from './issuer.ts';
import { findGovernor, type Governor } from './issuer-before.ts';
import type { Found } from './reference.ts';
import { endOf } from './reference-citation.ts';
import { readCode } from './reference-code.ts';
import { isoDate } from './reference-date.ts';
import { readBodies } from './reference-window.ts';

/** pháp luật, kỷ luật, Đoàn Luật sư, Đại học Luật: the word without a law. */
const noLaw = /(?:pháp|kỷ|quy|quân|định)\s*$/iu;
const school = /(?:đại học|trường|khoa|ngành|cử nhân|thạc sĩ|tiến sĩ|đoàn|hội)\s*$/iu;

/** A law cited by name, with or without number. An unknown name must be printed as one: Luật with a capital. */
export const isNoLaw = (reading: string, at: number): boolean => noLaw.test(reading.slice(Math.max(0, at - 8), at));

export function lawMatch(reading: string, at: number, record: LawRecord): Found | null {
  const { type, name, number } = record;
  const own = record.issuer ? lawmaker(reading, at, record.issuer) : null;
  const passing = own ? null : passedBy(reading, at);
  const date = record.date ?? (own ? record.lateDate : undefined);
  const before = reading.slice(Math.max(0, at - 12), at);
  const known = name.first.tokenType === LawName;
  if (!known && (school.test(before) || !/^\p{Lu}/u.test(type.image))) return null;
  const row = typeAt(type.image);
  const code = number ? readCode(number.image, row) : null;
  const last = date ?? number ?? name.last;
  const end = at + endOf(last);
  return {
    kind: row?.name ?? type.image,
    span: [at, end],
    end,
    number: code?.number ?? null,
    year: code?.year ?? null,
    symbol: code?.symbol ?? null,
    code: code?.code ?? null,
    name: print(reading.slice(at + name.first.startOffset, at + endOf(name.last))),
    date: date ? isoDate(date.image) : (passing?.date ?? null),
    issuer: own ?? passing?.issuer ?? null,
    subject: null,
    repaired: code?.repaired ?? false,
  };
}

const lawmakers = /^(?:Quốc hội|Ủy ban Thường vụ Quốc hội|UBTV|Chủ tịch nước|Nhà nước)/i;

/** Who made a law, which only these do: Luật Tổ chức của HĐND is but a short name. */
function lawmaker(reading: string, at: number, { link, bodies }: IssuerRecord): string | null {
  const [body] = bodies;
  if (!link || !body) return null;
  const name = print(reading.slice(at + body.first.startOffset, at + endOf(body.last)));
  return lawmakers.test(name) ? name : null;
}

const passes = /(?:ban hành|thông qua)\s+$/i;

/** Ngày 29/11/2013, *Quốc hội đã thông qua* Luật Đất đai: who passed a law, and when, as the words before it say. */
function passedBy(reading: string, at: number): Governor | null {
  if (!passes.test(reading.slice(Math.max(0, at - 12), at))) return null;
  const governor = findGovernor(reading, 0, at, null);
  return governor?.issuer && lawmakers.test(governor.issuer) ? governor : null;
}

const isMeeting = follows(meetingAhead);
const meeting = new RegExp(meetingResolution, 'y');
const dated = new RegExp(datedRules, 'y');

/** A resolution cited by its meeting, or rules cited by their date. */
export function namedMatch(reading: string, at: number, behind: number, type: TypeRow): Found | null {
  const pattern = type.named === 'meeting' ? meeting : type.named === 'dated' ? dated : null;
  if (!pattern || (pattern === meeting && !isMeeting(reading, behind))) return null;
  pattern.lastIndex = behind;
  const [text, name = ''] = pattern.exec(reading) ?? [];
  if (!text) return null;
  const end = behind + text.length;
  const issuer = issuerAfter(reading, end);
  return {
    kind: type.name,
    span: [at, end],
    end: issuer?.end ?? end,
    number: null,
    year: null,
    symbol: null,
    code: null,
    name: print(name),
    date: type.named === 'dated' ? isoDate(text.slice(text.indexOf(name) + name.length)) : null,
    issuer: issuer?.text ?? null,
    subject: null,
    repaired: false,
  };
}

const of = /\s*của\s+(?=\S)/y;

/** The body that "của" at an offset leads to. */
export function issuerAfter(reading: string, end: number): IssuerName | null {
  of.lastIndex = end;
  if (!of.test(reading)) return null;
  const start = of.lastIndex;
  const rest = reading.slice(start, start + 120);
  const body = startsBody(rest, 0) ? readBodies(rest)?.[0] : undefined;
  if (!body) return null;
  const to = endOf(body.last);
  return { text: print(rest.slice(body.first.startOffset, to)), end: start + to };
}
