import rows from '../../grammars/lexicon/sentence-words.yaml';
import type { SentenceWords } from '../lexicon/schema.ts';

const special = /[.*+?^${}()|[\]\\]/;
const quote = (word: string): string =>
  (special.test(word) ? word.replace(new RegExp(special, 'g'), '\\$&') : word).replaceAll(' ', String.raw`\s+`);

const wordsIn = (role: SentenceWords['role']): string[] =>
  (rows as SentenceWords[]).filter((row) => row.role === role).flatMap((row) => row.words);

/** The words of a role as the alternatives of a regular expression, longest first. */
export const wordsOf = (role: SentenceWords['role']): string =>
  wordsIn(role)
    .sort((a, b) => b.length - a.length)
    .map(quote)
    .join('|');

/** What the words of a role begin with, of either case: a look at two letters before a text is put in small ones. */
export function startOf(role: SentenceWords['role']): RegExp {
  const pairs = wordsIn(role).map((word) =>
    [...word.slice(0, 2)].map((letter) => `[${letter}${letter.toUpperCase()}]`).join(''),
  );
  return new RegExp(`^(?:${[...new Set(pairs)].join('|')})`);
}
