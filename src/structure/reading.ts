import { withoutIgnoreComments } from '../ignore.ts';
import type { Repair, Source, Span } from '../source.ts';
import { FILLER, hasAny } from '../text.ts';
import { wordsOf } from './sentence-words.ts';

/**
 * What in a text is no text: signs that converters to Markdown leave (heading hashes, emphasis stars, the bars of
 * tables, escapes), but `** Tồn tại`: stars before a space that no others close are a marker below `*`,
 * zero-width characters, and white space other than the plain space.
 */
const markupSigns = /\\(?=[*_#+\-.()[\]|])|(?<!\\)\*{2,3}(?!(?<=^[ \t]*\*\*) [^*\n]+$)|^[ \t]*#{1,6}(?=[ \t])|\|/gm;
/** A rule that pdftotext has glued to the line below it: `-------Số: 12/BC-BNV`. */
const gluedRule = /^[ \t]*[-_]{3,}(?=[^\s\-_])/gm;
/** `*nghiêng*`: stars that hug their text, over one line break at most. A star before a space is a marker (dấu hoa thị đầu dòng). */
const emphasis = /(?<![\\*])\*(?=[^\s*)])([^*\n]*(?:\n[^*\n]+)?(?<=[^\s(]))\*(?!\*)/g;
/** `(*gồm 3 vụ …*)`: stars between brackets are unmistakable, over any lines of one paragraph. */
const bracketed = /(?<=\()\*(?=[^\s*)])((?:[^*\n]|\n(?![ \t]*\n)){1,600})\*(?=\))/g;
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const oddSpaces = /[\t\v\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;

/**
 * `UBND t ỉnh`, `th ực hiện`: a syllable torn behind its first consonants, as it comes out of some PDFs. No word consists of
 * consonants, but a letter may stand for a thing (điểm b ở trên), so what follows must be no word either.
 */
const torn = new RegExp(
  String.raw`([\s(“"])(ngh|ng|nh|th|tr|ch|ph|kh|gh|[bcdđghklmnpqrstvx]) (?=[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]\p{Ll})(?!(?:${wordsOf('vowelWord')})(?!\p{L}))`,
  'gu',
);

/** A page turn in plain text; where it begins a line, the line break before it is white space, not an empty line. */
const pageTurn = /\n?\f/g;
const turned = (turn: string): string => `${turn.length > 1 ? FILLER : ''}\n`;

const fill = (signs: string): string => FILLER.repeat(signs.length);

/** Whites out spans of a reading, leaving their line breaks: what stands there is part of no sentence. */
export function blank(reading: string, spans: Span[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const from = Math.max(at, start);
    if (end <= from) continue;
    pieces.push(reading.slice(at, from), reading.slice(from, end).replace(/[^\n]/g, ' '));
    at = end;
  }
  return at === 0 ? reading : pieces.join('') + reading.slice(at);
}

/** Puts the repaired readings in; they are as long as what they stand for. */
function repaired(text: string, repairs: Repair[] = []): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { span, reading } of repairs) {
    pieces.push(text.slice(at, span[0]), reading);
    at = span[1];
  }
  return at === 0 ? text : pieces.join('') + text.slice(at);
}

/** Eth and the African D, which look like Đ: converters of old encodings put them in its place. */
const LIKE_D = [
  ['Ð', 'Đ'],
  ['Ɖ', 'Đ'],
  ['ð', 'đ'],
] as const;
/** The letter oi, which converters of PDF put in the place of ư: ngƣời, khen thƣởng. No language written with it is read here. */
const LIKE_U = [
  ['ƣ', 'ư'],
  ['Ƣ', 'Ư'],
] as const;

/**
 * The reading of a text: as long as the text, so that an offset in one is an offset in the other. Markup signs
 * and zero-width characters are U+FEFF (white space to every pattern, nothing when printed), torn syllables are whole, furniture, comments for
 * `dvcq check` and odd spaces are spaces, letters that look like Đ or Ư are these, a form feed (page turn in plain text) ends a
 * line.
 */
export function readText({ text, layout, format }: Source): string {
  const said = format === 'txt' || format === 'md' ? withoutIgnoreComments(text) : repaired(text, layout.repairs);
  let reading = said.replace(invisible, FILLER).replace(oddSpaces, ' ');
  if (reading.includes('\f')) reading = reading.replace(pageTurn, turned);
  for (const [like, letter] of [...LIKE_D, ...LIKE_U]) reading = reading.replaceAll(like, letter);
  reading = reading.replace(torn, `$1${FILLER}$2`);
  if (/[-_]{3}/.test(reading)) reading = reading.replace(gluedRule, fill);
  if (hasAny(reading, '*#\\|')) {
    const plain = (_whole: string, inner: string) => FILLER + inner + FILLER;
    reading = reading.replace(markupSigns, fill).replace(bracketed, plain).replace(emphasis, plain);
  }
  return layout.paragraphs ? blank(reading, layout.furniture) : blankPageNumbers(blank(reading, layout.furniture));
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
    return FILLER.repeat(line.length);
  });
}
