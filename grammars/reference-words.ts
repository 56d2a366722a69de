import { LETTER, LOWER, UPPER } from './alphabet.ts';
import bodyRows from './lexicon/bodies.yaml';
import typeRows from './lexicon/document-types.yaml';
import issuerRows from './lexicon/issuers.yaml';
import lawRows from './lexicon/laws.yaml';
import nameEndRows from './lexicon/name-ends.yaml';
import levelRows from './lexicon/place-levels.yaml';
import positionRows from './lexicon/positions.yaml';
import sectorRows from './lexicon/sectors.yaml';
import { anyOf, anySmall, fold } from './phrase.ts';

/** The tables of the lexicon that references need, as pattern sources. */

interface Named {
  name: string;
  synonyms?: string[];
}
interface Body extends Named {
  complete?: string;
  collective?: string;
}
export interface TypeRow extends Named {
  code?: string;
  codes?: string[];
  qualifiers?: string[];
  cited?: 'number' | 'code';
  named?: 'law' | 'dated';
}

const forms = (rows: Named[]): string[] => rows.flatMap(({ name, synonyms = [] }) => [name, ...synonyms]);

export const types: TypeRow[] = typeRows;
export const isLaw = ({ named }: TypeRow): boolean => named === 'law';

/** Any type of document, but for what only a name makes one. */
export const typeWord = anyOf(forms(types));
export const smallTypeWord = anySmall(forms(types));
export const lawWord = anyOf(forms(types.filter(isLaw)));
export const datedWord = anyOf(forms(types.filter(({ named }) => named === 'dated')));
export const qualifier = anyOf(types.flatMap(({ qualifiers = [] }) => qualifiers));

/** Abbreviations of types, in the case they are printed in. */
export const typeCodes: string[] = [
  ...new Set(types.flatMap(({ code, codes = [] }) => (code ? [code, ...codes] : codes))),
].sort((a, b) => b.length - a.length);
/** Those that stand for a type in running text (KH 77/KH-LT): of two letters or more, one type each. */
export const typeAbbreviation = `(?:${typeCodes.filter((code) => code.length > 1).join('|')})(?![${LETTER}])`;

const typeByForm = new Map(types.flatMap((type) => forms([type]).map((form) => [fold(form), type] as const)));
const typeByCode = new Map(
  types.flatMap((type) => [type.code, ...(type.codes ?? [])].map((code) => [code, type] as const)).reverse(),
);
const typeStart = new RegExp(typeWord, 'y');

/** The row of a type that some text begins with: its name, or the abbreviation that stands for it. */
export function typeAt(text: string): TypeRow | null {
  typeStart.lastIndex = 0;
  const [form] = typeStart.exec(text) ?? [];
  return (form ? typeByForm.get(fold(form)) : typeByCode.get(/^[^\s.\d]+/.exec(text)?.[0])) ?? null;
}

const bodies: Body[] = bodyRows;
const seats = [...(issuerRows as Named[]), ...bodies.filter(({ complete, collective }) => complete || collective)];
const heads = bodies.filter(({ complete, collective }) => !complete && !collective);
const one = (form: string): boolean => !form.includes(' ');

/** Bodies that need no name of their own, at most a place: UBND, Tỉnh ủy, Chính phủ. */
export const seat = anyOf(forms(seats));
/** Bodies that are named after what they are for: Sở Nội vụ, Ban Dân vận. */
export const head = (() => {
  const [short, long] = [forms(heads).filter(one), forms(heads).filter((form) => !one(form))];
  // `ban`, `bộ`, `hội` in small letters are common words unless a name follows: sở Nội vụ.
  return `(?:${anyOf(long)}|(?:(?=[${UPPER}])|(?=[${LOWER}]+\\s+[${UPPER}]))${anyOf(short)})`;
})();
export const level = `(?:${anyOf(forms(levelRows).filter((form) => !form.endsWith('.')))}|T[PXT]\\.)`;
export const position = `(?:[Pp]hó\\s+|PHÓ\\s+)?${anyOf(forms(positionRows))}(?:\\s+[Tt]hường\\s+trực(?![${LETTER}]))?`;
export const sector = anyOf((sectorRows as { names: string[] }[]).flatMap(({ names }) => names));

const ends: { role: string; words: string[] }[] = nameEndRows;
/** A word behind which no name goes on. */
export const nameEnd = anySmall(ends.flatMap(({ words }) => words));
/** The same with a capital, by a slip: only what several words make certain, since Từ Sơn is a place. */
export const capitalNameEnd = anyOf(
  ends.filter(({ role }) => role === 'predicate').flatMap(({ words }) => words.filter((form) => !one(form))),
);

export const capital = `[${UPPER}][${LETTER}\\d'’]*`;
export const small = `[${LOWER}]+`;
export const acronym = `[${UPPER}]{2,}(?:\\s?[&-]\\s?[${UPPER}]{2,})*(?![${LOWER}])`;

interface LawRow {
  names: string[];
  short?: Record<string, string>;
}
const laws: LawRow[] = lawRows;
/** Known names of laws. */
export const lawName = anyOf(laws.flatMap(({ names, short = {} }) => [...names, ...Object.keys(short)]));
const fullLawName = new Map(
  laws.flatMap(({ short = {} }) => Object.entries(short).map(([form, name]) => [fold(form), fold(name)] as const)),
);

/** A law's name for comparison: short forms in full, spelling folded. */
export const lawKey = (name: string): string => fullLawName.get(fold(name)) ?? fold(name);
