import type { Message, Notice, Severity } from '../../source.ts';

const notice = (rule: string, severity: Severity, message: Message): Notice => ({
  rule,
  severity,
  message,
  span: null,
});

/** What the reader must be told of how the document was read, from the elements that occur in it. */
export function noticesOf(notable: Set<string>, hidden: boolean): Notice[] {
  const notices: Notice[] = [];
  if (['w:ins', 'w:del', 'w:moveFrom'].some((name) => notable.has(name)))
    notices.push(
      notice('tracked-changes', 'info', {
        vi: 'Văn bản còn sửa đổi được theo dõi chưa chốt; đọc như thể đã chấp nhận tất cả',
        en: 'The document has tracked changes; they are read as accepted',
      }),
    );
  if (hidden)
    notices.push(
      notice('hidden-text', 'info', {
        vi: 'Văn bản có chữ ẩn; phần đó không được đọc',
        en: 'The document has hidden text, which is not read',
      }),
    );
  if (notable.has('w:altChunk'))
    notices.push(
      notice('embedded-document', 'warning', {
        vi: 'Văn bản chèn một tài liệu khác; phần đó không đọc được',
        en: 'The document embeds another document, which is not read',
      }),
    );
  return notices;
}
