import { type Measure, type Paragraph, spanOf } from '../ast.ts';
import { headOf, isChange } from '../quantity.ts';

/** A change and what there was before and after it, as one sentence tells them. */
export interface ToldChange {
  /** "tăng 15 vụ", "giảm 1,7 điểm phần trăm", "tăng 25%", "tăng gấp 3 lần". */
  change: Measure;
  before: Measure;
  after: Measure;
}

/** "từ 45 vụ (năm 2022) lên 60 vụ": what leads to the first amount, and from there to the second. */
const from = /(?<!\p{L})từ\s+$/iu;
const upTo = /^[^.;:]{0,60}?(?<!\p{L})(?:xuống\s+còn|xuống|lên\s+đến|lên\s+thành|lên|còn|đến|thành|sang)\s+$/iu;
/** "có 268 hộ nghèo, đến nay còn 97 hộ nghèo". */
const nowLeft =
  /^[^.;:]{0,60}?,\s*(?:đến\s+nay|hiện\s+nay|hiện|nay|đến\s+cuối\s+(?:năm|kỳ))\s+(?:chỉ\s+)?(?:còn|là)\s+$/iu;
/** "Năm 2022 có 120 vụ, năm 2023 có 150 vụ": the year before an amount. */
const inYear = /(?<!\p{L})năm\s+(\d{4})\s*(?:là|có|đạt|xảy\s+ra|:|,|toàn\s+\p{L}+\s+có)?\s*$/iu;
/** Nothing but a comma or parenthesis between an amount, not one in parentheses, and the change that it tells. */
const told = /^[^.;:)\d]{0,40}[,(–-]\s*(?:như\s+vậy\s+)?$/iu;
/** "55 vụ, tăng 15 vụ so với cùng kỳ (40 vụ)". */
const formerly = /^[^.;:()\d]{0,20}so\s+với\s[^().;]{0,60}\(\s*(?:là\s+|có\s+)?$/iu;

/** Finds the changes of a paragraph whose two ends stand beside them. */
export function* changesIn(paragraph: Paragraph): Generator<ToldChange> {
  const figures = paragraph.children.filter((child) => child.type === 'figure');
  if (!figures.some(({ children }) => children.some(isChange))) return;
  const measures = figures.flatMap(({ children }) => children);
  for (const [n, change] of measures.entries()) {
    if (!isChange(change)) continue;
    const found = endsOf(measures, n, paragraph);
    if (found && isComparable(found)) yield found;
  }
}

function endsOf(measures: Measure[], at: number, { reading, position }: Paragraph): ToldChange | null {
  const base = position.start.offset ?? 0;
  const change = measures[at] as Measure;
  const lead = (measure: Measure) =>
    reading.slice(Math.max(0, spanOf(measure)[0] - base - 40), spanOf(measure)[0] - base);
  const between = (a: Measure, b: Measure) => reading.slice(spanOf(a)[1] - base, spanOf(b)[0] - base);
  const pair = (before: Measure | undefined, after: Measure | undefined): boolean => {
    if (!before || !after) return false;
    const gap = between(before, after);
    if (gap.length > 100) return false;
    const [one, two] = [inYear.exec(lead(before))?.[1], inYear.exec(lead(after))?.[1]];
    return (
      (from.test(lead(before)) && upTo.test(gap)) ||
      nowLeft.test(gap) ||
      (one !== undefined && two !== undefined && Number(two) > Number(one) && !/[.;]/.test(gap))
    );
  };
  const [first, second, next, last] = [measures[at - 2], measures[at - 1], measures[at + 1], measures[at + 2]];
  if (first && second && pair(first, second) && told.test(withoutSign(between(second, change))))
    return { change, before: first, after: second };
  if (next && last && /^\s*,?\s*$/.test(between(change, next).replace(/từ\s+$/iu, '')) && pair(next, last))
    return { change, before: next, after: last };
  if (second && next && formerly.test(between(change, next)) && told.test(withoutSign(between(second, change))))
    return { change, before: next, after: second };
  return null;
}

/** The words of the change itself: "tăng", "giảm", "tăng gấp". */
const withoutSign = (gap: string): string => gap.replace(/(?:tăng|giảm)(?:\s+(?:thêm|được|gấp|đi))*\s*$/iu, '');

/** Both ends are exact amounts of one thing. */
function isComparable({ change, before, after }: ToldChange): boolean {
  const exact = [change, before, after].every(({ approx, to }) => !approx && to === null);
  return (
    exact && before.of === null && after.of === null && before.kind === after.kind && headOf(before) === headOf(after)
  );
}
