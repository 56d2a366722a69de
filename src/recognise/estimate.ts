import type { MeasureMatch } from './measure.ts';

const estimated = /^(?:[Tt]heo đó,?\s+)?(?:[Dd]ự )?[Ưư]ớc(?!\p{L})/u;
/** What ends a clause, but for a colon at its end. */
const stops = [',', ';', '.', ':', '('];

/**
 * "Ước thu ngân sách cả năm đạt 45 tỷ đồng", "Ước tính nhập siêu 6 tỷ USD": the estimate opens the clause, its first
 * number closes it.
 * @param figure a figure with the start of the words that qualify it
 * @param last where the figure before ends
 */
export function estimate(text: string, figure: { lead: number; measures: MeasureMatch[] }, last: number): void {
  const main = figure.measures[0];
  if (!main || main.approx) return;
  const before = text.slice(Math.max(last, figure.lead - 120), figure.lead);
  // Most say nothing of the kind.
  if (!/[Ưư]ớc/.test(before)) return;
  const clause = before.trimEnd().replace(/:$/, '');
  const start = Math.max(...stops.map((stop) => clause.lastIndexOf(stop))) + 1;
  if (estimated.test(clause.slice(start).trimStart())) main.approx = '~';
}
