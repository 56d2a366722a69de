import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { extractPdf } from '../../src/extract/pdf/index.ts';
import { UnreadableError } from '../../src/extract/unreadable.ts';
import { drawPdf, line } from './pdf-writer.ts';

const report = () =>
  drawPdf((pdf) => {
    pdf.addPage();
    line(pdf, 'Báo cáo kết quả công tác tiếp công dân', 85, 100);
  });

const withPassword = (options: PDFKit.PDFDocumentOptions) =>
  drawPdf((pdf) => line(pdf.addPage(), 'Báo cáo mật', 85, 100), options);

/** A file of plain objects, the first of which is the catalog. */
function rawPdf(...objects: string[]): Uint8Array {
  let text = '%PDF-1.4\n';
  const table = objects.map((object, n) => {
    const at = String(text.length).padStart(10, '0');
    text += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return `${at} 00000 n \n`;
  });
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table.join('')}trailer\n<</Size ${size}/Root 1 0 R>>\n`;
  return Buffer.from(`${text}${end}startxref\n${text.length}\n%%EOF`, 'latin1');
}

const catalog = '<</Type/Catalog/Pages 2 0 R>>';
const helvetica = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
const streamOf = (text: string) => `<</Length ${text.length}>>\nstream\n${text}\nendstream`;
const onePage = (box: string, content: string, resources = '') =>
  rawPdf(
    catalog,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>${resources}>>>>`,
    streamOf(content),
    helvetica,
    `<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 5>>\nstream\n/X Do\nendstream`,
  );
const hello = 'BT /F1 14 Tf 100 700 Td (Bao cao nam 2024) Tj ET';

/** What is printed behind the caller's back, e.g. pdfjs's warnings. */
let noise: unknown[][];
beforeEach(() => {
  noise = [];
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, name).mockImplementation((...args) => void noise.push(args));
});
afterEach(() => {
  vi.restoreAllMocks();
  expect(noise).toEqual([]);
});

describe('one sentence says why a file cannot be read', () => {
  const cases: [string, () => Promise<Uint8Array> | Uint8Array, RegExp, RegExp][] = [
    ['no PDF', () => Buffer.from('Kính gửi: Sở Nội vụ'), /is not a PDF/, /không phải tệp PDF/],
    ['nothing but a header', () => Buffer.from('%PDF-1.7\n'), /truncated/, /cắt cụt/],
    ['the first half', async () => (await report()).subarray(0, 4000), /truncated/, /cắt cụt/],
    ['all but the table of contents', async () => (await report()).slice(0, -60), /truncated/, /cắt cụt/],
    [
      'noise in between',
      () => Buffer.from(`%PDF-1.7\n${'\x01\xfe'.repeat(500)}\nstartxref\n77\n%%EOF`),
      /damaged/,
      /hỏng/,
    ],
    ['a password', () => withPassword({ userPassword: 'an', ownerPassword: 'lac' }), /password/, /mật khẩu/],
    ['no text', () => drawPdf((pdf) => pdf.addPage().rect(50, 50, 400, 600).fill('#eeeeee')), /scan/, /bản quét/],
    ['no page', () => rawPdf(catalog, '<</Type/Pages/Kids[]/Count 0>>'), /without pages/, /không có trang/],
    ['pages that contain themselves', () => rawPdf(catalog, '<</Type/Pages/Kids[2 0 R]/Count 1>>'), /damaged/, /hỏng/],
    ['no catalog', () => rawPdf('<</Type/Nothing>>'), /damaged/, /hỏng/],
  ];
  test.each(cases)('%s', async (_, bytes, en, vi) => {
    const error = await extractPdf(await bytes()).catch((reason) => reason);
    expect(error).toBeInstanceOf(UnreadableError);
    expect(error.text).toEqual({ en: expect.stringMatching(en), vi: expect.stringMatching(vi) });
    for (const text of Object.values(error.text)) expect(text).not.toMatch(/[.\n]$|\n/);
  });
});

describe('what is odd but readable is read', () => {
  test('an owner password only forbids changes', async () => {
    const { text } = await extractPdf(await withPassword({ ownerPassword: 'an', permissions: { copying: false } }));
    expect(text).toBe('Báo cáo mật\n');
  });
  test.each([
    ['a huge page', onePage('0 0 100000000 100000000', hello)],
    ['a page without extent', onePage('0 0 0 0', hello)],
    ['a form that contains itself', onePage('0 0 595 842', `/X Do ${hello}`, '/XObject<</X 6 0 R>>')],
    ['more restores than saves', onePage('0 0 595 842', `Q Q Q ${hello}`)],
  ])('%s', async (_, bytes) => {
    expect((await extractPdf(bytes)).text).toBe('Bao cao nam 2024\n');
  });
  test('the bytes are left as they are', async () => {
    const bytes = await report();
    const copy = bytes.slice();
    await extractPdf(bytes);
    expect(bytes).toEqual(copy);
  });
  test('many rules and many words', async () => {
    const rules = Array.from({ length: 30_000 }, (_, n) => `${n % 500} ${n % 800} m ${(n % 500) + 30} ${n % 800} l S`);
    const words = Array.from({ length: 20_000 }, (_, n) => `1 0 0 1 ${n % 550} ${n % 800} Tm (ab) Tj`);
    const { text } = await extractPdf(onePage('0 0 595 842', `${rules.join('\n')} BT /F1 9 Tf ${words.join('\n')} ET`));
    expect(text).toContain('ab');
  });
});

describe('pages without text among others', () => {
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGNgYPj//z8YAwAf9gP9nVTuPQAAAABJRU5ErkJggg==',
    'base64',
  );
  const mixed = (draw: (pdf: PDFKit.PDFDocument) => void) =>
    drawPdf((pdf) => {
      line(pdf.addPage(), 'Báo cáo có phụ lục', 85, 100);
      draw(pdf.addPage());
      line(pdf.addPage(), 'Trang cuối của báo cáo', 85, 100);
    });
  test('a scan is told by its number', async () => {
    const { notices, text, pages } = await extractPdf(await mixed((pdf) => pdf.image(picture, 0, 0, { width: 595 })), {
      ocr: 'off',
    });
    expect(pages).toBe(3);
    expect(text).toBe('Báo cáo có phụ lục\nTrang cuối của báo cáo\n');
    expect(notices).toEqual([expect.objectContaining({ rule: 'page-unreadable', severity: 'warning', span: null })]);
    expect(notices[0]?.message).toEqual({
      vi: expect.stringContaining('Trang 2 '),
      en: expect.stringContaining('Page 2 '),
    });
  });
  test('a stamped page number makes a scan no text', async () => {
    const stamped = await mixed((pdf) => line(pdf.image(picture, 0, 0, { width: 595 }), 'Trang 2', 300, 30, 9));
    expect((await extractPdf(stamped, { ocr: 'off' })).notices).toHaveLength(1);
  });
  test('an empty page is no scan', async () => {
    expect((await extractPdf(await mixed(() => {}))).notices).toEqual([]);
  });
});
