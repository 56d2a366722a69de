import { type Figure, type Measure, type Paragraph, spanOf } from '../ast.ts';
import { headOf, isAdditive, isChange, unitOf } from '../quantity.ts';
import { areComplements, type Draft } from './divisions.ts';
import type { Found } from './frames.ts';

/**
 * Parts that no opener announces: what is left (còn lại), and figures that add up to the one before them in the same
 * paragraph ("nhận 173 đơn; chuyển 129 đơn, lưu 44 đơn").
 */
export function impliedParts({ heads, breakdowns }: Found, paragraph: Paragraph): Draft[] {
  const found: Draft[] = [];
  const taken = new Set<Figure>();
  for (const figures of byUnit(heads)) {
    for (const [n, figure] of figures.entries()) {
      if (!isRemainder(figure, paragraph)) continue;
      const division = remainderOf(figures.slice(Math.max(0, n - longest), n), figure);
      if (division) found.push(division);
      for (const part of division?.parts ?? []) taken.add(part);
    }
    const alone = figures.length > 2 && found.every(({ whole }) => whole !== figures[0]);
    const summed = alone ? (sumIn(figures) ?? complementsIn(figures, paragraph)) : null;
    if (summed && !summed.parts.some((part) => taken.has(part))) found.push(summed);
  }
  // Of a whole whose parts are told, a guess must add up: "17 hồ sơ, trong đó 13 …; 3 …, còn 1 hồ sơ quá hạn".
  const told = new Map(breakdowns.flatMap(({ whole, parts }) => parts.map((part) => [part, whole] as const)));
  const wholes = new Set(told.values());
  return found.filter(
    ({ whole, parts }) =>
      told.get(parts[0] as Figure) !== whole &&
      (parts.length < 2 || !wholes.has(whole) || sum(parts) === first(whole).value),
  );
}

const first = (figure: Figure): Measure => figure.children[0] as Measure;

/** Figures of one unit each, in order; changes and shares are none of them. */
function byUnit(figures: Figure[]): Figure[][] {
  const lists = new Map<string, Figure[]>();
  for (const figure of figures) {
    const measure = first(figure);
    if (!isAdditive(measure) || isChange(measure)) continue;
    const key = `${measure.kind} ${headOf(measure)}`;
    const list = lists.get(key);
    if (list) list.push(figure);
    else lists.set(key, [figure]);
  }
  return [...lists.values()];
}

/** "còn lại 05 vụ", "còn 141 hộ", not "giảm còn 97 hộ". */
function isRemainder(figure: Figure, paragraph: Paragraph): boolean {
  const at = spanOf(figure)[0] - spanOf(paragraph)[0];
  return /(?<!(?:giảm|nay|chỉ|hiện|vẫn|đang)\s+)(?<!\p{L})còn(?:\s+lại)?(?:\s+là)?\s*:?\s*$/iu.test(
    paragraph.reading.slice(Math.max(0, at - 30), at),
  );
}

/** What is left of a ratio ("59/63 vụ; còn lại 04 vụ"), or of a whole of which parts are told ("27 đơn, đã giải quyết 17 đơn, còn 10 đơn"). */
function remainderOf(before: Figure[], rest: Figure): Draft | null {
  const { value } = first(rest);
  const ratios = before.filter((figure) => first(figure).of !== null);
  const fitting = ratios.findLast((figure) => (first(figure).of ?? 0) - first(figure).value === value) ?? ratios.at(-1);
  if (fitting) return { whole: fitting, parts: [rest], says: 'left', candidates: [] };
  for (let n = before.length - 2; n >= 0; n--) {
    const whole = before[n] as Figure;
    const parts = [...before.slice(n + 1), rest];
    if (sum(parts) === first(whole).value) return { whole, parts, says: 'left', candidates: [] };
  }
  const [whole, part] = before;
  if (before.length !== 2 || !whole || !part || first(part).value + value > 1.5 * first(whole).value) return null;
  return first(part).value < first(whole).value ? { whole, parts: [part, rest], says: 'left', candidates: [] } : null;
}

const sum = (figures: Figure[]): number => figures.reduce((total, figure) => total + first(figure).value, 0);

/** A longer run of numbers is no division that a reader would see without being told. */
const longest = 10;

/** Smaller numbers add up by chance. */
const leastSum = 10;

/**
 * Parts whose names make up a whole and that are about as much as the figure before them in their sentence: "96 hồ sơ,
 * 80 hồ sơ đúng hạn, 15 hồ sơ trễ hạn". If they were far from it, others would be left out.
 */
function complementsIn([whole, ...rest]: Figure[], paragraph: Paragraph): Draft | null {
  if (!whole || first(whole).of !== null || first(whole).approx || first(whole).value < leastSum) return null;
  for (let count = 2; count <= Math.min(rest.length, mostComplements); count++) {
    const parts = rest.slice(0, count);
    const off = Math.abs(sum(parts) / first(whole).value - 1);
    const exact = parts.every((part) => first(part).of === null && !first(part).approx);
    if (off > 0.1 || !exact || !inOneSentence(whole, parts, paragraph)) continue;
    if (areComplements(parts, paragraph)) return { whole, parts, says: 'left', candidates: [] };
  }
  return null;
}

const mostComplements = 4;

function inOneSentence(whole: Figure, parts: Figure[], { reading, position }: Paragraph): boolean {
  const base = position.start.offset ?? 0;
  const end = spanOf(parts.at(-1) ?? whole)[0];
  return !/[.!?;]\s/.test(reading.slice(spanOf(whole)[1] - base, end - base));
}

/** The first run of two figures and more behind one that is their sum. */
function sumIn(figures: Figure[]): Draft | null {
  for (const [n, whole] of figures.entries()) {
    const { value, of, approx } = first(whole);
    if (value < leastSum || of !== null || approx) continue;
    let total = 0;
    for (let last = n + 1; last < Math.min(figures.length, n + longest) && total < value; last++) {
      const part = first(figures[last] as Figure);
      if (part.of !== null || part.approx || unitOf(part) !== unitOf(first(whole))) break;
      total += part.value;
      if (total === value && last > n + 1)
        return { whole, parts: figures.slice(n + 1, last + 1), says: 'sum', candidates: [] };
    }
  }
  return null;
}
