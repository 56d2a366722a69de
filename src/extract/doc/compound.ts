import { unreadable } from '../office/failures.ts';

/*
 * Compound files (MS-CFB), the container of Word 97-2003: a small file system of sectors. The npm package for it (cfb)
 * follows chains without end and is no longer published there; what a document needs is little.
 */

const FREE = 0xffffffff;
const DIRECTORY_ENTRY = 128;
/** Sectors of the allocation table that are listed in the header. */
const LISTED = 109;

/** An opened container. */
interface Container {
  file: Buffer;
  sectorSize: number;
  /** The next sector of each sector, and the same for the sectors of small streams. */
  next: Uint32Array;
  nextMini: Uint32Array;
  miniSize: number;
  /** The stream in which all small streams lie. */
  mini: Buffer;
  /** Streams shorter than it are small. */
  cutoff: number;
}

interface Entry {
  name: string;
  isStream: boolean;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

/** The streams at the top of a compound file, by name; throws an UnreadableError where the file is damaged. */
export function openCompound(file: Buffer): (name: string) => Buffer | null {
  const container = openContainer(file);
  const entries = readDirectory(container);
  const root = entries[0];
  if (!root) throw unreadable('damaged');
  container.mini = readChain(container, root.start, root.size);
  const streams = new Map(childrenOf(entries, root).map((entry) => [entry.name, entry]));
  return (name) => {
    const entry = streams.get(name);
    return entry?.isStream ? readStream(container, entry) : null;
  };
}

function openContainer(file: Buffer): Container {
  const sectorSize = file.readUInt16LE(30) === 12 ? 4096 : 512;
  const next = readTable(file, sectorSize, tableSectors(file, sectorSize));
  const miniTable = readChain({ file, sectorSize, next }, file.readUInt32LE(60), file.length);
  return {
    file,
    sectorSize,
    next,
    nextMini: numbersOf(miniTable),
    miniSize: 64,
    mini: Buffer.alloc(0),
    cutoff: file.readUInt32LE(56),
  };
}

const sector = (file: Buffer, size: number, n: number): Buffer => file.subarray((n + 1) * size, (n + 2) * size);

const numbersOf = (bytes: Buffer): Uint32Array =>
  Uint32Array.from({ length: bytes.length >> 2 }, (_, n) => bytes.readUInt32LE(n * 4));

/** The sectors of the allocation table: the first in the header, the others in a chain of lists. */
function tableSectors(file: Buffer, size: number): number[] {
  const sectors = [...numbersOf(file.subarray(76, 76 + LISTED * 4))];
  const most = file.length / size;
  for (let list = file.readUInt32LE(68); list < most && sectors.length < most; ) {
    const numbers = numbersOf(sector(file, size, list));
    sectors.push(...numbers.subarray(0, -1));
    list = numbers.at(-1) ?? FREE;
  }
  return sectors.filter((n) => n < most);
}

function readTable(file: Buffer, size: number, sectors: number[]): Uint32Array {
  // No sector is listed twice; a file that says so would make the table larger than itself.
  return numbersOf(Buffer.concat([...new Set(sectors)].map((n) => sector(file, size, n))));
}

/** The bytes of a chain of sectors, at most so many. */
function readChain(
  { file, sectorSize, next }: Pick<Container, 'file' | 'sectorSize' | 'next'>,
  start: number,
  size: number,
): Buffer {
  const sectors = follow(next, start, Math.ceil(size / sectorSize));
  return Buffer.concat(sectors.map((at) => sector(file, sectorSize, at))).subarray(0, size);
}

/** The sectors of a chain, at most so many. */
function follow(next: Uint32Array, start: number, most: number): number[] {
  const sectors = new Set<number>();
  for (let at = start; at < next.length && sectors.size < most; at = next[at]!) {
    if (sectors.has(at)) throw unreadable('damaged');
    sectors.add(at);
  }
  return [...sectors];
}

function readStream(container: Container, { start, size }: Entry): Buffer {
  const { file, mini, miniSize, nextMini, cutoff } = container;
  if (size > file.length) throw unreadable('damaged');
  const stream = size >= cutoff ? readChain(container, start, size) : readSmall(mini, miniSize, nextMini, start, size);
  // A file cut short lacks the last sectors of its streams.
  if (stream.length < size) throw unreadable('damaged');
  return stream;
}

function readSmall(mini: Buffer, unit: number, next: Uint32Array, start: number, size: number): Buffer {
  const sectors = follow(next, start, Math.ceil(size / unit));
  return Buffer.concat(sectors.map((at) => mini.subarray(at * unit, (at + 1) * unit))).subarray(0, size);
}

function readDirectory(container: Container): Entry[] {
  const { file } = container;
  const bytes = readChain(container, file.readUInt32LE(48), file.length);
  const entries: Entry[] = [];
  for (let at = 0; at + DIRECTORY_ENTRY <= bytes.length; at += DIRECTORY_ENTRY) {
    const entry = bytes.subarray(at, at + DIRECTORY_ENTRY);
    const length = Math.min(62, Math.max(0, entry.readUInt16LE(64) - 2));
    entries.push({
      name: entry.toString('utf16le', 0, length),
      isStream: entry[66] === 2,
      left: entry.readUInt32LE(68),
      right: entry.readUInt32LE(72),
      child: entry.readUInt32LE(76),
      start: entry.readUInt32LE(116),
      size: entry.readUInt32LE(120),
    });
  }
  return entries;
}

/** What stands directly in a storage; embedded documents have streams of the same names in storages of their own. */
function childrenOf(entries: Entry[], storage: Entry): Entry[] {
  const found = new Set<Entry>();
  const open = [storage.child];
  while (open.length) {
    const entry = entries[open.pop()!];
    if (!entry || found.has(entry)) continue;
    found.add(entry);
    open.push(entry.left, entry.right);
  }
  return [...found];
}
