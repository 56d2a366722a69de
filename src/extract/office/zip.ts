import { crc32, inflateRawSync } from 'node:zlib';
import { unreadable } from './failures.ts';

/*
 * Reads single members of a ZIP archive by its central directory. fflate would do it too, but it checks no
 * checksum (a flipped bit could change a figure unnoticed) and trusts the sizes the archive declares, so that an
 * archive that lies keeps it busy for minutes.
 */

interface Entry {
  name: string;
  method: number;
  encrypted: boolean;
  crc: number;
  size: number;
  originalSize: number;
  offset: number;
}

/** A member as the directory tells it. */
export interface Member {
  /** As written, for messages only: it may point anywhere. */
  name: string;
  /** Unpacked, in bytes, as declared; reading fails where that is not true. */
  size: number;
  /** The unpacked bytes; throws an UnreadableError. */
  read(): Uint8Array;
}

/** An opened archive. */
export interface Archive {
  has(name: string): boolean;
  /** The unpacked bytes of a member, `null` if there is none of that name; throws an UnreadableError. */
  read(name: string): Uint8Array | null;
}

/** All members read together: the XML of a report of a thousand pages is about 20 MB. */
const MAX_TOTAL = 64 * 1024 * 1024;
/** Word's XML shrinks to a tenth, monotonous tables to a hundredth; deflate itself cannot pass 1032. */
const MAX_RATIO = 250;
/** Below this size a ratio says nothing. */
const RATIO_FLOOR = 4 * 1024 * 1024;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;

/** Part names are compared without case (OPC, ECMA-376 part 2), and some writers use backslashes. */
const key = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

/** Opens an archive; throws an UnreadableError where its directory is missing, as in a truncated file. */
export function openArchive(bytes: Uint8Array): Archive {
  const members = new Map<string, Member>();
  // The first of two members of one name counts, as for Word; a second could hide another text.
  for (const member of listMembers(bytes)) if (!members.has(key(member.name))) members.set(key(member.name), member);
  let total = 0;
  return {
    has: (name) => members.has(key(name)),
    read(name) {
      const member = members.get(key(name));
      if (!member) return null;
      total += member.size;
      if (total > MAX_TOTAL) throw unreadable('tooLarge');
      return member.read();
    },
  };
}

/** All members in the order of the directory, folders too; throws an UnreadableError where there is no directory. */
export function listMembers(bytes: Uint8Array): Member[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return guarded(() => readDirectory(view)).map((entry) => ({
    name: entry.name,
    size: entry.originalSize,
    read() {
      if (entry.originalSize > RATIO_FLOOR && entry.originalSize > entry.size * MAX_RATIO) throw unreadable('tooLarge');
      if (entry.encrypted) throw unreadable('password');
      return guarded(() => unpack(bytes, view, entry));
    },
  }));
}

/** Whatever goes wrong in reading the container means that the file is damaged. */
function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unreadable('damaged', error);
  }
}

function readDirectory(view: DataView): Entry[] {
  const entries: Entry[] = [];
  let [count, at] = findDirectory(view);
  for (; count > 0; count--) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Error('central directory');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((o) => view.getUint16(at + o, true)) as Lengths;
    const entry: Entry = {
      name: decodeName(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 20, true),
      originalSize: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    widen(view, entry, at + 46 + nameLength, extraLength);
    entries.push(entry);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8, flagged or not; old packers wrote the system's code page without saying which. */
function decodeName(name: Uint8Array): string {
  try {
    return utf8.decode(name);
  } catch {
    return new TextDecoder('windows-1258').decode(name);
  }
}

type Lengths = [number, number, number];

/** Number of entries and offset of the central directory. */
function findDirectory(view: DataView): [count: number, at: number] {
  let end = view.byteLength - 22;
  // A comment of at most 65535 bytes may follow the end record.
  const last = Math.max(0, end - 65535);
  while (end >= last && view.getUint32(end, true) !== END) end--;
  if (end < last) throw new Error('end of central directory');
  if (end >= 20 && view.getUint32(end - 20, true) === END_64_LOCATOR) {
    const at = Number(view.getBigUint64(end - 12, true));
    if (view.getUint32(at, true) === END_64)
      return [Number(view.getBigUint64(at + 32, true)), Number(view.getBigUint64(at + 48, true))];
  }
  return [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
}

/** Takes the 64-bit sizes from the extra field, which streaming writers use even in small files. */
function widen(view: DataView, entry: Entry, start: number, length: number): void {
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let value = at + 4;
    for (const field of ['originalSize', 'size', 'offset'] as const) {
      if (entry[field] !== 0xffffffff) continue;
      entry[field] = Number(view.getBigUint64(value, true));
      value += 8;
    }
    return;
  }
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  if (view.getUint32(entry.offset, true) !== LOCAL) throw new Error('local header');
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.size);
  if (entry.method !== 0 && entry.method !== 8) throw new Error(`compression method ${entry.method}`);
  // One byte more than declared is allowed to be seen, so that a lying size fails at once instead of filling memory.
  const content =
    entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.originalSize) });
  if (content.length !== entry.originalSize || crc32(content) !== entry.crc) throw new Error('checksum');
  return content;
}
