import { unreadable } from './failures.ts';
import { formatNumber } from './number-format.ts';
import { type Call, callKey, type NoteKind } from './story.ts';

/** How the notes of a kind are numbered: the value of a `w:numFmt`, and the first number. */
export interface MarkScheme {
  format: string;
  start: number;
}

/** Numbers the notes of a document in the order of their calls. */
export interface Marks {
  /** A note is called; `typed` is a mark made by hand, which takes no number. Returns the note's key. */
  call(kind: NoteKind, typed: string | null): string;
  /** All notes called so far, by {@link callKey}. */
  calls: Map<string, Call>;
}

/** A thousand pages have some thousands; each is a text of its own. */
const MAX_NOTES = 100_000;

/** @param schemes asked at the first call of a kind, when the whole head of the document has been read */
export function startMarks(schemes: Record<NoteKind, MarkScheme>): Marks {
  const calls = new Map<string, Call>();
  const counted: Partial<Record<NoteKind, number>> = {};
  return {
    calls,
    call(kind, typed) {
      if (calls.size === MAX_NOTES) throw unreadable('tooLong');
      const id = String(calls.size);
      const { format, start } = schemes[kind];
      const number = counted[kind] ?? start;
      if (typed === null) counted[kind] = number + 1;
      const mark = typed ?? formatNumber(number, format);
      calls.set(callKey(kind, id), { kind, id, mark, typed: typed !== null });
      return callKey(kind, id);
    },
  };
}
