import { bare } from './lines.ts';
import type { PageContent, Row, Word } from './model.ts';

/** A footnote of one page, or the rest of one that began on the page before (`marker` is null). */
export interface NoteRows {
  marker: string | null;
  rows: Row[];
}

/** Footnotes are set smaller than the text: 10 or 11 against 13 or 14 points. */
const small = 0.93;

/**
 * The footnotes at the foot of a page: rows under the short rule that writers draw there, or without one, small
 * rows that begin with a mark.
 *
 * @param rows of the page, without page number, from top to bottom
 * @param size of the document's text
 * @returns the notes, and the index of the first row that belongs to them
 */
export function findNotes(rows: Row[], content: PageContent, size: number): { notes: NoteRows[]; from: number } {
  const from = underRule(rows, content, size) ?? smallPrint(rows, size);
  return { notes: from < rows.length ? splitNotes(rows.slice(from)) : [], from };
}

function underRule(rows: Row[], { rules, width }: PageContent, size: number): number | null {
  const edge = Math.min(...rows.map((row) => row.x0));
  for (const { x0, x1, y0, y1 } of rules) {
    const long = x1 - x0;
    if (y1 - y0 > 3 || long < 0.08 * width || long > 0.6 * width || Math.abs(x0 - edge) > 2 * size) continue;
    const from = rows.findIndex((row) => row.y > y1);
    const first = rows[from];
    if (!first || first.y - y1 > 3 * size || rows.slice(from).some((row) => row.size > size * 1.05)) continue;
    // An underlined heading has a rule too, and may have a number under it: but not a smaller or raised one.
    if (first.words[0]!.raised || rows.slice(from).every((row) => row.size < 0.97 * size)) return from;
  }
  return null;
}

function smallPrint(rows: Row[], size: number): number {
  let from = rows.length;
  let begin = rows.length;
  while (from > 0 && rows[from - 1]!.size < small * size) {
    from--;
    const mark = rows[from]!.words[0]!;
    if (mark.raised && markOf(rows[from]!) !== null) begin = from;
  }
  return begin;
}

function splitNotes(rows: Row[]): NoteRows[] {
  const notes: NoteRows[] = [];
  for (const row of rows) {
    const marker = markOf(row);
    const last = notes.at(-1);
    if (marker !== null && (!last || begins(row.words[0]!, marker, last.marker))) notes.push({ marker, rows: [row] });
    else if (last) last.rows.push(row);
    else notes.push({ marker: null, rows: [row] });
  }
  return notes;
}

/** A number on the line begins a note only where it counts on; a raised mark always does. */
const begins = (word: Word, marker: string, last: string | null): boolean =>
  word.raised || !/^\d+$/.test(marker) || Number(marker) === Number(last) + 1;

/** The mark at the beginning of a row, without brackets, e.g. `1` of `(1) Số liệu`. */
export function markOf(row: Row): string | null {
  const first = row.words[0]?.text ?? '';
  return row.words.length > 1 && /^(?:[([]?\d{1,3}[)\]]?\.?|\*{1,3})$/.test(first)
    ? bare(first).replace('.', '')
    : null;
}
