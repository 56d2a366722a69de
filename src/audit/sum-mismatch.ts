import { type Breakdown, type Figure, spanOf } from '../ast.ts';
import type { DocumentData } from '../document.ts';
import { printAmount, quoteOf, type Sum, sumsOf, unitOf } from '../quantity.ts';
import type { Severity } from '../source.ts';
import { almostSums } from './almost-sums.ts';
import { tooLargeParts, tooLargeRatios } from './part-sizes.ts';
import { type ReadNumbers, readNumbers } from './read-numbers.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { wrongStructures } from './shares.ts';
import { isSlipAway } from './slip.ts';

/** Parts that do not add up to their whole. */
export const sumMismatch: Rule = {
  id: 'sum-mismatch',
  severity: 'warning',
  reason: {
    vi: 'Các phần của một tổng phải cộng lại bằng tổng, theo từng đơn vị tính; không phần nào lớn hơn tổng; các tỷ trọng của một cơ cấu phải bằng 100%. Là cảnh báo khi văn bản cho biết đã kể hết các phần: "gồm", các phần bù nhau (đã giải quyết/đang giải quyết), hoặc một đơn vị tính khác đã khớp; còn không thì chỉ là lưu ý, và chỉ khi sai một chữ số là đủ giải thích.',
    en: 'The parts of a whole must add up to it, unit by unit, and no part may exceed it; the shares of a structure make up 100 %. A warning where the text shows that all parts are named: "gồm", parts that complement each other (đã giải quyết/đang giải quyết), or another unit that does add up; otherwise a note, and only where one wrong digit would explain it.',
  },
  *check(tree, data, listed) {
    const read = readNumbers(listed);
    for (const breakdown of tree.breakdowns) yield* checkBreakdown(breakdown, read, data);
    for (const { paragraph } of listed) {
      for (const { sum, figure } of almostSums(paragraph, data.source.text))
        yield { ...mismatch(sum, figure, data), severity: 'info' };
      yield* tooLargeRatios(paragraph, data);
      yield* wrongStructures(paragraph, data);
    }
  },
};

function* checkBreakdown(breakdown: Breakdown, read: ReadNumbers, data: DocumentData): Generator<RuleFinding> {
  const { whole, parts, complete, says } = breakdown;
  if (says === 'left' && parts.length < 2) return;
  const sums = parts.length < 2 ? [] : sumsOf(whole, parts, data.source.text);
  for (const sum of sums) {
    const severity = sum.fits || complete === false ? null : severityOf(sum, breakdown, data);
    if (!severity) continue;
    const unread = severity === 'warning' && read.misses(data.source.text, whole, parts);
    yield { ...mismatch(sum, whole, data), severity: unread ? 'info' : severity };
  }
  if (!complete) yield* tooLargeParts(breakdown, data);
}

/**
 * How grave a sum is that does not fit. Where the text does not say that all parts are named, it is suspect all the
 * same if the parts are more than the whole, almost the whole, or one slip of the pen away from it. Small numbers are
 * that by chance, so that these need a list that looks complete.
 */
function severityOf(sum: Sum, breakdown: Breakdown, { source }: DocumentData): Severity | null {
  const { whole, sum: total, rounded } = sum;
  const slip = isSlipAway(sum, source.text);
  if (breakdown.complete) return rounded ? 'info' : 'warning';
  if (breakdown.says === 'left') return slip ? 'warning' : 'info';
  // "trong đó" over little of the whole: one digit from it is so by chance.
  if (breakdown.says === 'open' && total < most * whole.value && whole.value >= small) return null;
  const alike = areAlike(breakdown.parts);
  if (!alike && !looksComplete(breakdown, source.text))
    return slip && (whole.value >= large || total > whole.value) ? 'info' : null;
  if (breakdown.says === 'bare' && total < whole.value && breakdown.parts.every(isOfPlace))
    return slip && whole.value >= large ? 'info' : null;
  const told = breakdown.says !== 'list';
  if (told && slip && whole.value >= (breakdown.says === 'bare' ? small : large)) return 'warning';
  // "trong đó lao động nữ 11.230 người, lao động nông thôn 18.900 người": more than the whole, but each true.
  if (total > whole.value && breakdown.says === 'open') return slip ? 'info' : null;
  if (slip || total > whole.value) return 'info';
  return breakdown.says !== 'open' && (total >= nearly * whole.value || whole.value < small) ? 'info' : null;
}

/** Numbers below these are often one slip away from each other by chance. */
const small = 10;
const large = 100;

/** Where parts that need not be all are less than this of their whole, something is left out. */
const most = 0.7;

/** A rest smaller than what is missing here is none that a report would leave out. */
const nearly = 0.95;

/** "46 ha (Sơn Lạc 30 ha, Phú Đông 11 ha)": of places, parentheses often name only the chief ones. */
const isOfPlace = ({ label }: Figure): boolean =>
  /^(?:(?:xã|phường|huyện|thị xã|thành phố|TP\.?|tỉnh|thôn|quận)\s+)?\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*)+$/u.test(
    label ?? '',
  );

/** Parentheses, colons and items of their own list all parts as a rule. */
function looksComplete({ says, whole, parts: [first = whole] }: Breakdown, text: string): boolean {
  return says === 'bare' || /:\s*\n/.test(text.slice(spanOf(whole)[1], spanOf(first)[0]));
}

/** Whether parts have names of one kind, as those of one division do: "cấp tỉnh", "cấp huyện". */
function areAlike(parts: Figure[]): boolean {
  const words = parts.map(({ label }) => label?.toLowerCase().split(' ') ?? []);
  const same = (pick: (label: string[]) => string | undefined) => new Set(words.map(pick)).size === 1;
  return words.every((label) => label.length > 0) && (same((label) => label[0]) || same((label) => label.at(-1)));
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
