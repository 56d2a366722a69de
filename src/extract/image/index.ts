import type { Layout, Message, Notice } from '../../source.ts';
import { findEngine, type OcrOffer, withoutEngine } from '../ocr/engine.ts';
import { finishOcr } from '../ocr/finish.ts';
import type { OcrPage } from '../ocr/hocr.ts';
import { mendLabels } from '../ocr/labels.ts';
import type { OcrOptions } from '../ocr/options.ts';
import { type Draw, readImages } from '../ocr/read-images.ts';
import { evenSizes } from '../ocr/sizes.ts';
import { layOut } from '../pdf/layout.ts';
import { UnreadableError } from '../unreadable.ts';
import { refusalOf } from './size.ts';
import { onlyPage, pagesOfTiff } from './tiff.ts';

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
const because = ({ vi, en }: Message): UnreadableError =>
  new UnreadableError({ vi: `${isImage.vi}; ${vi}`, en: `${isImage.en}; ${en}` });

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
  const read = await recognise(pagesOf(bytes), offer, options);
  if (read.every((page) => !page)) throw because({ vi: 'tệp bị hỏng', en: 'it is damaged' });
  const pages = read.map((page) => page ?? nothing);
  evenSizes(pages);
  mendLabels(pages);
  const confidence = new Map(read.flatMap((page, n) => (page ? [[n, page] as const] : [])));
  const { notices, ...found } = finishOcr(layOut(pages), confidence, offer.name);
  const damaged = read.flatMap((page, n) => (page ? [] : [pageDamaged(n + 1)]));
  return { ...found, notices: [...damaged, ...notices], pages: pages.length, ocr: true };
}

/** How each page is had as a file of its own. */
function pagesOf(bytes: Uint8Array): Draw[] {
  const isTiff = [0x49, 0x4d].includes(bytes[0]!);
  if (!isTiff) return [async () => bytes];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return pagesOfTiff(view, Number.POSITIVE_INFINITY).map((page) => async () => onlyPage(bytes, page));
}

async function recognise(draws: Draw[], offer: OcrOffer, options: OcrOptions): Promise<(OcrPage | null)[]> {
  const engine = await offer.open(draws.length, options);
  try {
    return (await readImages(draws, engine, options.onOcrPage)).map((pages) => pages?.[0] ?? null);
  } finally {
    await engine.close();
  }
}

const nothing: OcrPage = { width: 0, height: 0, words: [], turned: [], rules: [], pictured: true, confidence: 0 };

const pageDamaged = (number: number): Notice => ({
  rule: 'page-unreadable',
  severity: 'warning',
  message: { vi: `Trang ${number} bị hỏng, không đọc được.`, en: `Page ${number} is damaged and was not read.` },
  span: null,
});
