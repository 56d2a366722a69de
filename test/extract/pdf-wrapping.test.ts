import { describe, expect, test } from 'vitest';
import { extractPdf } from '../../src/extract/pdf/index.ts';
import { drawPdf, line, type Pdf, widthOf, wrap } from './pdf-writer.ts';

const full =
  'Ủy ban nhân dân xã Đông Hòa tiếp tục phối hợp với Mặt trận Tổ quốc và các tổ chức chính trị - xã hội tuyên truyền, vận động Nhân dân chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước trên địa bàn. ';

/** Prints lines as given: each begins 28 points in where it begins with `>`, and is stretched where it ends with `|`. */
function put(pdf: Pdf, rows: string[], y = 100): void {
  for (const [n, row] of rows.entries()) {
    const text = row.replace(/^>/, '').replace(/\|$/, '');
    const x = row.startsWith('>') ? 113 : 85;
    const gaps = text.split(' ').length - 1;
    const slack = 552 - x - widthOf(pdf, text, 14);
    line(pdf, text, x, y + n * 18, 14, 'plain', row.endsWith('|') ? slack / gaps : 0);
  }
}

/** The paragraphs of lines in the midst of a justified, indented page of prose. */
async function paragraphs(...rows: string[]): Promise<string[]> {
  const bytes = await drawPdf((pdf) => {
    const prose = wrap(pdf.addPage(), full.repeat(6).trim(), 467, 14, 28);
    put(pdf, [...prose.map((text, n) => (n ? '' : '>') + text + (n < prose.length - 1 ? '|' : '')), ...rows]);
  });
  const { text, layout } = await extractPdf(bytes);
  return (layout.paragraphs ?? []).slice(1).map((span) => text.slice(...span));
}

describe('a line that is full goes on', () => {
  const first = '>Tuyến đường liên xã nối từ khu dân cư số 4 đến nút giao đường sắt Bắc|';
  test.each([
    ['in lower case', 'và các hạng mục phụ trợ đã được bàn giao.'],
    ['with a name', 'Sơn Bình đã được bàn giao.'],
    ['with a dash that belongs to the words', '– Nam đã được bàn giao.'],
    ['with a number that belongs to the words', '12. đã được bàn giao.'],
  ])('%s', async (_, rest) => expect(await paragraphs(first, rest)).toEqual([`${first.slice(1, -1)}\n${rest}`]));
});

describe('a line that is ended does not', () => {
  test.each([
    [
      'the next is indented',
      ['>Kết quả rà soát cho thấy các thôn đều có hương ước, quy ước được phê|', '>Đã phê duyệt 12 quy ước.'],
    ],
    ['it is short', ['>Kết quả đạt được', 'Đã phê duyệt 12 quy ước.']],
    ['the next has a marker', ['>Các hình thức công khai gồm:', '>- Niêm yết tại trụ sở;', '>- Qua loa truyền thanh.']],
    [
      'markers need no indent',
      ['1. Công tác tuyên truyền', '2. Công tác vận động', 'a) Đối với hộ nghèo', '(1) Hỗ trợ vốn.'],
    ],
    ['articles and parts', ['Phần thứ nhất', 'Chương II', 'Điều 3. Trách nhiệm thi hành']],
    ['dashes only divide', ['>Sơ kết công tác', '-----------', '>Tổng kết công tác']],
  ])('%s', async (_, rows) =>
    expect(await paragraphs(...rows)).toEqual(rows.map((row) => row.replace(/^>/, '').replace(/\|$/, ''))),
  );
});

describe('what a line end cuts', () => {
  test.each([
    ['436/QĐ-', 'UBND'],
    ['436/QĐ', '-UBND'],
    ['giai đoạn 2020-', '2025'],
    ['Bộ Lao động -', 'Thương binh và Xã hội'],
  ])('%s / %s is one', async (before, after) => {
    const rows = [`>Thực hiện ${before}`, `${after} của cấp trên.`];
    expect(await paragraphs(...rows)).toEqual([`Thực hiện ${before}\n${after} của cấp trên.`]);
  });
});

describe('what only looks like a part of the page', () => {
  test('an underlined heading over a number is no footnote', async () => {
    const bytes = await drawPdf((pdf) => {
      put(pdf.addPage(), ['I. ĐÁNH GIÁ CHUNG', '1. Ưu điểm', '2. Hạn chế'], 400);
      pdf.moveTo(85, 403).lineTo(230, 403).stroke();
    });
    const { layout } = await extractPdf(bytes);
    expect(layout.notes).toEqual([]);
    expect(layout.paragraphs).toHaveLength(3);
  });
  test('running text that speaks of a place of receipt is no foot', async () => {
    const rows = wrapped(`Nơi nhận hồ sơ là Bộ phận Một cửa của xã. ${full}`);
    const bytes = await drawPdf((pdf) => put(pdf.addPage(), rows(pdf)));
    expect((await extractPdf(bytes)).layout.paragraphs).toHaveLength(1);
  });
  test('heads of documents that were joined to one file stay text', async () => {
    const bytes = await drawPdf((pdf) => {
      for (const n of [1, 2, 3]) {
        put(pdf.addPage(), ['UBND XÃ ĐÔNG HÒA', 'BAN DÂN VẬN'], 60);
        put(pdf, [`>Thông báo số ${n} về lịch tiếp công dân định kỳ.`], 150);
      }
    });
    expect((await extractPdf(bytes)).layout.furniture).toEqual([]);
  });
  test('a list label that fills its tab stays apart from its text', async () => {
    const bytes = await drawPdf((pdf) => {
      line(pdf.addPage(), 'III.', 85, 100);
      line(pdf, 'KẾT QUẢ', 85 + widthOf(pdf, 'III.', 14) + 0.6, 100);
    });
    expect((await extractPdf(bytes)).text).toBe('III. KẾT QUẢ\n');
  });
});

const wrapped = (text: string) => (pdf: Pdf) => {
  const rows = wrap(pdf, text.trim(), 467, 14);
  return rows.map((row, n) => (n < rows.length - 1 ? `${row}|` : row));
};
