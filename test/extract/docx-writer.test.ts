import * as D from 'docx';
import { expect, test } from 'vitest';
import { extractDocx } from '../../src/extract/docx/index.ts';

/** A whole report as a real writer makes it, typed in two ways: labels by hand, and labels by Word. */

const none = { style: D.BorderStyle.NONE, size: 0, color: 'auto' };
const bare = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
const text = (content: string) => new D.Paragraph({ children: [new D.TextRun(content)] });
const cell = (...content: string[]) => new D.TableCell({ children: content.map(text) });
const row = (...cells: string[][]) => new D.TableRow({ children: cells.map((content) => cell(...content)) });

const head = new D.Table({
  borders: bare,
  rows: [row(['UBND HUYỆN TÂN PHÚ', 'PHÒNG NỘI VỤ', 'Số: 87/BC-PNV'], ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'])],
});
const data = new D.Table({ rows: [row(['TT'], ['Xã'], ['Số buổi']), row(['1'], ['Phú Lộc'], ['12'])] });

/** Items as [level, label as Word shows it, text]. */
const items: [number, string, string][] = [
  [0, 'I.', 'KẾT QUẢ'],
  [1, '1.', 'Đối thoại'],
  [2, '1.1.', 'Cấp huyện'],
  [3, 'a)', 'Quý I'],
  [4, '-', 'Tổ chức 14 buổi'],
  [5, '+', 'Trong đó 03 buổi chuyên đề'],
  [3, 'b)', 'Quý II'],
  [2, '1.2.', 'Cấp xã'],
  [1, '2.', 'Tiếp dân'],
  [0, 'II.', 'NHIỆM VỤ'],
  [1, '1.', 'Trọng tâm'],
];

const formats: [string, string][] = [
  [D.LevelFormat.UPPER_ROMAN, '%1.'],
  [D.LevelFormat.DECIMAL, '%2.'],
  [D.LevelFormat.DECIMAL, '%2.%3.'],
  [D.LevelFormat.LOWER_LETTER, '%4)'],
  [D.LevelFormat.BULLET, '-'],
  [D.LevelFormat.BULLET, '+'],
];
const levels = formats.map(([format, label], level) => ({ level, format: format as 'decimal', text: label }));

const item =
  (automatic: boolean) =>
  ([level, label, content]: (typeof items)[number]) =>
    automatic
      ? new D.Paragraph({ numbering: { reference: 'muc', level }, children: [new D.TextRun(content)] })
      : text(`${label} ${content}`);

const closing = new D.Paragraph({
  children: [
    new D.TextRun('Diện tích 4,7 km'),
    new D.TextRun({ text: '2', superScript: true }),
    new D.FootnoteReferenceRun(1),
    new D.TextRun({ text: ' theo', break: 1 }),
    new D.TextRun({ text: ' ẩn', vanish: true }),
    new D.ExternalHyperlink({ link: 'https://example.org', children: [new D.TextRun(' niên giám')] }),
    new D.DeletedTextRun({ text: ' cũ', id: 1, author: 'a', date: '2024-01-01T00:00:00Z' }),
    new D.InsertedTextRun({ text: ' mới', id: 2, author: 'a', date: '2024-01-01T00:00:00Z' }),
    new D.TextRun({ children: [' 12/KH', new D.NoBreakHyphen(), 'UBND'] }),
  ],
});

const write = (automatic: boolean): Promise<Buffer> =>
  D.Packer.toBuffer(
    new D.Document({
      numbering: { config: [{ reference: 'muc', levels }] },
      footnotes: { 1: { children: [text('Chưa kiểm kê.')] } },
      sections: [
        {
          headers: { default: new D.Header({ children: [text('đầu trang')] }) },
          children: [head, text('BÁO CÁO'), ...items.map(item(automatic)), data, closing],
        },
      ],
    }),
  );

const expected = [
  ...['UBND HUYỆN TÂN PHÚ', 'PHÒNG NỘI VỤ', 'Số: 87/BC-PNV', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'BÁO CÁO'],
  ...items.map(([, label, content]) => `${label} ${content}`),
  ...['TT', 'Xã', 'Số buổi', '1', 'Phú Lộc', '12'],
  'Diện tích 4,7 km²¹',
  ' theo niên giám mới 12/KH-UBND',
  '¹ Chưa kiểm kê.',
];

test.each([
  ['labels typed by hand', false],
  ['labels made by Word', true],
])('%s', async (_what, automatic) => {
  const read = await extractDocx(await write(automatic));
  expect(read.text.split('\n')).toEqual([...expected, '']);
  const [note] = read.layout.notes;
  expect([note?.marker, read.text.slice(...note!.body)]).toEqual(['1', 'Chưa kiểm kê.']);
  const paragraphs = read.layout.paragraphs!.map((span) => read.text.slice(...span));
  expect(paragraphs).toHaveLength(expected.length - 2);
  expect(paragraphs.at(-1)).toBe(expected.slice(-3, -1).join('\n'));
});
