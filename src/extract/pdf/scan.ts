import { findEngine } from '../ocr/engine.ts';
import type { OcrPage } from '../ocr/hocr.ts';
import { mendLabels } from '../ocr/labels.ts';
import type { OcrOptions } from '../ocr/options.ts';
import { readImages } from '../ocr/read-images.ts';
import { evenSizes } from '../ocr/sizes.ts';
import { openPdf } from './open.ts';
import { drawPage } from './picture.ts';

/** The pages that OCR has read, by their 0-based number. */
export interface Scans {
  pages: Map<number, OcrPage>;
  /** The name of the engine. */
  engine: string;
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
    const engine = await offer.open(wanted.length, options);
    try {
      const draws = wanted.map((n) => () => drawPage(pdf.document, n + 1));
      const read = await readImages(draws, engine, options.onOcrPage);
      const pages = new Map(wanted.flatMap((n, at) => (read[at]?.[0] ? [[n, read[at][0]] as const] : [])));
      evenSizes([...pages.values()]);
      mendLabels([...pages.values()]);
      return { pages, engine: engine.name };
    } finally {
      await engine.close();
    }
  } finally {
    await pdf.close();
  }
}
