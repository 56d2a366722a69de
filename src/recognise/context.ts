import { numberFrom } from '../../grammars/figure-tokens.ts';
import changeRows from '../../grammars/lexicon/changes.yaml';
import hedgeRows from '../../grammars/lexicon/hedges.yaml';
import nameRows from '../../grammars/lexicon/names-with-numbers.yaml';
import contextRows from '../../grammars/lexicon/number-contexts.yaml';
import {
  type PhraseTree,
  phraseAt,
  phraseBefore,
  phraseTree,
  skipSpaces,
  skipSpacesBack,
  wordEnd,
  wordStart,
} from '../../grammars/phrases.ts';
import { isCapital, isVerbOrFunctionWord } from '../../grammars/unit.ts';
import type { Change, Hedge, NamesWithNumbers, NumberContext } from '../lexicon/schema.ts';
import type { Measure } from '../schema.ts';

/** What the words right before a number say of it. */
export interface Context {
  /** Where those words begin; the number's own start where there are none. */
  start: number;
  approx: Measure['approx'];
  /** The row of the word for a change, `null` without one. */
  change: Change | null;
  /** The noun right before the number that may make it a name, and where it begins. */
  name: NamesWithNumbers | null;
  noun: number;
  rank: boolean;
  /** A place in an order, if its length is given. */
  rankOf: boolean;
  multiple: boolean;
  measured: boolean;
  /** As measured, but of calendar units: what is averaged over. */
  averaged: boolean;
  /** The number is where a change begins. */
  from: boolean;
  /** All of so many, or each: "giảm cả 3 tiêu chí" tells in what, not by how much. */
  all: boolean;
  /** A verb stands between, so that what is before it says nothing of this number. */
  verb: boolean;
  /** A day and month may stand here without "ngày". */
  date: boolean;
}

/** All that the tables say of one phrase. */
interface Entry {
  hedge?: Hedge;
  change?: Change;
  name?: NamesWithNumbers;
  roles?: NumberContext['roles'];
}

const tree: PhraseTree<Entry> = buildTree();

function buildTree(): PhraseTree<Entry> {
  const entries = new Map<string, Entry>();
  const add = (words: string[], entry: Entry) => {
    for (const word of words) entries.set(word, { ...entries.get(word), ...entry });
  };
  for (const hedge of hedgeRows as Hedge[]) add(hedge.words, { hedge });
  for (const change of changeRows as Change[]) add(change.words, { change });
  for (const name of nameRows as NamesWithNumbers[])
    add(name.strength === 'none' ? name.nouns.flatMap(withColon) : name.nouns, { name });
  for (const { roles, words } of contextRows as NumberContext[]) add(words, { roles });
  return phraseTree(entries, true);
}

/** "Số: 12" numbers a document, "Dân số: 2.782 hộ" does not. */
function withColon(noun: string): string[] {
  return noun.endsWith(' số') ? [noun, `${noun}:`] : [noun];
}

const subjects = phraseTree(
  (contextRows as NumberContext[])
    .filter(({ roles }) => roles.includes('subject'))
    .flatMap(({ words }) => words.map((word) => [word, true] as const)),
);

const reached = phraseTree(
  (contextRows as NumberContext[])
    .filter(({ roles }) => roles.includes('reached'))
    .flatMap(({ words }) => words.map((word) => [word, true] as const)),
);

/** Where the number begins that the amount before `end` became: "32" in "từ 45 xuống còn 32 ha"; -1 without one. */
export function becomesAt(text: string, end: number): number {
  const found = phraseAt(reached, text, skipSpaces(text, end));
  return found ? numberFrom(text, found.edge) : -1;
}

/** How far before a number the subject may begin that makes it an amount of time. */
const clause = 90;

/** "Thời hạn giải quyết thủ tục là 5 ngày", "Tuổi thọ trung bình: 74,5 tuổi": time and age as the very thing stated. */
export function isSubjectOfTime(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - clause), at);
  if (!/(?::|(?:là|còn|xuống|đạt))\s*$/u.test(before)) return false;
  const start = Math.max(before.lastIndexOf(';'), before.lastIndexOf('. ')) + 1;
  for (let word = skipSpaces(before, start); word < before.length; word = skipSpaces(before, wordEnd(before, word)))
    if (phraseAt(subjects, before, word)) return true;
  return false;
}

/** Phrases looked at from a number to the left: "ước đạt tỷ lệ trên 95%" has three. */
const depth = 4;

/** Reads the words right before the number at `at`, the nearest first. */
export function contextBefore(text: string, at: number): Context {
  const context: Context = {
    start: at,
    approx: null,
    change: null,
    name: null,
    noun: at,
    rank: false,
    rankOf: false,
    multiple: false,
    measured: false,
    averaged: false,
    from: false,
    all: false,
    verb: false,
    date: false,
  };
  for (let steps = 0; steps < depth; steps++) {
    const found = phraseBefore(tree, text, context.start);
    if (!found) break;
    const end = skipSpacesBack(text, context.start);
    if (isSyllableOfName(text, found.edge, end) || endsTag(text, found.edge)) break;
    if (found.value.name && steps === 0) Object.assign(context, { name: found.value.name, noun: found.edge });
    if (!apply(context, found.value, steps)) break;
    context.start = behindCompound(text, found.edge, end);
  }
  return context;
}

/** The ">" of "<b>12 vụ" is no sign of an amount. */
const endsTag = (text: string, at: number): boolean =>
  text.charAt(at) === '>' && /[\p{L}\d"'/]/u.test(text.charAt(at - 1));

/** "Tân Ô 02 vụ", "Cao Bằng 01 vụ": one capital syllable behind another is part of a proper name. */
function isSyllableOfName(text: string, start: number, end: number): boolean {
  if (wordEnd(text, start) < end || !isCapital(text, start)) return false;
  const behind = skipSpacesBack(text, start);
  const before = wordStart(text, behind);
  return (
    behind - before > 1 &&
    isCapital(text, before) &&
    !isCapital(text, behind - 1) &&
    !isVerbOrFunctionWord(text, before)
  );
}

/** "có chứng chỉ đạt 28%": the first syllable of "chỉ đạt" belongs to the word before. Where the phrase then begins. */
function behindCompound(text: string, start: number, end: number): number {
  const first = wordEnd(text, start);
  if (first >= end) return start;
  const compound = phraseBefore(tree, text, first);
  return compound && compound.edge < start && compound.value.name?.strength === 'none'
    ? skipSpaces(text, first)
    : start;
}

const isQuantified = (text: string, noun: number): boolean =>
  phraseBefore(tree, text, noun)?.value.roles?.includes('quantifier') ?? false;

/** What kind of name a number belongs to by the noun before it; `null` where it is no name for all that is known. */
export function nameKind(text: string, printed: string, { name, noun }: Context): NamesWithNumbers['strength'] | null {
  // Thousands and decimals number nothing: "thấp hơn kế hoạch 3,8 điểm phần trăm".
  if (!name || name.strength === 'none' || /^\d{1,3}(?:\.\d{3})+|^\d+,\d+(?![\d.])/.test(printed)) return null;
  const value = Number.parseInt(printed, 10);
  if (isQuantified(text, noun)) return null;
  const inReach = value <= Number(name.upTo ?? 0);
  if (name.strength === 'year') return inReach || (value >= 1900 && value <= 2100) ? 'hard' : null;
  return name.upTo && !inReach ? null : name.strength;
}

const none: NumberContext['roles'] = [];

/** "trước hạn 12 hồ sơ", "và 12 hồ sơ": words that matter for times and dates only are no words of other numbers. */
const aside = new Set<NumberContext['roles'][number]>(['measured', 'date', 'subject']);

/** Adds what a phrase says; false where it says nothing here, which ends the search. */
function apply(context: Context, { hedge, change, roles = none }: Entry, steps: number): boolean {
  if (context.change?.change === 'none') return false;
  if (roles.includes('verb')) context.verb = true;
  // "ước thực hiện là 12 tỷ đồng" is an estimate all the same.
  if (context.verb && hedge?.approx === '~') context.approx ??= '~';
  else if (context.verb) return !hedge && !change && (roles.includes('link') || roles.includes('verb'));
  context.date ||= steps === 0 && roles.includes('date');
  context.from ||= roles.includes('from');
  context.all ||= roles.includes('quantifier');
  context.rank ||= roles.includes('rank');
  context.rankOf ||= roles.includes('rank-of');
  context.multiple ||= roles.includes('multiple');
  context.measured ||= roles.includes('measured');
  context.averaged ||= roles.includes('averaged');
  context.approx ??= hedge?.approx ?? change?.approx ?? null;
  context.change ??= change ?? null;
  return Boolean(hedge || change || roles.some((role) => !aside.has(role)));
}
