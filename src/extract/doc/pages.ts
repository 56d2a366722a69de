import { readPlc } from './fib.ts';

/** Properties of a stretch of the stream. */
export interface Stretch {
  /** Offsets in the stream. */
  start: number;
  end: number;
  /** Changes of properties. */
  changes: Buffer;
  /** Paragraph style; 0 for characters. */
  style: number;
}

const PAGE = 512;
const NONE = Buffer.alloc(0);

/**
 * Reads the pages (FKP, MS-DOC 2.9.55 and 2.9.174) on which Word keeps the properties of characters or paragraphs.
 * Stretches come in the order of the stream.
 */
export function readPages(index: Buffer, stream: Buffer, kind: 'characters' | 'paragraphs'): Stretch[] {
  const stretches: Stretch[] = [];
  // A page is read once; an index that names it again and again would be longer than the file.
  const pages = new Set(readPlc(index, 4).records.map((record) => record.readUInt32LE(0) & 0x3fffff));
  for (const page of pages) {
    const bytes = stream.subarray(page * PAGE, (page + 1) * PAGE);
    if (bytes.length === PAGE) stretches.push(...readPage(bytes, kind));
  }
  return disjoint(stretches.sort((a, b) => a.start - b.start));
}

/** Stretches that overlap are only met in damaged files, and would be read again and again. */
function disjoint(stretches: Stretch[]): Stretch[] {
  let end = 0;
  return stretches.filter((stretch) => {
    stretch.start = Math.max(stretch.start, end);
    end = Math.max(end, stretch.end);
    return stretch.start < stretch.end;
  });
}

function readPage(page: Buffer, kind: 'characters' | 'paragraphs'): Stretch[] {
  const stretches: Stretch[] = [];
  const count = page[PAGE - 1]!;
  const size = kind === 'characters' ? 1 : 13;
  for (let n = 0; n < count && (count + 1) * 4 + (n + 1) * size < PAGE; n++) {
    const [start, end] = [page.readUInt32LE(n * 4), page.readUInt32LE(n * 4 + 4)];
    const at = page[(count + 1) * 4 + n * size]! * 2;
    const found =
      at === 0 ? { changes: NONE, style: 0 } : kind === 'characters' ? runAt(page, at) : paragraphAt(page, at);
    if (start < end) stretches.push({ start, end, ...found });
  }
  return stretches;
}

const runAt = (page: Buffer, at: number) => ({ changes: page.subarray(at + 1, at + 1 + page[at]!), style: 0 });

/** The length is in words of two bytes; if it is 0, the next byte tells it in another way. */
function paragraphAt(page: Buffer, at: number): { changes: Buffer; style: number } {
  const length = page[at]!;
  const start = length ? at + 1 : at + 2;
  const end = length ? at + length * 2 : start + (page[at + 1] ?? 0) * 2;
  if (start + 2 > page.length) return { changes: NONE, style: 0 };
  return { changes: page.subarray(start + 2, end), style: page.readUInt16LE(start) };
}

/** Index of the stretch in which an offset lies, -1 if there is none. */
export function stretchAt(stretches: Stretch[], offset: number): number {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (stretches[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  const found = stretches[low];
  return found && found.start <= offset && offset < found.end ? low : -1;
}
