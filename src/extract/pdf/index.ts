import type { Layout, Notice } from '../../source.ts';
import { UnreadableError } from '../unreadable.ts';
import { readPage } from './content.ts';
import { layOut } from './layout.ts';
import type { PageContent } from './model.ts';
import { openPdf, refuse } from './open.ts';

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
  const unreadable = contents.flatMap((content, page) => (isImage(content) ? [page + 1] : []));
  if (contents.every(({ words }) => words.length === 0)) throw scanned();
  const { text, layout } = layOut(contents);
  return { text, layout, notices: unreadable.length ? [pagesUnreadable(unreadable)] : [], pages: contents.length };
}

async function readPages(bytes: Uint8Array): Promise<PageContent[]> {
  const pdf = await openPdf(bytes);
  try {
    const contents: PageContent[] = [];
    for (let number = 1; number <= pdf.document.numPages; number++) {
      const page = await pdf.document.getPage(number);
      contents.push(await readPage(page, pdf.ops));
      page.cleanup();
    }
    return contents;
  } catch (error) {
    throw refuse('damaged', error);
  } finally {
    await pdf.close();
  }
}

/** A page that paints something, but no words. */
const isImage = ({ words, painted }: PageContent): boolean => words.length === 0 && painted;

const scanned = () =>
  new UnreadableError({
    vi: 'tệp PDF chỉ có ảnh (bản quét), không có lớp chữ',
    en: 'is a scan: a PDF of images without any text layer',
  });

const pagesUnreadable = (numbers: number[]): Notice => ({
  rule: 'page-unreadable',
  severity: 'warning',
  message: {
    vi: `Trang ${numbers.join(', ')} chỉ có ảnh (bản quét), không có lớp chữ nên không đọc được.`,
    en: `Page ${numbers.join(', ')} is an image (a scan) without text layer and was not read.`,
  },
  span: null,
});
