import { availableParallelism } from 'node:os';
import type { Message } from '../../source.ts';
import type { OcrOptions } from './options.ts';
import { findTesseract } from './tesseract.ts';
import { findTesseractJs } from './tesseract-js.ts';

/** A program that reads page images in Vietnamese, offline. */
export interface OcrEngine {
  /** Name and version, e.g. `Tesseract 5.3.0`. */
  name: string;
  /** How many images it reads at a time. */
  lanes: number;
  /**
   * Reads one image file.
   *
   * @param image PNG, JPEG, TIFF or PNM
   * @returns hOCR: words with boxes, baselines and confidence
   */
  recognise(image: Uint8Array): Promise<string>;
  close(): Promise<void>;
}

/** What can be had on this machine, without starting it. */
export interface OcrOffer {
  name: string;
  /** @param images how many there are to read: it opens no more lanes than that */
  open(images: number, options: OcrOptions): Promise<OcrEngine>;
}

/** The one command that adds OCR to dvcq. */
export const INSTALL_OCR = 'npm i -g tesseract.js@7.0.0 @tesseract.js-data/vie@1.0.0';

/** What is missing where no engine is installed, to be put behind the statement that a file is a scan. */
export const withoutEngine: Message = {
  vi: `để đọc bản quét, cài thêm OCR bằng lệnh: ${INSTALL_OCR}`,
  en: `to read scans, add OCR with: ${INSTALL_OCR}`,
};

/** Images read at a time: more take memory (about 150 MB each) faster than they save time. */
const mostLanes = 4;

/**
 * The engine dvcq reads scans with: the system's Tesseract where it knows Vietnamese, since it is twice as fast,
 * else tesseract.js beside dvcq or in the working directory; `null` where there is neither.
 */
export async function findEngine(): Promise<OcrOffer | null> {
  const lanes = Math.min(availableParallelism(), mostLanes);
  // For measuring one engine where both are installed.
  const only = process.env.DVCQ_OCR_ENGINE;
  const system = only === 'tesseract.js' ? null : await findTesseract(lanes);
  return system ?? (only === 'tesseract' ? null : findTesseractJs(lanes));
}
