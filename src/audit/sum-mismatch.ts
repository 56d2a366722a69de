import { type Breakdown, type Figure, spanOf } from '../ast.ts';
import type { DocumentData } from '../document.ts';
import { printAmount, quoteOf, type Sum, sumsOf, unitOf } from '../quantity.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** Parts that do not add up to their whole. */
export const sumMismatch: Rule = {
  id: 'sum-mismatch',
  severity: 'warning',
  reason: {
    vi: 'Các phần của một tổng phải cộng lại bằng tổng, theo từng đơn vị tính. Chỉ báo khi văn bản cho biết đã kể hết các phần: "gồm", các phần bù nhau (đã giải quyết/đang giải quyết), hoặc một đơn vị tính khác đã khớp.',
    en: 'The parts of a whole must add up to it, unit by unit. Reported only where the text shows that all parts are named: "gồm", parts that complement each other (đã giải quyết/đang giải quyết), or another unit that does add up.',
  },
  *check(tree, data) {
    for (const breakdown of tree.breakdowns) yield* checkBreakdown(breakdown, data);
  },
};

function* checkBreakdown({ whole, parts, complete }: Breakdown, data: DocumentData): Generator<RuleFinding> {
  if (!complete || parts.length < 2) return;
  for (const sum of sumsOf(whole, parts, data.source.text)) if (!sum.fits) yield mismatch(sum, whole, data);
}

function mismatch({ whole, parts, figures, sum }: Sum, figure: Figure, { source }: DocumentData): RuleFinding {
  const unit = unitOf(whole);
  const amount = (value: number) => printAmount(value, whole, quoteOf(source.text, whole));
  const terms = parts.map(({ value }) => amount(value)).join(' + ');
  const [total, right] = [amount(whole.value), amount(sum)];
  const difference = amount(Math.abs(sum - whole.value));
  return {
    span: spanOf(whole),
    message: {
      vi: `Ghi ${total} ${unit}, các phần cộng lại là ${right}: ${terms} (chênh ${difference}).`,
      en: `States ${total} ${unit}, but the parts add up to ${right}: ${terms} (off by ${difference}).`,
    },
    related: figures.map((part, n) => {
      const text = quoteOf(source.text, parts[n] ?? figure);
      return { span: spanOf(parts[n] ?? part), message: { vi: `phần: ${text}`, en: `part: ${text}` } };
    }),
  };
}
