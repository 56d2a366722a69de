import { compound, docOf, paragraph, type Style, sprm } from '../doc.ts';

// .doc files made to keep a reader busy or to fill its memory.

const HELLO = paragraph('Đã tiếp 12 lượt công dân.');
const IN_TABLE = 0x2416;
const STYLE = 0x4600;

/** Where the head of a file keeps the place and the length of a table; the stream of the head begins in sector 2. */
const SECTOR = 512;
const HEAD = SECTOR * 3;
const entry = (table: number) => HEAD + 154 + table * 8;
const PIECES = 33;
const FONTS = 15;

/** A file in which some numbers of four bytes are overwritten. */
function with32(file: Buffer, ...changes: [at: number, value: number][]): Buffer {
  for (const [at, value] of changes) file.writeUInt32LE(value, at);
  return file;
}

const circle = (length: number): Style[] => Array.from({ length }, (_, n) => ({ base: (n + 1) % length }));
const list = (format: number, start: number) => [[{ format, text: '\0.', start }]];

/** By name, how each is made. */
export const hostileDoc: Record<string, () => Uint8Array> = {
  'sectors-in-a-circle': () => {
    const file = docOf({ paragraphs: [HELLO] });
    for (let sector = 2; sector < 40; sector++) file.writeUInt32LE(2, SECTOR + sector * 4);
    return file;
  },
  'a-directory-in-a-circle': () => with32(docOf({ paragraphs: [HELLO] }), [SECTOR + 4, 1]),
  'a-billion-sectors': () => with32(docOf({ paragraphs: [HELLO] }), [44, 0xfffffff0], [72, 0xfffffff0], [68, 0]),
  'more-text-than-there-is': () => with32(docOf({ paragraphs: [HELLO] }), [HEAD + 76, 0x7fffffff]),
  'a-table-of-four-billion': () =>
    with32(docOf({ paragraphs: [HELLO] }), [entry(PIECES) + 4, 0xffffffff], [entry(FONTS) + 4, 0xffffffff]),
  'styles-in-a-circle': () => docOf({ paragraphs: [{ ...HELLO, style: 1 }], styles: circle(3), fonts: ['.VnTime'] }),
  'a-chain-of-styles': () =>
    docOf({
      paragraphs: Array.from({ length: 20_000 }, (_, n) => paragraph('Chữ', sprm(STYLE, n & 0xff, 0))),
      styles: Array.from({ length: 4000 }, (_, n) => ({ base: n + 1 })),
    }),
  'a-label-of-many-letters': () =>
    docOf({
      paragraphs: Array.from({ length: 100 }, () => paragraph('Mục', sprm(0x460b, 1, 0))),
      lists: list(3, 2_000_000_000),
      uses: [{ list: 1 }],
    }),
  'tables-in-tables': () =>
    docOf({
      paragraphs: Array.from({ length: 5000 }, (_, n) => ({
        ...paragraph('12 vụ', [...sprm(IN_TABLE, 1), ...sprm(0x6649, n & 0xff, n >> 8, 0xff, 0x7f)]),
        end: '\x07',
      })),
    }),
  'fields-without-end': () => docOf({ paragraphs: [paragraph('\x13'.repeat(300_000)), HELLO] }),
  'twenty-thousand-paragraphs': () => docOf({ paragraphs: Array.from({ length: 20_000 }, () => paragraph('12 vụ')) }),
  'no-text-in-its-streams': () => compound({ WordDocument: Buffer.alloc(5000), '1Table': Buffer.alloc(10) }),
};
