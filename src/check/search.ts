import type { Span } from '../source.ts';

/** Index of the first item that begins at an offset or behind it; the items are in order. */
export function firstFrom(items: readonly { span: Span }[], offset: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.span[0] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
