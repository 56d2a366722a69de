import { unreadable } from '../office/failures.ts';
import type { MarkScheme } from '../office/marks.ts';
import type { Lists } from '../office/numbering.ts';
import type { NoteKind } from '../office/story.ts';
import { openCompound } from './compound.ts';
import { type Fib, readFib, readPlc } from './fib.ts';
import { readFonts } from './fonts.ts';
import { formatName, readLists } from './lists.ts';
import { readPages, type Stretch } from './pages.ts';
import { type Piece, readPieces, readText } from './pieces.ts';
import { readStyles, type Styles } from './styles.ts';

/** A Word file taken apart. */
export interface WordFile {
  fib: Fib;
  tables: Buffer;
  /** Stream of properties that did not fit elsewhere; may be missing. */
  data: Buffer | null;
  /** The text of all parts; positions are offsets into it. */
  text: string;
  pieces: Piece[];
  runs: Stretch[];
  paragraphs: Stretch[];
  styles: Styles;
  fonts: string[];
  lists: Lists;
  /** Positions at which sections end. */
  sections: Set<number>;
  schemes: Record<NoteKind, MarkScheme>;
}

/** Opens a file; throws an UnreadableError that says why it is none. */
export function openWordFile(file: Buffer): WordFile {
  const stream = openCompound(file);
  const main = stream('WordDocument');
  if (!main) throw unreadable('damaged');
  const fib = readFib(main);
  const tables = stream(fib.tableName);
  if (!tables) throw unreadable('damaged');
  const table = (name: Parameters<Fib['table']>[0]) => fib.table(name, tables);
  const pieces = readPieces(table('pieces'), main);
  const text = readText(pieces, main);
  if (fib.lengths.text > text.length) throw unreadable('damaged');
  const fonts = readFonts(table('fonts'));
  return {
    fib,
    tables,
    data: stream('Data'),
    text,
    pieces,
    runs: readPages(table('characterPages'), main, 'characters'),
    paragraphs: readPages(table('paragraphPages'), main, 'paragraphs'),
    styles: readStyles(table('styles')),
    fonts,
    lists: readLists(fromTable(table('lists'), tables), table('listOverrides'), fonts),
    sections: new Set(readPlc(table('sections'), 12).positions),
    schemes: readSchemes(table('settings')),
  };
}

/** A table with all that stands behind it in its stream. */
const fromTable = (table: Buffer, tables: Buffer): Buffer =>
  table.length ? tables.subarray(table.byteOffset - tables.byteOffset) : table;

/** How notes are numbered (Dop, MS-DOC 2.7.2): their first numbers, each behind two bits, and their formats. */
function readSchemes(settings: Buffer): WordFile['schemes'] {
  if (settings.length < 56)
    return { footnote: { format: 'decimal', start: 1 }, endnote: { format: 'lowerRoman', start: 1 } };
  const formats = settings.readUInt16LE(54);
  return {
    footnote: { format: formatName((formats >> 2) & 0xf), start: settings.readUInt16LE(2) >> 2 || 1 },
    endnote: { format: formatName((formats >> 6) & 0xf), start: settings.readUInt16LE(52) >> 2 || 1 },
  };
}
