import { readFigure } from '../../grammars/figure.ts';
import { becomesAt, contextBefore } from './context.ts';
import { type MeasureMatch, measuresOf } from './measure.ts';

/** What the amount that ends at `end` became: "32 ha" in "từ 45 xuống còn 32 ha"; `null` where nothing says. */
export function amountReached(text: string, end: number): MeasureMatch | null {
  const at = becomesAt(text, end);
  return at < 0 ? null : (measuresOf(text, readFigure(text, at), at, contextBefore(text, at))[0] ?? null);
}

/** Gives a number without a unit the one of what it became: "từ 45,6 còn 32,4 ha". */
export function takeUnit(text: string, measure: MeasureMatch): void {
  if (measure.unit !== null || measure.impliedUnit !== null) return;
  const next = amountReached(text, measure.span[1]);
  if (!next?.unit || next.kind === 'rank') return;
  Object.assign(measure, { kind: next.kind, impliedUnit: next.unit });
}
