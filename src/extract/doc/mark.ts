import type { WordFile } from './document.ts';
import { stretchAt } from './pages.ts';
import { pieceAt } from './runs.ts';
import { type ParagraphProperties, readParagraph } from './sprm.ts';
import type { Style } from './styles.ts';

/** What the mark at the end of a paragraph says about it. */
export interface Mark {
  style: Style;
  /** The paragraph's own properties, without those of its style. */
  own: ParagraphProperties;
}

/** Reads the properties of the paragraph whose mark stands at a position. */
export function readMark(file: WordFile, position: number): Mark {
  const piece = pieceAt(file.pieces, position);
  const offset = piece ? piece.offset + (position - piece.start) * piece.width : 0;
  const stretch = file.paragraphs[stretchAt(file.paragraphs, offset)];
  const own = stretch ? readParagraph(stretch.changes) : {};
  if (own.elsewhere !== undefined && file.data) readElsewhere(file.data, own.elsewhere, own);
  if (piece?.changes) readParagraph(piece.changes, own);
  return { style: file.styles(stretch?.style ?? 0), own };
}

/** A list of changes in the data stream, headed by its length. */
function readElsewhere(data: Buffer, at: number, into: ParagraphProperties): void {
  if (at + 2 > data.length) return;
  readParagraph(data.subarray(at + 2, at + 2 + data.readUInt16LE(at)), into);
}

/** How deep in tables the paragraph stands; Word 97 knew one level. */
export const depthOf = ({ style, own }: Mark): number =>
  own.depth || ((own.inTable ?? style.paragraph.inTable) ? 1 : 0);

/** Lists beyond it are of Word 6, or none. */
const MAX_LIST = 0x7fe;

/** The list and level of the paragraph, `null` where it has none. */
export function listOf({ style, own }: Mark): { list: string; level: number } | null {
  const list = own.list ?? style.paragraph.list ?? 0;
  if (list === 0 || list > MAX_LIST) return null;
  return { list: String(list), level: own.level ?? style.paragraph.level ?? 0 };
}
