import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

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
 * Draws a page as a grey image.
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
    return greyImage(drawing.canvas);
  } finally {
    factory.destroy(drawing);
    page.cleanup();
  }
}

function greyImage(canvas: Canvas): Uint8Array {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const head = Buffer.from(`P5 ${width} ${height} 255\n`, 'latin1');
  const image = new Uint8Array(head.length + width * height);
  image.set(head);
  for (let from = 0, to = head.length; to < image.length; from += 4, to++)
    image[to] = (data[from]! * 77 + data[from + 1]! * 151 + data[from + 2]! * 28) >> 8;
  return image;
}
