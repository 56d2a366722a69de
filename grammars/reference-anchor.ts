import { HYPHEN, LETTER, UPPER } from './alphabet.ts';
import { day, fullDate } from './date.ts';
import { phraseAt, skipSpaces } from './phrases.ts';
import { code, signlessRest } from './reference-code.ts';
import * as word from './reference-words.ts';
import { follows, sticky } from './sticky.ts';

/**
 * Where references may begin, and their codes. A small pattern finds the words; what stands there is then looked up in
 * the tables, for a pattern of all types with all that may stand behind them takes longer to compile than a short
 * report to read.
 */

/** The sign before a number: số, Số hiệu: */
export const numberSign = String.raw`(?:[Ss]ố|SỐ)(?:\s+hiệu)?\s*[:.]?\s*(?=\d)`;

const codes = new Set(word.typeCodes);
const letters = sticky(`[A-Za-zĐđ]+(?![${LETTER}])`);
/** The end of the abbreviation of a type; the offset itself where none stands. */
function typeCodeEnd(text: string, at: number): number {
  const to = letters(text, at);
  return codes.has(text.slice(at, to)) ? to : at;
}

const fullCode = sticky(code);
const signlessNumber = sticky(String.raw`\d{1,6}\s?`);
const behindType = sticky(signlessRest);
/** The end of a code; one whose sign behind the number is missing must go on with a type's own abbreviation (30KH-UBND). */
export function codeEnd(text: string, at: number): number {
  const to = fullCode(text, at);
  if (to > at) return to;
  const number = signlessNumber(text, at);
  const type = number > at ? typeCodeEnd(text, number) : number;
  const end = type > number ? behindType(text, type) : type;
  return end > type ? end : at;
}

const wholeWord = `(?![${LETTER}])`;
/** NQ TW 4, NQ Đại hội */
const meeting = String.raw`\s+(?:TW|Trung\s+ương|[Đđ]ại\s+hội|[Hh]ội\s+nghị)`;
const isNumbered = follows(String.raw`\.?(?:\s*(?:${numberSign})?\d|${meeting})`);
const numberFollows = follows(String.raw`\s+(?:${numberSign})?\d`);
const gluedMeeting = follows(String.raw`TW\s?\d`);
const toIssuer = sticky(String.raw`\s?[/${HYPHEN}]\s?[${UPPER}]`);

/** Whether words that the table knows between a type and its number stand at an offset, and the number behind them. */
function isQualified(text: string, at: number, behind = numberFollows): boolean {
  const start = skipSpaces(text, at);
  const known = start > at ? phraseAt(word.qualifiers, text, start) : null;
  return known !== null && behind(text, known.edge);
}

/** The end of an abbreviation that stands for a type in running text: *KH* 77/KH-LT, *BC* thẩm tra 33/BC-HĐND, *NQ*TW 4. */
export function abbreviationEnd(text: string, at: number): number {
  const to = typeCodeEnd(text, at);
  const point = text.charAt(to) === '.' ? to + 1 : to;
  if (to - at > 1 && (isNumbered(text, to) || isQualified(text, point))) return point;
  const glued = word.meetingCodes.find((one) => text.startsWith(one, at));
  return glued && gluedMeeting(text, at + glued.length) ? at + glued.length : at;
}

const datedNumber = String.raw`,?\s+(?:ký\s+)?${day}\s*${fullDate}(?:\s+của\s[^.;:,()]{2,80}?)?,?\s+${numberSign}`;
const toNumber = follows(
  `(?:${datedNumber}|\\.?\\s*(?:[:,(]\\s*)?(?:${numberSign})?\\d|(?:,?\\s+${word.small}){1,6}\\s*:?\\s+${numberSign}|\\s+(?:của\\s|[${UPPER}])[^.;:,()]{2,80}?:?\\s\\(?\\s?${numberSign})`,
);
const digitFollows = follows(String.raw`\s+\d`);
/** Whether the number of a type stands behind it: at once, behind other words, or behind the issuer. */
export const isNumberedType = (text: string, at: number): boolean =>
  toNumber(text, at) || isQualified(text, at, digitFollows);

/** A number with its sign, which may go on a list of công văn: …; số 13/UBND-NC. */
const goesOn = follows(String.raw`\d{1,6}[a-z]?\s*/\s*(?:(?:19|20)\d\d\s*/\s*)?[${UPPER}]{2}`);

const codeStart = (some: string[]) => `(?:${some.join('|')})(?:${wholeWord}|(?=TW))`;
const start = new RegExp(`(${word.typeStart})|(${numberSign})|${codeStart(word.typeCodes)}`, 'g');
/** Where there is no digit, only names cite; few types have them, so that prose is gone through twice as fast. */
const nameStart = new RegExp(`(${word.namedStart})|${codeStart(word.meetingCodes)}`, 'g');
const digit = /\d/;

/** An offset to look closer, and the words there. */
export interface Anchor {
  at: number;
  form: string;
}

/**
 * Finds anchors in a text: types, their abbreviations before a number, numbers that go on a list, codes whose type
 * stands nowhere near.
 * @returns a function that gives the first one at an offset or behind it
 */
export function anchorsIn(text: string): (from: number) => Anchor | null {
  const pattern = digit.test(text) ? start : nameStart;
  return (from) => {
    pattern.lastIndex = from;
    for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) {
      const at = hit.index;
      const to = anchorEnd(text, at, hit);
      if (to > at) return { at, form: text.slice(at, to) };
    }
    return null;
  };
}

/** The end of the anchor that a hit begins; its offset where it is none. */
function anchorEnd(text: string, at: number, [hit, type, sign]: RegExpExecArray): number {
  if (type) return word.typeEnd(text, at);
  const to = at + hit.length;
  if (sign) return goesOn(text, to) ? to : at;
  const abbreviated = abbreviationEnd(text, at);
  if (abbreviated > at) return abbreviated;
  const issuer = toIssuer(text, to);
  return issuer > to ? issuer : at;
}
