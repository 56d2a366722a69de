import type { MeasureMatch } from './measure.ts';

const estimated = /^(?:theo đó,?\s+)?(?:dự )?ước(?!\p{L})/iu;

/**
 * "Ước thu ngân sách cả năm đạt 45 tỷ đồng", "Ước tính nhập siêu 6 tỷ USD": the estimate opens the clause, its first
 * number closes it.
 * @param figure a figure with the start of the words that qualify it
 * @param last where the figure before ends
 */
export function estimate(text: string, figure: { lead: number; measures: MeasureMatch[] }, last: number): void {
  const main = figure.measures[0];
  if (!main || main.approx) return;
  const clause = text.slice(Math.max(last, figure.lead - 120), figure.lead);
  if (estimated.test(clause.slice(clause.search(/[^,;.:(]*:?\s*$/u)).trimStart())) main.approx = '~';
}
