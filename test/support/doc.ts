import { extractDoc } from '../../src/extract/doc/index.ts';

/*
 * Word 97-2003 files (MS-DOC) written by hand, as small as they can be: a compound file with the stream of the text and
 * that of the tables. No npm package writes them.
 */

/** A change of a property: its number and operand. */
export const sprm = (code: number, ...operand: number[]): number[] => [code & 0xff, code >> 8, ...operand];

export interface Run {
  text: string;
  /** Changes of character properties. */
  changes?: number[];
}

export interface Paragraph {
  runs: Run[];
  /** Changes of paragraph properties. */
  changes?: number[];
  style?: number;
  /** The sign that ends it. */
  end?: string;
  /** Changes of the properties of that sign. */
  endChanges?: number[];
}

export interface Style {
  kind?: number;
  base?: number;
  paragraph?: number[];
  run?: number[];
}

export interface Parts {
  paragraphs: Paragraph[];
  /** Text of notes, each a paragraph, and where they are called, with their kind of mark. */
  notes?: { text: string; at: number; counted: boolean }[];
  boxes?: { text: string; at: number }[];
  fonts?: string[];
  styles?: Style[];
  /** For each list the levels: format, text with characters 0 to 8 for numbers, and whether it is "legal". */
  lists?: { format: number; text: string; legal?: boolean; start?: number }[][];
  /** For each use of a list: the list, and a start of its first level. */
  uses?: { list: number; start?: number }[];
  /** Positions where sections end. */
  sections?: number[];
  version?: number;
  flags?: number;
  kind?: number;
}

const u16 = (...values: number[]) => Buffer.from(Uint16Array.from(values).buffer);
const u32 = (...values: number[]) => Buffer.from(Uint32Array.from(values).buffer);
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

const TEXT = 1024;
const PAGE = 512;

interface Stretch {
  from: number;
  to: number;
  stored: Buffer;
}

/** A page of properties: positions, an entry for each stretch, the properties from the end on. */
function page(stretches: Stretch[], entry: number): Buffer {
  const bytes = Buffer.alloc(PAGE);
  let free = PAGE - 2;
  stretches.forEach(({ from, to, stored }, n) => {
    bytes.writeUInt32LE(from, n * 4);
    bytes.writeUInt32LE(to, n * 4 + 4);
    if (!stored.length) return;
    free -= stored.length + (stored.length & 1);
    stored.copy(bytes, free);
    bytes[(stretches.length + 1) * 4 + n * entry] = free / 2;
  });
  bytes[PAGE - 1] = stretches.length;
  return bytes;
}

const plc = (positions: number[], records: Buffer[] = []): Buffer => Buffer.concat([u32(...positions), ...records]);

function fontTable(names: string[]): Buffer {
  const entries = names.map((name) => {
    const data = Buffer.concat([Buffer.alloc(39), utf16(`${name}\0`)]);
    return Buffer.concat([Buffer.from([data.length]), data]);
  });
  return Buffer.concat([u16(names.length, 0), ...entries]);
}

function styleSheet(styles: Style[]): Buffer {
  const entries = styles.map(({ kind = 1, base = 0xfff, paragraph = [], run = [] }, n) => {
    const own = kind === 1 ? [Buffer.concat([u16(n), Buffer.from(paragraph)]), Buffer.from(run)] : [Buffer.from(run)];
    const changes = own.map((list) => Buffer.concat([u16(list.length), list, Buffer.alloc(list.length & 1)]));
    const name = Buffer.concat([u16(1), utf16('s\0')]);
    const head = u16(0, kind | (base << 4), own.length, 0, 0);
    const style = Buffer.concat([head, name, ...changes]);
    return Buffer.concat([u16(style.length), style]);
  });
  return Buffer.concat([u16(18), u16(styles.length, 10, 0, 0, 0, 0, 0, 0, 0), ...entries]);
}

function listTables(
  lists: NonNullable<Parts['lists']>,
  uses: NonNullable<Parts['uses']>,
): [lists: Buffer, levels: Buffer, uses: Buffer] {
  const heads = lists.map((_, n) => Buffer.concat([u32(n + 1, 0), Buffer.alloc(18), Buffer.from([0, 0])]));
  const levels = lists.flatMap((given) =>
    Array.from({ length: 9 }, (_, n) => {
      const { format, text, legal = false, start = 1 } = given[n] ?? { format: 0, text: '' };
      const head = Buffer.concat([u32(start), Buffer.from([format, legal ? 4 : 0]), Buffer.alloc(22)]);
      return Buffer.concat([head, u16(text.length), utf16(text)]);
    }),
  );
  const overrides = uses.map(({ start }) =>
    Buffer.concat([u32(0xffffffff), start === undefined ? Buffer.alloc(0) : u32(start, 0x10)]),
  );
  const records = uses.map(({ list, start }) =>
    Buffer.concat([u32(list, 0, 0), Buffer.from([start === undefined ? 0 : 1, 0, 0, 0])]),
  );
  return [
    Buffer.concat([u16(lists.length), ...heads]),
    Buffer.concat(levels),
    Buffer.concat([u32(uses.length), ...records, ...overrides]),
  ];
}

/** Two streams in a compound file; both are made long enough not to be kept among the small ones. */
export function compound(streams: Record<string, Buffer>): Buffer {
  const padded = Object.entries(streams).map(([name, bytes]) => {
    const size = Math.max(4096, Math.ceil(bytes.length / 512) * 512);
    return { name, bytes: Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]) };
  });
  const needed = 1 + padded.reduce((sum, { bytes }) => sum + bytes.length / 512, 0);
  const fats = Math.ceil(needed / 127);
  const fat = new Uint32Array(fats * 128).fill(0xffffffff);
  fat.fill(0xfffffffd, 0, fats);
  fat[fats] = 0xfffffffe;
  const directory = Buffer.alloc(512);
  let sector = fats + 1;
  [{ name: 'Root Entry', bytes: Buffer.alloc(0) }, ...padded].forEach(({ name, bytes }, n) => {
    const entry = directory.subarray(n * 128, (n + 1) * 128);
    entry.write(name, 'utf16le');
    entry.writeUInt16LE((name.length + 1) * 2, 64);
    entry[66] = n ? 2 : 5;
    entry.writeUInt32LE(0xffffffff, 68);
    entry.writeUInt32LE(n && n < padded.length ? n + 1 : 0xffffffff, 72);
    entry.writeUInt32LE(n ? 0xffffffff : 1, 76);
    entry.writeUInt32LE(n ? sector : 0xfffffffe, 116);
    entry.writeUInt32LE(bytes.length, 120);
    const count = bytes.length / 512;
    for (let k = 0; k < count; k++) fat[sector + k] = k + 1 < count ? sector + k + 1 : 0xfffffffe;
    sector += count;
  });
  return Buffer.concat([compoundHead(fats), Buffer.from(fat.buffer), directory, ...padded.map(({ bytes }) => bytes)]);
}

/** @param fats how many sectors at the beginning hold the chains (109 have a place in the head) */
function compoundHead(fats: number): Buffer {
  const header = Buffer.alloc(512, 0xff);
  header.fill(0, 0, 76);
  Buffer.from('D0CF11E0A1B11AE1', 'hex').copy(header);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(fats, 44);
  header.writeUInt32LE(fats, 48);
  header.writeUInt32LE(4096, 56);
  for (const at of [60, 68]) header.writeUInt32LE(0xfffffffe, at);
  for (let n = 0; n < fats; n++) header.writeUInt32LE(n, 76 + n * 4);
  return header;
}

/** Where in the head the places of tables stand. */
const TABLES = {
  styles: 1,
  noteCalls: 2,
  noteTexts: 3,
  sections: 6,
  runs: 12,
  paragraphs: 13,
  fonts: 15,
  pieces: 33,
  drawings: 40,
  boxes: 56,
  lists: 73,
  uses: 74,
};

/** The two streams of a file. */
function streams(parts: Parts): { WordDocument: Buffer; '1Table': Buffer } {
  const {
    paragraphs,
    notes = [],
    boxes = [],
    fonts = ['Times New Roman'],
    styles = [{}],
    lists = [],
    uses = [],
    sections = [],
  } = parts;
  const all: Paragraph[] = [
    ...paragraphs,
    ...[...notes, ...boxes].map(({ text }) => ({ runs: [{ text }] })),
    // The parts end with a mark of their own.
    ...(notes.length || boxes.length ? [{ runs: [] }] : []),
  ];
  let text = '';
  const runs: Stretch[] = [];
  const marks: Stretch[] = [];
  const place = () => TEXT + text.length * 2;
  for (const { runs: given, changes = [], style = 0, end = '\r', endChanges = [] } of all) {
    const from = place();
    for (const run of [...given, { text: end, changes: endChanges }]) {
      const start = place();
      text += run.text;
      const stored = Buffer.from(run.changes?.length ? [run.changes.length, ...run.changes] : []);
      if (start < place()) runs.push({ from: start, to: place(), stored });
    }
    const list = Buffer.concat([u16(style), Buffer.from(changes)]);
    const stored = list.length & 1 ? [(list.length + 1) / 2, ...list] : [0, list.length / 2, ...list];
    marks.push({ from, to: place(), stored: Buffer.from(stored) });
  }
  const lengthOf = (given: { text: string }[]) => given.reduce((sum, { text }) => sum + text.length + 1, 0);
  const [noteLength, boxLength] = [lengthOf(notes), lengthOf(boxes)];
  const textEnd = Math.ceil(place() / PAGE);
  const pages: Buffer[] = [];
  const index = (stretches: Stretch[], entry: number) => {
    const chunks = Array.from({ length: Math.ceil(stretches.length / 8) }, (_, n) => stretches.slice(n * 8, n * 8 + 8));
    const numbers = chunks.map((chunk) => textEnd + pages.push(page(chunk, entry)) - 1);
    return plc(
      [...chunks.map(([first]) => first!.from), place()],
      numbers.map((n) => u32(n)),
    );
  };
  const positionsOf = (given: { text: string }[]) => {
    let sum = 0;
    return [0, ...given.map((part) => (sum += part.text.length + 1))];
  };
  const [listTable, levels, useTable] = listTables(lists, uses);
  const tables: [keyof typeof TABLES, Buffer][] = [
    ['styles', styleSheet(styles)],
    ['runs', index(runs, 1)],
    ['paragraphs', index(marks, 13)],
    ['fonts', fontTable(fonts)],
    [
      'pieces',
      Buffer.concat([Buffer.from([2]), u32(16), plc([0, text.length], [Buffer.concat([u16(0), u32(TEXT), u16(0)])])]),
    ],
  ];
  const bodyLength = text.length - noteLength - boxLength - (notes.length || boxes.length ? 1 : 0);
  if (notes.length) {
    tables.push([
      'noteCalls',
      plc(
        [...notes.map(({ at }) => at), bodyLength],
        notes.map(({ counted }) => u16(counted ? 1 : 0)),
      ),
    ]);
    tables.push(['noteTexts', plc(positionsOf(notes))]);
  }
  if (boxes.length) {
    const shape = (offset: number, size: number) =>
      boxes.map((_, n) => Buffer.concat([Buffer.alloc(offset), u32(n + 7), Buffer.alloc(size - offset - 4)]));
    tables.push(['drawings', plc([...boxes.map(({ at }) => at), bodyLength], shape(0, 26))]);
    tables.push(['boxes', plc(positionsOf(boxes), shape(14, 22))]);
  }
  if (sections.length)
    tables.push([
      'sections',
      plc(
        [0, ...sections],
        sections.map(() => Buffer.alloc(12)),
      ),
    ]);
  if (lists.length) tables.push(['uses', useTable], ['lists', listTable]);
  const fib = Buffer.alloc(TEXT);
  fib.writeUInt16LE(parts.kind ?? 0xa5ec, 0);
  fib.writeUInt16LE(parts.version ?? 0xc1, 2);
  fib.writeUInt16LE(0x200 | (parts.flags ?? 0), 10);
  fib.writeUInt32LE(bodyLength, 76);
  fib.writeUInt32LE(noteLength, 80);
  fib.writeUInt32LE(boxLength, 100);
  let offset = 0;
  for (const [name, bytes] of tables) {
    fib.writeUInt32LE(offset, 154 + TABLES[name] * 8);
    fib.writeUInt32LE(bytes.length, 158 + TABLES[name] * 8);
    offset += bytes.length;
  }
  const textBytes = Buffer.concat([utf16(text), Buffer.alloc(textEnd * PAGE - place())]);
  return {
    WordDocument: Buffer.concat([fib, textBytes, ...pages]),
    // The levels stand behind the table of lists.
    '1Table': Buffer.concat([...tables.map(([, bytes]) => bytes), ...(lists.length ? [levels] : [])]),
  };
}

/** A file with these parts. */
export const docOf = (parts: Parts): Buffer => compound(streams(parts));

/** A paragraph of one run. */
export const paragraph = (text: string, changes: number[] = [], run: number[] = []): Paragraph => ({
  runs: [{ text, changes: run }],
  changes,
});

export const extract = (parts: Parts) => extractDoc(docOf(parts));

/** The lines read from a file with these parts. */
export const lines = (parts: Parts): string[] =>
  extract(parts)
    .text.split('\n')
    .filter((line) => line);
