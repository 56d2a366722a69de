import type { CheckedFile, CheckSummary } from '../../findings.ts';
import type { RuleInfo } from '../../notices.ts';
import type { Message } from '../../source.ts';
import type { Style } from '../summary.ts';

/** Puts findings into a form; what the two functions return, in the order of the calls, is the output. */
export interface Reporter {
  /**
   * @param file one checked file
   * @param text its text; `null` where it could not be read
   */
  file(file: CheckedFile, text: string | null): string;
  end(summary: CheckSummary): string;
}

/** What a reporter may need to know. */
export interface ReporterOptions extends Style {
  /** All rules, for forms that explain them. */
  catalogue: readonly RuleInfo[];
  /** Version of dvcq. */
  version: string;
  /** Whether JSON is indented. */
  indent: boolean;
}

/** The words of all forms. */
export const words = {
  error: { vi: 'lỗi', en: 'error' },
  warning: { vi: 'cảnh báo', en: 'warning' },
  info: { vi: 'lưu ý', en: 'note' },
  section: { vi: 'mục', en: 'section' },
  page: { vi: 'trang', en: 'page' },
  line: { vi: 'dòng', en: 'line' },
} satisfies Record<string, Message>;

/** Controls and marks that turn the direction of writing become spaces, so that no text steers a terminal or a log. */
export const harmless = (text: string): string => text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, ' ');
