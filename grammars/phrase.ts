import { LETTER } from './alphabet.ts';

/** Vowel pairs that carry the tone mark on either letter at a word's end: khóa and khoá, ủy and uỷ. */
const pairs = [
  'òa oà',
  'óa oá',
  'ỏa oả',
  'õa oã',
  'ọa oạ',
  'òe oè',
  'óe oé',
  'ỏe oẻ',
  'ẹo oẹ',
  'ùy uỳ',
  'úy uý',
  'ủy uỷ',
  'ũy uỹ',
  'ụy uỵ',
];
const eitherTone = new Map(
  pairs.flatMap((pair) => {
    const both = `(?:${pair.replace(' ', '|')})`;
    return pair
      .split(' ')
      .flatMap((form) => [[form, both] as const, [form.toUpperCase(), both.toUpperCase()] as const]);
  }),
);
const tone = new RegExp(`(?:${[...eitherTone.keys()].join('|')})(?![${LETTER}])`, 'g');
const toned = (word: string): string => word.replace(tone, (pair) => eitherTone.get(pair) ?? pair);

/** One word in small letters, with a capital and in capitals; an abbreviation only as it stands. */
function anyCase(word: string): string {
  const low = word.toLowerCase();
  const high = word.toUpperCase();
  if (word.slice(1) !== low.slice(1) || low === high) return toned(word);
  const [first = '', rest] = [low.charAt(0), low.slice(1)];
  return rest ? `(?:[${first}${first.toUpperCase()}]${toned(rest)}|${toned(high)})` : `[${low}${high}]`;
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Pattern source of one phrase: any case, any white space between words, any dash, either place of the tone mark. */
const phrase = (words: string, cased: (word: string) => string): string =>
  words
    .split(/(,? |\s?[-–]\s?)/)
    .map((piece, n) => {
      if (n % 2 === 0) return cased(escaped(piece));
      return piece === ' ' ? '\\s+' : piece === ', ' ? ',?\\s+' : '\\s*[-–]\\s*';
    })
    .join('');

const alternatives = (phrases: Iterable<string>, cased: (word: string) => string): string => {
  const longestFirst = [...new Set(phrases)].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.map((words) => phrase(words, cased)).join('|')})(?![${LETTER}\\d])`;
};

/**
 * Pattern source for any of some phrases as whole words, the longest first. A comma inside a phrase may be
 * missing in the text (Phòng chống tham nhũng). Case is in the source, so that a pattern may mix phrases of any
 * case with codes, whose case matters.
 */
export const anyOf = (phrases: Iterable<string>): string => alternatives(phrases, anyCase);

/** The same in small letters only. */
export const anySmall = (phrases: Iterable<string>): string =>
  alternatives(phrases, (word) => toned(word.toLowerCase()));

const newTone = new Map(
  pairs.map((pair) => {
    const [now = '', old = ''] = pair.split(' ');
    return [old, now] as const;
  }),
);

/** A phrase for comparison: small letters, single spaces, the tone mark where newer spelling puts it, no commas. */
export const fold = (words: string): string =>
  words
    .replace(/[\s,]+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(tone, (pair) => newTone.get(pair) ?? pair);
