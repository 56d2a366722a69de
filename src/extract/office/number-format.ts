/*
 * How Word writes a number in each format of numbered lists, notes and pages (ST_NumberFormat, ECMA-376 part 1,
 * 17.18.59). Formats of other scripts are not met in Vietnamese texts and are shown as decimal numbers.
 */

const ROMAN: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** Beyond it Roman numbers have no sign for five thousand; beyond 780 Word has no letters (30 times `z`). */
const MAX_ROMAN = 3999;
const MAX_LETTER = 780;

function roman(value: number): string {
  if (value < 1 || value > MAX_ROMAN) return String(value);
  let rest = value;
  return ROMAN.map(([unit, sign]) => {
    const times = Math.floor(rest / unit);
    rest -= times * unit;
    return sign.repeat(times);
  }).join('');
}

/** a … z, then aa, bb … zz, then aaa: the letter is repeated, unlike in a spreadsheet. */
function letter(value: number): string {
  if (value < 1 || value > MAX_LETTER) return String(value);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** Vietnamese number words up to 99, e.g. `hai mươi mốt`. */
function words(value: number): string {
  if (value < 0 || value > 99) return String(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (!tens) return DIGITS[ones]!;
  const head = tens === 1 ? 'mười' : `${DIGITS[tens]} mươi`;
  if (!ones) return head;
  const tail = ones === 5 ? 'lăm' : ones === 1 && tens > 1 ? 'mốt' : DIGITS[ones];
  return `${head} ${tail}`;
}

/** `nhất` and `tư` are the ordinals of one and four; the others are the number words. */
const ordinalWords = (value: number): string => `thứ ${value === 1 ? 'nhất' : value === 4 ? 'tư' : words(value)}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function ordinal(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  return value + (teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'));
}

/** One of the signs that Unicode has in a row, else the number itself. */
const sign = (first: number, value: number, count: number): string =>
  value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : String(value);

const CHICAGO = ['*', '†', '‡', '§'];

/** The marks of American notes, doubled from the fifth on. */
const chicago = (value: number): string =>
  value < 1 || value > MAX_LETTER ? String(value) : CHICAGO[(value - 1) % 4]!.repeat(Math.ceil(value / 4));

const FORMATS: Record<string, (value: number) => string> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => letter(value).toUpperCase(),
  lowerLetter: letter,
  ordinal,
  cardinalText: (value) => capital(words(value)),
  vietnameseCounting: words,
  ordinalText: (value) => capital(ordinalWords(value)),
  numberInDash: (value) => `- ${value} -`,
  hex: (value) => value.toString(16).toUpperCase(),
  decimalEnclosedCircle: (value) => sign(0x2460, value, 20),
  decimalEnclosedParen: (value) => sign(0x2474, value, 20),
  decimalEnclosedFullstop: (value) => sign(0x2488, value, 20),
  chicago,
  bullet: () => '',
  none: () => '',
};

/**
 * Writes a number as Word does.
 *
 * @param format the value of `w:numFmt`, e.g. `upperRoman`; what is unknown is written as a decimal number
 * @param pattern the `w:format` of a custom format, e.g. `001, 002, 003, ...`: numbers padded to its width
 */
export function formatNumber(value: number, format: string, pattern = ''): string {
  const width = /^\d{1,9}/.exec(pattern)?.[0].length ?? 0;
  return format === 'custom'
    ? String(value).padStart(width, '0')
    : Object.hasOwn(FORMATS, format)
      ? FORMATS[format]!(value)
      : String(value);
}
