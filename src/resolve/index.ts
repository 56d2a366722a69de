import type { Root } from '../ast.ts';
import type { Document } from '../document.ts';
import { resolveBreakdowns } from './breakdown.ts';
import { groupDocuments } from './documents.ts';
import { implyUnits } from './implied-units.ts';
import { resolveIssuer } from './issuer.ts';
import { resolvePeriod } from './period.ts';

/** Links what was recognised: adds fields, never nodes. */
export function resolve(tree: Root, file: Document): void {
  groupDocuments(tree, file);
  implyUnits(tree, file);
  resolveBreakdowns(tree, file);
  resolveIssuer(tree, file);
  resolvePeriod(tree, file);
}
