import { isWordGap } from './glyphs.ts';
import type { Row, Word } from './model.ts';

/** Words within this many ems of a baseline stand on it. */
const onBaseline = 0.3;
/** Marks and exponents are set at 58 to 75 % of the text. */
const smallest = 0.8;

/**
 * Sorts words into rows, from top to bottom and left to right, whatever the order of drawing. Small raised words
 * (km², marks of footnotes) join the row whose words they follow.
 */
export function rowsOf(words: Word[]): Row[] {
  const rows: Word[][] = [];
  let top: Word | undefined;
  for (const word of [...words].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const row = rows.at(-1);
    if (row && top && word.y - top.y <= onBaseline * Math.min(word.size, top.size)) row.push(word);
    else {
      rows.push([word]);
      top = word;
    }
  }
  return attachRaised(rows.map(rowFrom));
}

/** A row of words that stand on one baseline, in any order. Words drawn twice (a poor man's bold) count once. */
export function rowFrom(words: Word[]): Row {
  const sorted = [...words].sort((a, b) => a.x0 - b.x0).filter((word, n, all) => !isShadow(word, all[n - 1]));
  const main = sorted.reduce((a, b) => (b.text.length * b.size > a.text.length * a.size && !b.raised ? b : a));
  return {
    words: sorted,
    x0: sorted[0]?.x0 ?? 0,
    x1: sorted.reduce((edge, { x1 }) => Math.max(edge, x1), 0),
    y: main.y,
    size: main.size,
  };
}

const isShadow = (word: Word, previous: Word | undefined): boolean =>
  previous !== undefined && previous.text === word.text && word.x0 - previous.x0 < 0.15 * word.size;

/** Moves raised words to the row they belong to. Rows are few and near, so only the next ones are looked at. */
function attachRaised(rows: Row[]): Row[] {
  const taken = new Set<Word>();
  const wholes = rows.map((row, n) => {
    const raised: Word[] = [];
    for (let above = n; above >= 0 && row.y - (rows[above]?.y ?? 0) < row.size; above--)
      for (const word of rows[above]?.words ?? []) if (!taken.has(word) && isRaised(word, row)) raised.push(word);
    for (const word of raised) taken.add(word);
    return raised.map((word): Word => ({ ...word, raised: true }));
  });
  return rows
    .map((row, n) => [...row.words.filter((word) => !taken.has(word)), ...(wholes[n] ?? [])])
    .filter((words) => words.length > 0)
    .map(rowFrom);
}

/** Whether a word is an exponent or a mark of a row: smaller than the word it touches, and a little higher. */
function isRaised(word: Word, row: Row): boolean {
  if (word.size > smallest * row.size) return false;
  return row.words.some((base) => {
    const lift = (base.y - word.y) / base.size;
    if (word.size > smallest * base.size || lift < 0.12 || lift > 0.75) return false;
    const follows = Math.abs(word.x0 - base.x1) < 0.35 * base.size;
    return follows || (word.x1 <= base.x0 + 1 && base.x0 - word.x1 < 0.5 * base.size);
  });
}

/** Digits and signs as they look when raised, so that km² and ⁽¹⁾ survive in plain text. */
const raisedSigns: Record<string, string> = Object.fromEntries(
  [...'0123456789+-=()'].map((sign, n) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾'][n] as string]),
);

/** A word's text, its digits raised where the word is. */
export const printed = (word: Word): string =>
  word.raised && /\d/.test(word.text) ? [...word.text].map((sign) => raisedSigns[sign] ?? sign).join('') : word.text;

/** Whether two neighbours in a row are words apart; else they are one word in two fonts or pieces. */
export function isApart(left: Word, right: Word): boolean {
  const gap = (right.x0 - left.x1) / Math.min(left.size, right.size);
  return isWordGap(gap, left.text) || (right.spaced && gap >= 0.06);
}

/** The pieces of a row between gaps of at least `ems`. */
export function splitAtGaps(row: Row, ems: number): Row[] {
  const pieces: Word[][] = [];
  let edge = Number.NEGATIVE_INFINITY;
  for (const word of row.words) {
    const piece = pieces.at(-1);
    if (piece && word.x0 - edge < ems * row.size) piece.push(word);
    else pieces.push([word]);
    edge = Math.max(edge, word.x1);
  }
  return pieces.map(rowFrom);
}
