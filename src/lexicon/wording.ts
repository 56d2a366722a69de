/** Vowel pairs whose tone mark older spelling puts on the second letter: hoà for hòa, uỷ for ủy. */
const tones = [
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
const otherTone = new Map(
  tones.flatMap((pair) => {
    const [now = '', old = ''] = pair.split(' ');
    return [
      [now, `(?:${now}|${old})`],
      [old, `(?:${now}|${old})`],
    ] as const;
  }),
);
const anyTone = new RegExp([...otherTone.keys()].join('|'), 'giu');

/** Pattern source of one wording: any white space, any dash, either place of the tone mark. */
const source = (form: string): string =>
  form
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(anyTone, (pair) => otherTone.get(pair.toLowerCase()) ?? pair)
    .replace(/\s*[-–—]\s*/g, '\\s*[-–—]\\s*')
    .replace(/ /g, '\\s+');

const endsInLetter = /[\p{L}\p{N}]$/u;

/**
 * By ranges: `\p{L}` has 650 of them, and with the flag `i` a pattern that names it some times takes longer to
 * compile than all of dvcq may take to start.
 */
const LETTER_OR_DIGIT = '[0-9A-Za-zÀ-ỹ]';

/**
 * Pattern source for any of these wordings as whole words, the longest first. For regular expressions with the
 * flags `iu`; where a form ends in a full stop no space need follow.
 */
export function wording(forms: readonly string[]): string {
  const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
  const abbreviations = longestFirst.filter((form) => !endsInLetter.test(form));
  const words = longestFirst.filter((form) => endsInLetter.test(form));
  const wholeWords = words.length ? [`(?:${words.map(source).join('|')})(?!${LETTER_OR_DIGIT})`] : [];
  return `(?<!${LETTER_OR_DIGIT})(?:${[...abbreviations.map(source), ...wholeWords].join('|')})`;
}
