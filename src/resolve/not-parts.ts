import rows from '../../grammars/lexicon/not-parts.yaml';
import { isWordCode, phraseAt, phraseTree, wordEnd } from '../../grammars/phrases.ts';
import type { NotParts } from '../lexicon/schema.ts';

const words = phraseTree((rows as NotParts[]).flatMap((row) => row.words.map((word) => [word, row.where] as const)));

/** How far before a number, or before parentheses, words still speak of it. */
const reach = 60;

/** Whether the words that end at `end` say of the number behind them that it is no part. Offsets into a reading. */
export function isNoPart(reading: string, from: number, end: number, where: NotParts['where'][]): boolean {
  const start = Math.max(from, end - reach);
  for (let at = start > from ? wordEnd(reading, start) : start; at < end; ) {
    if (!isWordCode(reading.charCodeAt(at))) at++;
    else {
      const found = phraseAt(words, reading, at);
      if (found && found.edge <= end && where.includes(found.value)) return true;
      at = wordEnd(reading, at);
    }
  }
  return false;
}
