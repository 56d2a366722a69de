import { describe, expect, test } from 'vitest';
import { extractPdf, type PdfText } from '../../src/extract/pdf/index.ts';
import { drawPdf, line, type Pdf, prose, put, wrap, writePdf } from './pdf-writer.ts';

const read = async (draw: (pdf: Pdf) => void): Promise<PdfText> => extractPdf(await drawPdf(draw));
const lines = ({ text }: PdfText) => text.trimEnd().split('\n');
const paragraphs = ({ text, layout }: PdfText) => (layout.paragraphs ?? []).map((span) => text.slice(...span));
const furniture = ({ text, layout }: PdfText) => layout.furniture.map((span) => text.slice(...span));

describe('footnotes', () => {
  const notes = {
    '¹': '¹ Số liệu của Phòng Kinh tế.',
    '²': '² Không tính hai thôn mới sáp nhập trong năm, theo Nghị quyết số 15/NQ-HĐND của Hội đồng nhân dân huyện.',
  };
  const body = [
    '1. Kết quả',
    `${prose}Đã bê tông hóa 8,2 km đường¹. ${prose.repeat(4)}`,
    `${prose.repeat(8)}Còn 14 hộ² chưa đồng thuận. ${prose.repeat(3)}`,
  ].map((text) => text.trim());

  test('are told from the text, with mark, body and calls', async () => {
    const { text, layout } = await extractPdf(await writePdf({ body, notes }));
    expect(
      layout.notes.map(({ marker, body: span, calls }) => ({
        marker,
        body: text.slice(...span).replaceAll('\n', ' '),
        calls: calls.map(([start, end]) => text.slice(start - 4, end)),
      })),
    ).toEqual([
      { marker: '1', body: notes['¹'].slice(2), calls: ['ường¹'] },
      { marker: '2', body: notes['²'].slice(2), calls: ['4 hộ²'] },
    ]);
  });
  test('a paragraph goes on behind the notes and the number of the page', async () => {
    const { text, layout, pages } = await extractPdf(await writePdf({ body, notes }));
    expect(pages).toBe(2);
    expect(layout.paragraphs).toHaveLength(3);
    const [start, end] = layout.paragraphs?.[2] ?? [0, 0];
    for (const inside of [layout.notes[0]?.body, layout.furniture[1]]) {
      expect(inside?.[0]).toBeGreaterThan(start);
      expect(inside?.[1]).toBeLessThan(end);
    }
    expect(text.slice(start, end)).toMatch(/thôn Đoài\.$/);
  });
  test('an exponent behind a unit calls nothing', async () => {
    const { layout } = await extractPdf(
      await writePdf({ body: ['Diện tích 35,2 km² và 10 m³.'], notes: { '²': '² Chú thích.' } }),
    );
    expect(layout.notes).toEqual([]);
  });
  test('the same note on every page is no running foot', async () => {
    const pdf = await read((pdf) => {
      for (const mark of ['¹', '²', '³']) {
        const y = put(pdf.addPage(), `${prose}${mark}`, 100 + (mark.charCodeAt(0) % 7));
        line(pdf, `Kết thúc mục${mark}.`, 113, y);
        line(pdf, `${mark} Nguồn: Phòng Thống kê.`, 85, 780, 11);
      }
    });
    expect(pdf.layout.notes.map(({ marker }) => marker)).toEqual(['1', '2', '3']);
  });
  test('the small print of the recipients is none', async () => {
    const pdf = await read((pdf) => {
      put(pdf.addPage(), prose, 100);
      for (const [n, text] of ['Nơi nhận:', '- UBND huyện;', '- Lưu: VT.'].entries())
        line(pdf, text, 85, 300 + n * 13, 11);
    });
    expect(pdf.layout.notes).toEqual([]);
  });
});

describe('columns', () => {
  const left = ['ĐẢNG BỘ TỈNH AN GIANG', 'HUYỆN ỦY TÂN PHÚ', '*', 'Số 45-BC/HU'];
  const right = ['ĐẢNG CỘNG SẢN VIỆT NAM', '', '', 'Tân Phú, ngày 03 tháng 10 năm 2023'];
  const middle = (pdf: Pdf, text: string, x: number, y: number) => {
    if (text) line(pdf, text, x - pdf.font('plain').fontSize(13).widthOfString(text) / 2, y, 13);
  };
  const head = (pdf: Pdf, shift: number) => {
    for (const n of [0, 1, 2, 3]) {
      middle(pdf, left[n] ?? '', 170, 90 + n * 18);
      middle(pdf, right[n] ?? '', 430, 90 + n * 18 + shift);
    }
    middle(pdf, 'BÁO CÁO', 318, 190);
    put(pdf, prose, 230);
  };
  test.each([0, 3, 8])('the head reads left, then right, with the right side %i points lower', async (shift) => {
    const pdf = await read((pdf) => head(pdf.addPage(), shift));
    expect(paragraphs(pdf).slice(0, 7)).toEqual([...left, 'ĐẢNG CỘNG SẢN VIỆT NAM', right[3], 'BÁO CÁO']);
  });
  test('an entry of the recipients that runs over is one paragraph', async () => {
    const pdf = await read((pdf) => {
      put(pdf.addPage(), prose, 100);
      const list = ['Nơi nhận:', '- Ban Thường vụ, các Ban xây dựng', 'Đảng Huyện ủy;', '- Lưu: VT.'];
      for (const [n, text] of list.entries()) line(pdf, text, 85, 300 + n * 14, 11);
      for (const [n, text] of ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'].entries()) middle(pdf, text, 430, 302 + n * 18);
      middle(pdf, 'Trần Văn Phú', 430, 390);
    });
    expect(paragraphs(pdf).slice(1)).toEqual([
      'Nơi nhận:',
      '- Ban Thường vụ, các Ban xây dựng\nĐảng Huyện ủy;',
      '- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      'Trần Văn Phú',
    ]);
  });
  test('a foot that a page turn cuts still reads left, then right', async () => {
    const pdf = await read((pdf) => {
      put(pdf.addPage(), prose, 100);
      line(pdf, 'Nơi nhận:', 85, 760, 12);
      line(pdf, '- UBND huyện;', 85, 775, 12);
      middle(pdf, 'CHỦ TỊCH', 430, 760);
      line(pdf.addPage(), '- Lưu: VT.', 85, 80, 12);
      middle(pdf, 'Trần Văn Phú', 430, 120);
    });
    expect(lines(pdf).slice(-5)).toEqual(['Nơi nhận:', '- UBND huyện;', '- Lưu: VT.', 'CHỦ TỊCH', 'Trần Văn Phú']);
  });
  test('text in two columns goes on from the one to the other', async () => {
    const text = prose.repeat(4);
    const pdf = await read((pdf) => {
      const rows = wrap(pdf.addPage(), text.trim(), 220, 12);
      const half = Math.ceil(rows.length / 2);
      for (const [n, row] of rows.entries()) line(pdf, row, n < half ? 85 : 330, 100 + (n % half) * 16, 12);
    });
    expect(paragraphs(pdf).map((paragraph) => paragraph.replaceAll('\n', ' '))).toEqual([text.trim()]);
  });
  test('wide gaps in justified lines are no columns', async () => {
    const pdf = await read((pdf) => {
      pdf.addPage();
      for (const n of [0, 1, 2]) line(pdf, `Dòng thứ ${n} có khoảng cách rộng`, 85, 100 + n * 18, 14, 'plain', 9);
    });
    expect(lines(pdf)).toEqual([0, 1, 2].map((n) => `Dòng thứ ${n} có khoảng cách rộng`));
  });
});

describe('tables', () => {
  const rows = [
    ['Chỉ tiêu', 'Kết quả'],
    ['Số hòa giải viên ở các thôn', '36 người'],
    ['Vụ việc hòa giải thành', '41/47 vụ'],
  ];
  test('a ruled table reads cell by cell, a wrapped cell in one piece', async () => {
    const pdf = await read((pdf) => {
      put(pdf.addPage(), prose, 100);
      for (const [r, row] of rows.entries()) {
        const y = 300 + r * 50;
        pdf
          .rect(85, y - 20, 200, 50)
          .rect(285, y - 20, 200, 50)
          .stroke();
        for (const [c, cell] of row.entries())
          for (const [n, text] of wrap(pdf, cell, 110, 13).entries()) line(pdf, text, 95 + c * 200, y + n * 16, 13);
      }
      put(pdf, prose, 500);
    });
    expect(
      paragraphs(pdf)
        .slice(1, -1)
        .map((cell) => cell.replaceAll('\n', ' ')),
    ).toEqual(rows.flat());
  });
  test('a table without rules reads row by row, cell by cell', async () => {
    const pdf = await read((pdf) => {
      put(pdf.addPage(), prose, 100);
      for (const [r, row] of rows.entries())
        for (const [c, cell] of row.entries()) line(pdf, cell, 113 + c * 230, 300 + r * 20);
      put(pdf, prose, 400);
    });
    expect(paragraphs(pdf).slice(1, -1)).toEqual(rows.flat());
  });
});

describe('furniture', () => {
  const page = (pdf: Pdf, number: string, y = 40) => {
    put(pdf.addPage(), prose, 100);
    line(pdf, number, 310, y, 13);
  };
  test.each(['%', '- % -', 'Trang %', '%/3', 'Trang %/3'])('page numbers: %s', async (form) => {
    const pdf = await read((pdf) => {
      for (const n of [1, 2, 3]) page(pdf, form.replace('%', String(n)));
    });
    expect(furniture(pdf)).toEqual([1, 2, 3].map((n) => form.replace('%', String(n))));
  });
  test('a number that does not count with the pages is text', async () => {
    const pdf = await read((pdf) => {
      for (const number of ['14', '7', '52']) page(pdf, number);
    });
    expect(furniture(pdf)).toEqual([]);
  });
  test('words that stand across the page (a stamp) are in no sentence', async () => {
    const pdf = await read((pdf) => {
      put(pdf.addPage(), prose, 100);
      pdf.rotate(-45, { origin: [300, 400] });
      line(pdf, 'BẢN SAO', 250, 400, 40);
    });
    expect(furniture(pdf)).toEqual(['BẢN SAO']);
    expect(paragraphs(pdf)).toHaveLength(1);
  });
});
