import rows from '../../grammars/lexicon/sentence-words.yaml';
import type { SentenceWords } from '../lexicon/schema.ts';

const special = /[.*+?^${}()|[\]\\]/;
const quote = (word: string): string =>
  (special.test(word) ? word.replace(new RegExp(special, 'g'), '\\$&') : word).replaceAll(' ', String.raw`\s+`);

/** The words of a role as the alternatives of a regular expression, longest first. */
export const wordsOf = (role: SentenceWords['role']): string =>
  (rows as SentenceWords[])
    .filter((row) => row.role === role)
    .flatMap((row) => row.words)
    .sort((a, b) => b.length - a.length)
    .map(quote)
    .join('|');
