import type { Message } from '../../source.ts';
import { UnreadableError } from '../unreadable.ts';

/** Why a file is not read as a .docx, in words a clerk can act on. */
const CAUSES = {
  damaged: {
    vi: 'tệp .docx bị hỏng hoặc chưa tải về đầy đủ',
    en: 'is damaged or was not downloaded completely',
  },
  password: {
    vi: 'tệp được bảo vệ bằng mật khẩu; hãy gỡ mật khẩu rồi đọc lại',
    en: 'is protected by a password; remove the password and try again',
  },
  oldWord: {
    vi: 'đây là tệp Word 97-2003 (.doc); hãy lưu lại thành .docx',
    en: 'is a Word 97-2003 file (.doc); save it as .docx',
  },
  notWord: {
    vi: 'tệp không phải là văn bản Word (.docx)',
    en: 'is not a Word document (.docx)',
  },
  tooLarge: {
    vi: 'tệp .docx quá lớn khi giải nén',
    en: 'is too large when unpacked',
  },
  scan: {
    vi: 'tệp .docx chỉ có hình ảnh (bản quét), không có chữ để đọc',
    en: 'holds only pictures (a scan) and no text to read',
  },
} satisfies Record<string, Message>;

/** The error for one of the causes a .docx cannot be read for. */
export const unreadable = (cause: keyof typeof CAUSES, error?: unknown): UnreadableError =>
  new UnreadableError(CAUSES[cause], { cause: error });
