import { rules } from '../src/audit/index.ts';
import { catalogue } from '../src/check/index.ts';
import type { Language } from '../src/document.ts';
import type { RuleInfo } from '../src/notices.ts';
import { parse } from '../src/pipeline.ts';
import type { Message } from '../src/source.ts';
import { type Case, corpusFiles, readCases } from '../test/support/corpus.ts';

/** The committed rule reference: a page for each language. */
export const pages: Record<Language, string> = { en: 'docs/rules.md', vi: 'docs/rules.vi.md' };

/** What a case of the corpus comes to under one rule. */
export interface RuleCase extends Case {
  /** What is reported, as `line: message`. */
  findings: string[];
}

/** The cases of a rule: `test/corpus/audit/<id>.txt`, with what the rule itself reports; none without that file. */
export function casesOf(id: string, language: Language): RuleCase[] {
  const file = `audit/${id}.txt`;
  const cases = corpusFiles().includes(file) ? readCases(file).cases : [];
  return cases.map((one) => {
    const found = parse(one.input, { language }).diagnostics.filter(({ rule }) => rule === id);
    return { ...one, findings: found.map(({ line, message }) => `${say('line', language)} ${line}: ${message}`) };
  });
}

const words = {
  title: { vi: 'Các quy tắc của `dvcq check`', en: 'The rules of `dvcq check`' },
  generated: {
    vi: '<!-- Trang này do `npm run docs` viết từ các quy tắc và các ca kiểm thử của chúng; đừng sửa tay. -->',
    en: '<!-- Written by `npm run docs` from the rules and their test cases; do not edit. -->',
  },
  other: { vi: '[In English](rules.md)', en: '[Bằng tiếng Việt](rules.vi.md)' },
  intro: {
    vi: 'Cảnh báo và lỗi làm `dvcq check` kết thúc với mã 1; lưu ý thì không. Cách chọn quy tắc và bỏ qua một phát hiện có lý do: xem [check.vi.md](check.vi.md). Mọi ví dụ dưới đây là ca kiểm thử: chúng được chạy ở mỗi lần thay đổi.',
    en: 'Warnings and errors make `dvcq check` end with code 1, notes do not. How to choose rules and to silence a finding with a reason: [check.md](check.md). All examples below are test cases: they run at every change.',
  },
  columns: { vi: '| Quy tắc | Mức | Nội dung |', en: '| Rule | Severity | What it finds |' },
  audit: { vi: 'Quy tắc về nội dung báo cáo', en: 'Rules about what a report says' },
  others: { vi: 'Quy tắc về việc đọc tệp và về việc bỏ qua', en: 'Rules about reading and about suppressions' },
  reported: { vi: 'Báo', en: 'Reported' },
  silent: { vi: 'Không báo', en: 'Not reported' },
  line: { vi: 'Dòng', en: 'Line' },
  error: { vi: 'lỗi', en: 'error' },
  warning: { vi: 'cảnh báo', en: 'warning' },
  info: { vi: 'lưu ý', en: 'note' },
} satisfies Record<string, Message>;

const say = (word: keyof typeof words, language: Language): string => words[word][language];

/** The page in one language, as Markdown. */
export function rulePage(language: Language): string {
  const ids = new Set(rules.map(({ id }) => id));
  const others = catalogue.filter(({ id }) => !ids.has(id));
  const blocks = [
    `# ${say('title', language)}`,
    say('generated', language),
    say('other', language),
    say('intro', language),
    `## ${say('audit', language)}`,
    table(rules, language, (id) => `[\`${id}\`](#${id})`),
    ...rules.flatMap((rule) => section(rule, language)),
    `## ${say('others', language)}`,
    table(others, language, (id) => `\`${id}\``),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const table = (listed: readonly RuleInfo[], language: Language, name: (id: string) => string): string =>
  [
    say('columns', language),
    '|---|---|---|',
    ...listed.map(({ id, severity, reason }) => `| ${name(id)} | ${say(severity, language)} | ${reason[language]} |`),
  ].join('\n');

function section({ id, severity, reason }: RuleInfo, language: Language): string[] {
  const cases = casesOf(id, language);
  const some = cases.filter(({ findings }) => findings.length);
  const none = cases.filter(({ findings }) => !findings.length);
  return [
    `### ${id}`,
    `*${say(severity, language)}.* ${reason[language]}`,
    ...(some.length ? [`**${say('reported', language)}**`] : []),
    ...some.map(example),
    ...(none.length ? [`**${say('silent', language)}**`] : []),
    ...none.map(example),
  ];
}

/** The title of a case, its text, and what is reported of it. */
const example = ({ title, input, findings }: RuleCase): string =>
  [
    `- ${title}`,
    '',
    ...['```text', ...input.trimEnd().split('\n'), '```'].map((line) => (line ? `  ${line}` : '')),
    ...(findings.length ? ['', ...findings.map((finding) => `  - ${finding}`)] : []),
  ].join('\n');
