import type { Measure, Reference, Report } from '../../src/schema.ts';
import type { TrueFigure, TrueReference, Truth } from './truth.ts';

/** What a report leaves out of what is true, and what it adds. */
export interface Difference {
  missedFigures: string[];
  addedFigures: string[];
  missedReferences: string[];
  addedReferences: string[];
  /** Markers found less markers that are there. */
  sections: number;
}

/**
 * How far the noun of a unit goes is for the reader to say where words qualify it ("đợt", "đợt kiểm tra"): one must
 * begin with the other, as when the project is scored.
 */
const sameUnit = (one: string, other: string): boolean =>
  one === other || [' ', ','].some((end) => one.startsWith(other + end) || other.startsWith(one + end));

const figureKey = (figure: TrueFigure | Measure): string => {
  const { value, of, to, unit, impliedUnit, kind, approx, change } = figure;
  const extent = `${value}${of == null ? '' : `/${of}`}${to == null ? '' : `-${to}`}`;
  return `${[approx, change, kind, extent].filter(Boolean).join(' ')}: ${unit ?? impliedUnit}`;
};

const referenceKey = ({ type, number, year, symbol, name, date }: TrueReference | Reference): string =>
  [type, name, number, year, symbol, date].filter((part) => part !== null).join(' ');

/** What is in one list but not in the other, each as often as it is there more often. */
function without(keys: string[], others: string[], same = (one: string, other: string) => one === other): string[] {
  const left = [...others];
  return keys.filter((key) => {
    const exact = left.indexOf(key);
    const at = exact >= 0 ? exact : left.findIndex((other) => same(key, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function sameFigure(one: string, other: string): boolean {
  const [extent, unit] = one.split(': ') as [string, string];
  const [otherExtent, otherUnit] = other.split(': ') as [string, string];
  return extent === otherExtent && sameUnit(unit.toLowerCase(), otherUnit.toLowerCase());
}

const markers = (sections: Report['sections']): number =>
  sections.reduce((sum, { children }) => sum + 1 + markers(children), 0);

/** Holds a report against what is known of its document. */
export function compare(truth: Truth, report: Pick<Report, 'figures' | 'references' | 'sections'>): Difference {
  const figures = report.figures.flatMap(({ measures }) => measures.map(figureKey));
  const trueFigures = truth.figures.map(figureKey);
  const references = report.references.map(referenceKey);
  const trueReferences = truth.references.map(referenceKey);
  return {
    missedFigures: without(trueFigures, figures, sameFigure),
    addedFigures: without(figures, trueFigures, sameFigure),
    missedReferences: without(trueReferences, references),
    addedReferences: without(references, trueReferences),
    sections: markers(report.sections) - truth.sections,
  };
}
