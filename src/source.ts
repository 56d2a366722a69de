/** A half-open range `[start, end)` of UTF-16 offsets into {@link Source.text}. */
export type Span = [start: number, end: number];

/** The carriers dvcq reads. */
export type Format = 'txt' | 'md' | 'docx' | 'doc' | 'rtf' | 'odt' | 'html' | 'pdf' | 'png' | 'jpg' | 'tif';

/** A sentence in both languages of the user interface. */
export interface Message {
  vi: string;
  en: string;
}

export type Severity = 'error' | 'warning' | 'info';

/** Something extraction must tell the reader of the report, e.g. a guessed encoding. */
export interface Notice {
  /** Rule id of the diagnostic, e.g. `encoding-guessed`. */
  rule: string;
  severity: Severity;
  message: Message;
  span: Span | null;
}

/** A footnote that the carrier itself marks (`w:footnote`, small print under a rule). */
export interface Note {
  /** The mark as printed, e.g. `1` or `*`. */
  marker: string;
  /** Where its text stands, without the mark. */
  body: Span;
  /** Where it is called. */
  calls: Span[];
}

/** A place where grammar leaves one reading for what OCR misread. The text keeps what was read. */
export interface Repair {
  span: Span;
  /** As long as the span; U+FEFF where it has less to say. */
  reading: string;
}

/** What the carrier knows about the layout of the text, beyond the text itself. */
export interface Layout {
  /** Start offset of each page, in order; empty where the format has no pages. */
  pages: number[];
  /**
   * Paragraphs, in order and disjoint, that may run over several lines of the text;
   * `null` where lines are all that is known and paragraphs must be guessed.
   */
  paragraphs: Span[] | null;
  /** Page numbers and running heads: part of the text, but of no sentence. */
  furniture: Span[];
  notes: Note[];
  /** What OCR misread, in order and disjoint; absent where no OCR was used. */
  repairs?: Repair[];
}

/** A document as read: the only thing that later stages know of the file. */
export interface Source {
  /** File name without folder, `-` for standard input. */
  name: string;
  format: Format;
  /** Size of the file. */
  bytes: number;
  /** Hex digest of the file's bytes. */
  sha256: string;
  /** Number of pages, `null` where the format has none. */
  pages: number | null;
  /** Encoding of a plain text file, `null` for the others. */
  encoding: string | null;
  ocr: boolean;
  /** NFC, `\n` line ends, automatic list numbers visible, otherwise untouched. */
  text: string;
  layout: Layout;
  notices: Notice[];
}

/** The layout of a text of which only its lines are known. */
export const plainLayout = (): Layout => ({
  pages: [],
  paragraphs: null,
  furniture: [],
  notes: [],
});
