import rows from '../../grammars/lexicon/not-parts.yaml';
import { phraseStarts } from '../../grammars/phrase-starts.ts';
import { isWordCode, phraseAt, phraseTree, wordEnd } from '../../grammars/phrases.ts';
import type { NotParts } from '../lexicon/schema.ts';

const places = new Map<string, NotParts['where'][]>();
for (const { where, words } of rows as NotParts[])
  for (const word of words) places.set(word, [...(places.get(word) ?? []), where]);
const words = phraseTree(places);
const startsWord = phraseStarts(places.keys());

/** How far before a number, or before parentheses, words still speak of it. */
const reach = 60;

/** Whether the words that end at `end` say of the number behind them that it is no part. Offsets into a reading. */
export function isNoPart(reading: string, from: number, end: number, where: NotParts['where'][]): boolean {
  const start = Math.max(from, end - reach);
  for (let at = start > from ? wordEnd(reading, start) : start; at < end; ) {
    if (!isWordCode(reading.charCodeAt(at))) at++;
    else {
      const found = startsWord(reading, at) ? phraseAt(words, reading, at) : null;
      if (found && found.edge <= end && found.value.some((place) => where.includes(place))) return true;
      at = wordEnd(reading, at);
    }
  }
  return false;
}
