import { lower } from '../lexicon/phrases.ts';
import type { Line } from './lines.ts';
import { wordsOf } from './sentence-words.ts';
import { tail, uppercaseStart } from './setting.ts';

// Those of small words are for texts in lower case: with the flag `i` they take three times as long to compile.
/** A word, an open bracket or a comma, which cannot end a paragraph. */
const openEnd = new RegExp(`(?:[,\\-–(]|[\\s\\uFEFF](?:${wordsOf('unfinished')}))$`, 'u');
const headingEnd = new RegExp(`(?:${wordsOf('headingEnd')})$`, 'u');
const compoundEnd = new RegExp(`(?:${wordsOf('compound')})$`, 'u');
/** "và Luật⏎Tiếp công dân", "của Luật Tổ chức⏎Chính phủ": the name is still to come. */
const opensLaw = /\p{Ll},?\s(?:Luật|Bộ luật|Luật Tổ chức)$/u;
const partBody = new RegExp(`(?:${wordsOf('partBody')})$`);
const level = new RegExp(`^(?:${wordsOf('level')})(?=[\\s.,;:)]|$)`);
/** "đồng chí Trần Văn⏎Hùng", "thành phố Nguyễn⏎Huệ": behind a word, as a name alone on its line is a signature or a cell. */
const partName = new RegExp(`(?:\\p{Ll}|\\p{Lu}\\p{Ll}+)\\s(?:${wordsOf('partName')})$`, 'u');
const oneName = /^\p{Lu}\p{Ll}*(?=[\s,.;:)]|$)/u;
const opensNumber = new RegExp(`[\\s\\uFEFF](?:${wordsOf('numbered')})$`, 'u');
const sentenceStart = new RegExp(
  `^(?:${wordsOf('begin')}|${wordsOf('connective')}|${wordsOf('imperative')}|${wordsOf('task')})(?=[\\s,])`,
  'u',
);
/** Whether a text begins with a word by which only sentences begin. */
export const beginsSentence = (text: string): boolean => sentenceStart.test(lower(text.slice(0, 60)));
/** A figure, or a Roman one: "quý⏎III/2023". */
const numeral = /^(?:\d|[IVX]+(?=[\s,.;:)/-]|$))/;

/** Whether a line ends in words that end headings: "chính quyền số". */
export const endsHeading = (line: Line): boolean => headingEnd.test(lower(tail(line)));

/** Whether a line ends in a word that asks for what the next one begins with. */
export function isOpenEnded(line: Line, next: Line): boolean {
  const end = tail(line);
  if (end.length < 2) return false;
  if (opensLaw.test(end) && uppercaseStart.test(next.reading)) return true;
  if (level.test(next.reading) && partBody.test(end)) return true;
  if (partName.test(end) && oneName.test(next.reading)) return !beginsSentence(next.reading);
  const small = lower(end);
  if (openEnd.test(small)) return !compoundEnd.test(small);
  return numeral.test(next.reading) && opensNumber.test(small) && !headingEnd.test(small);
}

/** "(phát sinh trong kỳ:⏎60 vụ)": a bracket that is open at the end of a line and closed on the next. */
export function leavesOpen({ reading }: Line, next: string): boolean {
  const close = next.indexOf(')');
  if (close < 0 || reading.lastIndexOf('(') <= reading.lastIndexOf(')')) return false;
  const open = next.indexOf('(');
  return open < 0 || close < open;
}
