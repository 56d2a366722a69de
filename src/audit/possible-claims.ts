import { type Figure, type Measure, type Paragraph, spanOf } from '../ast.ts';
import { lower } from '../lexicon/phrases.ts';
import { counterpart, isAdditive, isChange, unitOf } from '../quantity.ts';
import { between, type Claim, type Placed, reach } from './claim.ts';

/** Words behind a percentage that tell another base than an amount of the sentence. */
const otherBase = /^\s*(?:so với|kế hoạch|kh|dự toán|chỉ tiêu|nghị quyết|cùng kỳ|mục tiêu|năm)(?!\p{L})/u;

/**
 * Shares that no word states for certain: "đăng ký 187 mô hình, công nhận 164 mô hình, đạt 87,7%". The part is the
 * amount before the percentage, the whole one of its unit before that, or the one that it is a part of.
 */
export function possibleClaims(measures: Placed[], at: number, paragraph: Paragraph): Claim[] {
  const { measure: percent } = measures[at] as Placed;
  const before = measures.slice(Math.max(0, at - reach), at).reverse();
  const part = before.find(({ measure }) => isAdditive(measure));
  if (!part || isChange(percent) || percent.change === 'compared' || hasOtherBase(percent, paragraph)) return [];
  const { measure, figure } = part;
  const link = between(paragraph, measure, percent);
  if (measure.approx || measure.of !== null || isChange(measure) || !possibleLink.test(link)) return [];
  // "4.975 vụ/6.755 bị can, đạt 95,9%": the share of either; the last is told first.
  const parts = [measure, ...figure.children.filter((other) => other !== measure && isAdditive(other))];
  const claims = parts.flatMap((one) => sharesOf(percent, one, figure, measures, at));
  // "thụ lý tăng (năm trước: 1.112 vụ). Giải quyết 975 vụ, đạt 95,9%": no whole stands in parentheses that are closed.
  return claims.filter(({ sources: [, whole] }) => !whole || isOpenTo(between(paragraph, whole, measure)));
}

/** Whether a text closes no parentheses that it has not opened. */
const isOpenTo = (text: string): boolean => {
  const open = text.indexOf('(');
  const closed = text.indexOf(')');
  return closed < 0 || (open >= 0 && open < closed);
};

function sharesOf(
  percent: Measure,
  part: Measure,
  { parent, children }: Figure,
  measures: Placed[],
  at: number,
): Claim[] {
  const own = parent && counterpart(part, parent, parent);
  const wholes = measures
    .slice(Math.max(0, at - reach), at)
    .map((other) => other.measure)
    .filter((other) => !children.includes(other) && !hasOwnShare(other, measures, at))
    .filter((other) => other.kind === part.kind && unitOf(other) === unitOf(part) && !isChange(other));
  return [...(own ? [own] : []), ...wholes.reverse()]
    .filter((whole) => !whole.approx && whole.to === null && whole.value !== part.value)
    .filter((whole) => whole.value > part.value / 10)
    .map((whole) => ({ percent, part: part.value, whole: whole.value, sources: [part, whole] }));
}

/** "mũi 1 là 170.552 người, đạt 99,8%; mũi 2 là 146.900 người, đạt 85,9%": both shares are of what is not named. */
function hasOwnShare(measure: Measure, measures: Placed[], at: number): boolean {
  const next = measures[measures.findIndex((other) => other.measure === measure) + 1]?.measure;
  return next !== measures[at]?.measure && next?.kind === 'percent' && !isChange(next);
}

/** "…, đạt ", "… được tiếp thu (", "…, chiếm tỷ lệ ". */
const possibleLink =
  /^[^.:]{0,100}(?:[(,]\s*(?:đạt|chiếm|tỷ lệ|tỉ lệ|bằng|tương ứng)?|(?:đạt|chiếm)(?:\s+(?:tỷ|tỉ)\s+lệ)?)\s*(?:là\s*)?$/u;

/** Whether the words behind a percentage tell another base; a whole percentage agrees with too much. */
function hasOtherBase(percent: Measure, paragraph: Paragraph): boolean {
  const at = spanOf(percent)[1] - spanOf(paragraph)[0];
  const printed = paragraph.reading.slice(spanOf(percent)[0] - spanOf(paragraph)[0], at);
  return !/\d[.,]\d/.test(printed) || otherBase.test(lower(paragraph.reading.slice(at, at + 24)));
}
