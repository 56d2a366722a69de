import { LETTER, LOWER, UPPER } from './alphabet.ts';
import bodyRows from './lexicon/bodies.yaml';
import typeRows from './lexicon/document-types.yaml';
import familyRows from './lexicon/family-names.yaml';
import issuerRows from './lexicon/issuers.yaml';
import lawRows from './lexicon/laws.yaml';
import nameEndRows from './lexicon/name-ends.yaml';
import levelRows from './lexicon/place-levels.yaml';
import positionRows from './lexicon/positions.yaml';
import sectorRows from './lexicon/sectors.yaml';
import {
  isSmallCode,
  type PhraseMatch,
  type PhraseTree,
  phraseAt,
  phraseTree,
  skipSpaces,
  wordEnd,
} from './phrases.ts';
import { follows } from './sticky.ts';

/** The tables of the lexicon that references need, as trees of phrases. */

interface Named {
  name: string;
  synonyms?: string[];
}
export interface TypeRow extends Named {
  code?: string;
  codes?: string[];
  qualifiers?: string[];
  cited?: 'number' | 'code';
  named?: 'law' | 'dated' | 'meeting';
}

const forms = ({ name, synonyms = [] }: Named): string[] => [name, ...synonyms];
/** A comma inside a phrase is often forgotten: Phòng chống tham nhũng. */
const commaOrNot = (form: string): string[] => (form.includes(',') ? [form, form.replaceAll(',', '')] : [form]);
const dashes = (form: string): string[] => (form.includes('-') ? [form, form.replaceAll('-', '–')] : [form]);
const spellings = (form: string): string[] => commaOrNot(form).flatMap(dashes);

export const types: TypeRow[] = typeRows;
export const isLaw = ({ named }: TypeRow): boolean => named === 'law';
export const codesOf = ({ code, codes = [] }: TypeRow): string[] => (code ? [code, ...codes] : codes);

/** Abbreviations of types in the case they are printed in, the longest first. */
export const typeCodes: string[] = [...new Set(types.flatMap(codesOf))].sort((a, b) => b.length - a.length);
/** Those that the meeting may be glued to: NQTW 4. */
export const meetingCodes: string[] = types.flatMap(({ named, code }) => (named === 'meeting' && code ? [code] : []));

const anyCase = (word: string): string => {
  const [low, high] = [word.toLowerCase(), word.toUpperCase()];
  return `(?:[${low.charAt(0)}${high.charAt(0)}]${low.slice(1)}|${high})`;
};
/** Pattern source of the words that names of types begin with, in any case, and of the letters that the next word may. */
function startOf(some: TypeRow[]): string {
  const next = new Map<string, Set<string>>();
  for (const [first = '', second = ''] of some.flatMap(forms).map((form) => form.split(' '))) {
    const letters = next.get(first) ?? new Set();
    next.set(first, letters.add(second.charAt(0).toLowerCase()).add(second.charAt(0).toUpperCase()));
  }
  // A type of one word has an empty letter among those of the next.
  const goesOn = (letters: Set<string>) => (letters.has('') ? '' : `(?=\\s+[${[...letters].join('')}])`);
  return `(?:${Array.from(next, ([word, letters]) => anyCase(word) + goesOn(letters)).join('|')})(?![${LETTER}])`;
}
export const typeStart = startOf(types);
/** The same of the types that are cited without a number: Luật Đất đai, Nghị quyết Đại hội. */
export const namedStart = startOf(types.filter(({ named }) => named === 'law' || named === 'meeting'));

const typeTree = phraseTree(types.flatMap((type) => forms(type).map((form) => [form, type] as const)));
const typeByCode = new Map(types.flatMap((type) => codesOf(type).map((code) => [code, type] as const)).reverse());

/** The end of the name of a type at an offset; the offset itself where none begins. */
export const typeEnd = (text: string, at: number): number => phraseAt(typeTree, text, at)?.edge ?? at;

/** The row of a type that some text begins with: its name, or the abbreviation that stands for it. */
export const typeAt = (text: string): TypeRow | null =>
  phraseAt(typeTree, text, 0)?.value ?? typeByCode.get(/^[^\s.\d/-]+/.exec(text)?.[0] ?? '') ?? null;

const qualifying = types.flatMap(({ qualifiers: list = [] }) => list.flatMap(spellings));
/** Words between a type and its number that the table knows: báo cáo *thẩm tra* số. */
export const qualifiers: PhraseTree<true> = phraseTree(qualifying.map((form) => [form, true] as const));
/** What a phrase can be in a name, or what shows that none goes on. */
export type WordClass = 'type' | 'law' | 'seat' | 'head' | 'position' | 'level' | 'sector' | 'verb' | 'within';

const bodies: (Named & { complete?: string })[] = bodyRows;
const ends: { role: string; words: string[] }[] = nameEndRows;
const classes: [WordClass, string[]][] = [
  ['law', types.filter(isLaw).flatMap(forms)],
  ['type', types.flatMap(forms)],
  ['seat', [...(issuerRows as Named[]), ...bodies.filter(({ complete }) => complete)].flatMap(forms)],
  ['head', bodies.filter(({ complete }) => !complete).flatMap(forms)],
  [
    'position',
    (positionRows as Named[]).flatMap(forms).flatMap((form) => [form, `Phó ${form}`, `Phó ${form} Thường trực`]),
  ],
  ['level', (levelRows as Named[]).flatMap(forms)],
  ['sector', (sectorRows as { names: string[] }[]).flatMap(({ names }) => names)],
  ['verb', ['ban hành']],
  ['within', ends.filter(({ role }) => role === 'within').flatMap(({ words }) => words)],
];

/** Every phrase of names and types, with all that it can be: the longest decides, so that Ban Thường vụ is no Ban. */
const nameTree = (() => {
  const found = new Map<string, WordClass[]>();
  for (const [kind, phrases] of classes)
    for (const form of phrases.flatMap(spellings)) {
      const key = form.toLowerCase();
      const kinds = found.get(key);
      if (!kinds) found.set(key, [kind]);
      else if (!kinds.includes(kind)) kinds.push(kind);
    }
  return phraseTree(found);
})();

type Name = PhraseMatch<WordClass[]> | null;
let asked: { text: string; at: number; name: Name } = { text: '', at: -1, name: null };
/** The longest phrase of the tables at an offset. Most tokens ask for it in turn, so the last answer is kept. */
export function nameAt(text: string, at: number): Name {
  if (asked.at !== at || asked.text !== text) asked = { text, at, name: phraseAt(nameTree, text, at) };
  return asked.name;
}

const endTree = phraseTree(
  ends
    .filter(({ role }) => role !== 'within' && role !== 'task')
    .flatMap(({ role, words }) => words.map((word) => [word, role] as const)),
);

/**
 * Whether no name goes on at an offset. With a capital only predicates of several words end it, for Từ Sơn is a place;
 * in capitals throughout the case tells nothing, V/v is no word of a name, and Khóa XI is a term whatever its case.
 */
export function endsName(text: string, at: number): boolean {
  const end = phraseAt(endTree, text, at);
  if (!end) return false;
  const words = text.slice(at, end.edge);
  return (
    isSmall(text, at) ||
    words.includes('/') ||
    (end.value === 'term' && termNumber(text, end.edge)) ||
    (end.value === 'predicate' && /\s/.test(words)) ||
    (words.length > 1 && words === words.toUpperCase())
  );
}

const termNumber = follows(String.raw`\s+(?:[IVXL]+|\d{1,2})(?![${LETTER}])`);

let familyNames: Set<string> | undefined;
/** Whether a word with its capital is a family name (họ). */
export function isFamilyName(word: string): boolean {
  familyNames ??= new Set((familyRows as { names: string[] }[]).flatMap(({ names }) => names));
  return familyNames.has(word);
}

/** Whether a small letter stands at an offset. */
export const isSmall = (text: string, at: number): boolean => isSmallCode(text.charCodeAt(at));

/** The end of a run of small words that may go on a name (Ban Quản *lý dự án*), at most ten; `at` where there is none. */
export function smallRun(text: string, at: number): number {
  let end = at;
  for (let n = 0, start = at; n < 10; n++, start = skipSpaces(text, end)) {
    if (!isSmall(text, start)) break;
    const known = nameAt(text, start);
    if (!known?.value.includes('within') && (endsName(text, start) || known?.value.includes('level'))) break;
    end = known?.value.includes('within') ? known.edge : wordEnd(text, start);
  }
  return end;
}

const taskTree = phraseTree(
  ends.filter(({ role }) => role === 'task').flatMap(({ words }) => words.map((word) => [word, true] as const)),
);

/**
 * The end of the small words that say what a committee is for, where a level of administration completes its name: Ban
 * Chỉ đạo *thực hiện cải cách hành chính* huyện Mường Sơn. `at` where none does.
 */
export function taskRun(text: string, at: number): number {
  for (let n = 0, end = at; n < 14; n++) {
    const comma = n > 0 && text[end] === ',' ? 1 : 0;
    const start = skipSpaces(text, end + comma);
    if (!isSmall(text, start) || (n === 0 && /^và\s/.test(text.slice(start, start + 3)))) return at;
    const known = nameAt(text, start);
    if (n > 0 && known?.value.includes('level')) return isWholeLevel(text, known.edge) ? end : at;
    const task = phraseAt(taskTree, text, start)?.edge ?? (known?.value.includes('within') ? known.edge : 0);
    if (!task && endsName(text, start)) return at;
    end = task || wordEnd(text, start);
  }
  return at;
}

/** What follows a level goes on with the name of the place, or with the sentence. */
const isWholeLevel = (text: string, edge: number): boolean =>
  !isSmall(text, skipSpaces(text, edge)) || endsName(text, skipSpaces(text, edge));

/** Pattern sources of the words that names are made of besides. */
export const capital = `[${UPPER}][${LETTER}\\d'’]*`;
export const small = `[${LOWER}]+(?![${LETTER}])`;
/** Where a Party cell or a school lies, below the levels of administration, and a level cut to its letter: thôn Đông, khu phố 2, H. Tân Hội. */
export const hamlet = String.raw`(?:(?:thôn|xóm|ấp|bản|buôn|làng|khóm|khu\s+phố|tổ\s+dân\s+phố|khối\s+phố|khu\s+dân\s+cư)(?=\s+[${UPPER}])|(?:thôn|xóm|ấp|khóm|khu\s+phố|tổ\s+dân\s+phố|khối\s+phố)\s+(?:số\s+)?\d{1,2}[A-Z]?(?![\d/${LETTER}])|[HPQ]\.(?=\s?[${UPPER}][${LOWER}])|[PQ]\.\s?\d{1,2}(?![\d/${LETTER}]))`;
export const acronym = `(?![IVXL]+(?![${LETTER}]))[${UPPER}]{2,}(?:\\s?[&-]\\s?[${UPPER}]{2,})*(?:-?\\d+)?(?![${LOWER}])`;

interface LawRow {
  names: string[];
  short?: Record<string, string>;
}
const laws: LawRow[] = lawRows;
/** A name as it is, and with the usual abbreviations of bodies. */
const abbreviated = (name: string): string[] => {
  const short = name
    .replaceAll('Hội đồng nhân dân', 'HĐND')
    .replaceAll('Ủy ban nhân dân', 'UBND')
    .replace('Mặt trận Tổ quốc', 'MTTQ');
  return short === name ? [name] : [name, short];
};
let lawTree: PhraseTree<string> | undefined;
/** Known names of laws, also with a dash for the comma (Luật Thi đua - Khen thưởng), made when the first law is met; the value is the full name. */
export const lawNames = (): PhraseTree<string> =>
  (lawTree ??= phraseTree(
    laws.flatMap(({ names, short = {} }) => [
      ...names.flatMap((name) =>
        abbreviated(name)
          .flatMap((form) => [...spellings(form), ...spellings(form.replaceAll(',', ' -'))])
          .map((form) => [form, name] as const),
      ),
      ...Object.entries(short).flatMap(([form, name]) => spellings(form).map((one) => [one, name] as const)),
    ]),
  ));

/** A law's name for comparison: the full name where the table knows it. */
export function lawKey(name: string): string {
  const known = phraseAt(lawNames(), name, 0);
  return (known && known.edge === name.length ? known.value : name).toLowerCase().replace(/[\s,]+/g, ' ');
}
