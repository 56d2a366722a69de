import type { Layout, Notice } from '../../source.ts';
import { unreadable } from '../office/failures.ts';

/** Not written yet. */
export function extractDoc(_bytes: Uint8Array): { text: string; layout: Layout; notices: Notice[] } {
  throw unreadable('damaged');
}
