import type { Layout, Notice } from '../../source.ts';
import { UnreadableError } from '../unreadable.ts';
import { readPage } from './content.ts';
import { layOut } from './layout.ts';
import type { PageContent, Word } from './model.ts';
import { type OpenPdf, openPdf, refuse } from './open.ts';

/** What a PDF says. */
export interface PdfText {
  /** NFC, one physical line a line, in reading order whatever the order of drawing. */
  text: string;
  layout: Layout;
  notices: Notice[];
  /** Number of pages. */
  pages: number;
}

/**
 * Reads a PDF with a text layer.
 *
 * @param bytes the file; left untouched
 * @throws UnreadableError when it is no PDF, damaged, truncated, protected by a password, or shows only images
 */
export async function extractPdf(bytes: Uint8Array): Promise<PdfText> {
  const contents = await readPages(bytes);
  if (contents.every((page) => !page?.words.length)) throw unreadable(contents);
  const missing = contents.flatMap((page, n) => (!page || isScan(page) ? [n + 1] : []));
  const { text, layout } = layOut(contents.map((page) => page ?? nothing));
  return { text, layout, notices: missing.length ? [pagesUnreadable(missing)] : [], pages: contents.length };
}

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

/** A picture with no more than a stamped page number. */
const isScan = ({ words, pictured }: PageContent): boolean => pictured && lettersOf(words) <= 'Trang'.length;

const lettersOf = (words: Word[]): number =>
  words.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);

function unreadable(contents: (PageContent | null)[]): UnreadableError {
  if (contents.some((page) => page?.pictured))
    return new UnreadableError({
      vi: 'tệp PDF chỉ có ảnh (bản quét), không có lớp chữ',
      en: 'is a scan: a PDF of images without a text layer',
    });
  return contents.includes(null) ? refuse('damaged') : refuse('blank');
}

const pagesUnreadable = (numbers: number[]): Notice => ({
  rule: 'page-unreadable',
  severity: 'warning',
  message: {
    vi: `Trang ${numbers.join(', ')} không có lớp chữ (bản quét) hoặc bị hỏng, không đọc được.`,
    en: `Page ${numbers.join(', ')} has no text layer (a scan) or is damaged, and was not read.`,
  },
  span: null,
});
