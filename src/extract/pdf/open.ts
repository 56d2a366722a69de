import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Message } from '../../source.ts';
import { UnreadableError } from '../unreadable.ts';
import { hearStrays } from './strays.ts';

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** An open document and the library that reads it. Close it after use. */
export interface OpenPdf {
  document: PDFDocumentProxy;
  /** The numbers of the drawing operations. */
  ops: Pdfjs['OPS'];
  close(): Promise<void>;
}

const refusals = {
  password: { vi: 'tệp PDF có mật khẩu, không mở được', en: 'is a password-protected PDF' },
  truncated: { vi: 'tệp PDF bị cắt cụt hoặc tải dở dang', en: 'is a truncated PDF' },
  damaged: { vi: 'tệp PDF bị hỏng', en: 'is a damaged PDF' },
  noPdf: { vi: 'không phải tệp PDF', en: 'is not a PDF' },
  blank: {
    vi: 'tệp PDF không có lớp chữ (bản quét hoặc trang trắng)',
    en: 'is a PDF without a text layer (a scan or blank)',
  },
  empty: { vi: 'tệp PDF không có trang nào', en: 'is a PDF without pages' },
} satisfies Record<string, Message>;

/** The error of a PDF that cannot be read, with the cause as a sentence in both languages. */
export const refuse = (why: keyof typeof refusals, cause?: unknown): UnreadableError =>
  new UnreadableError(refusals[why], { cause });

/** The largest image that is decoded: A3 at 600 dpi, in pixels. */
const mostPixels = 7e7;

/**
 * Opens a PDF with pdf-parse, which brings its own pdfjs. No network, no evaluated code, no output.
 *
 * @param images whether pages will be drawn: else no image is ever decoded, only text and rules are wanted
 * @throws UnreadableError when it is no PDF, damaged, truncated, protected by a password, or has no page
 */
export async function openPdf(bytes: Uint8Array, images = false): Promise<OpenPdf> {
  if (!hasHeader(bytes)) throw refuse('noPdf');
  if (isTruncated(bytes)) throw refuse('truncated');
  const { PDFParse, pdfjs, folder } = await library();
  const stopHearing = hearStrays();
  const parser = new PDFParse({
    // pdfjs takes the buffer away from its owner, who still wants it.
    data: bytes.slice(),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    maxImageSize: images ? mostPixels : 1,
    cMapUrl: join(folder, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts/'),
  });
  try {
    // `load` is private in its types alone; its own methods begin with it.
    const document = await (parser as unknown as { load(): Promise<PDFDocumentProxy> }).load();
    if (document.numPages < 1) throw refuse('empty');
    return { document, ops: pdfjs.OPS, close: () => parser.destroy().finally(stopHearing) };
  } catch (error) {
    await parser.destroy().catch(() => undefined);
    stopHearing();
    if (error instanceof UnreadableError) throw error;
    throw refuse((error as Error).name === 'PasswordException' ? 'password' : 'damaged', error);
  }
}

/** The header may stand behind up to 1024 bytes of something else (PDF 32000-1, annex H.3.4.1). */
const hasHeader = (bytes: Uint8Array): boolean => ascii(bytes.subarray(0, 1024)).includes('%PDF-');

/**
 * A PDF ends with the place of its table of contents. Where that is missing the end of the file is; a linearized
 * file has another at its beginning, which says 0.
 */
function isTruncated(bytes: Uint8Array): boolean {
  const tail = ascii(bytes.subarray(-65536));
  const at = tail.lastIndexOf('startxref');
  return at < 0 || !/^startxref\s+0*[1-9]/.test(tail.slice(at, at + 40));
}

const ascii = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

async function library() {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve('pdfjs-dist/package.json');
  const unmute = hasCanvas(createRequire(manifest)) ? () => {} : standIn();
  const [{ PDFParse }, pdfjs] = await Promise.all([import('pdf-parse'), import('pdfjs-dist/legacy/build/pdf.mjs')]);
  unmute();
  return { PDFParse, pdfjs, folder: dirname(manifest) };
}

function hasCanvas(require: NodeJS.Require): boolean {
  try {
    require('@napi-rs/canvas');
    return true;
  } catch {
    return false;
  }
}

/** pdfjs cannot even be imported without these drawing classes, and complains aloud; text needs none of them. */
function standIn(): () => void {
  const world = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) world[name] ??= class {};
  const { warn } = console;
  console.warn = () => {};
  return () => {
    console.warn = warn;
  };
}
