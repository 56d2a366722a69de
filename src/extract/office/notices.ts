import type { Message, Notice, Severity } from '../../source.ts';

const notice = (rule: string, severity: Severity, message: Message): Notice => ({
  rule,
  severity,
  message,
  span: null,
});

/** What is told of which findings: elements of the document, and what was met in writing it. */
const NOTICES: [findings: string[], notice: Notice][] = [
  [
    ['w:ins', 'w:del', 'w:moveFrom'],
    notice('tracked-changes', 'info', {
      vi: 'Văn bản còn sửa đổi được theo dõi chưa chốt; đọc như thể đã chấp nhận tất cả',
      en: 'The document has tracked changes; they are read as accepted',
    }),
  ],
  [
    ['hidden'],
    notice('hidden-text', 'info', {
      vi: 'Văn bản có chữ ẩn; phần đó không được đọc',
      en: 'The document has hidden text, which is not read',
    }),
  ],
  [
    ['legacy'],
    notice('legacy-font', 'info', {
      vi: 'Văn bản có chữ theo phông cũ (TCVN3, VNI), đã chuyển sang Unicode theo phông',
      en: 'The document has text in fonts older than Unicode (TCVN3, VNI); it was converted by its fonts',
    }),
  ],
  [
    ['w:altChunk'],
    notice('embedded-document', 'warning', {
      vi: 'Văn bản chèn một tài liệu khác; phần đó không đọc được',
      en: 'The document embeds another document, which is not read',
    }),
  ],
];

/** What the reader must be told of how the document was read. */
export const noticesOf = (findings: Set<string>): Notice[] =>
  NOTICES.filter(([signs]) => signs.some((sign) => findings.has(sign))).map(([, told]) => told);
