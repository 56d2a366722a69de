import { type Figure, type Measure, type Paragraph, paragraphs, spanOf } from '../ast.ts';
import type { DocumentData } from '../document.ts';
import { counterpart, decimalsOf, printAmount, printNumber, quoteOf, unitOf } from '../quantity.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** Percentages that their own numbers contradict. */
export const percentMismatch: Rule = {
  id: 'percent-mismatch',
  severity: 'warning',
  reason: {
    vi: 'Tỷ lệ phần trăm phải đúng với chính các số mà nó tính từ đó (59/63 là 93,65%), cho phép làm tròn hoặc cắt bớt ở chữ số cuối được in.',
    en: 'A percentage must agree with the numbers it is computed from (59/63 is 93.65 %); rounding and truncation of the last printed digit are both accepted.',
  },
  *check(tree, data) {
    for (const { paragraph } of paragraphs(tree)) yield* checkParagraph(paragraph, data);
  },
};

/** A percentage and the two amounts it relates. */
interface Claim {
  percent: Measure;
  part: number;
  whole: number;
  /** The measures that the amounts come from. */
  sources: Measure[];
}

function* checkParagraph(paragraph: Paragraph, data: DocumentData): Generator<RuleFinding> {
  const figures = paragraph.children.filter((child) => child.type === 'figure');
  const measures = figures.flatMap((figure) => figure.children.map((measure) => ({ figure, measure })));
  for (const [n, { measure }] of measures.entries()) {
    if (measure.kind !== 'percent' || measure.approx || measure.to !== null || measure.of !== null) continue;
    const claim = claimOf(measures, n, paragraph);
    if (claim && !agrees(claim, data)) yield mismatch(claim, data);
  }
}

interface Placed {
  figure: Figure;
  measure: Measure;
}

/** What a percentage is computed from, if the text right around it says so. */
function claimOf(measures: Placed[], at: number, paragraph: Paragraph): Claim | null {
  const own = measures[at] as Placed;
  const percent = own.measure;
  const [before, after] = [measures[at - 1], measures[at + 1]];
  const behind = before && between(paragraph, before.measure, percent);
  const ahead = after && between(paragraph, percent, after.measure);
  return (
    (behind && changeLink.test(behind) && growthOf(percent, before.measure, measures[at - 2]?.measure)) ||
    (behind && shareLink.test(behind) && shareOf(percent, before, behind)) ||
    (ahead && ratioBehind.test(ahead) && after.measure.of !== null && shareOf(percent, after, ahead)) ||
    (before && ahead && baseBehind.test(ahead) && planOf(percent, before.measure, after.measure)) ||
    null
  );
}

/** "59/63 vụ việc …, chiếm tỷ lệ 93,65%": words that make a percentage the share of the number before it. */
const shareLink =
  /^[^.;:()]{0,80}?[,\s(]*(?:chiếm|đạt|tương ứng|tương đương|bằng|tỷ lệ|tỉ lệ)(?:\s+(?:với|tỷ lệ|tỉ lệ|là|đạt|khoảng))*\s*$|^\s*[(=,]\s*$/iu;
/** "tăng 55 vụ (4,7%)": the change as a percentage behind the change as a number. */
const changeLink = /^\s*(?:\(|,|=|tương đương|tương ứng|hay|với tỷ lệ)+\s*(?:tăng|giảm)?\s*$/iu;
/** "đạt 91,7% (11/12 vụ)". */
const ratioBehind = /^\s*[(,]\s*(?:tương ứng|tương đương|là)?\s*$/iu;
/** "đạt 97,1% kế hoạch … giao (478 tỷ đồng)": the plan's own number in parentheses. */
const baseBehind = /^\s*(?:so với\s+)?(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết|tổng số)[^().;]{0,80}\(\s*$/iu;

function between(paragraph: Paragraph, a: Measure, b: Measure): string {
  const base = spanOf(paragraph)[0];
  return paragraph.reading.slice(spanOf(a)[1] - base, spanOf(b)[0] - base);
}

/** Words that make a percentage a share of the whole: behind "đạt" it may as well be a share of a plan. */
const ofTheWhole = /chiếm|tương ứng|tương đương|t[ỷỉ] lệ|[(=]\s*$/iu;

/** The share of "A/B", or of a part of a whole that is broken down. */
function shareOf(percent: Measure, { figure, measure }: Placed, link: string): Claim | null {
  if (percent.change === 'increase' || percent.change === 'decrease' || measure.kind === 'percent' || measure.approx)
    return null;
  if (measure.of !== null) return { percent, part: measure.value, whole: measure.of, sources: [measure] };
  if (!ofTheWhole.test(link) || (percent.change !== null && percent.change !== 'achieved')) return null;
  const whole = figure.parent && counterpart(measure, figure.parent);
  return whole && !whole.approx
    ? { percent, part: measure.value, whole: whole.value, sources: [measure, whole] }
    : null;
}

/** "1.236 vụ, tăng 55 vụ (4,66%)": the change against what there was before it. */
function growthOf(percent: Measure, change: Measure, now: Measure | undefined): Claim | null {
  const sign = change.change === 'increase' ? 1 : change.change === 'decrease' ? -1 : 0;
  if (!sign || !now || now.approx || change.approx || unitOf(now) !== unitOf(change)) return null;
  return { percent, part: change.value, whole: now.value - sign * change.value, sources: [change, now] };
}

/** "464 tỷ đồng, đạt 97,1% kế hoạch (478 tỷ đồng)". */
function planOf(percent: Measure, part: Measure, plan: Measure): Claim | null {
  if (percent.change !== 'achieved' && percent.change !== 'compared') return null;
  if (part.kind !== plan.kind || unitOf(part) !== unitOf(plan) || part.approx === '>' || part.approx === '<')
    return null;
  return { percent, part: part.value, whole: plan.value, sources: [part, plan] };
}

/** Rounding and truncation of the last printed digit are both right; so is a whole of zero, which has no share. */
function agrees({ percent, part, whole }: Claim, { source }: DocumentData): boolean {
  if (!(whole > 0)) return true;
  const step = 10 ** -decimalsOf(quoteOf(source.text, percent));
  const exact = (100 * part) / whole;
  const off = exact - percent.value;
  return off > -step / 2 - 1e-9 && off < step + 1e-9;
}

function mismatch({ percent, part, whole, sources }: Claim, { source }: DocumentData): RuleFinding {
  const stated = quoteOf(source.text, percent);
  const digits = Math.max(2, decimalsOf(stated));
  const right = printNumber(Number(((100 * part) / whole).toFixed(Math.min(digits, 4))));
  const [scale = percent] = sources;
  const amount = (value: number) => printAmount(value, scale, quoteOf(source.text, scale));
  const ratio = `${amount(part)}/${amount(whole)}`;
  return {
    span: spanOf(percent),
    message: {
      vi: `Ghi ${stated}, tính ra ${right}% (${ratio}).`,
      en: `States ${stated}, but ${ratio} is ${right}%.`,
    },
    related: sources.map((measure) => {
      const text = quoteOf(source.text, measure);
      return { span: spanOf(measure), message: { vi: `tính từ ${text}`, en: `computed from ${text}` } };
    }),
  };
}
