import { type Inline, paragraphs, type Root } from '../ast.ts';
import type { Document } from '../document.ts';
import type { Span } from '../source.ts';
import { findFigures } from './figure.ts';
import { findReferences } from './reference.ts';

/** Reads references and figures in every paragraph; digits inside a reference are no figure. */
export function recognise(tree: Root, file: Document): void {
  const { locator } = file.data;
  for (const { paragraph } of paragraphs(tree)) {
    const base = paragraph.position.start.offset ?? 0;
    const place = ([start, end]: Span) => locator.position(base + start, base + end);
    const references = findReferences(paragraph.reading);
    const figures = findFigures(
      paragraph.reading,
      references.map((reference) => reference.span),
    );
    const inlines: Inline[] = [
      ...references.map(({ span, ...fields }) => ({ type: 'reference' as const, position: place(span), ...fields })),
      ...figures.map(({ span, label, measures }) => ({
        type: 'figure' as const,
        position: place(span),
        label,
        parent: null,
        children: measures.map(({ span, ...fields }) => ({
          type: 'measure' as const,
          position: place(span),
          ...fields,
        })),
      })),
    ];
    paragraph.children = inlines.sort((a, b) => (a.position.start.offset ?? 0) - (b.position.start.offset ?? 0));
  }
}
