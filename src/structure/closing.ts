import type * as contract from '../schema.ts';
import type { Line } from './lines.ts';

/** The foot of a document (Nơi nhận and signature), as read. Stub: the header engineer fills it; keep these names. */
export interface FootMatch extends contract.Closing {
  /** Index of its first line. */
  start: number;
  /** Index of the first line behind it: an appendix. */
  end: number;
}

export function findFoot(_lines: Line[], _from: number): FootMatch | null {
  return null;
}
