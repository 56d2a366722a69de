import { describe, expect, test } from 'vitest';
import { extractPdf, type PdfText } from '../../src/extract/pdf/index.ts';
import { drawPdf, line, type Pdf, prose, put, widthOf, wrap } from './pdf-writer.ts';

const read = async (draw: (pdf: Pdf) => void): Promise<PdfText> => extractPdf(await drawPdf(draw));
const lines = ({ text }: PdfText) => text.trimEnd().split('\n');
const paragraphs = ({ text, layout }: PdfText) => (layout.paragraphs ?? []).map((span) => text.slice(...span));

describe('whatever the way of drawing', () => {
  test('a page set on its side reads like any other', async () => {
    const pdf = await read((pdf) => {
      const page = pdf.addPage().page;
      Object.assign(page.dictionary.data, { Rotate: 90 });
      pdf.rotate(-90, { origin: [0, 0] }).translate(-842, 0);
      put(pdf, prose, 100, { width: 650 });
    });
    expect(paragraphs(pdf).map((text) => text.replaceAll('\n', ' '))).toEqual([prose.trim()]);
  });
  test('drawn from the bottom up, and each line from right to left', async () => {
    const pdf = await read((pdf) => {
      const rows = wrap(pdf.addPage(), prose.trim(), 467, 14);
      for (const [n, row] of [...rows.entries()].reverse()) {
        const words = row.split(' ');
        for (let k = words.length - 1; k >= 0; k--) {
          const before = words.slice(0, k).join(' ') + (k ? ' ' : '');
          line(pdf, words[k] ?? '', 85 + widthOf(pdf, before, 14), 100 + n * 18);
        }
      }
    });
    expect(paragraphs(pdf).map((text) => text.replaceAll('\n', ' '))).toEqual([prose.trim()]);
  });
  test('drawn twice to look bold, read once', async () => {
    const pdf = await read((pdf) => {
      pdf.addPage();
      for (const shift of [0, 0.4]) line(pdf, 'KẾT QUẢ THỰC HIỆN', 85 + shift, 100);
    });
    expect(lines(pdf)).toEqual(['KẾT QUẢ THỰC HIỆN']);
  });
  test('letters spaced out stay words', async () => {
    const pdf = await read((pdf) => {
      pdf.addPage().font('plain').fontSize(14);
      pdf.text('THÔNG BÁO KẾT LUẬN', 85, 100, { lineBreak: false, characterSpacing: 3 });
    });
    expect(lines(pdf)).toEqual(['THÔNG BÁO KẾT LUẬN']);
  });
  test('the hyphen of a code at a line end stays, in the same paragraph', async () => {
    const pdf = await read((pdf) => {
      put(pdf.addPage(), prose, 200);
      line(pdf, 'Thực hiện Chương trình hành động theo Quyết định số 436/QĐ-', 113, 100);
      line(pdf, 'UBND ngày 11/6/2019 của Ủy ban nhân dân tỉnh.', 85, 118);
    });
    expect(paragraphs(pdf)[0]).toMatch(/436\/QĐ-\nUBND/);
  });
  test('letters and their marks apart (NFD) come out as one', async () => {
    const pdf = await read((pdf) => line(pdf.addPage(), 'Tổ chức thực hiện'.normalize('NFD'), 85, 100));
    expect(lines(pdf)).toEqual(['Tổ chức thực hiện']);
  });
});
