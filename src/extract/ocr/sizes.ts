import type { PageContent } from '../pdf/model.ts';

/** Measured heights of one size of print lie between these, as the letters of a line have tails and accents or not. */
const lowest = 0.8;
const highest = 1.3;

/** The height at which most letters are measured, in points. */
export function usualSize(pages: PageContent[]): number {
  const words = pages.flatMap((page) => page.words);
  const sizes = words.flatMap(({ size, text }) => Array.from(text, () => size)).sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 14;
}

/**
 * Gives lines of about the same height one font size. OCR measures the letters a line happens to have, while the
 * layout step compares sizes as a writer set them.
 *
 * @param pages changed in place
 */
export function evenSizes(pages: PageContent[]): void {
  const usual = usualSize(pages);
  for (const word of pages.flatMap((page) => page.words)) {
    const ratio = word.size / usual;
    if (ratio >= lowest && ratio <= highest) word.size = usual;
    else if (ratio > highest) word.size = Math.min(word.size, usual * 1.6);
  }
}
