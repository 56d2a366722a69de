import { unzipSync, zipSync } from 'fflate';

/** A number from 0 to below 1, the next of a sequence that a seed decides. */
export type Next = () => number;

const below = (next: Next, limit: number): number => Math.floor(next() * limit);
const pick = <T>(next: Next, values: readonly T[]): T => values[below(next, values.length)]!;

const VALUES = [0, 1, 0x7f, 0x80, 0xff];
/** What offsets, lengths and counts are when they lie. */
const NUMBERS = [0, 1, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

type Change = (file: Buffer, next: Next) => Buffer;

/** Where a stretch begins, and where it ends. */
function stretch(file: Buffer, next: Next): [from: number, to: number] {
  const from = below(next, file.length);
  return [from, Math.min(file.length, from + 1 + below(next, pick(next, [8, 64, 512, 4096])))];
}

const changes: Record<string, Change> = {
  'cut short': (file, next) => file.subarray(0, below(next, file.length)),
  'cut out': (file, next) => {
    const [from, to] = stretch(file, next);
    return Buffer.concat([file.subarray(0, from), file.subarray(to)]);
  },
  doubled: (file, next) => {
    const [from, to] = stretch(file, next);
    return Buffer.concat([file.subarray(0, to), file.subarray(from)]);
  },
  moved: (file, next) => {
    const [from, to] = stretch(file, next);
    const at = below(next, file.length);
    return Buffer.concat([file.subarray(0, at), file.subarray(from, to), file.subarray(at)]);
  },
  filled: (file, next) => {
    const [from, to] = stretch(file, next);
    return Buffer.from(file).fill(pick(next, VALUES), from, to);
  },
  'bytes changed': (file, next) => {
    const copy = Buffer.from(file);
    for (let n = below(next, 16); n >= 0; n--) copy[below(next, copy.length)] = below(next, 256);
    return copy;
  },
  'a number that lies': (file, next) => {
    const copy = Buffer.from(file);
    const at = below(next, copy.length - 4);
    const value = pick(next, [...NUMBERS, copy.length]);
    if (at < 0) return copy;
    if (next() < 0.5) copy.writeUInt32LE(value, at);
    else copy.writeUInt32BE(value, at);
    return copy;
  },
};

/** Formats made of marks: what begins one, and marks that are trouble where they do not belong. */
const marks = {
  xml: { begins: '<', trouble: ['<', '</w:p>', '<w:p>', '<!--', '<![CDATA[', '&#0;', '&#x110000;', '\x00', '/>'] },
  html: {
    begins: '<',
    trouble: ['<table>', '<td>', '</table>', '<ol>', '<!--', '<style>', '<template>', '&#0;', '<a>'],
  },
  rtf: {
    begins: '\\',
    trouble: ['{', '}', '{\\*', '\\bin99 ', '\\uc9', '\\u-1 ', "\\'", '\\row', '\\cell', '\\ls99', '\\f-1'],
  },
  pdf: {
    begins: ' ',
    trouble: ['[', '<<', '>>', '(', ' R', ' 99999999999', ' -1', ' obj', 'endstream', 'BT ', ' Tm', ' nan'],
  },
};
export type Marks = keyof typeof marks;

/** Takes marks out, doubles and moves them, or puts in others. */
function changeMarks(file: Buffer, kind: Marks, next: Next): Buffer {
  const { begins, trouble } = marks[kind];
  const from = file.indexOf(begins, below(next, file.length));
  const to = from < 0 ? -1 : file.indexOf(begins, from + 1 + below(next, 100));
  if (to < 0) return file;
  const parts = [file.subarray(0, from), file.subarray(from, to), file.subarray(to)] as const;
  const [before, mark, after] = parts;
  const choice = below(next, 4);
  if (choice === 0) return Buffer.concat([before, after]);
  if (choice === 1) return Buffer.concat([before, ...Array<Buffer>(2 + below(next, 30)).fill(mark), after]);
  if (choice === 2) return Buffer.concat([before, Buffer.from(pick(next, trouble), 'latin1'), mark, after]);
  const at = below(next, after.length);
  return Buffer.concat([before, after.subarray(0, at), mark, after.subarray(at)]);
}

/**
 * Damages a file in one to three places.
 *
 * @param kind what its marks are, where it has any
 */
export function mutate(file: Uint8Array, next: Next, kind?: Marks): Uint8Array {
  let changed: Buffer = Buffer.from(file);
  for (let n = below(next, 3); n >= 0 && changed.length > 0; n--)
    changed =
      kind && next() < 0.6 ? changeMarks(changed, kind, next) : pick(next, Object.values(changes))(changed, next);
  return changed;
}

/** Damages one member of a package, and packs it anew: damage to the package itself is found by its checksums. */
export function mutateMember(zip: Uint8Array, next: Next): Uint8Array {
  const parts = unzipSync(zip);
  const names = Object.keys(parts).filter((name) => name.endsWith('.xml'));
  const name = pick(next, names);
  return zipSync({ ...parts, [name]: mutate(parts[name]!, next, 'xml') }, { level: 1 });
}
