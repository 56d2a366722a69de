import type { Message } from '../../source.ts';
import { UnreadableError } from '../unreadable.ts';

/** Why a word processor's file is not read, in words a clerk can act on. */
const CAUSES = {
  damaged: {
    vi: 'tệp bị hỏng hoặc chưa tải về đầy đủ',
    en: 'is damaged or was not downloaded completely',
  },
  password: {
    vi: 'tệp được bảo vệ bằng mật khẩu; hãy gỡ mật khẩu rồi đọc lại',
    en: 'is protected by a password; remove the password and try again',
  },
  tooLarge: {
    vi: 'tệp quá lớn khi giải nén',
    en: 'is too large when unpacked',
  },
  tooLong: {
    vi: 'tệp có quá nhiều đoạn, không phải văn bản bình thường',
    en: 'has too many paragraphs for a document',
  },
  tooDeep: {
    vi: 'tệp lồng quá nhiều cấp, không phải văn bản bình thường',
    en: 'is nested too deeply for a document',
  },
  notWord: {
    vi: 'tệp không phải là văn bản Word (.docx)',
    en: 'is not a Word document (.docx)',
  },
  notOpenDocument: {
    vi: 'tệp không phải là văn bản OpenDocument (.odt)',
    en: 'is not an OpenDocument text (.odt)',
  },
  tooOld: {
    vi: 'là tệp Word 6.0/95; hãy mở bằng Word hoặc LibreOffice và lưu lại thành .docx',
    en: 'is a Word 6.0/95 file; open it in Word or LibreOffice and save it as .docx',
  },
  scan: {
    vi: 'tệp chỉ có hình ảnh (bản quét), không có chữ để đọc',
    en: 'holds only pictures (a scan) and no text to read',
  },
} satisfies Record<string, Message>;

/** The error for one of the causes that the formats share. */
export const unreadable = (cause: keyof typeof CAUSES, error?: unknown): UnreadableError =>
  new UnreadableError(CAUSES[cause], { cause: error });
