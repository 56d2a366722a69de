/** A run of glyphs without a gap, as drawn. Lengths are in points, from the top left corner of the page. */
export interface Word {
  text: string;
  x0: number;
  x1: number;
  /** The baseline. */
  y: number;
  /** Font size as it appears. */
  size: number;
  bold: boolean;
  italic: boolean;
  /** Name of the font; only words that were drawn have one. */
  font?: string;
  /** Tagged by the writer as no part of the content: page numbers, running heads. */
  artifact: boolean;
  /** A space was drawn before it. */
  spaced: boolean;
  /** A small raised word of this line, e.g. the mark of a footnote. */
  raised: boolean;
  /** What OCR had read before its ink was measured; absent for all but such labels. */
  misread?: string;
}

/** A straight line or a thin box, as borders and the rule over footnotes are drawn. */
export interface Rule {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** What one page shows, without images. */
export interface PageContent {
  width: number;
  height: number;
  words: Word[];
  /** Words that stand across the reading direction of the page (watermarks, stamps). */
  turned: Word[];
  rules: Rule[];
  /** Whether it shows an image: without text, it is most likely a scan. */
  pictured: boolean;
}

/** Words on one baseline, from left to right. */
export interface Row {
  words: Word[];
  x0: number;
  x1: number;
  y: number;
  size: number;
}

/**
 * - `body`: running text, that goes on from page to page
 * - `column`: head and foot of the document, where each line stands for itself
 * - `cell`: a cell of a table
 * - `furniture`, `note`: part of no paragraph
 */
export type Role = 'body' | 'column' | 'cell' | 'furniture' | 'note';

/** A line of the text to be. */
export interface Line extends Row {
  text: string;
  role: Role;
  /** 0-based. */
  page: number;
  /** Which column, cell or flow it belongs to: lines of different blocks never make one paragraph. */
  block: number;
  bold: boolean;
  italic: boolean;
  /** Calls of footnotes: offsets into `text`, and the mark without its signs of height. */
  calls: { start: number; end: number; marker: string }[];
}

/** The number of the block that runs through all pages. */
export const MAIN_FLOW = 0;
