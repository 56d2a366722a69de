import type { Layout, Notice, Span } from '../../source.ts';
import { pageNotices, type ReadPage, repairNotices } from './notices.ts';
import { findRepairs } from './repair.ts';

/** A text laid out from words, some of them read by OCR. */
export interface LaidOut {
  text: string;
  layout: Layout;
  /** Labels that were read again, with what had been read. */
  misread: { span: Span; read: string }[];
}

/**
 * Adds to a text what OCR asks for: repaired readings, and what the reader of the report must know.
 *
 * @param pages the 0-based numbers of the pages that OCR has read, with their confidence
 */
export function finishOcr(
  { text, layout, misread }: LaidOut,
  pages: Map<number, { confidence: number }>,
  engine: string,
): { text: string; layout: Layout; notices: Notice[] } {
  const read = [...pages].map(([n, { confidence }]): ReadPage => {
    const span: Span = [layout.pages[n] ?? 0, layout.pages[n + 1] ?? text.length];
    return { number: n + 1, confidence, span };
  });
  const isOcr = (at: number) => read.some(({ span }) => span[0] <= at && at < span[1]);
  const repairs = findRepairs(text).filter(({ span }) => isOcr(span[0]));
  return {
    text,
    layout: { ...layout, repairs },
    notices: [...pageNotices(read, engine), ...repairNotices(text, repairs, misread)],
  };
}
