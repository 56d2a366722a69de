import { isSyllable } from './syllables.ts';

/** Letters that Vietnamese has in Unicode alone: text with them needs no conversion. */
export const GENUINE = /[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]/;

/** How many of the words that tell encodings apart are Vietnamese, and how many are not. */
export interface Evidence {
  good: number;
  bad: number;
}

/** Words with anything beyond ASCII. */
const TELLING = /[0-9A-Za-z]*[^\0-\x7F][0-9A-Za-z\x80-\uFFFF]*/g;

/** Punctuation around a word, and the signs behind units: m², 15°. */
const AROUND = /^[\xA0-\xBF\u2010-\u203A\u25A0-\u27BF]+|[\xA0-\xBF\u2010-\u203A\u25A0-\u27BF]+$/g;

/** Abbreviations, whatever they stand for: QĐ, ĐTNN. */
const ABBREVIATION = /^[A-ZĂÂĐÊÔƠƯ]+i?$/;

/** Controls that no text has; where VISCII, VPS and TCVN keep some of the capitals. */
const CONTROL = /[\x01-\x08\x0E-\x19\x1B-\x1F\x7F-\x9F]/g;

/** What the words of a text say about whether it was read in the right encoding. */
export function evidenceOf(text: string): Evidence {
  const evidence = { good: 0, bad: text.match(CONTROL)?.length ?? 0 };
  for (const [found] of text.matchAll(TELLING)) {
    const word = found.replace(AROUND, '');
    // A letter alone may be a sign: Ø 90, 5 µ.
    if (word.length < 2 || /^[\0-\x7F]*$/.test(word)) continue;
    if (isSyllable(word) && isCased(word)) evidence.good++;
    else if (!ABBREVIATION.test(word)) evidence.bad++;
  }
  return evidence;
}

/** Whether a word is in small letters, in capitals, or begins with one. */
function isCased(word: string): boolean {
  const rest = word.slice(1);
  return rest === rest.toLowerCase() || word === word.toUpperCase();
}

/** In the right encoding nearly all words are Vietnamese, in a wrong one up to four in ten (measured: 10 to 47 %). */
const GOOD = Math.log(0.97 / 0.4);
const BAD = Math.log(0.03 / 0.6);

/** The logarithm of how much likelier the right encoding would give this evidence than a wrong one. */
export const likelihood = ({ good, bad }: Evidence): number => good * GOOD + bad * BAD;

/** How likely, before anything is read, a text is in none of the encodings tried (as such a logarithm). */
const NONE = 2;

/**
 * How likely each of several readings of a text is the right one, by Bayes' rule; what is missing to 1 is that none is.
 *
 * @param readings the logarithms of their likelihoods, see {@link likelihood}
 */
export function certainties(readings: number[]): number[] {
  const highest = Math.max(NONE, ...readings);
  const weights = [...readings, NONE].map((reading) => Math.exp(reading - highest));
  const sum = weights.reduce((a, b) => a + b);
  return weights.slice(0, -1).map((weight) => weight / sum);
}
