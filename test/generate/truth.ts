import type { Measure, Reference } from '../../src/schema.ts';

/** A measured number as it stands in a text, by the contract. */
export interface TrueFigure {
  value: number;
  unit: string | null;
  kind: Measure['kind'];
  of?: number;
  to?: number;
  /** Where the unit is not printed. */
  impliedUnit?: string;
  approx?: NonNullable<Measure['approx']>;
  change?: NonNullable<Measure['change']>;
}

/** A document that a text cites, by the contract. */
export type TrueReference = Pick<Reference, 'type' | 'number' | 'year' | 'symbol' | 'name' | 'date'>;

/** A piece of text with all that it states. */
export interface Stated {
  text: string;
  figures: TrueFigure[];
  references: TrueReference[];
}

/** What is known of one document: a line of truth.jsonl. */
export interface Truth {
  path: string;
  /** What the file is made as: txt, docx, … */
  made: string;
  /** False where the file is damaged, and must be in the list of failures. */
  ok: boolean;
  /** How it is damaged. */
  damage?: string;
  figures: TrueFigure[];
  references: TrueReference[];
  /** How many markers number its parts. */
  sections: number;
}
