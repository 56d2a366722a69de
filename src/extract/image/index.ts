import type { Layout, Message, Notice } from '../../source.ts';
import { findEngine, type OcrOffer, withoutEngine } from '../ocr/engine.ts';
import { finishOcr } from '../ocr/finish.ts';
import type { OcrPage } from '../ocr/hocr.ts';
import { readHocr } from '../ocr/hocr.ts';
import { mendLabels } from '../ocr/labels.ts';
import type { OcrOptions } from '../ocr/options.ts';
import { evenSizes } from '../ocr/sizes.ts';
import { layOut } from '../pdf/layout.ts';
import { UnreadableError } from '../unreadable.ts';
import { refusalOf } from './size.ts';

/** What an image says. */
export interface ImageText {
  text: string;
  layout: Layout;
  notices: Notice[];
  /** Number of pages; more than one only in a .tif. */
  pages: number;
  ocr: true;
}

const isImage: Message = { vi: 'là tệp ảnh (bản chụp)', en: 'is an image (a scan)' };
const because = ({ vi, en }: Message, cause?: unknown): UnreadableError =>
  new UnreadableError({ vi: `${isImage.vi}; ${vi}`, en: `${isImage.en}; ${en}` }, { cause });

/**
 * Reads an image of one page, or of several (.tif), by OCR.
 *
 * @param bytes a PNG, JPEG or TIFF file
 * @throws UnreadableError when there is no OCR, it is off, or the image cannot be read
 */
export async function extractImage(bytes: Uint8Array, options: OcrOptions = {}): Promise<ImageText> {
  if (options.ocr === 'off') throw because({ vi: 'OCR đang tắt (--ocr off)', en: 'OCR is off (--ocr off)' });
  const refusal = refusalOf(bytes);
  if (refusal) throw because(refusal);
  const offer = await findEngine();
  if (!offer) throw because(withoutEngine);
  const pages = await recognise(bytes, offer, options);
  options.onOcrPage?.(1, 1);
  evenSizes(pages);
  mendLabels(pages);
  const confidence = new Map(pages.map((page, n) => [n, page]));
  return { ...finishOcr(layOut(pages), confidence, offer.name), pages: pages.length, ocr: true };
}

async function recognise(bytes: Uint8Array, offer: OcrOffer, options: OcrOptions): Promise<OcrPage[]> {
  const engine = await offer.open(1, options);
  try {
    return readHocr(await engine.recognise(bytes));
  } catch (cause) {
    throw because({ vi: 'tệp bị hỏng', en: 'it is damaged' }, cause);
  } finally {
    await engine.close();
  }
}
