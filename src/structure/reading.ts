import type { Source, Span } from '../source.ts';
import { FILLER } from '../text.ts';

/**
 * What in a text is no text: signs that converters to Markdown leave (heading hashes, emphasis stars, escapes),
 * zero-width characters, and white space other than the plain space.
 */
const markupSigns = /\\(?=[*_#+\-.()[\]])|(?<!\\)\*{2,3}|^[ \t]*#{1,6}(?=[ \t])/gm;
/** `*nghiêng*`: stars that hug their text. A star before a space is a marker (dấu hoa thị đầu dòng). */
const emphasis = /(?<![\\*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?!\*)/g;
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const oddSpaces = /[\t\v\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;

const fill = (signs: string): string => FILLER.repeat(signs.length);

/** Whites out a span of a string, leaving its line breaks. */
const blank = (text: string, [start, end]: Span): string =>
  text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);

/**
 * The reading of a text: as long as the text, so that an offset in one is an offset in the other. Markup signs
 * and zero-width characters are U+FEFF (white space to every pattern, nothing when printed), furniture and odd
 * spaces are spaces, a form feed (page turn in plain text) ends a line.
 */
export function readText({ text, layout }: Source): string {
  let reading = text.replace(invisible, FILLER).replace(oddSpaces, ' ').replaceAll('\f', '\n');
  if (layout.markup && /[*#\\]/.test(reading)) {
    reading = reading.replace(markupSigns, fill).replace(emphasis, (_whole, inner: string) => FILLER + inner + FILLER);
  }
  for (const span of layout.furniture) reading = blank(reading, span);
  return layout.paragraphs ? reading : blankPageNumbers(reading);
}

/** `12`, `- 12 -`, `Trang 12/40`: a page number that stands alone on its line. */
const pageNumber = /^[ \uFEFF]*(?:-[ ]?|trang[ ])?(\d{1,4})(?:[ ]?\/[ ]?\d{1,4})?(?:[ ]?-)?[ \uFEFF]*$/gimu;

/**
 * Whites out the page numbers of a plain text. Lone numbers are page numbers only as a series: one more at each
 * page, beginning with 1 or 2 (Decree 30/2020/NĐ-CP leaves the first page unnumbered). Other lone numbers stay.
 */
function blankPageNumbers(reading: string): string {
  let next = 0;
  return reading.replace(pageNumber, (line, digits: string) => {
    const value = Number(digits);
    if (next ? value !== next : value !== 1 && value !== 2) return line;
    next = value + 1;
    return ' '.repeat(line.length);
  });
}
