import { countedNounAt } from '../../grammars/counted-noun.ts';
import { skipSpaces } from '../../grammars/phrases.ts';
import { nounAt } from '../../grammars/unit.ts';
import { type Measure, type Paragraph, spanOf } from '../ast.ts';
import { lower } from '../lexicon/phrases.ts';
import { counterpart, firstNoun, headOf, isAdditive, isChange, unitOf } from '../quantity.ts';
import { changesIn } from './changes.ts';
import { between, type Claim, type Placed, reach } from './claim.ts';
import { possibleClaims } from './possible-claims.ts';

/** What the text says of a percentage. */
export interface Claims {
  percent: Measure;
  /** What it is computed from, if the text right around it says so. */
  stated: Claim | null;
  /** What else it may be the share of, where several ratios stand before it: all of them together. */
  joint: Claim[];
  /** Else what it may be computed from, the nearest first. */
  possible: Claim[];
}

/** The percentages of a paragraph that amounts around them can prove wrong. */
export function* claimsIn(paragraph: Paragraph): Generator<Claims> {
  const measures: Placed[] = paragraph.children.flatMap((figure) =>
    figure.type === 'figure' ? figure.children.map((measure) => ({ figure, measure })) : [],
  );
  if (!measures.some(({ measure }) => measure.kind === 'percent')) return;
  const growth = new Map([...changesIn(paragraph)].map((told) => [told.change, told] as const));
  for (const [n, { measure: percent }] of measures.entries()) {
    if (percent.kind !== 'percent' || percent.approx || percent.to !== null || percent.of !== null) continue;
    const told = growth.get(percent);
    const stated = (told && increaseOf(percent, told.after, told.before)) ?? statedClaim(measures, n, paragraph);
    yield {
      percent,
      stated,
      joint: stated ? jointClaims(measures, n) : [],
      possible: stated ? [] : possibleClaims(measures, n, paragraph),
    };
  }
}

function statedClaim(measures: Placed[], at: number, paragraph: Paragraph): Claim | null {
  const { measure: percent } = measures[at] as Placed;
  const [before, after] = [measures[at - 1], measures[at + 1]];
  const behind = before && between(paragraph, before.measure, percent);
  if (
    behind &&
    (speaksOfOthers(behind, before.measure, paragraph) || isReachedByEach(percent, before.measure, paragraph))
  )
    return null;
  const ahead = after && between(paragraph, percent, after.measure);
  const now = ahead ? amountBefore(measures, at, paragraph) : null;
  return (
    (behind && changeLink.test(behind) && growthOf(percent, before.measure, measures[at - 2]?.measure, paragraph)) ||
    (behind && shareLink.test(behind) && shareOf(percent, before, behind)) ||
    (behind && before.measure.of !== null && bracketLink.test(behind) && shareOf(percent, before, behind)) ||
    (ahead && ratioBehind.test(ahead) && after.measure.of !== null && shareOf(percent, after, ahead)) ||
    (now && ahead && baseBehind.test(ahead) && planOf(percent, now, after.measure)) ||
    (now && ahead && formerBehind.test(ahead) && increaseOf(percent, now, after.measure)) ||
    null
  );
}

/** "59/63 vụ việc …, chiếm tỷ lệ 93,65%": words that make a percentage the share of the number before it. */
const shareLink =
  /^[^.;:()]{0,80}?[,\s(]*(?:chiếm|đạt|tương ứng|tương đương|bằng|tỷ lệ|tỉ lệ)(?:\s+(?:với|tỷ lệ|tỉ lệ|là|đạt|khoảng))*\s*$|^\s*[(=,]\s*$/u;
/** "214/296 doanh nghiệp có tổ chức công đoàn ký thỏa ước (72,3%)". */
const bracketLink = /^[^.;:()\d]{0,100}\(\s*(?:tỷ lệ|tỉ lệ|đạt|chiếm|=)?\s*$/u;
/** "tăng 55 vụ (4,7%)": the change as a percentage behind the change as a number. */
const changeLink = /^\s*(?:\(|,|=|tương đương|tương ứng|hay|với tỷ lệ)+\s*(?:tăng|giảm|[+–-])?\s*$/u;
/** "đạt 91,7% (11/12 vụ)". */
const ratioBehind = /^\s*[(,]\s*(?:tương ứng|tương đương|là)?\s*$/u;
/** "đạt 97,1% kế hoạch … giao (478 tỷ đồng)": the plan's own number in parentheses. */
const baseBehind =
  /^\s*(?:so với\s+)?(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết|tổng số|cùng kỳ)[^().;]{0,80}\(\s*(?:là\s+)?$/u;
/** "tăng 12,3% so với cùng kỳ năm 2022 (1.100 vụ)": what there was before. */
const formerBehind = /^\s*so với\s[^().;]{0,80}\(\s*(?:là\s+|năm\s+\d{4}\s*(?:là|:)?\s*)?$/u;

/** "412 tỷ đồng, đạt 110% dự toán (375 tỷ đồng), tăng 8,2% so với …": the amount itself, not what parentheses compare it with. */
function amountBefore(measures: Placed[], at: number, paragraph: Paragraph): Measure | null {
  const { measure: percent } = measures[at] as Placed;
  for (const { measure } of measures.slice(Math.max(0, at - reach), at).reverse()) {
    if (!isAdditive(measure) || isChange(measure)) continue;
    const link = between(paragraph, measure, percent);
    if (/[.;](?:\s|$)/.test(link)) return null;
    if (link.split('(').length === link.split(')').length) return measure;
  }
  return null;
}

/** "28/30 đơn khiếu nại, 10/12 đơn tố cáo, đạt 90,5%": the ratios before a percentage, added up from the nearest on. */
function jointClaims(measures: Placed[], at: number): Claim[] {
  const { measure: percent } = measures[at] as Placed;
  const claims: Claim[] = [];
  let [part, whole] = [0, 0];
  for (const { measure } of measures.slice(Math.max(0, at - reach), at).reverse()) {
    if (measure.of === null) break;
    part += measure.value;
    whole += measure.of;
    claims.push({ percent, part, whole, sources: [measure] });
  }
  return claims;
}

/** What a clause may say before "đạt", "chiếm" without a subject of its own. */
const adverbs =
  /^(?:\s|đã|cũng|mới|chỉ|hiện|nay|ước|như vậy|qua đó|kết quả|tính ra|tương ứng|tương đương|đạt|chiếm|bằng|hay|với|là|(?:tỷ|tỉ) lệ|[(=,])*$/u;

/**
 * "71 người có bằng đại học, nữ chiếm 17,8%"; "21/21 xã tổ chức khám tuyển, tỷ lệ thanh niên đến khám đạt 80%": behind
 * the comma a share of something else, unless its words have just been said ("giải quyết 59/63 vụ, tỷ lệ giải quyết đạt").
 */
function speaksOfOthers(link: string, before: Measure, paragraph: Paragraph): boolean {
  const comma = link.lastIndexOf(',');
  const clause = link.slice(comma + 1).replace(/[\s(]*$/u, '');
  if (comma < 0 || adverbs.test(clause)) return false;
  const subject = clause.replace(/(?:đạt|chiếm|bằng|là|tăng|giảm)(?:\s.*)?$/u, '').replace(/(?:tỷ|tỉ) lệ/gu, '');
  const at = spanOf(before)[1] - spanOf(paragraph)[0];
  const said = paragraph.reading.slice(Math.max(0, at - 120), at + comma).toLowerCase();
  return (subject.match(/\p{L}+/gu) ?? []).some((word) => !said.includes(word));
}

/**
 * "47/64 xã đạt 100% số hộ dùng nước sạch": what each of them has reached, a share of something else. Places and bodies
 * reach 100 % also where nothing is said behind it; a comma would say it of the ratio ("47/64 xã, đạt 73,4%").
 */
function isReachedByEach(percent: Measure, before: Measure, paragraph: Paragraph): boolean {
  if (before.of === null || !/^[^,(]*\sđạt\s*$/.test(between(paragraph, before, percent))) return false;
  if (percent.value === 100 && before.value < before.of && isBearer(before)) return true;
  const { reading } = paragraph;
  const noun = countedNounAt(reading, skipSpaces(reading, spanOf(percent)[1] - spanOf(paragraph)[0]))?.row;
  return noun != null && firstNoun(noun.unit) !== headOf(before);
}

/** Whether a measure counts what may have a rate of its own: a commune or a school has, a case has not. */
function isBearer(measure: Measure): boolean {
  const group = nounAt(unitOf(measure), 0)?.row?.group;
  return group === 'place' || group === 'body';
}

/** Words that make a percentage a share of the whole: behind "đạt" it may as well be a share of a plan. */
const ofTheWhole = /chiếm|tương ứng|tương đương|t[ỷỉ] lệ|[(=]\s*$/u;

/** The share of "A/B", or of a part of a whole that is broken down. */
function shareOf(percent: Measure, { figure, measure }: Placed, link: string): Claim | null {
  if (isChange(percent) || measure.kind === 'percent' || measure.approx) return null;
  if (measure.of !== null) return { percent, part: measure.value, whole: measure.of, sources: [measure] };
  if (!ofTheWhole.test(link) || (percent.change !== null && percent.change !== 'achieved')) return null;
  const whole = figure.parent && counterpart(measure, figure.parent, figure.parent);
  // "585 hồ sơ, đạt 99,9% (đúng hạn 585 hồ sơ, đạt 99,9%)": the whole said again, whose share is of something else.
  return whole && !whole.approx && whole.value !== measure.value
    ? { percent, part: measure.value, whole: whole.value, sources: [measure, whole] }
    : null;
}

/**
 * "1.236 vụ, tăng 55 vụ (4,66%)": the change against what there was before it; in "so với năm 2016 (1.181 vụ) tăng
 * 55 vụ (4,66%)" that is the number itself.
 */
function growthOf(percent: Measure, change: Measure, near: Measure | undefined, paragraph: Paragraph): Claim | null {
  const sign = signOf(change);
  if (!sign || !near || near.approx || change.approx || unitOf(near) !== unitOf(change)) return null;
  const start = spanOf(near)[0] - spanOf(paragraph)[0];
  const before = /so với[^,;.]*$/u.test(lower(paragraph.reading.slice(Math.max(0, start - 120), start)));
  const whole = before ? near.value : near.value - sign * change.value;
  return { percent, part: change.value, whole, sources: [change, near] };
}

const signOf = ({ change }: Measure): number => (change === 'increase' ? 1 : change === 'decrease' ? -1 : 0);

/** "1.236 vụ, tăng 12,4% so với cùng kỳ (1.100 vụ)". */
function increaseOf(percent: Measure, now: Measure, former: Measure): Claim | null {
  const sign = signOf(percent);
  if (
    !sign ||
    !isAdditive(now) ||
    now.approx ||
    former.approx ||
    now.kind !== former.kind ||
    headOf(now) !== headOf(former)
  )
    return null;
  return { percent, part: sign * (now.value - former.value), whole: former.value, sources: [now, former] };
}

/** "464 tỷ đồng, đạt 97,1% kế hoạch (478 tỷ đồng)". */
function planOf(percent: Measure, part: Measure, plan: Measure): Claim | null {
  if (percent.change !== 'achieved' && percent.change !== 'compared') return null;
  if (part.kind !== plan.kind || unitOf(part) !== unitOf(plan) || part.approx === '>' || part.approx === '<')
    return null;
  return { percent, part: part.value, whole: plan.value, sources: [part, plan] };
}
