import { lower } from '../lexicon/phrases.ts';
import type { Scheme } from '../schema.ts';
import { FILLER } from '../text.ts';
import { startOf, wordsOf } from './sentence-words.ts';

// For texts in lower case: with the flag `i` these patterns take three times as long to compile.
const head = new RegExp(`^(?:${wordsOf('head')})(?=\\s|$)`, 'u');
const imperative = new RegExp(`^(?:${wordsOf('imperative')})(?=\\s|$)`, 'u');
const task = new RegExp(`^(?:${wordsOf('task')})(?=\\s|$)`, 'u');
const nominal = new RegExp(`(?:${wordsOf('nominal')})(?=[\\s,;.]|$)`, 'gu');
const predicate = new RegExp(`(?:^|\\s)(?:${wordsOf('predicate')})(?=\\s)`, 'u');
const opener = new RegExp(`(?:\\s(?:${wordsOf('opener')})|[,;]\\s*(?:${wordsOf('aside')}))$`, 'u');
const connective = new RegExp(
  `(?<=[\\p{Ll}\\d])[ \\uFEFF]+(?:${wordsOf('connective').replace(
    /(^|\|)(\p{Ll})/gu,
    (_whole, bar: string, letter: string) => bar + letter.toUpperCase(),
  )})(?=\\s|,)`,
  'u',
);
const farewell = new RegExp(`^(?:${wordsOf('farewell')})(?=\\s)`, 'u');
const farewellStarts = startOf('farewell');

/** What a heading only mentions: brackets and quotations say nothing about its own grammar. */
const aside = /\([^()]*\)|[“"][^“”"]*[”"]/gu;

/** A heading that runs into the text before a colon is a phrase, not a paragraph. */
const longestRunIn = 160;
const longestHeading = 600;
/** More than the longest phrase of a table. */
const longestWords = 80;

/** "Sở Nội vụ kính báo cáo./.", "UBND huyện báo cáo Sở Nội vụ tổng hợp./.": the issuer takes leave in one clause. */
const leave = /^\p{Lu}[^,.;:]{3,90}\s(?:(?:kính|trân trọng)\s+báo cáo(?=[\s.])|báo cáo\s[^.;:]{2,120}\.\/\.)/u;

/**
 * Whether a paragraph is the report's last word (câu kết).
 *
 * @param last whether nothing follows it but the foot
 */
export const isFarewell = (reading: string, last: boolean): boolean =>
  (farewellStarts.test(reading) && farewell.test(lower(reading.slice(0, longestWords)))) ||
  (last && reading.length < 240 && leave.test(reading));

/** What stands around an item, as far as its title depends on it. */
export interface Surroundings {
  scheme: Scheme;
  /** Whether paragraphs or deeper items follow before the next item of its kind. */
  opens: boolean;
}

/**
 * Where the title of an item ends, or `null` where the item is a plain paragraph: a heading is a noun phrase that
 * stands alone, or in front of a colon or a stop; a task ("Tiếp tục …") or a sentence with a predicate is none.
 *
 * @param reading the item's first paragraph behind its marker
 * @returns length of the title in the reading, without its trailing stop
 */
export function titleLength(reading: string, { scheme, opens }: Surroundings): number | null {
  const colon = runInColon(reading);
  if (colon !== null) return isClauseBefore(reading.slice(0, colon), scheme) ? null : colon;
  const glued = runIn(reading);
  if (glued !== null) return glued;
  const stop = sentenceEnd(reading);
  const sentence = reading.slice(0, stop);
  if (stop > longestHeading) return null;
  const rest = reading.slice(stop).replace(/^[\s.;:]+/, '');
  if (rest) return isNounPhrase(sentence) && (head.test(bare(sentence)) || isTopic(sentence)) ? stop : null;
  if (!/[.;][\s"”’]*$/u.test(reading)) return isLoneHeading(sentence, scheme, opens) ? stop : null;
  return opens && isNounPhrase(sentence) && (head.test(bare(sentence)) || wordCount(sentence) <= 8) ? stop : null;
}

/**
 * Where a heading ends that has run into its text without a stop, as a lost line break leaves it: "Tình hình chung
 * Trong năm, …". A connective in a capital behind a word in small letters begins a sentence; in quotes it begins a name.
 */
function runIn(reading: string): number | null {
  const found = connective.exec(reading.slice(0, longestRunIn));
  if (!found) return null;
  const heading = reading.slice(0, found.index);
  return head.test(bare(heading)) && isNounPhrase(heading) && !/[.;:“"]/.test(heading) ? found.index : null;
}

/** What decides where a title may end: brackets and quotes, a colon, a stop before a capital. */
const turns = /[()[\]"“”‘’:]|\.\s+(?=\p{Lu})/gu;

/** Position of the colon that may end a title: outside brackets and quotes, in front of the first stop. */
function runInColon(reading: string): number | null {
  let depth = 0;
  turns.lastIndex = 0;
  for (let turn = turns.exec(reading); turn && turn.index <= longestHeading; turn = turns.exec(reading)) {
    const [sign] = turn;
    if ('([“‘'.includes(sign) || (sign === '"' && depth === 0)) depth++;
    else if (')]”’"'.includes(sign)) depth = Math.max(0, depth - 1);
    else if (depth === 0) return sign === ':' ? titleColon(reading, turn.index) : null;
  }
  return null;
}

/** "Nhiệm vụ 2: Hỗ trợ phụ nữ phát triển kinh tế": what only counts the headings is no heading itself. */
const countedLabel = /^\s*\p{Lu}\p{Ll}+(?:\s\p{Ll}+){0,2}\s\d{1,2}\s*$/u;

/** A colon in front of a quotation, or far into the text, is one inside a sentence. */
function titleColon(reading: string, at: number): number | null {
  if (/^[\s\uFEFF]*$/.test(reading.slice(at + 1))) return at;
  if (countedLabel.test(reading.slice(0, at)) && !/[.;:]\s*$/.test(reading)) return null;
  return at <= longestRunIn && !/^[\s\uFEFF]*["“]/u.test(reading.slice(at + 1, at + 6)) ? at : null;
}

/** A counted thing: "9.264 hồ sơ", but no number of a name, date or document ("số 12 …", "năm 2023", "05 năm"). */
const counted = /(?<!(?:số|ngày|tháng|năm|quý|[\d/.,-])\s*)(?<![\d/.,-])\d[\d.,/]*\s(?!năm|tháng|ngày|quý)\p{Ll}/giu;

/**
 * Words before a colon that are a sentence after all. The articles of a resolution are its operative clauses; a
 * heading may name a number ("19 tiêu chí"), but does not report several.
 */
function isClauseBefore(text: string, scheme: Scheme): boolean {
  if (scheme === 'article' && /như\s+sau\s*$/iu.test(text)) return true;
  return opener.test(lower(text.trimEnd().slice(-longestWords))) || (text.match(counted)?.length ?? 0) > 1;
}

/** Where the first sentence ends: before a stop that a capital or nothing follows. */
function sentenceEnd(reading: string): number {
  const stop = /[.;]+["”’]?(?=[\s\uFEFF]+["“]?\p{Lu}|[\s\uFEFF]*$)/u;
  for (let from = 0; ; ) {
    const found = stop.exec(reading.slice(from));
    if (!found) return reading.length;
    const at = from + found.index;
    // A semicolon separates the parts of a long heading; only a stop ends it.
    if (found[0].startsWith('.') || at + found[0].length >= reading.trimEnd().length) return at;
    from = at + found[0].length;
  }
}

/** An item without a stop is a heading, unless it is a sentence that lacks one. */
function isLoneHeading(sentence: string, scheme: Scheme, opens: boolean): boolean {
  // "Tổ chức thực hiện" above a paragraph names an article; alone, a task is its operative clause.
  if (scheme === 'article') return !imperative.test(bare(sentence)) || (opens && wordCount(sentence) <= 8);
  // "Tỷ lệ che phủ rừng đạt 62%" states a figure.
  if (!opens && /\d\s?%\W*$/.test(sentence)) return false;
  return opens || isNounPhrase(sentence) || wordCount(sentence) <= 12;
}

/** "Lâm nghiệp. Trồng rừng tập trung …": a few words in front of a stop are the topic of what follows. */
const isTopic = (sentence: string): boolean => {
  const words = wordCount(sentence);
  return words > 1 && words <= 4 && !/\d/.test(sentence);
};

/** Whether a text opens as a task does ("Tiếp tục …", "Phân công …"), or reports a figure ("Nạo vét 3.200 m cống"). */
export const isStatement = (reading: string): boolean =>
  imperative.test(bare(reading)) || task.test(bare(reading)) || reading.match(counted) !== null;

/**
 * Where a heading ends that has run into its text, if it is one: a few words that are no sentence, in front of a stop
 * and more text. What stands beside the item must tell.
 */
export function topicLength(reading: string): number | null {
  const stop = sentenceEnd(reading);
  const sentence = reading.slice(0, stop);
  const runsOn = /^[.;]["”’]?\s+\S/u.test(reading.slice(stop));
  return runsOn && wordCount(sentence) <= longestTopic && isNounPhrase(sentence) ? stop : null;
}

/** In words. */
const longestTopic = 12;

function isNounPhrase(sentence: string): boolean {
  const text = bare(sentence);
  if (imperative.test(text)) return false;
  return !predicate.test(text.replace(aside, ' ').replace(nominal, ' '));
}

/** A text without fillers, in lower case. */
const bare = (text: string): string => lower(text.replaceAll(FILLER, '').trim());
const wordCount = (text: string): number => bare(text).split(/\s+/).length;
