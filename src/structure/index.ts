import type { Paragraph, Root } from '../ast.ts';
import type { Document } from '../document.ts';

/** Rebuilds the tree of a document: head, sections, paragraphs, footnotes, foot. */
export function structure(file: Document): Root {
  const { source, locator } = file.data;
  const children: Paragraph[] = [];
  let at = 0;
  for (const line of source.text.split('\n')) {
    if (line.trim()) {
      const start = at + line.search(/\S/);
      const end = at + line.trimEnd().length;
      children.push({
        type: 'paragraph',
        position: locator.position(start, end),
        reading: source.text.slice(start, end),
        children: [],
      });
    }
    at += line.length + 1;
  }
  return { type: 'report', position: locator.position(0, source.text.length), children, documents: [] };
}
