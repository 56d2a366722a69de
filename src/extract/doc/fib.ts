import { unreadable } from '../office/failures.ts';

/** The head of a Word file (File Information Block, MS-DOC 2.5): where everything stands. */
export interface Fib {
  /** Name of the stream that holds the tables. */
  tableName: '0Table' | '1Table';
  /** Lengths in characters of the parts of the text, in the order in which they stand. */
  lengths: Record<Part, number>;
  /** A table of the table stream. */
  table(part: keyof typeof TABLES, tables: Buffer): Buffer;
}

/** The parts of the text, in the order in which they stand. */
export type Part = (typeof PARTS)[number];
const PARTS = ['text', 'footnotes', 'headers', 'macros', 'comments', 'endnotes', 'boxes', 'headerBoxes'] as const;

/** Offset of the first length, of the text; the others follow. */
const LENGTHS = 76;
/** Offset of the pairs of place and length. */
const PAIRS = 154;

/** Which pair tells of which table (FibRgFcLcb97). */
const TABLES = {
  styles: 1,
  footnoteCalls: 2,
  footnoteTexts: 3,
  sections: 6,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  settings: 31,
  pieces: 33,
  drawings: 40,
  endnoteCalls: 46,
  endnoteTexts: 47,
  boxes: 56,
  lists: 73,
  listOverrides: 74,
};

const WORD = 0xa5ec;
/** Word 6.0 and 95, Word 2.0, Word for Macintosh 5. */
const OLDER = new Set([0xa5dc, 0xa59b, 0xa59c, 0xa5db, 0xfe37]);
const WORD_97 = 0xc1;
const ENCRYPTED = 0x0100;
const FIRST_TABLE = 0x0200;

/** Reads the head of the stream `WordDocument`. */
export function readFib(stream: Buffer): Fib {
  const version = stream.readUInt16LE(2);
  const kind = stream.readUInt16LE(0);
  if (OLDER.has(kind) || (kind === WORD && version < WORD_97)) throw unreadable('tooOld');
  if (kind !== WORD) throw unreadable('damaged');
  const flags = stream.readUInt16LE(10);
  if (flags & ENCRYPTED) throw unreadable('password');
  const lengths = PARTS.map((part, n) => [part, stream.readUInt32LE(LENGTHS + n * 4)]);
  return {
    tableName: flags & FIRST_TABLE ? '1Table' : '0Table',
    lengths: Object.fromEntries(lengths) as Fib['lengths'],
    table(part, tables) {
      const at = PAIRS + TABLES[part] * 8;
      const start = stream.readUInt32LE(at);
      const length = stream.readUInt32LE(at + 4);
      if (start + length > tables.length) throw unreadable('damaged');
      return tables.subarray(start, start + length);
    },
  };
}

/** Where a part begins: behind all those before it. */
export function startOf({ lengths }: Fib, wanted: Part): number {
  let start = 0;
  for (const part of PARTS) {
    if (part === wanted) break;
    start += lengths[part];
  }
  return start;
}

/** A PLC (MS-DOC 2.2.2): positions, ascending, and for each stretch between two of them a record of fixed size. */
export interface Plc {
  positions: number[];
  records: Buffer[];
}

/** Reads a PLC whose records have that many bytes. */
export function readPlc(bytes: Buffer, size: number): Plc {
  const count = Math.max(0, Math.floor((bytes.length - 4) / (4 + size)));
  const positions = Array.from({ length: bytes.length < 4 ? 0 : count + 1 }, (_, n) => bytes.readUInt32LE(n * 4));
  const start = (count + 1) * 4;
  const records = Array.from({ length: count }, (_, n) => bytes.subarray(start + n * size, start + (n + 1) * size));
  return { positions, records };
}
