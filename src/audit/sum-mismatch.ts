import complementRows from '../../grammars/lexicon/complements.yaml';
import { type Breakdown, type Figure, type Measure, spanOf } from '../ast.ts';
import type { DocumentData } from '../document.ts';
import type { Complement } from '../lexicon/schema.ts';
import { counterpart, isAdditive, lastDigit, printAmount, quoteOf, unitOf } from './quantity.ts';
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

/** One unit of a breakdown, added up. */
interface Sum {
  whole: Measure;
  parts: Measure[];
  figures: Figure[];
  sum: number;
  fits: boolean;
}

function* checkBreakdown(breakdown: Breakdown, data: DocumentData): Generator<RuleFinding> {
  for (const parts of exhaustiveLists(breakdown, data)) {
    const sums = breakdown.whole.children.flatMap((measure) => addUp(measure, parts, data) ?? []);
    const complete = breakdown.says === 'all' || parts !== breakdown.parts || sums.some(({ fits }) => fits);
    if (complete) for (const sum of sums) if (!sum.fits) yield mismatch(sum, breakdown.whole, data);
  }
}

/**
 * The lists of parts in a breakdown that may make up the whole: all parts, unless the text says that they are only
 * some; besides, those among them that complement each other.
 */
function exhaustiveLists(breakdown: Breakdown, data: DocumentData): Figure[][] {
  const { parts, says } = breakdown;
  if (says === 'some' || parts.length < 2) return [];
  const complementary = complements(parts, data);
  if (complementary.length && says !== 'all') return complementary;
  return [parts];
}

const rows = (complementRows as Complement[]).map(({ members, also = [] }) => ({ members, also }));

/** The parts of each row of complements of which every member is there; of rows that overlap, the fullest. */
function complements(parts: Figure[], data: DocumentData): Figure[][] {
  const names = parts.map((part) => nameOf(part, data));
  const lists = rows.flatMap(({ members, also }) => {
    const words = [...members, ...also].sort((a, b) => b.length - a.length);
    const found = names.map((name) => words.find((word) => name.includes(word)));
    return members.every((member) => found.includes(member)) ? [parts.filter((_, n) => found[n] !== undefined)] : [];
  });
  const isWithin = (list: Figure[], other: Figure[]) =>
    list.length < other.length && list.every((part) => other.includes(part));
  return lists.filter(
    (list, n) => !lists.some((other) => isWithin(list, other)) && lists.findIndex((other) => isSame(other, list)) === n,
  );
}

const isSame = (one: Figure[], other: Figure[]): boolean =>
  one.length === other.length && one.every((part, n) => part === other[n]);

/** What a part is called: its label, or what follows its number up to the next sign. */
function nameOf(part: Figure, { source }: DocumentData): string {
  const [start, end] = spanOf(part);
  const behind = /^[^,;.()\n]{0,60}/.exec(source.text.slice(end, end + 60))?.[0] ?? '';
  return `${part.label ?? ''} ${part.label ? '' : source.text.slice(start, end) + behind}`.toLowerCase();
}

/** Adds up one unit; `null` where a part does not state it or states it only about. */
function addUp(whole: Measure, figures: Figure[], { source }: DocumentData): Sum | null {
  if (!isAdditive(whole) || whole.approx || whole.to !== null) return null;
  const parts = figures.map((figure) => counterpart(whole, figure));
  if (
    !parts.every(
      (part): part is Measure =>
        part !== null && !part.approx && part.to === null && !(part.of !== null && whole.of === null),
    )
  )
    return null;
  const sum = parts.reduce((total, { value }) => total + value, 0);
  const rounding = parts.reduce((total, part) => total + roundingOf(part, source.text), roundingOf(whole, source.text));
  return { whole, parts, figures, sum, fits: Math.abs(sum - whole.value) <= rounding * 1.001 };
}

/** What rounding may have taken from an amount: half its last digit, nothing from a plain count. */
function roundingOf(measure: Measure, text: string): number {
  const step = lastDigit(measure, quoteOf(text, measure));
  return measure.kind === 'count' && measure.scale === null ? 0 : step / 2;
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
