import rows from '../../grammars/lexicon/not-parts.yaml';
import { startsOf } from '../../grammars/phrase-starts.ts';
import { phraseAt, phraseTree, wordEnd } from '../../grammars/phrases.ts';
import type { NotParts } from '../lexicon/schema.ts';

const places = new Map<string, NotParts['where'][]>();
for (const { where, words } of rows as NotParts[])
  for (const word of words) places.set(word, [...(places.get(word) ?? []), where]);
const words = phraseTree(places);
const starts = startsOf(places.keys());

/** How far before a number, or before parentheses, words still speak of it. */
const reach = 60;

/** Whether the words that end at `end` say of the number behind them that it is no part. Offsets into a reading. */
export function isNoPart(reading: string, from: number, end: number, where: NotParts['where'][]): boolean {
  const start = Math.max(from, end - reach);
  return starts(reading, start > from ? wordEnd(reading, start) : start, end).some((at) => {
    const found = phraseAt(words, reading, at);
    return found !== null && found.edge <= end && found.value.some((place) => where.includes(place));
  });
}
