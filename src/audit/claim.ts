import { type Figure, type Measure, type Paragraph, spanOf } from '../ast.ts';
import { lower } from '../lexicon/phrases.ts';

/** A percentage and the two amounts it relates. */
export interface Claim {
  percent: Measure;
  part: number;
  whole: number;
  /** The measures that the amounts come from. */
  sources: Measure[];
}

/** A measure and the figure that states it. */
export interface Placed {
  figure: Figure;
  measure: Measure;
}

/** The words between two measures, in lower case; from the start of the paragraph if the first stands before it. */
export function between(paragraph: Paragraph, a: Measure, b: Measure): string {
  const base = spanOf(paragraph)[0];
  return lower(paragraph.reading.slice(Math.max(0, spanOf(a)[1] - base), spanOf(b)[0] - base));
}

/** How many amounts before a percentage may be what it is computed from. */
export const reach = 5;
