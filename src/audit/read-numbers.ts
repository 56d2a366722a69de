import { type Figure, type PlacedParagraph, spanOf } from '../ast.ts';
import type { Span } from '../source.ts';

/** Knows which numbers of a text have been read, so that a sum that lacks one is no error of the report. */
export interface ReadNumbers {
  /** Whether a list of parts holds a number that belongs to nothing that was read. */
  misses(text: string, whole: Figure, parts: Figure[]): boolean;
}

/** Collects where figures and references stand; only when first asked, since few lists fail to add up. */
export function readNumbers(listed: PlacedParagraph[]): ReadNumbers {
  let spans: Span[] | null = null;
  return {
    misses(text, whole, parts) {
      const [start, end] = stretchOf(text, whole, parts);
      spans ??= listed.flatMap(({ paragraph }) => paragraph.children.map(spanOf));
      for (const { index } of text.slice(start, end).matchAll(/\d+/g)) if (!covers(spans, start + index)) return true;
      return false;
    },
  };
}

/** From a whole to the end of the sentence of its last part; empty for lists over several lines. */
function stretchOf(text: string, whole: Figure, parts: Figure[]): Span {
  const start = spanOf(whole)[1];
  const last = Math.max(...parts.map((part) => spanOf(part)[1]));
  const stop = text.slice(last, last + 200).search(/[.;)](?:\s|$)|\n/);
  const end = last + (stop < 0 ? 0 : stop);
  return start < last && !/:\s*\n/.test(text.slice(start, last)) ? [start, end] : [start, start];
}

/** Whether an offset stands in one of some spans, which ascend. */
function covers(spans: Span[], offset: number): boolean {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [start, end] = spans[middle] as Span;
    if (offset < start) high = middle - 1;
    else if (offset >= end) low = middle + 1;
    else return true;
  }
  return false;
}
