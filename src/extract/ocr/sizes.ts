import type { PageContent } from '../pdf/model.ts';

/** Measured heights of one size of print differ by up to this much, as letters of a line do. */
const oneSize = 0.2;

/**
 * Gives lines of about the same height one font size. OCR measures the letters a line happens to have, while the
 * layout step compares sizes as a writer set them.
 *
 * @param pages changed in place
 */
export function evenSizes(pages: PageContent[]): void {
  const words = pages.flatMap((page) => page.words);
  const sizes = words.flatMap(({ size, text }) => Array.from(text, () => size)).sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 14;
  for (const word of words) {
    const ratio = word.size / usual;
    if (Math.abs(ratio - 1) <= oneSize) word.size = usual;
    // Capitals without tails, or accents above them, stretch the measure; real headings are not much larger.
    else if (ratio > 1) word.size = Math.min(word.size, usual * 1.6);
  }
}
