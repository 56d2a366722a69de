import { type Inline, type Measure, paragraphs, type Reference, type Root } from '../ast.ts';
import type { Document } from '../document.ts';
import type { Span } from '../source.ts';
import { findFigures } from './figure.ts';
import type { MeasureMatch } from './measure.ts';
import { findReferences, type ReferenceMatch } from './reference.ts';

// Fields by name: a report has thousands of these, and to copy "the rest" of an object is slow.
/** A measure as a node. */
const measureNode = (found: MeasureMatch, position: Measure['position']): Measure => ({
  type: 'measure',
  position,
  kind: found.kind,
  value: found.value,
  of: found.of,
  to: found.to,
  unit: found.unit,
  impliedUnit: found.impliedUnit,
  scale: found.scale,
  approx: found.approx,
  change: found.change,
});

/** A reference as a node. */
const referenceNode = (found: ReferenceMatch, position: Reference['position']): Reference => ({
  type: 'reference',
  position,
  kind: found.kind,
  number: found.number,
  year: found.year,
  symbol: found.symbol,
  code: found.code,
  repaired: found.repaired,
  name: found.name,
  date: found.date,
  issuer: found.issuer,
  subject: found.subject,
});

/** "1⇥Tiếp công dân⇥12 lượt": the number of a row of a table, whose words begin with a capital in the next cell. */
const rowNumber = /^[\s|]*\d{1,3}\s*[\t|]\s*\p{Lu}/u;
const mostIndent = 8;

/** Reads references and figures in every paragraph; digits inside a reference are no figure. */
export function recognise(tree: Root, file: Document): void {
  const { locator, source } = file.data;
  for (const { paragraph } of paragraphs(tree)) {
    const base = paragraph.position.start.offset ?? 0;
    const place = ([start, end]: Span) => locator.position(base + start, base + end);
    const references = findReferences(paragraph.reading);
    const own = source.text.slice(base, base + paragraph.reading.length);
    const figures = findFigures(
      paragraph.reading,
      references.map((reference) => reference.span),
    ).filter(({ span }) => span[0] > mostIndent || !rowNumber.test(own.slice(0, span[1])));
    const inlines: Inline[] = [
      ...references.map((reference) => referenceNode(reference, place(reference.span))),
      ...figures.map(({ span, label, measures }) => ({
        type: 'figure' as const,
        position: place(span),
        label,
        parent: null,
        children: measures.map((measure) => measureNode(measure, place(measure.span))),
      })),
    ];
    paragraph.children = inlines.sort((a, b) => (a.position.start.offset ?? 0) - (b.position.start.offset ?? 0));
  }
}
