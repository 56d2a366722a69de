import { paragraphs, type Root } from '../ast.ts';
import { type Document, diagnose } from '../document.ts';
import { changeMismatch } from './change-mismatch.ts';
import { dateInvalid } from './date-invalid.ts';
import { numberFormat } from './number-format.ts';
import { numbering } from './numbering.ts';
import { percentMismatch } from './percent-mismatch.ts';
import { referenceConflict } from './reference-conflict.ts';
import type { Rule } from './rule.ts';
import { sumMismatch } from './sum-mismatch.ts';
import { valueConflict } from './value-conflict.ts';

/** All rules, in the order of the rule reference. */
export const rules: readonly Rule[] = [
  percentMismatch,
  sumMismatch,
  changeMismatch,
  valueConflict,
  referenceConflict,
  numbering,
  numberFormat,
  dateInvalid,
];

/** Checks a resolved tree; findings become messages of the document. */
export function audit(tree: Root, file: Document, selected: readonly Rule[] = rules): void {
  const listed = paragraphs(tree).filter(({ paragraph }) => paragraph.children.length > 0);
  for (const rule of selected)
    for (const finding of rule.check(tree, file.data, listed))
      diagnose(file, { rule: rule.id, severity: rule.severity, ...finding });
}
