import { paragraphs, type Root } from '../ast.ts';
import type { Document } from '../document.ts';

/** Groups the references that mean the same document. */
export function groupDocuments(tree: Root, _file: Document): void {
  tree.documents = [];
  for (const { paragraph } of paragraphs(tree))
    for (const inline of paragraph.children)
      if (inline.type === 'reference') {
        const { kind, code, name, date, issuer, subject } = inline;
        tree.documents.push({ type: kind, code, name, date, issuer, subject, mentions: [inline] });
      }
}
