import type * as contract from '../schema.ts';
import type { Span } from '../source.ts';
import type { Line } from './lines.ts';

/** The head of a document (thể thức đầu), as read. Stub: the header engineer fills it; keep these names. */
export interface HeadMatch extends Omit<contract.Header, 'type' | 'period'> {
  kind: string | null;
  /** Where the title (trích yếu) stands, over its lines. */
  titleSpan: Span | null;
  /** Index of the first line of the text proper. */
  end: number;
}

export function findHead(_lines: Line[]): HeadMatch | null {
  return null;
}
