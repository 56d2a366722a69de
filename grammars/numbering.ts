import { LETTER, LOWER, UPPER } from './alphabet.ts';

/**
 * The markers that structure an administrative text (Annex I of Decree 30/2020/NĐ-CP; Party guide 36-HD/VPTW for
 * the forms with a hyphen), from the outermost to the innermost as officials usually nest them. The order only
 * decides where a document itself gives no evidence.
 */
export interface SchemeRow {
  scheme:
    | 'part'
    | 'chapter'
    | 'article'
    | 'upper-letter'
    | 'roman'
    | 'decimal'
    | 'decimal-2'
    | 'decimal-3'
    | 'letter'
    | 'paren'
    | 'star'
    | 'dash'
    | 'plus'
    | 'bullet';
  /** What its first character can be: most lines need but some of the patterns. */
  begins: ('letter' | 'digit' | 'sign')[];
  /** Matches the marker at the start of a line; group 1 is the ordinal. */
  pattern: RegExp;
  examples: string[];
}

/** What follows a marker that ends in a sign: a space, or at once a word (a common slip). */
const gap = String.raw`(?=\s|["“'‘(]?[${UPPER}][${LOWER}]|$)`;
/** A hyphen ends a marker before a word, not inside a document's symbol (`17-CT/TU`); in the south also behind a sign (`I.-`). */
const hyphen = String.raw`(?:[.)/]|\s)?[-–](?=\s|[${UPPER}][${LOWER}]|$)`;
/** `2 . Nguyên nhân`: a space before the stop is a common slip. */
const spacedStop = String.raw`\s\.(?=\s*["“(]?[${UPPER}])`;
/** `1, Công tác`, `3: Kết quả`: a slip for the stop, told from a list of things (1, 2 và 3) by the word behind it. */
const slip = String.raw`[,:](?=\s+["“'‘(]?[${UPPER}][${LETTER}])`;
/** A number with stops inside needs no sign at its end. */
const inner = String.raw`(?:[.)/:]${gap}|${hyphen}|(?=\s+["“]?[${UPPER}]))`;
const end = `(?:[.)/]{1,2}${gap}|${hyphen}|${spacedStop}|${slip})`;
// Without the flag `u` and Unicode properties, which take milliseconds to compile.
const sticky = (source: string, flags = '') => new RegExp(source, `y${flags}`);

const ordinalPattern = 'nhất|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười';

export const schemes: SchemeRow[] = [
  {
    scheme: 'part',
    begins: ['letter'],
    pattern: sticky(
      String.raw`(?:phần\s+(?:thứ\s+)?(${ordinalPattern}|[ivx]+|\d{1,2})|phụ\s+lục(?:\s+(?:số\s+)?([ivx]+|\d{1,2}))?)(?:[.:]|(?=\s*$)|(?=\s*[-–]))`,
      'i',
    ),
    examples: ['Phần thứ nhất', 'PHẦN II.', 'Phụ lục 1'],
  },
  {
    scheme: 'chapter',
    begins: ['letter'],
    pattern: sticky(String.raw`chương\s+([ivx]+|\d{1,2})(?:[.:]|(?=\s*$)|(?=\s*[-–]))`, 'i'),
    examples: ['Chương I', 'CHƯƠNG 2.'],
  },
  {
    scheme: 'article',
    begins: ['letter'],
    pattern: sticky(String.raw`điều\s+(\d{1,3}[a-zđ]?)\s?[.:]`, 'i'),
    examples: ['Điều 1.', 'Điều 12a:'],
  },
  {
    scheme: 'upper-letter',
    begins: ['letter'],
    pattern: sticky(`([A-ZĐ])${end}`),
    examples: ['A.', 'B-', 'C)'],
  },
  {
    scheme: 'roman',
    begins: ['letter'],
    pattern: sticky(`(?:M(?:ục|ỤC)\\s+)?([IVX]{1,6})${end}`),
    examples: ['I.', 'IV-', 'II -', 'III/', 'I/.', 'Mục I.', 'MỤC II:'],
  },
  {
    scheme: 'decimal',
    begins: ['digit'],
    pattern: sticky(String.raw`(\d{1,2})(?!\.\s\d{1,2}\.\s)${end}`),
    examples: ['1.', '2-', '3/', '4)', '5,', '6:'],
  },
  {
    scheme: 'decimal-2',
    begins: ['letter', 'digit'],
    pattern: sticky(
      String.raw`(\d{1,2}\.\d{1,2}|\d{1,2}\.\s\d{1,2}(?=\.\s)|(?:[IVX]{1,6}|[A-ZĐ])\.?\d{1,2}(?=[.)]))${inner}`,
    ),
    examples: ['3.2.', '3.2', '1.1 -', '1. 1.', 'I.1.', 'A1.'],
  },
  {
    scheme: 'decimal-3',
    begins: ['letter', 'digit'],
    pattern: sticky(String.raw`((?:\d{1,2}|[IVX]{1,6}|[A-ZĐ])(?:\.\d{1,2}){2,3})${inner}`),
    examples: ['1.2.3.', '1.2.3', 'I.1.2.'],
  },
  {
    scheme: 'letter',
    begins: ['letter'],
    pattern: sticky(`([a-zđ])${end}`),
    examples: ['a)', 'b.', 'đ)', 'a.-', 'c,'],
  },
  {
    scheme: 'letter',
    begins: ['letter', 'digit'],
    pattern: sticky(String.raw`((?!m[23])[a-zđ]\.?\d{1,2}|\d{1,2}\.[a-zđ])(?:[.)/]${gap}|${hyphen})`),
    examples: ['a.1)', 'b2.', '1.a)'],
  },
  {
    scheme: 'paren',
    begins: ['letter', 'sign'],
    pattern: sticky(
      String.raw`\((\d{1,2}|[ivx]{1,5}|[a-zđ])\)(?:\s?[-–.:](?=\s|[${UPPER}]))?(?=\s|[${UPPER}])|([ivx]{1,5})[.)]${gap}`,
    ),
    examples: ['(1)', '(i)', '(a)', 'ii)', 'ii.', '(1)-', '(2).'],
  },
  { scheme: 'star', begins: ['sign'], pattern: sticky(String.raw`(\*{1,2})(?=\s|[${LETTER}])`), examples: ['*', '**'] },
  {
    scheme: 'dash',
    begins: ['sign'],
    pattern: sticky(String.raw`([-–—−‒])(?=\s|["“'‘(]?[${LETTER}]|$)`),
    examples: ['-', '–'],
  },
  { scheme: 'plus', begins: ['sign'], pattern: sticky(String.raw`(\+)(?=\s|["“'‘(]?[${LETTER}]|$)`), examples: ['+'] },
  {
    scheme: 'bullet',
    begins: ['letter', 'sign'],
    pattern: sticky(
      String.raw`([•●○▪■□◦➢➤►▶→✓✔❖⁃·»§\uF020-\uF0FF]|[oØvqü](?=\s+[${UPPER}]))(?=\s|["“'‘(]?[${LETTER}]|$)`,
    ),
    examples: ['•', '➢', '▪'],
  },
];

/** Số thứ tự bằng chữ: (thứ) nhất, hai, … */
export const ordinalWords = [
  ...['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'],
  ...['mười một', 'mười hai', 'mười ba'],
];

const romanDigits: Record<string, number> = { i: 1, v: 5, x: 10, l: 50 };

/** The value of a Roman numeral in small letters. */
export function romanValue(letters: string): number {
  const digits = [...letters].map((letter) => romanDigits[letter] ?? 0);
  return digits.reduce((sum, digit, n) => sum + (digit < (digits[n + 1] ?? 0) ? -digit : digit), 0);
}
