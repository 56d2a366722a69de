import type { Span } from '../../source.ts';
import type { Locator } from '../../text.ts';

/** A place to underline. */
export interface Mark {
  span: Span;
  label: string;
  primary: boolean;
}

/** One line of the text, or the part of it around some marks that a terminal has room for. */
export interface Excerpt {
  /** 1-based line of the text. */
  line: number;
  /** What is shown of it, with `…` where it is cut. */
  shown: string;
  /** Underlines, the primary one first, then in the order of the text; columns count in `shown`, from 0. */
  underlines: { column: number; length: number; label: string; primary: boolean }[];
}

/** A text and what finds its lines. */
export interface Page {
  text: string;
  locator: Locator;
}

/** The part of a mark that stands on one line; offsets in the text. */
interface Piece {
  start: number;
  end: number;
  label: string;
  primary: boolean;
}

interface TextLine {
  number: number;
  start: number;
  end: number;
}

/** Of a mark over more lines than this only the first and the last are shown. */
const MANY_LINES = 3;

const ELLIPSIS = '…';

/**
 * The lines that marks stand on, in the order of the text, each cut around its marks.
 *
 * @param width columns for a line; one character is one column, as in Vietnamese in NFC
 */
export function excerptsOf(page: Page, marks: Mark[], width: number): Excerpt[] {
  const lines = new Map<number, { line: TextLine; pieces: Piece[] }>();
  for (const mark of marks)
    for (const { line, piece } of piecesOf(mark, page)) {
      const known = lines.get(line.start) ?? { line, pieces: [] };
      known.pieces.push(piece);
      lines.set(line.start, known);
    }
  const inOrder = [...lines.values()].sort((a, b) => a.line.start - b.line.start);
  return inOrder.flatMap(({ line, pieces }) =>
    windows(pieces, width).map((window) => excerpt(page.text, line, window, width)),
  );
}

/** A mark line by line, without the white space at the ends of lines; its label stands behind the last of them. */
function piecesOf({ span: [start, end], label, primary }: Mark, page: Page): { line: TextLine; piece: Piece }[] {
  const found = linesOf(page, start, end).map((line) => {
    const raw = page.text.slice(Math.max(start, line.start), Math.min(end, line.end));
    const from = Math.max(start, line.start) + (raw.trim() ? raw.length - raw.trimStart().length : 0);
    return { line, piece: { start: from, end: from + Math.max(1, raw.trim().length), label: '', primary } };
  });
  const kept = found.length > MANY_LINES ? [found[0], found.at(-1)].filter((one) => one !== undefined) : found;
  const last = kept.at(-1);
  if (last) last.piece.label = label;
  return kept;
}

/** The lines that [start, end) touches and that are not empty there; at least that of `start`. */
function linesOf({ text, locator }: Page, start: number, end: number): TextLine[] {
  const lines: TextLine[] = [];
  for (let at = start; at < end || !lines.length; ) {
    const { line, column } = locator.point(at);
    const newline = text.indexOf('\n', at);
    const stop = newline < 0 ? text.length : newline;
    if (!lines.length || text.slice(at, Math.min(stop, end)).trim())
      lines.push({ number: line, start: at - column + 1, end: stop });
    at = stop + 1;
  }
  return lines;
}

/** Puts pieces together that fit into one window; the pieces of a line in the order of the text. */
function windows(pieces: Piece[], width: number): Piece[][] {
  const groups: Piece[][] = [];
  let from = 0;
  for (const piece of pieces.sort((a, b) => a.start - b.start)) {
    const group = groups.at(-1);
    if (group && piece.end - from <= width - 2) group.push(piece);
    else {
      groups.push([piece]);
      from = piece.start;
    }
  }
  return groups;
}

function excerpt(text: string, line: TextLine, pieces: Piece[], width: number): Excerpt {
  const [from, to] = cut(text, line, pieces, width);
  const left = from > line.start && text.slice(line.start, from).trim() ? ELLIPSIS : '';
  const right = to < line.end && text.slice(to, line.end).trim() ? ELLIPSIS : '';
  const underlines = pieces
    .toSorted((a, b) => Number(b.primary) - Number(a.primary) || a.start - b.start)
    .map(({ start, end, label, primary }) => ({
      column: start - from + left.length,
      length: Math.min(end, to) - start,
      label,
      primary,
    }));
  return { line: line.number, shown: left + visible(text.slice(from, to)) + right, underlines };
}

/** What of a line is shown: all of it if there is room, else as much on both sides of the pieces as there is. */
function cut(text: string, line: TextLine, pieces: Piece[], width: number): Span {
  const content = text.slice(line.start, line.end);
  const lead = content.length - content.trimStart().length;
  const low = Math.min(line.start + lead, ...pieces.map(({ start }) => start));
  const high = Math.max(low + content.slice(low - line.start).trimEnd().length, ...pieces.map(({ end }) => end));
  if (high - low <= width) return [low, high];
  const first = Math.min(...pieces.map(({ start }) => start));
  const last = Math.min(Math.max(...pieces.map(({ end }) => end)), first + width - 2);
  const spare = width - 2 - (last - first);
  const before = Math.min(first - low, Math.max(Math.floor(spare / 2), spare - (high - last)));
  const from = wordStart(text, first - before, first);
  return [from, wordEnd(text, last, Math.min(high, last + spare - before))];
}

/** The first offset from `from` on where a word begins, up to `limit`. */
function wordStart(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) if (/\s/.test(text[at - 1] ?? ' ')) return at;
  return limit;
}

/** The last offset up to `to` where a word ends, down to `limit`. */
function wordEnd(text: string, limit: number, to: number): number {
  for (let at = to; at > limit; at--) if (/\s/.test(text[at] ?? ' ')) return at;
  return limit;
}

/** What steers a terminal or has no width becomes a space: columns stay what they are. */
const visible = (passage: string): string =>
  passage.replace(/[\p{Cc}\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\s/gu, ' ');
