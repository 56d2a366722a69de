import type { Message, Severity } from './source.ts';

/** What the rule reference says of a rule. */
export interface RuleInfo {
  id: string;
  severity: Severity;
  /** What is found and why it matters. */
  reason: Message;
}

/** The rules of reading: what extraction must tell of how a file was read. Their findings are made where they arise. */
export const readingRules: readonly RuleInfo[] = [
  {
    id: 'encoding-guessed',
    severity: 'warning',
    reason: {
      vi: 'Tệp văn bản (hoặc một phần) không phải Unicode; bảng mã (TCVN3, VNI, VISCII, VPS, Windows-1258) được đoán theo âm tiết tiếng Việt. Chắc chắn thì chỉ là lưu ý; không chắc thì nên chọn bằng --encoding.',
      en: 'A text file, or a part of it, is not Unicode; its encoding (TCVN3, VNI, VISCII, VPS, Windows-1258) was told by which one gives Vietnamese syllables. A note where that is certain; where it is not, choose with --encoding.',
    },
  },
  {
    id: 'encoding-damaged',
    severity: 'warning',
    reason: {
      vi: 'Tệp văn bản có chỗ không phải UTF-8 hợp lệ; chữ ở đó đã mất.',
      en: 'A text file has places that are not valid UTF-8; the letters there are lost.',
    },
  },
  {
    id: 'page-unreadable',
    severity: 'warning',
    reason: {
      vi: 'Có trang PDF không có lớp chữ (bản quét) hoặc bị hỏng; số liệu trên trang đó không được kiểm tra.',
      en: 'Pages of a PDF have no text layer (scans) or are damaged; figures there are not checked.',
    },
  },
  {
    id: 'ocr-page',
    severity: 'info',
    reason: {
      vi: 'Trang là ảnh, được đọc bằng nhận dạng chữ (OCR); nêu mức độ tin cậy của trang.',
      en: 'A page is an image and was read by OCR; tells how sure OCR is of it.',
    },
  },
  {
    id: 'ocr-low-confidence',
    severity: 'warning',
    reason: {
      vi: 'Trang ảnh quá mờ, lệch hoặc bẩn để OCR đọc chắc chắn; số liệu ở đó cần đối chiếu với bản gốc.',
      en: 'A page image is too pale, skewed or dirty for OCR to be sure of; compare its figures with the original.',
    },
  },
  {
    id: 'ocr-repaired',
    severity: 'info',
    reason: {
      vi: 'OCR đọc sai một chỗ mà ngữ pháp hoặc nét mực chỉ cho một cách hiểu; văn bản được hiểu theo cách đó.',
      en: 'OCR misread a place of which grammar or ink leaves one reading; that reading was taken.',
    },
  },
  {
    id: 'legacy-font',
    severity: 'info',
    reason: {
      vi: 'Văn bản có chữ theo phông cũ (TCVN3, VNI); chữ ở đó đã được chuyển sang Unicode theo phông.',
      en: 'A document has text in fonts older than Unicode (TCVN3, VNI), which was converted by its fonts.',
    },
  },
  {
    id: 'embedded-document',
    severity: 'warning',
    reason: {
      vi: 'Văn bản chèn một tài liệu khác; phần đó không được đọc.',
      en: 'A document embeds another document, which is not read.',
    },
  },
  {
    id: 'tracked-changes',
    severity: 'info',
    reason: {
      vi: 'Văn bản còn sửa đổi được theo dõi chưa chốt; được đọc như thể đã chấp nhận tất cả.',
      en: 'A document has tracked changes; it is read as if all were accepted.',
    },
  },
  {
    id: 'hidden-text',
    severity: 'info',
    reason: {
      vi: 'Văn bản có chữ ẩn; phần đó không được đọc.',
      en: 'A document has hidden text, which is not read.',
    },
  },
  {
    id: 'truncated',
    severity: 'warning',
    reason: {
      vi: 'Tệp không có phần kết; đoạn cuối có thể đã bị cắt mất.',
      en: 'A file has no end; its last part may be missing.',
    },
  },
];
