import { SaxesParser } from 'saxes';
import type { PageContent, Word } from '../pdf/model.ts';

/** A page as an OCR engine read it. */
export interface OcrPage extends PageContent {
  /** Mean confidence of its letters, 0 to 100; 0 for a page without any. */
  confidence: number;
}

/** A line of words in pixels, before the page is set straight. */
interface PixelLine {
  x0: number;
  bottom: number;
  slope: number;
  offset: number;
  size: number;
  words: { text: string; box: number[]; confidence: number }[];
}

interface PixelPage {
  width: number;
  height: number;
  lines: PixelLine[];
}

/** Width of an A4 page in points: what is scanned is paper of that size, whatever resolution the file claims. */
const A4 = { upright: 595, level: 842 };

/** Tesseract takes the slash of a document's number for it; no typewriter and no font of Word writes one. */
const FRACTION_SLASH = '\u2044';

/** Reads hOCR (Tesseract's XHTML): its pages, with words as the PDF layout takes them. */
export function readHocr(hocr: string): OcrPage[] {
  return pixelPages(hocr).map(pageOf);
}

/** The numbers behind a key of hOCR's `title` attribute: `bbox 10 20 30 40; baseline 0.004 -11; x_size 39`. */
function numbers(title: string, key: string): number[] {
  const part = title.split(';').find((entry) => entry.trim().startsWith(`${key} `));
  return (part?.trim().split(' ').slice(1) ?? []).map(Number);
}

function pixelPages(hocr: string): PixelPage[] {
  const pages: PixelPage[] = [];
  let word: PixelLine['words'][number] | null = null;
  let depth = 0;
  const parser = new SaxesParser();
  parser.on('opentag', ({ attributes }) => {
    if (word) depth++;
    const title = String(attributes.title ?? '');
    const kind = String(attributes.class ?? '');
    const box = numbers(title, 'bbox');
    if (kind === 'ocr_page') pages.push({ width: box[2] || 1, height: box[3] || 1, lines: [] });
    else if (kind === 'ocrx_word') {
      word = { text: '', box, confidence: numbers(title, 'x_wconf')[0] ?? 0 };
      depth = 0;
    } else if (numbers(title, 'x_size').length) pages.at(-1)?.lines.push(lineFrom(title, box));
  });
  parser.on('text', (text) => {
    if (word) word.text += text;
  });
  parser.on('closetag', () => {
    if (word && depth-- === 0) {
      pages.at(-1)?.lines.at(-1)?.words.push(word);
      word = null;
    }
  });
  // tesseract.js hands over the pages without a root element.
  parser.write(/^\s*</.test(hocr) && hocr.includes('<html') ? hocr : `<html>${hocr}</html>`).close();
  return pages;
}

function lineFrom(title: string, box: number[]): PixelLine {
  const [slope = 0, offset = 0] = numbers(title, 'baseline');
  return { x0: box[0] ?? 0, bottom: box[3] ?? 0, slope, offset, size: numbers(title, 'x_size')[0] ?? 1, words: [] };
}

/** In points, set straight: a page laid on the glass askew has sloping baselines. */
function pageOf({ width, height, lines }: PixelPage): OcrPage {
  const scale = (width > height ? A4.level : A4.upright) / width;
  const slope = slopeOf(lines);
  const words = lines.flatMap((line) => wordsOf(line, slope, scale));
  const letters = lines.flatMap((line) => line.words).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const total = letters.reduce((sum, { text }) => sum + text.length, 0);
  const sure = letters.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0);
  return {
    width: width * scale,
    height: height * scale,
    words,
    turned: [],
    rules: [],
    pictured: true,
    confidence: total ? Math.round(sure / total) : 0,
  };
}

/** The median slope of the long lines; short ones say little of it. */
function slopeOf(lines: PixelLine[]): number {
  const slopes = lines
    .filter(({ words }) => words.length > 5)
    .map(({ slope }) => slope)
    .sort((a, b) => a - b);
  return slopes.length > 2 ? (slopes[slopes.length >> 1] ?? 0) : 0;
}

function wordsOf(line: PixelLine, slope: number, scale: number): Word[] {
  const last = line.words.at(-1)?.box[2] ?? line.x0;
  const middle = (line.x0 + last) / 2;
  const baseline = line.bottom + line.offset + line.slope * (middle - line.x0) - slope * middle;
  return line.words
    .filter(({ text }) => text.trim())
    .map(({ text, box: [x0 = 0, y0 = 0, x1 = 0, y1 = 0] }) => {
      const turn = slope * ((y0 + y1) / 2);
      return {
        text: text.trim().replaceAll(FRACTION_SLASH, '/').normalize('NFC'),
        x0: (x0 + turn) * scale,
        x1: (x1 + turn) * scale,
        y: baseline * scale,
        size: line.size * scale,
        bold: false,
        italic: false,
        artifact: false,
        spaced: true,
        raised: false,
      };
    });
}
