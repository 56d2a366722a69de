import { rules } from '../audit/index.ts';
import { type RuleInfo, readingRules } from '../notices.ts';

/** Findings about suppressions themselves. */
export const suppressionRules: readonly RuleInfo[] = [
  {
    id: 'invalid-suppression',
    severity: 'error',
    reason: {
      vi: 'Chú thích dvcq-ignore không ghi lý do hoặc ghi tên quy tắc không có; phát hiện không được bỏ qua.',
      en: 'A dvcq-ignore comment gives no reason or names a rule that does not exist; it silences nothing.',
    },
  },
  {
    id: 'unused-suppression',
    severity: 'info',
    reason: {
      vi: 'Chú thích dvcq-ignore hoặc mục "suppress" trong cấu hình không còn bỏ qua phát hiện nào; nên xóa đi.',
      en: 'A dvcq-ignore comment or an entry of "suppress" in the configuration silences nothing any more; remove it.',
    },
  },
];

/** All rules that findings can have, in the order of the rule reference. */
export const catalogue: readonly RuleInfo[] = [...rules, ...readingRules, ...suppressionRules];

/** The known id that is written most like an unknown one; `null` if none is near. */
export function similarRule(id: string): string | null {
  const [best] = catalogue
    .map((rule) => ({ id: rule.id, edits: editsBetween(id.toLowerCase(), rule.id) }))
    .sort((a, b) => a.edits - b.edits);
  return best && best.edits <= Math.max(2, best.id.length * 0.4) ? best.id : null;
}

/** Levenshtein's distance. */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
