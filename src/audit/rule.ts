import type { PlacedParagraph, Root } from '../ast.ts';
import type { DocumentData, Finding } from '../document.ts';
import type { Message, Severity } from '../source.ts';

/** What a rule has found, without what is the same for all its findings. */
export interface RuleFinding extends Omit<Finding, 'rule' | 'severity'> {
  /** The rule's own severity unless told. What is uncertain is `info`. */
  severity?: Severity;
}

/** One audit rule. Its file in `src/audit/` bears its id, its cases stand in `test/corpus/audit/<id>.txt`. */
export interface Rule {
  /** Says the offence. */
  id: string;
  severity: Severity;
  /** What is checked and why it matters, for the rule reference. */
  reason: Message;
  /**
   * Finds every breach in a resolved tree.
   *
   * @param listed the paragraphs that state or cite anything, in order; most rules go through them
   */
  check(tree: Root, data: DocumentData, listed: PlacedParagraph[]): Iterable<RuleFinding>;
}
