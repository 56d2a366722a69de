import { PLAIN, type RunFormat, sameFormat, shownText } from './run.ts';
import type { Piece } from './story.ts';

/** The content of a paragraph under construction. */
export interface Draft {
  pieces: Piece[];
  /** Text as stored that waits for the end of its run: letters of old fonts may be split over pieces of one format. */
  raw: string;
  format: RunFormat;
}

/** An empty paragraph. */
export const startDraft = (): Draft => ({ pieces: [], raw: '', format: PLAIN });

/** Adds text, `\t` and `\n` for tabs and line breaks. */
export function write(draft: Draft, text: string, format: RunFormat): void {
  if (!sameFormat(draft.format, format)) {
    flush(draft);
    draft.format = format;
  }
  draft.raw += text;
}

/** Adds text that is already as it is shown, e.g. a label. */
export function writeShown(draft: Draft, text: string): void {
  flush(draft);
  append(draft.pieces, text);
}

/** Adds the call of a note. */
export function writeCall(draft: Draft, key: string): void {
  flush(draft);
  draft.pieces.push({ call: key });
}

/** The content so far; the draft is empty after it. */
export function take(draft: Draft): Piece[] {
  flush(draft);
  const { pieces } = draft;
  draft.pieces = [];
  return pieces;
}

function flush(draft: Draft): void {
  if (!draft.raw) return;
  append(draft.pieces, shownText(draft.raw, draft.format));
  draft.raw = '';
}

/** Adds text to a list of pieces. */
export function append(pieces: Piece[], text: string): void {
  const last = pieces.at(-1);
  if (last && 'text' in last) last.text += text;
  else if (text) pieces.push({ text });
}

/** Whether anything of it is seen. */
export const isBlank = (pieces: Piece[]): boolean =>
  pieces.every((piece) => 'text' in piece && !/[^\s\uFEFF]/.test(piece.text));
