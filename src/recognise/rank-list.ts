import type { Span } from '../source.ts';
import type { MeasureMatch } from './measure.ts';

const among = /^[^\d,;.:()]{0,40}(?:[,;]|(?<!\p{L})và(?!\p{L}))\s*$/u;

/** "lần lượt xếp thứ 2 và 3". */
const andOne = /^\s*(?:,|và)\s*$/u;

/** "xếp thứ 86/193 toàn cầu, 23/47 châu Á và 6/11 Đông Nam Á": another rank of the same, among others. */
export function continuesRank(text: string, at: number, before: { span: Span; measures: MeasureMatch[] }): boolean {
  const last = before.measures.at(-1);
  if (last?.kind !== 'rank' || at - before.span[1] > 48) return false;
  const between = text.slice(before.span[1], at);
  if (last.of === null) return andOne.test(between) && /^\d{1,3}\s*(?:[,;.]|$)/.test(text.slice(at, at + 6));
  return /^\d+\s*\/\s*\d/.test(text.slice(at, at + 12)) && among.test(between);
}
