import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { extractPdf } from '../../src/extract/pdf/index.ts';
import { encodeTcvn3, showVni } from '../support/legacy.ts';
import { drawPdf, line, type Pdf, writePdf } from './pdf-writer.ts';

/*
 * PDFs made from documents in old fonts: their text layer has the letters that one sees without the font.
 */
const showTcvn3 = (text: string): string => iconv.decode(encodeTcvn3(text), 'windows1252');

/**
 * Draws lines in a font of that name. A font that the writer does not embed has the encoding of Windows, as Word wrote
 * old fonts; the glyph at AD is called a hyphen there.
 */
const draw = (lines: string[], name: string, show: (text: string) => string) =>
  drawPdf((pdf) => {
    pdf.addPage();
    for (const [n, text] of lines.entries()) put(pdf, show(text), name, 60, 100 + 20 * n);
  });

function put(pdf: Pdf, text: string, name: string, x: number, y: number): void {
  pdf.font('Helvetica', name);
  Object.assign((pdf as unknown as { _font: { name: string } })._font, { name });
  pdf.fontSize(10).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
}

const sentences = [
  'Thực hiện Kế hoạch số 30/KH-UBND ngày 17/02/2009, xã đã tiếp 45 lượt công dân (93,65%).',
  'Hoà giải 12/15 vụ việc; hỗ trợ 320 hộ nghèo như đã báo cáo với tổng diện tích 4.560 m².',
];

const linesOf = async (bytes: Uint8Array) => (await extractPdf(bytes)).text.trim().split('\n');

describe('fonts known by name', () => {
  test.each<[string, (text: string) => string]>([
    ['.VnTime', showTcvn3],
    ['VnTime,Bold', showTcvn3],
    ['.VnArial-BoldItalic', showTcvn3],
    ['VNI-Times', showVni],
    ['VNI-Helve,Italic', showVni],
  ])('%s', async (name, show) => {
    const pdf = await draw(sentences, name, show);
    expect(await linesOf(pdf)).toEqual(sentences);
    expect((await extractPdf(pdf)).notices).toMatchObject([{ rule: 'legacy-font', severity: 'info' }]);
  });

  test('.VnTimeH shows capitals', async () => {
    const pdf = await draw(['Báo cáo', 'của UBND xã'], '.VnTimeH', showTcvn3);
    expect(await linesOf(pdf)).toEqual(['BÁO CÁO', 'CỦA UBND XÃ']);
  });

  test('beside fonts of Unicode in one line', async () => {
    const pdf = await drawPdf((pdf) => {
      pdf.addPage();
      line(pdf, 'Ủy ban nhân dân xã', 60, 100, 12);
      put(pdf, showTcvn3('đã tiếp công dân'), '.VnTime', 168, 100);
    });
    expect(await linesOf(pdf)).toEqual(['Ủy ban nhân dân xã đã tiếp công dân']);
  });
});

describe('fonts whose name was lost', () => {
  test.each<[string, (text: string) => string]>([
    ['TCVN3', showTcvn3],
    ['VNI', showVni],
  ])('%s is told by its letters', async (_, show) => {
    expect(await linesOf(await draw(sentences, 'F1', show))).toEqual(sentences);
  });

  test('a few letters tell nothing', async () => {
    const text = showVni('Số 12');
    expect(await linesOf(await draw([text], 'F1', String))).toEqual([text]);
  });

  test('a font with a few letters goes with the others', async () => {
    const pdf = await drawPdf((pdf) => {
      pdf.addPage();
      for (const [n, text] of sentences.entries()) put(pdf, showVni(text), 'F1', 60, 100 + 20 * n);
      put(pdf, showVni('Tiếp dân'), 'F2', 60, 160);
    });
    expect(await linesOf(pdf)).toEqual([...sentences, 'Tiếp dân']);
  });

  test('capitals that were lost with the name come back', async () => {
    const lines = ['BÁO CÁO', 'CỦA ỦY BAN NHÂN DÂN XÃ', ...sentences];
    expect(await linesOf(await draw(lines, 'F1', showTcvn3))).toEqual(lines);
  });
});

describe('what is no old font', () => {
  test('Unicode, whatever its font is called', async () => {
    const pdf = await drawPdf((pdf) => {
      pdf.addPage();
      pdf.font('plain');
      Object.defineProperty((pdf as unknown as { _font: { font: object } })._font.font, 'postscriptName', {
        value: '.VnTime',
      });
      line(pdf, sentences[1] as string, 60, 100, 11);
    });
    expect(await linesOf(pdf)).toEqual([sentences[1]]);
    expect((await extractPdf(pdf)).notices).toEqual([]);
  });

  test('a hyphen at the place of the soft one', async () => {
    expect(await linesOf(await draw(['30/KH\u00ADUBND'], 'Helvetica', String))).toEqual(['30/KH-UBND']);
  });
});

test.each([false, true])('a report on pages, glyph by glyph: %s', async (glyphs) => {
  const content = (show: (text: string) => string) => ({
    title: ['BÁO CÁO', 'Kết quả tiếp công dân năm 2009'].map(show),
    body: Array.from({ length: 12 }, () => sentences.join(' ')).map(show),
  });
  const modern = await extractPdf(await writePdf(content(String), { glyphs, justified: false, number: 'none' }));
  const old = await extractPdf(await writePdf(content(showVni), { glyphs, justified: false, number: 'none' }));
  const fold = (text: string) => text.replace(/\s+/g, ' ');
  expect(fold(old.text)).toBe(fold(modern.text));
  expect(old.layout.paragraphs?.length).toBe(modern.layout.paragraphs?.length);
});
