import type { Language } from '../../document.ts';
import type { CheckSummary } from '../../findings.ts';
import type { Paint } from './paint.ts';

/** `2 cảnh báo`, `1 tệp`: a count and its noun; English has a plural. */
const nouns = {
  files: { vi: ['tệp'], en: ['file', 'files'] },
  errors: { vi: ['lỗi'], en: ['error', 'errors'] },
  warnings: { vi: ['cảnh báo'], en: ['warning', 'warnings'] },
  infos: { vi: ['lưu ý'], en: ['note', 'notes'] },
  clean: { vi: ['sạch'], en: ['clean'] },
  unreadable: { vi: ['không đọc được'], en: ['unreadable'] },
  suppressed: { vi: ['đã bỏ qua có lý do'], en: ['suppressed with a reason'] },
} satisfies Record<string, Record<Language, string[]>>;

const none = { vi: 'không phát hiện gì', en: 'no findings' };

/** The totals over all files: one line, then what was found by rule where there is more than one finding. */
export function summaryLines(summary: CheckSummary, paint: Paint, language: Language): string[] {
  const count = (noun: keyof typeof nouns, number: number): string => {
    const [one = '', many = one] = nouns[noun][language];
    return `${number} ${number === 1 ? one : many}`;
  };
  const { files, clean, unreadable, errors, warnings, infos, suppressed } = summary;
  const found = [
    errors && paint('error', count('errors', errors)),
    warnings && paint('warning', count('warnings', warnings)),
    infos && count('infos', infos),
    suppressed && count('suppressed', suppressed),
  ].filter(Boolean);
  const sorts = [files > 1 && clean && count('clean', clean), unreadable && count('unreadable', unreadable)];
  const details = sorts.filter(Boolean).join(', ');
  const head = count('files', files) + (details && ` (${details})`);
  if (!found.length) return [unreadable === files ? head : `${head}: ${none[language]}`];
  return [
    `${head}: ${found.join(', ')}`,
    ...(errors + warnings + infos > 1 ? ruleLines(summary, paint, language) : []),
  ];
}

/** A table of rules, the most frequent first. */
function ruleLines({ rules, files: all }: CheckSummary, paint: Paint, language: Language): string[] {
  const wide = Math.max(...rules.map(({ rule }) => rule.length));
  const digits = Math.max(...rules.map(({ findings }) => String(findings).length));
  return rules.map(({ rule, findings, files }) => {
    const inFiles = language === 'vi' ? `trong ${files} tệp` : `in ${files} ${files === 1 ? 'file' : 'files'}`;
    const where = all > 1 ? `  ${paint('dim', inFiles)}` : '';
    return `  ${rule.padEnd(wide)}  ${String(findings).padStart(digits)}${where}`;
  });
}
