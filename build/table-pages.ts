import type { Language } from '../src/document.ts';
import type { Message } from '../src/source.ts';
import { type ColumnType, type Table, tables } from '../src/store/tables.ts';
import { views } from '../src/store/views.ts';

/** The committed reference of the tables: a page for each language. */
export const pages: Record<Language, string> = { en: 'docs/tables.md', vi: 'docs/tables.vi.md' };

const words = {
  title: { vi: 'Các bảng của `dvcq batch`', en: 'The tables of `dvcq batch`' },
  generated: {
    vi: '<!-- Trang này do `npm run docs` viết từ src/store/tables.ts và views.ts; đừng sửa tay. -->',
    en: '<!-- Written by `npm run docs` from src/store/tables.ts and views.ts; do not edit. -->',
  },
  other: { vi: '[In English](tables.md)', en: '[Bằng tiếng Việt](tables.vi.md)' },
  intro: {
    vi: 'Giống nhau trong `.duckdb`, PostgreSQL, CSV, Parquet và Excel (ở Excel, tên cột là tên tiếng Việt). Giá trị vắng mặt để trống. `start` và `end` là vị trí trong `text` của báo cáo, tính theo đơn vị UTF-16, nên mỗi giá trị đều dẫn về đúng chữ đã in. Trong PostgreSQL, mỗi nội dung chỉ có một văn bản, dù nằm ở bao nhiêu đường dẫn.',
    en: 'The same in `.duckdb`, PostgreSQL, CSV, Parquet and Excel (where the Vietnamese names are the heads). What is absent is empty. `start` and `end` are places in the `text` of the report, in UTF-16 units, so that every value leads to what is printed. In PostgreSQL a content is one document, at however many paths it lies.',
  },
  columns: { vi: '| Cột | Kiểu | Nội dung |', en: '| Column | Type | What it holds |' },
  key: { vi: 'Khóa', en: 'Key' },
  links: { vi: 'Dẫn tới', en: 'Leads to' },
  views: { vi: 'Bảng tổng hợp sẵn', en: 'Ready-made views' },
  viewsIntro: {
    vi: 'Có trong `.duckdb`, PostgreSQL và `dvcq query`: `dvcq query kho.duckdb petitions`.',
    en: 'In `.duckdb`, PostgreSQL and `dvcq query`: `dvcq query store.duckdb petitions`.',
  },
} satisfies Record<string, Message>;

const types: Record<ColumnType, Message> = {
  text: { vi: 'chữ', en: 'text' },
  integer: { vi: 'số nguyên', en: 'integer' },
  number: { vi: 'số', en: 'number' },
  boolean: { vi: 'đúng/sai', en: 'true/false' },
  date: { vi: 'ngày', en: 'date' },
};

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

/** The page in one language, as Markdown. */
export function tablePage(language: Language): string {
  const say = (word: keyof typeof words): string => words[word][language];
  const section = ({ name, title, columns, key, links }: Table): string => {
    const rows = columns.map((one) => `| \`${one.name}\` | ${types[one.type][language]} | ${one.title[language]} |`);
    const leads = links.map((link) => `${code(link.columns)} → \`${link.table}\``);
    return [
      `## ${name}\n\n${title[language]}. ${say('key')}: ${code(key)}.${leads.length ? ` ${say('links')}: ${leads.join('; ')}.` : ''}`,
      [say('columns'), '|---|---|---|', ...rows].join('\n'),
    ].join('\n\n');
  };
  const view = ({ name, title, sql }: (typeof views)[number]): string =>
    `### ${name}\n\n${title[language]}\n\n\`\`\`sql\n${sql}\n\`\`\``;
  return `${[
    `# ${say('title')}`,
    say('generated'),
    say('other'),
    say('intro'),
    ...tables.map(section),
    `## ${say('views')}`,
    say('viewsIntro'),
    ...views.map(view),
  ].join('\n\n')}\n`;
}
