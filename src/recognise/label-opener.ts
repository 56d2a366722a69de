import breakdownRows from '../../grammars/lexicon/breakdowns.yaml';
import { phraseAt, phraseTree, skipSpaces } from '../../grammars/phrases.ts';
import { lower } from '../lexicon/phrases.ts';
import type { Breakdown } from '../lexicon/schema.ts';

const rows = breakdownRows as Breakdown[];
const treeOf = (some: Breakdown[]) =>
  phraseTree(some.flatMap(({ words }) => words.map((word) => [word, true] as const)));
const openers = treeOf(rows);
const apart = treeOf(rows.filter((row) => row.apart));
const firstWords = new Set(rows.flatMap(({ words }) => words.map((word) => word.replace(/ .*/, ''))));
/** Where one may begin, in a text in lower case; that it is a whole word is asked of the hits alone. */
const start = new RegExp(`(?:${[...firstWords].join('|')})(?!\\p{L})`, 'gu');

/** Whether a text is nothing but a word that opens the parts of a whole ("trong đó"). */
export function isOpener(text: string): boolean {
  const found = phraseAt(openers, text, skipSpaces(text, 0));
  return found !== null && /^\s*,?\s*$/.test(text.slice(found.edge));
}

/** The text without such a word at its start. */
export function withoutOpener(text: string): string {
  const found = phraseAt(openers, text, 0);
  return found ? text.slice(found.edge).replace(/^[\s,:]+/, '') : text;
}

/** The text from the start of a sentence, without a word that only leads on: "Cụ thể, toàn tỉnh có 12 xã". */
export function withoutResumption(text: string): string {
  const found = phraseAt(apart, text, skipSpaces(text, 0));
  return found && !/^\s*:/.test(text.slice(found.edge)) ? text.slice(found.edge) : text;
}

/** Where the last such word in a text ends, -1 without one; "kế hoạch cụ thể" is none without a sign beside it. */
export function lastOpener(text: string): number {
  let end = -1;
  const lowered = lower(text);
  start.lastIndex = 0;
  for (let hit = start.exec(lowered); hit; hit = start.exec(lowered)) {
    const { index } = hit;
    const isInside = index < end || (index > 0 && /\p{L}/u.test(text.charAt(index - 1)));
    const found = isInside ? null : phraseAt(openers, text, index);
    if (!found) continue;
    const sign = /^\s*[:,]/.exec(text.slice(found.edge))?.[0] ?? '';
    if (!phraseAt(apart, text, index) || sign || /(?:^|[,;.(–-])\s*$/.test(text.slice(0, index)))
      end = found.edge + sign.length;
  }
  return end;
}

/** Whether a text ends in such a word. */
export const endsInOpener = (text: string): boolean => lastOpener(text.trimEnd()) === text.trimEnd().length;
