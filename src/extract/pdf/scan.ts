import type { Layout, Notice, Span } from '../../source.ts';
import { findEngine } from '../ocr/engine.ts';
import type { OcrPage } from '../ocr/hocr.ts';
import { pageNotices } from '../ocr/notices.ts';
import type { OcrOptions } from '../ocr/options.ts';
import { readImages } from '../ocr/read-images.ts';
import { evenSizes } from '../ocr/sizes.ts';
import { openPdf } from './open.ts';
import { drawPage } from './picture.ts';

/** The pages that OCR has read, by their 0-based number. */
export interface Scans {
  pages: Map<number, OcrPage>;
  /** What is to be said of them. */
  notices(laidOut: { text: string; layout: Layout }): Notice[];
}

/**
 * Draws pages and reads them by OCR.
 *
 * @param wanted 0-based numbers of the pages
 * @returns `null` where no engine is installed
 */
export async function readScans(bytes: Uint8Array, wanted: number[], options: OcrOptions): Promise<Scans | null> {
  const offer = await findEngine();
  if (!offer) return null;
  const pdf = await openPdf(bytes, true);
  try {
    const engine = await offer.open();
    try {
      const draws = wanted.map((n) => () => drawPage(pdf.document, n + 1));
      const read = await readImages(draws, engine, options.onOcrPage);
      const pages = new Map(wanted.flatMap((n, at) => (read[at]?.[0] ? [[n, read[at][0]] as const] : [])));
      evenSizes([...pages.values()]);
      return { pages, notices: (laidOut) => noticesOf(pages, laidOut, engine.name) };
    } finally {
      await engine.close();
    }
  } finally {
    await pdf.close();
  }
}

function noticesOf(
  pages: Scans['pages'],
  { text, layout }: { text: string; layout: Layout },
  engine: string,
): Notice[] {
  const spanOf = (n: number): Span => [layout.pages[n] ?? 0, layout.pages[n + 1] ?? text.length];
  const read = [...pages].map(([n, { confidence }]) => ({ number: n + 1, confidence, span: spanOf(n) }));
  return pageNotices(read, engine);
}
