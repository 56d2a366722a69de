import type { UnitRow } from '../../grammars/unit.ts';
import { amountReached } from './change-of-amount.ts';
import { type Context, isSubjectOfTime } from './context.ts';
import type { MeasureMatch } from './measure.ts';

interface TimeEvidence {
  context: Context;
  main: MeasureMatch;
  row: UnitRow;
}

/** Whether a time or an age is a figure: the amount itself is stated; hours also where no clock shows so many. */
export function isAmountOfTime(text: string, at: number, { context, main, row }: TimeEvidence): boolean {
  if (context.measured || !Number.isInteger(main.value) || isSubjectOfTime(text, at)) return true;
  if (context.averaged && row.measured !== 'calendar') return true;
  if (isFactor(text, at, main.span[1]) || isChanged(text, at, main)) return true;
  return /^(?:giờ|tiếng)/.test(main.unit ?? '') && main.value > 24;
}

/** "12 người x 3 ngày x 50.000 đồng". */
const isFactor = (text: string, at: number, end: number): boolean =>
  /\s[x×*]\s*$/u.test(text.slice(Math.max(0, at - 4), at)) || /^\s*[x×]\s*\d/u.test(text.slice(end, end + 6));

/** "từ 15 ngày xuống còn 7 ngày", "5 ngày xuống còn 3 ngày". */
function isChanged(text: string, at: number, { span }: MeasureMatch): boolean {
  const next = amountReached(text, span[1]);
  if (!next) return false;
  return next.kind === 'duration' || /(?<!\p{L})từ\s+$/iu.test(text.slice(Math.max(0, at - 8), at));
}
