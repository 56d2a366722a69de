import type { Notice, Repair, Span } from '../../source.ts';
import { print } from '../../text.ts';

/** Below this mean confidence (of 100) a page has many wrong letters; clean scans reach 90 and more. */
const doubtful = 80;

/** A page that OCR has read. */
export interface ReadPage {
  /** 1-based. */
  number: number;
  /** 0 to 100. */
  confidence: number;
  /** Where its text stands. */
  span: Span;
}

/** What a reader of the report must know of each page that OCR has read. @param engine its name */
export const pageNotices = (pages: ReadPage[], engine: string): Notice[] =>
  pages.map(({ number, confidence, span }) =>
    confidence < doubtful
      ? {
          rule: 'ocr-low-confidence',
          severity: 'warning',
          message: {
            vi: `Trang ${number}: ảnh khó đọc, ${engine} chỉ chắc ${confidence} %; cần đối chiếu với bản gốc.`,
            en: `Page ${number} is hard to read, ${engine} is only ${confidence} % sure; compare it with the original.`,
          },
          span,
        }
      : {
          rule: 'ocr-page',
          severity: 'info',
          message: {
            vi: `Trang ${number} được đọc từ ảnh bằng ${engine}, độ tin cậy ${confidence} %.`,
            en: `Page ${number} was read from its image by ${engine}, ${confidence} % sure.`,
          },
          span,
        },
  );

/** One finding for each place that is read otherwise than OCR did. @param misread labels that were counted again */
export function repairNotices(text: string, repairs: Repair[], misread: { span: Span; read: string }[]): Notice[] {
  const labels = misread.map(({ span, read }) => repaired(span, read, text.slice(...span)));
  return [...labels, ...repairs.map(({ span, reading }) => repaired(span, text.slice(...span), print(reading)))];
}

const repaired = (span: Span, read: string, meant: string): Notice => ({
  rule: 'ocr-repaired',
  severity: 'info',
  message: {
    vi: `OCR đọc là “${print(read)}”, được hiểu là “${meant}”.`,
    en: `OCR read “${print(read)}”, taken for “${meant}”.`,
  },
  span,
});
