import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { pgmOf } from '../ocr/grey.ts';
import { greyWithoutStamps } from '../ocr/stamps.ts';
import { straighten } from '../ocr/straighten.ts';

/** Enough for OCR: 300 read no better than 200, and take longer. */
const DPI = 200;
/** Huge page boxes are drawn smaller: an image may take this many pixels, A4 at 200 dpi takes four million. */
const mostPixels = 16e6;

interface Canvas {
  width: number;
  height: number;
  getContext(kind: '2d'): { getImageData(x: number, y: number, width: number, height: number): { data: Uint8Array } };
}
interface CanvasFactory {
  create(width: number, height: number): { canvas: Canvas; context: unknown };
  destroy(both: object): void;
}

/**
 * Draws a page as a grey image, with its lines level and without red stamps.
 *
 * @param document opened with its images
 * @param number 1-based
 * @returns a PGM file (netpbm, which needs no encoder)
 */
export async function drawPage(document: PDFDocumentProxy, number: number): Promise<Uint8Array> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(DPI / 72, Math.sqrt(mostPixels / (width * height)));
  const viewport = page.getViewport({ scale });
  const factory = document.canvasFactory as CanvasFactory;
  const drawing = factory.create(Math.max(1, Math.floor(viewport.width)), Math.max(1, Math.floor(viewport.height)));
  try {
    await page.render({ canvas: null, canvasContext: drawing.context as never, viewport, background: 'white' }).promise;
    return imageOf(drawing.canvas);
  } finally {
    factory.destroy(drawing);
    page.cleanup();
  }
}

function imageOf(canvas: Canvas): Uint8Array {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  return pgmOf(straighten(greyWithoutStamps({ width, height, data })));
}
