import { decodeWindows1252 } from '../encoding/windows-1252.ts';
import { unreadable } from '../office/failures.ts';
import { readPlc } from './fib.ts';

/** A stretch of the text, as it lies in the file. */
export interface Piece {
  /** Its characters, as positions in the text. */
  start: number;
  end: number;
  /** Offset in the stream. */
  offset: number;
  /** Bytes per character. */
  width: 1 | 2;
  /** Changes of properties that Word has only noted down when it saved in haste. */
  changes: Buffer | null;
}

const PIECE = 8;
const COMPRESSED = 0x40000000;

/** Reads the piece table (Clx, MS-DOC 2.9.38). */
export function readPieces(clx: Buffer, stream: Buffer): Piece[] {
  const lists: Buffer[] = [];
  let at = 0;
  while (clx[at] === 1) {
    const size = clx.readUInt16LE(at + 1);
    lists.push(clx.subarray(at + 3, at + 3 + size));
    at += 3 + size;
  }
  if (clx[at] !== 2) throw unreadable('damaged');
  const { positions, records } = readPlc(clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1)), PIECE);
  // The text cannot be longer than the file that holds it; pieces that overlap would make it so.
  if ((positions.at(-1) ?? 0) > stream.length) throw unreadable('damaged');
  return records.map((record, n) => readPiece(record, positions[n]!, positions[n + 1]!, lists));
}

function readPiece(record: Buffer, start: number, end: number, lists: Buffer[]): Piece {
  const place = record.readUInt32LE(2);
  const width = place & COMPRESSED ? 1 : 2;
  const address = place & (COMPRESSED - 1);
  const change = record.readUInt16LE(6);
  // The other form of a change is a single one, and none of those decides text.
  const changes = change & 1 ? (lists[change >> 1] ?? null) : null;
  return { start, end, offset: width === 1 ? address >> 1 : address, width, changes };
}

/** The whole text, one UTF-16 unit for each position. */
export function readText(pieces: Piece[], stream: Buffer): string {
  const parts = pieces.map(({ start, end, offset, width }, n) => {
    if (end < start || start !== (pieces[n - 1]?.end ?? 0)) throw unreadable('damaged');
    const bytes = stream.subarray(offset, offset + (end - start) * width);
    if (bytes.length < (end - start) * width) throw unreadable('damaged');
    // Compressed text is what windows-1252 has; one of old fonts too.
    return width === 1 ? decodeWindows1252(bytes) : bytes.toString('utf16le');
  });
  return parts.join('');
}
