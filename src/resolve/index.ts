import type { Root } from '../ast.ts';
import type { Document } from '../document.ts';
import { groupDocuments } from './documents.ts';

/** Links what was recognised: adds fields, never nodes. */
export function resolve(tree: Root, file: Document): void {
  groupDocuments(tree, file);
}
