import type { Reference } from '../schema.ts';
import type { Span } from '../source.ts';

/** A reference found in a reading; offsets are relative to the reading. */
export interface ReferenceMatch
  extends Omit<Reference, 'id' | 'span' | 'text' | 'line' | 'page' | 'section' | 'document' | 'type'> {
  span: Span;
  /** Tên loại, e.g. `Kế hoạch`. */
  kind: string;
}

export function findReferences(_reading: string): ReferenceMatch[] {
  return [];
}
