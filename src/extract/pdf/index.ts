import type { Layout, Notice } from '../../source.ts';
import { withoutEngine } from '../ocr/engine.ts';
import { finishOcr } from '../ocr/finish.ts';
import type { OcrOptions } from '../ocr/options.ts';
import { UnreadableError } from '../unreadable.ts';
import { readPage } from './content.ts';
import { layOut } from './layout.ts';
import type { PageContent } from './model.ts';
import { decodeOldFonts } from './old-fonts.ts';
import { type OpenPdf, openPdf, refuse } from './open.ts';
import { readScans } from './scan.ts';
import { isUnread } from './unread.ts';

/** What a PDF says. */
export interface PdfText {
  /** NFC, one physical line a line, in reading order whatever the order of drawing. */
  text: string;
  layout: Layout;
  notices: Notice[];
  /** Number of pages. */
  pages: number;
  /** Whether OCR has read any of them. */
  ocr: boolean;
}

/**
 * Reads a PDF: its text layer, and by OCR the pages that have none.
 *
 * @param bytes the file; left untouched
 * @throws UnreadableError when it is no PDF, damaged, truncated, protected by a password, or shows only images and
 *   there is no OCR
 */
export async function extractPdf(bytes: Uint8Array, options: OcrOptions = {}): Promise<PdfText> {
  const contents = await readPages(bytes);
  const converted = decodeOldFonts(contents);
  const { ocr = 'auto' } = options;
  const wanted = contents.flatMap((page, n) => (ocr === 'force' || !page || isUnread(page) ? [n] : []));
  const scans = ocr === 'off' || !wanted.length ? null : await readScans(bytes, wanted, options);
  const read = contents.map((page, n) => scans?.pages.get(n) ?? page);
  if (read.every((page) => !page?.words.length)) throw unreadable(contents, scans !== null || ocr === 'off');
  const missing = wanted.filter((n) => !scans?.pages.has(n) && isMissing(contents[n])).map((n) => n + 1);
  const laidOut = layOut(read.map((page) => page ?? nothing));
  const { text, layout, notices } = scans ? finishOcr(laidOut, scans.pages, scans.engine) : { ...laidOut, notices: [] };
  const unread = missing.length ? [pagesUnreadable(missing, scans === null && ocr !== 'off')] : [];
  return {
    text: scans ? text : converted.finish(text),
    layout,
    notices: [...converted.notices, ...unread, ...notices],
    pages: contents.length,
    ocr: Boolean(scans?.pages.size),
  };
}

/** A page whose text is lost; one that was read anyway (`--ocr force`) is not. */
const isMissing = (page: PageContent | null | undefined): boolean => !page || isUnread(page);

const nothing: PageContent = { width: 0, height: 0, words: [], turned: [], rules: [], pictured: false };

/** The pages in order; `null` for one that is too damaged. Each is let go before the next is read. */
async function readPages(bytes: Uint8Array): Promise<(PageContent | null)[]> {
  const pdf = await openPdf(bytes);
  try {
    const contents: (PageContent | null)[] = [];
    for (let number = 1; number <= pdf.document.numPages; number++) contents.push(await readOne(pdf, number));
    return contents;
  } finally {
    await pdf.close();
  }
}

async function readOne({ document, ops }: OpenPdf, number: number): Promise<PageContent | null> {
  try {
    const page = await document.getPage(number);
    const content = await readPage(page, ops);
    page.cleanup();
    return content;
  } catch {
    return null;
  }
}

/** @param offered whether OCR was there, or not wanted: else the message says how to get it */
function unreadable(contents: (PageContent | null)[], offered: boolean): UnreadableError {
  if (contents.some((page) => page?.pictured))
    return new UnreadableError({
      vi: `tệp PDF chỉ có ảnh (bản quét), không có lớp chữ${offered ? '' : `; ${withoutEngine.vi}`}`,
      en: `is a scan: a PDF of images without a text layer${offered ? '' : `; ${withoutEngine.en}`}`,
    });
  return contents.includes(null) ? refuse('damaged') : refuse('blank');
}

const pagesUnreadable = (numbers: number[], hint: boolean): Notice => ({
  rule: 'page-unreadable',
  severity: 'warning',
  message: {
    vi: `Trang ${numbers.join(', ')} không có lớp chữ (bản quét) hoặc bị hỏng, không đọc được${hint ? `; ${withoutEngine.vi}` : '.'}`,
    en: `Page ${numbers.join(', ')} has no text layer (a scan) or is damaged, and was not read${hint ? `; ${withoutEngine.en}` : '.'}`,
  },
  span: null,
});
