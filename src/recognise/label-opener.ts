import breakdownRows from '../../grammars/lexicon/breakdowns.yaml';
import type { Breakdown } from '../lexicon/schema.ts';

const rows = breakdownRows as Breakdown[];
const oneOf = (some: Breakdown[]): string =>
  some
    .flatMap(({ words }) => words)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(' ', '\\s+'))
    .join('|');

const words = oneOf(rows);
const apart = oneOf(rows.filter((row) => row.apart));
const anywhere = new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})\\s*[:,]?`, 'giu');
const whole = new RegExp(`^\\s*(?:${words})\\s*,?\\s*$`, 'iu');
const leading = new RegExp(`^(?:${words})(?!\\p{L})[\\s,:]*`, 'iu');
const needsSign = new RegExp(`^(?:${apart})(?!\\p{L})`, 'iu');
const resuming = new RegExp(`^\\s*(?:${apart})(?!\\p{L})(?!\\s*:)`, 'iu');

/** Whether a text is nothing but a word that opens the parts of a whole ("trong đó"). */
export const isOpener = (text: string): boolean => whole.test(text);

/** The text without such a word at its start. */
export const withoutOpener = (text: string): string => text.replace(leading, '');

/** The text from the start of a sentence, without a word that only leads on: "Cụ thể, toàn tỉnh có 12 xã". */
export const withoutResumption = (text: string): string => text.replace(resuming, '');

/** Where the last such word in a text ends, -1 without one; "kế hoạch cụ thể" is none without a sign beside it. */
export function lastOpener(text: string): number {
  let end = -1;
  for (const { 0: word, index } of text.matchAll(anywhere))
    if (!needsSign.test(word) || /[:,]\s*$/.test(word) || /(?:^|[,;.(–-])\s*$/.test(text.slice(0, index)))
      end = index + word.length;
  return end;
}

/** Whether a text ends in such a word. */
export const endsInOpener = (text: string): boolean => lastOpener(text.trimEnd()) === text.trimEnd().length;
