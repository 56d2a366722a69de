import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from '../../src/extract/index.ts';
import type { OcrOptions } from '../../src/extract/ocr/options.ts';
import type { UnreadableError } from '../../src/extract/unreadable.ts';
import { parse } from '../../src/pipeline.ts';
import type { Source } from '../../src/source.ts';
import { drawLines, garbledPdf, jpegOf, pngOf, scanOf } from '../support/scans.ts';
import { drawPdf } from './pdf-writer.ts';

// Scans, read by the engines themselves: tesseract.js comes with the packages for development; the system's Tesseract
// is there or not.

const first = ['Năm 2023, xã Tân Lập đã tiếp 48 lượt công dân.', 'Giải quyết 30/35 vụ việc, đạt 85,71%.'];
const second = ['Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2024.', 'Đã vận động nhân dân hiến 1.250 m đất.'];

const system = (() => {
  try {
    return /^vie\s*$/m.test(execFileSync('tesseract', ['--list-langs'], { encoding: 'utf8', stdio: 'pipe' }));
  } catch {
    return false;
  }
})();

const words = ({ text }: Source): string => text.replace(/\s+/g, ' ').trim();
const pagesRead = ({ notices }: Source): (string | undefined)[] =>
  notices.filter(({ rule }) => rule === 'ocr-page').map(({ message }) => /Page (\d+)/.exec(message.en)?.[1]);
const cause = (bytes: Uint8Array, options?: OcrOptions): Promise<string> =>
  read(bytes, options).then(
    ({ text }) => `read: ${text}`,
    (error: UnreadableError) => error.text.en,
  );

describe.each(system ? ['tesseract.js', 'tesseract'] : ['tesseract.js'])('%s', (engine) => {
  const before = process.env.DVCQ_OCR_ENGINE;
  let png: Uint8Array;
  beforeAll(async () => {
    process.env.DVCQ_OCR_ENGINE = engine;
    png = await pngOf(first);
  });
  afterAll(() => {
    if (before === undefined) delete process.env.DVCQ_OCR_ENGINE;
    else process.env.DVCQ_OCR_ENGINE = before;
  });

  test('a PDF of both: only the page without text is read by OCR, in its place', async () => {
    const progress: number[][] = [];
    const mixed = await drawPdf((pdf) => {
      drawLines(pdf, second);
      pdf.addPage({ size: 'A4', margin: 0 }).image(Buffer.from(png), 0, 0, { width: 595.28 });
      drawLines(pdf, ['Nơi nhận: Lưu VT.']);
    });
    const source = await read(mixed, { onOcrPage: (...page) => progress.push(page) });
    expect(words(source)).toBe([...second, ...first, 'Nơi nhận: Lưu VT.'].join(' '));
    expect([source.ocr, source.pages, pagesRead(source), progress]).toEqual([true, 3, ['2'], [[1, 1]]]);
    const { references, figures } = parse(source);
    expect(references.map(({ code, page }) => [code, page])).toEqual([['12/KH-UBND', 1]]);
    expect(figures.map(({ text, page }) => [text, page])).toEqual([
      ['1.250 m', 1],
      ['48 lượt công dân', 2],
      ['30/35 vụ việc', 2],
      ['85,71%', 2],
    ]);
  });

  test('a page whose letters map to nothing is a scan', async () => {
    const garbled = await garbledPdf(first);
    expect(await cause(garbled, { ocr: 'off' })).toMatch(/[\uE000-\uF8FF]/);
    const source = await read(garbled);
    expect([words(source), pagesRead(source)]).toEqual([first.join(' '), ['1']]);
  });

  test('.png and .jpg', async () => {
    for (const [format, image] of [
      ['png', png],
      ['jpg', await jpegOf(png)],
    ] as const) {
      const source = await read(image);
      expect([source.format, source.pages, words(source)]).toEqual([format, 1, first.join(' ')]);
    }
  });

  test('.tif of two pages', async () => {
    const source = await read(readFileSync(new URL('../files/two-pages.tif', import.meta.url)));
    expect([source.format, source.pages, pagesRead(source)]).toEqual(['tif', 2, ['1', '2']]);
    expect(words(source)).toBe([...first, ...second].join(' '));
    expect(parse(source).figures.map(({ page }) => page)).toEqual([1, 1, 1, 2]);
  });

  test('an image cut short, and one of noise, have a cause', async () => {
    const jpg = await jpegOf(png);
    const noise = Buffer.concat([png.subarray(0, 60), Buffer.alloc(3000, 'x')]);
    for (const bytes of [png.subarray(0, 70), noise, jpg.subarray(0, 100)])
      expect(await cause(bytes)).toMatch(/^(?:is an image \(a scan\); it is damaged|holds no text)$/);
  });

  test('a page laid four degrees askew with a red stamp on it reads as a straight one without', async () => {
    const source = await read(await scanOf([await pngOf([...first, ...second], { tilt: 4, stamp: [250, 140] })]));
    expect(words(source)).toBe([...first, ...second].join(' '));
  });
});
