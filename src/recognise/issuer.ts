import type { CitationRecord, IssuerRecord, NameRecord } from '../../grammars/reference-records.ts';
import { By, Level } from '../../grammars/reference-tokens.ts';
import type { TypeRow } from '../../grammars/reference-words.ts';
import { print } from '../text.ts';
import { type CodeReading, issuerPart, symbolParts } from './reference-code.ts';

/** The issuer as printed, and where its name ends in the reading. */
export interface IssuerName {
  text: string;
  end: number;
}

const about = /\s*(?:về|v\/v)(?!\p{L})/uy;
const issuing = /\s*(?:ký\s+)?(?:ban\s+hành|ký|phê\s+duyệt|lập|công\s+bố|phát\s+hành)(?!\p{L})/uy;
/** Where a list or a paragraph goes on behind a body, or its subject begins in quotation marks. */
const over = /\s*(?:[;“"]|\.?\s*$)/uy;
/** Trung ương Đảng*về* …: no syllable ends so, conversion lost the space before the next word. */
const glued = /(?<=\p{Ll})(?:về|của|ngày)$/u;
const anyCapital = /\p{Lu}/u;

const matchesAt = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

const endOf = ({ last }: NameRecord): number => last.startOffset + last.image.length;

/** The issuer that a citation names behind its number or before it; `null` where it names none. */
export function issuerOf(
  reading: string,
  at: number,
  record: CitationRecord,
  code: CodeReading,
  type: TypeRow,
): IssuerName | null {
  const { issuer } = record;
  if (!issuer) return null;
  const bodies = ownBodies(issuer, code, type);
  const last = bodies.at(-1) as NameRecord;
  const end = at + endOf(last) - (glued.exec(last.last.image)?.[0].length ?? 0);
  const start = nameStart(reading, at, record, issuer, end);
  if (start === null) return null;
  const text = print(reading.slice(start, end));
  const isPlace = isBy(issuer) && bodies[0]?.first.tokenType === Level;
  if (!isPlace && !anyCapital.test(text)) return null;
  // do UBND tỉnh ban hành: the verb is none of the subject behind it
  return { text, end: isBy(issuer) ? issuing.lastIndex : end };
}

const isBy = ({ link }: IssuerRecord): boolean => link?.tokenType === By;

/** Where the name begins; `null` where what looks like an issuer belongs to the sentence. */
function nameStart(
  reading: string,
  at: number,
  { number, date }: CitationRecord,
  { link, bodies }: IssuerRecord,
  end: number,
) {
  const start = at + (bodies[0] as NameRecord).first.startOffset;
  if (link) return isBy({ link, bodies }) && !matchesAt(issuing, reading, end) ? null : start;
  // Thông tư liên tịch Bộ Nội vụ và Bộ Tài chính số 01/2013/TTLT-BNV-BTC
  if (start < at + number.startOffset) return start;
  // số 20/2013/QĐ-UBND tỉnh: the symbol's end is the name's beginning.
  if (bodies[0]?.first.tokenType === Level) {
    const symbolEnd = at + number.startOffset + number.image.length;
    const body = /(?:UBND|HĐND|MTTQ|UB)$/.exec(reading.slice(symbolEnd - 6, symbolEnd))?.[0];
    return body && !date ? symbolEnd - body.length : null;
  }
  // ngày 26/01/2018 UBND tỉnh về việc …, ngày 26/01/2018 UBND tỉnh; …: "của" was left out.
  return matchesAt(about, reading, end) || (date && matchesAt(over, reading, end)) ? start : null;
}

/** Only a joint document has several issuers; behind any other, "và", a comma lead on in the sentence. */
function ownBodies({ bodies }: IssuerRecord, { symbol }: CodeReading, { name }: TypeRow): NameRecord[] {
  if (/liên|phối hợp/.test(name) || (symbol && /LT|LN|PH/.test(symbolParts(symbol)[0] ?? '')))
    return bodies.slice(0, jointParts(symbol));
  if (symbol && /(?:^|-)LT(?:-|$)/.test(symbol)) return bodies;
  return bodies.slice(0, 1);
}

function jointParts(symbol: string | null): number {
  const parts = symbol ? symbolParts(issuerPart(symbol)).filter((part) => part !== 'LT').length : 0;
  return parts > 1 ? parts : 2;
}
