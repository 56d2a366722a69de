import { type Figure, type Paragraph, spanOf } from '../ast.ts';
import { type Sum, sumsOf, unitOf } from '../quantity.ts';
import { isSlipAway } from './slip.ts';

/** Numbers that would add up but for one wrong digit, although no word says that they should. */
export interface AlmostSum {
  sum: Sum;
  figure: Figure;
}

/** Smaller numbers are almost sums by chance. */
const least = 100;

/**
 * Finds them in a sentence: an amount and the two or three behind it of the same unit, the latter in no breakdown:
 * "nhận 173 đơn; chuyển 129 đơn, lưu 54 đơn".
 */
export function* almostSums(paragraph: Paragraph, text: string): Generator<AlmostSum> {
  const figures = paragraph.children.filter((child) => child.type === 'figure');
  if (figures.length < 3) return;
  for (const [n, whole] of figures.entries()) {
    const [first] = whole.children;
    if (!first || first.value < least || first.change || first.of !== null || whole.children.length > 1) continue;
    const parts: Figure[] = [];
    for (const part of figures.slice(n + 1, n + 8)) {
      if (sentenceEnds(paragraph, spanOf(whole)[1], spanOf(part)[0])) break;
      if (part.parent === null && isAlike(part, whole)) parts.push(part);
    }
    if (parts.length < 2 || parts.length > 3) continue;
    const sum = sumsOf(whole, parts, text)[0];
    if (sum && !sum.fits && isSlipAway(sum, text)) yield { sum, figure: whole };
  }
}

function isAlike(part: Figure, whole: Figure): boolean {
  const [a, b] = [part.children[0], whole.children[0]];
  return (
    a !== undefined && b !== undefined && a.kind === b.kind && unitOf(a) === unitOf(b) && !a.change && a.of === null
  );
}

function sentenceEnds({ reading, position }: Paragraph, from: number, to: number): boolean {
  const base = position.start.offset ?? 0;
  return /[.!?]\s/.test(reading.slice(from - base, to - base));
}
