import type { PageContent, Word } from './model.ts';

/** Signs that a font without a map to Unicode leaves: private use, replacement, unassigned. */
const unmapped = /[\p{Co}\p{Cn}\uFFFD]/gu;

/** A text layer with more than this share of them says nothing. */
const mostUnmapped = 0.2;

/** Whether a page shows what its text layer does not say: a scan, or text in fonts without a map to Unicode. */
export const isUnread = (page: PageContent): boolean => isScan(page) || isGarbled(page);

/** A picture with no more than a stamped page number. */
const isScan = ({ words, pictured }: PageContent): boolean => pictured && count(words, /\p{L}/gu) <= 'Trang'.length;

function isGarbled({ words }: PageContent): boolean {
  const length = words.reduce((sum, { text }) => sum + text.length, 0);
  return count(words, unmapped) > mostUnmapped * length;
}

const count = (words: Word[], sign: RegExp): number =>
  words.reduce((sum, { text }) => sum + (text.match(sign)?.length ?? 0), 0);
