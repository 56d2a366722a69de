import type { Line, Role, Row, Word } from './model.ts';
import { isApart, printed } from './rows.ts';

/** Where a row has its place in the document. */
export interface Place {
  role: Role;
  page: number;
  block: number;
}

/** The line of text that a row prints, in NFC, with single spaces. */
export function lineOf(row: Row, place: Place): Line {
  const calls: Line['calls'] = [];
  let text = '';
  let previous: Word | undefined;
  for (const word of row.words) {
    if (previous && isApart(previous, word)) text += ' ';
    const start = text.length;
    text += printed(word).normalize('NFC');
    if (word.raised && isMark(word.text) && !isExponent(text.slice(0, start), word.text))
      calls.push({ start, end: text.length, marker: bare(word.text) });
    previous = word;
  }
  const all = (has: (word: Word) => boolean) => row.words.every((word) => has(word) || !/\p{L}/u.test(word.text));
  // Combining marks may meet their letters only across words; offsets of calls are then lost, and so are the calls.
  const whole = text.normalize('NFC');
  return {
    words: row.words,
    x0: row.x0,
    x1: row.x1,
    y: row.y,
    size: row.size,
    text: whole,
    role: place.role,
    page: place.page,
    block: place.block,
    bold: all(({ bold }) => bold),
    italic: all(({ italic }) => italic),
    calls: whole.length === text.length ? calls : [],
  };
}

/** The mark of a footnote without brackets. */
export const bare = (mark: string): string => mark.replace(/[()[\],;]/g, '');

const isMark = (text: string): boolean => /^[([]?(?:\d{1,3}|\*{1,3})[)\]]?[,;]?$/.test(text);

/** m², km³: two or three behind a unit of length is an exponent, never the call of a footnote. */
const isExponent = (before: string, mark: string): boolean =>
  /^[23]$/.test(mark) && /(?:^|[^\p{L}])[kcdmh]?m$/u.test(before);
