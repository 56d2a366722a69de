import { describe, expect, test } from 'vitest';
import { extractDoc } from '../../src/extract/doc/index.ts';
import { UnreadableError } from '../../src/extract/unreadable.ts';
import { compound, docOf, extract, lines, type Paragraph, type Parts, paragraph, sprm } from '../support/doc.ts';

const hidden = sprm(0x083c, 1);
const deleted = sprm(0x0800, 1);
const raised = sprm(0x2a48, 1);
const capitals = sprm(0x083b, 1);
const font = (n: number) => sprm(0x4a4f, n, 0);
const inList = (use: number, level: number) => [...sprm(0x460b, use, 0), ...sprm(0x260a, level)];
const runs = (...given: [text: string, changes?: number[]][]): Paragraph => ({
  runs: given.map(([text, changes = []]) => ({ text, changes })),
});
const read = (...paragraphs: Paragraph[]): string[] => lines({ paragraphs });

describe('characters', () => {
  test('signs of Word: breaks, tabs, hyphens', () => {
    expect(read(paragraph('Cột\thai\x0Bdòng\x1Ehai\x1Fba\u00A0bốn'))).toEqual(['Cột\thai', 'dòng-haiba\u00A0bốn']);
  });

  test('hidden and deleted text is left out and told, inserted text read', () => {
    const { text, notices } = extract({
      paragraphs: [runs(['a'], ['b', hidden], ['c', deleted], ['d', sprm(0x0801, 1)])],
    });
    expect(text).toBe('ad\n');
    expect(notices.map(({ rule }) => rule)).toEqual(['tracked-changes', 'hidden-text']);
  });

  test('raised numbers, capitals, signs of symbol fonts, letters of old fonts', () => {
    const parts: Parts = {
      paragraphs: [
        runs(['km'], ['2', raised], [' báo', capitals]),
        runs(['(', sprm(0x6a09, 1, 0, 0xfc, 0xf0)], [' \uF0D8', font(1)]),
        runs(['B¸o c¸o', font(2)]),
      ],
      fonts: ['Times New Roman', 'Wingdings', '.VnTime'],
    };
    expect(lines(parts)).toEqual(['km² BÁO', '✓ ➢', 'Báo cáo']);
  });

  test('formatting by styles; a run can be the opposite of its style', () => {
    const styles = [{}, { run: hidden }, { base: 1, run: capitals }, { kind: 2, run: raised }];
    const shown = sprm(0x083c, 0);
    const opposite = sprm(0x083c, 0x81);
    const styled = (style: number, ...given: [string, number[]?][]) => ({ ...runs(...given), style });
    const paragraphs = [
      styled(1, ['a'], ['b', shown]),
      styled(2, ['c'], ['d', opposite]),
      runs(['m'], ['2', sprm(0x4a30, 3, 0)]),
    ];
    // The mark of a paragraph in a hidden style is hidden as well, unless it says otherwise.
    for (const given of paragraphs.slice(0, 2)) Object.assign(given, { endChanges: shown });
    expect(lines({ paragraphs, styles })).toEqual(['b', 'D', 'm²']);
  });

  test('fields show their result; one without end hides nothing', () => {
    expect(read(paragraph('Trang \x13 PAGE \x147\x15/9'))).toEqual(['Trang 7/9']);
    expect(read(paragraph('a\x13 DATE b'))).toEqual(['a DATE b']);
    const { text, layout } = extract({
      paragraphs: [paragraph('\x13 TOC \\o \x14I. Kết quả\t3'), paragraph('II. Ý\x15'), paragraph('Chữ')],
    });
    expect(layout.furniture.map((span) => text.slice(...span))).toEqual(['I. Kết quả\t3', 'II. Ý']);
  });
});

describe('paragraphs', () => {
  test('hidden and deleted marks, a big first letter', () => {
    const joined = (text: string, endChanges: number[], changes: number[] = []) => ({
      ...paragraph(text, changes),
      endChanges,
    });
    expect(read(joined('A.', hidden), paragraph(' b'))).toEqual(['A. b']);
    expect(read(joined('C', deleted), paragraph('d'))).toEqual(['Cd']);
    expect(read(paragraph('T', sprm(0x442c, 0x11, 0)), paragraph('rong'))).toEqual(['Trong']);
  });

  test('sections end paragraphs, pages only lines', () => {
    const paragraphs = [{ ...paragraph('a'), end: '\x0C' }, paragraph('b\x0Cc')];
    const { text, layout } = extract({ paragraphs, sections: [2, 6] });
    expect(layout.paragraphs!.map((span) => text.slice(...span))).toEqual(['a', 'b\nc']);
  });

  test('notes, counted and with a mark typed by hand', () => {
    const { text, layout } = extract({
      paragraphs: [runs(['Một'], ['\x02', raised], [' hai'], ['*', raised])],
      notes: [
        { text: '\x02 Chú thích.', at: 3, counted: true },
        { text: '* Sao.', at: 8, counted: false },
      ],
    });
    expect(text).toBe('Một¹ hai*\n¹ Chú thích.\n* Sao.\n');
    expect(layout.notes.map(({ marker, body }) => [marker, text.slice(...body)])).toEqual([
      ['1', 'Chú thích.'],
      ['*', 'Sao.'],
    ]);
  });

  test('text boxes stand behind the paragraph they hang on', () => {
    expect(lines({ paragraphs: [paragraph('Một\x08 hai'), paragraph('Ba')], boxes: [{ text: 'Hộp', at: 3 }] })).toEqual(
      ['Một hai', 'Hộp', 'Ba'],
    );
  });
});

describe('labels', () => {
  const lists = [
    [
      { format: 1, text: '\x00.' },
      { format: 0, text: '\x01.' },
      { format: 0, text: '\x00.\x01.\x02', legal: true },
      { format: 4, text: '\x03)' },
    ],
    [{ format: 23, text: '-' }],
  ];
  const uses = [{ list: 1 }, { list: 2 }, { list: 1, start: 7 }];
  const labelled = (...given: Paragraph[]) => lines({ paragraphs: given, lists, uses });

  test('by level, in the format of each', () => {
    const given = [
      [1, 0],
      [1, 1],
      [1, 2],
      [1, 3],
      [1, 3],
      [2, 0],
      [1, 0],
      [1, 1],
    ] as const;
    expect(labelled(...given.map(([use, level], n) => paragraph(`m${n}`, inList(use, level))))).toEqual([
      ...['I. m0', '1. m1', '1.1.1 m2', 'a) m3', 'b) m4', '- m5', 'II. m6', '1. m7'],
    ]);
  });

  test('a use with a start of its own goes on with the same list', () => {
    expect(labelled(paragraph('a', inList(1, 0)), paragraph('b', inList(3, 0)), paragraph('c', inList(1, 0)))).toEqual([
      'I. a',
      'VII. b',
      'VIII. c',
    ]);
  });

  test('by style, and taken away', () => {
    const paragraphs = [
      { ...paragraph('a'), style: 1 },
      { ...paragraph('b', sprm(0x460b, 0, 0)), style: 1 },
    ];
    expect(lines({ paragraphs, lists, uses, styles: [{}, { paragraph: inList(1, 0) }] })).toEqual(['I. a', 'b']);
  });

  test('none for lists that are not there', () => {
    expect(labelled(paragraph('a', inList(9, 0)), paragraph('b', sprm(0x460b, 0xff, 0x07)))).toEqual(['a', 'b']);
  });
});

describe('tables', () => {
  const inTable = sprm(0x2416, 1);
  const cell = (text: string) => ({ ...paragraph(text, inTable), end: '\x07' });
  const rowEnd = (...lines: number[]) => ({
    ...paragraph('', [...inTable, ...sprm(0x2417, 1), ...lines]),
    end: '\x07',
  });
  const table = (...lines: number[]) => [
    cell('A'),
    cell('X'),
    rowEnd(...lines),
    cell('B'),
    cell('Y'),
    rowEnd(...lines),
  ];
  /** Borders of the table: six of four bytes, the second of them the kind of line. */
  const borders = (type: number) => sprm(0xd605, 24, ...Array.from({ length: 6 }, () => [4, type, 0, 0]).flat());

  test('without lines: one column after the other', () => {
    expect(read(...table(), paragraph('Sau'))).toEqual(['A', 'B', 'X', 'Y', 'Sau']);
    expect(read(...table(...borders(0)))).toEqual(['A', 'B', 'X', 'Y']);
  });

  test('with lines: row by row', () => {
    expect(read(...table(...borders(1)))).toEqual(['A', 'X', 'B', 'Y']);
  });

  test('in a cell', () => {
    const inner = [...inTable, ...sprm(0x6649, 2, 0, 0, 0)];
    const innerCell = (text: string) => paragraph(text, [...inner, ...sprm(0x244b, 1)]);
    const innerRow = paragraph('', [...inner, ...sprm(0x244b, 1), ...sprm(0x244c, 1)]);
    const before = paragraph('A', inTable);
    expect(
      read(before, innerCell('m'), innerCell('n'), innerRow, cell('B'), cell('C'), rowEnd(), paragraph('D')),
    ).toEqual([...['A', 'm', 'n', 'B', 'C', 'D']]);
  });
});

describe('files that are refused', () => {
  const cause = (bytes: Uint8Array): string => {
    try {
      return `read: ${extractDoc(bytes).text}`;
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      return error.text.en;
    }
  };
  const paragraphs = [paragraph('Báo cáo')];

  test.each<[string, Uint8Array, RegExp]>([
    ['encrypted', docOf({ paragraphs, flags: 0x100 }), /password/],
    ['Word 6.0/95', docOf({ paragraphs, kind: 0xa5dc, version: 101 }), /Word 6\.0\/95/],
    ['no Word file inside', compound({ WordDocument: Buffer.alloc(5000), '1Table': Buffer.alloc(10) }), /damaged/],
    ['no text', compound({ Contents: Buffer.alloc(5000) }), /damaged/],
    ['only pictures', docOf({ paragraphs: [paragraph('\x01')] }), /scan/],
  ])('%s', (_, bytes, expected) => {
    expect(cause(bytes)).toMatch(expected);
  });

  test('sectors in a circle', () => {
    const bytes = docOf({ paragraphs });
    for (let sector = 2; sector < 40; sector++) bytes.writeUInt32LE(2, 512 + sector * 4);
    expect(cause(bytes)).toMatch(/damaged/);
  });

  test('a whole one is read', () => {
    expect(cause(docOf({ paragraphs }))).toBe('read: Báo cáo\n');
  });
});
