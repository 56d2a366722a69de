import type { IToken, Lexer, TokenType } from 'chevrotain';
import { island, ReferenceParser } from '../../grammars/reference.ts';
import type { CitationRecord, LawRecord, NameRecord } from '../../grammars/reference-records.ts';
import {
  About,
  Acronym,
  Amending,
  Aside,
  BareNumber,
  bodyTokens,
  Capital,
  Code,
  citationTokens,
  DocDate,
  LawName,
  lawTokens,
  Sector,
} from '../../grammars/reference-tokens.ts';

/** Lexers and parser, made when the first anchor is met: a report without references pays nothing for them. */
let machinery: { parser: ReferenceParser; citation: Lexer; law: Lexer; body: Lexer } | undefined;
const machines = () =>
  (machinery ??= {
    parser: new ReferenceParser(),
    citation: island(citationTokens),
    law: island(lawTokens),
    body: island(bodyTokens),
  });

/** The list of citations that begins at an offset; token offsets are relative to it. `null` where none does. */
export function readCitations(reading: string, at: number): CitationRecord[] | null {
  const { parser, citation } = machines();
  return widening(
    reading,
    at,
    citation,
    hasNumber,
    parser.readCitations,
    (list) => list.at(-1)?.aside ?? list.at(-1)?.number,
  );
}

/** The law cited by name that begins at an offset. */
export function readLaw(reading: string, at: number): LawRecord | null {
  const { parser, law } = machines();
  return widening(reading, at, law, hasLawName, parser.readLaw, ({ name }) => name.last);
}

/** The names of bodies that some text begins with. */
export function readBodies(text: string): NameRecord[] | null {
  const { parser, body } = machines();
  return parser.readBodies(body.tokenize(text).tokens);
}

/** Room for date and issuer behind the number. */
const margin = 110;

/** Whether a rule can succeed on some tokens; to try it in vain would cost an error with its stack. */
type Ready = (tokens: IToken[]) => boolean;
const hasNumber: Ready = (tokens) => tokens.some(({ tokenType }) => tokenType === Code || tokenType === BareNumber);
const nameStarts: (TokenType | undefined)[] = [LawName, Acronym, Capital, Sector, Amending, About];
const hasLawName: Ready = ([, next]) => nameStarts.includes(next?.tokenType);

/** What surely cites, where what follows it is no form of the grammar: type, number, date. */
function withoutIssuer(tokens: IToken[]): IToken[] {
  const number = tokens.findIndex(({ tokenType }) => tokenType === Code || tokenType === BareNumber);
  const behind = tokens[number + 1]?.tokenType === Aside ? number + 2 : number + 1;
  return tokens.slice(0, tokens[behind]?.tokenType === DocDate ? behind + 1 : number + 1);
}

/** Lexes and parses a window behind an offset, and a wider one where what was surely read nearly fills it. */
function widening<T>(
  reading: string,
  at: number,
  lexer: Lexer,
  ready: Ready,
  read: (tokens: IToken[]) => T | null,
  last: (record: T) => IToken | undefined,
): T | null {
  for (let width = 160; ; width *= 2) {
    const { tokens } = lexer.tokenize(reading.slice(at, at + width));
    const record = ready(tokens) ? (read(tokens) ?? read(withoutIssuer(tokens))) : null;
    const end = record ? (last(record)?.startOffset ?? 0) : 0;
    if (end <= width - margin || width > 2500 || at + width >= reading.length) return record;
  }
}
