/** A stretch of a paragraph: text, or the call of a note. */
export type Piece = { text: string } | { call: string };

/** A paragraph in reading order. */
export interface Paragraph {
  pieces: Piece[];
  /** Inside a table, where an empty paragraph is an empty cell. */
  cell: boolean;
  /** Part of a table of contents. */
  contents: boolean;
}

/** What a reader of any word processor's format hands over. */
export interface Story {
  body: Paragraph[];
  /** Paragraphs of each note, by {@link callKey}. */
  notes: Map<string, Paragraph[]>;
}

/** The two kinds of notes, as mammoth names them. */
export type NoteKind = 'footnote' | 'endnote';

/** A note that the text calls. */
export interface Call {
  kind: NoteKind;
  /** Which note of its kind, e.g. a `w:id`. */
  id: string;
  /** The mark as printed: `1`, `iv`, `*`. */
  mark: string;
  /** Whether the mark was typed by hand; then it is also typed at the head of the note. */
  typed: boolean;
}

/** Key of a note in {@link Story.notes}. */
export const callKey = (kind: string, id: string): string => `${kind} ${id}`;
