import type { Language } from '../document.ts';
import type { Diagnostic, Measure, Report, Section } from '../schema.ts';
import type { Message } from '../source.ts';

/** How a summary looks. */
export interface Style {
  language: Language;
  /** Columns a line may take; longer cells are cut with an ellipsis. */
  width: number;
  /** Whether to use ANSI colours. */
  colour: boolean;
}

const words = {
  pages: { vi: 'trang', en: 'pages' },
  document: { vi: 'Văn bản', en: 'Document' },
  title: { vi: 'Trích yếu', en: 'Title' },
  parentIssuer: { vi: 'Cơ quan chủ quản', en: 'Parent issuer' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issuer' },
  place: { vi: 'Địa danh, ngày', en: 'Place, date' },
  period: { vi: 'Kỳ báo cáo', en: 'Period' },
  addressee: { vi: 'Kính gửi', en: 'Addressee' },
  recipients: { vi: 'Nơi nhận', en: 'Recipients' },
  signature: { vi: 'Người ký', en: 'Signature' },
  sections: { vi: 'ĐỀ MỤC', en: 'SECTIONS' },
  figures: { vi: 'SỐ LIỆU', en: 'FIGURES' },
  references: { vi: 'VĂN BẢN DẪN CHIẾU', en: 'CITED DOCUMENTS' },
  diagnostics: { vi: 'CẦN XEM LẠI', en: 'FINDINGS' },
  figureColumns: { vi: 'Nội dung|Giá trị|Đơn vị|Dòng', en: 'What|Value|Unit|Line' },
  referenceColumns: { vi: 'Văn bản|Ngày|Cơ quan|Dòng', en: 'Document|Date|Issuer|Line' },
  line: { vi: 'dòng', en: 'line' },
  error: { vi: 'lỗi', en: 'error' },
  warning: { vi: 'cảnh báo', en: 'warning' },
  info: { vi: 'thông tin', en: 'info' },
} satisfies Record<string, Message>;

type Word = keyof typeof words;

/** What every block needs to print itself. */
interface Pen {
  say(word: Word): string;
  bold(text: string): string;
  dim(text: string): string;
  severity(severity: Diagnostic['severity'], text: string): string;
  /** A number as the language writes it. */
  number(value: number): string;
  width: number;
}

const sgr = { bold: 1, dim: 2, error: 31, warning: 33, info: 36 };

function penFor({ language, width, colour }: Style): Pen {
  const paint = (code: number, text: string) => (colour ? `\x1b[${code}m${text}\x1b[0m` : text);
  return {
    say: (word) => words[word][language],
    bold: (text) => paint(sgr.bold, text),
    dim: (text) => paint(sgr.dim, text),
    severity: (severity, text) => paint(sgr[severity], text),
    number: (value) => printed(value, language),
    width,
  };
}

/** `1.234,5` or `1,234.5`. By hand: Intl takes longer to load than all of this module to run. */
function printed(value: number, language: Language): string {
  const [group, point] = language === 'vi' ? ['.', ','] : [',', '.'];
  const [whole = '', part] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return part === undefined ? grouped : `${grouped}${point}${part}`;
}

/**
 * A report as a person reads it on a terminal: header, outline, tables of figures and cited documents, findings.
 * Ends with a line break. What comes from the document is printed without control characters.
 */
export function renderSummary(report: Report, style: Style): string {
  const pen = penFor(style);
  const blocks = [
    headerBlock(report, pen),
    block('sections', count(report.sections), outline(report.sections, 1, pen), pen),
    block('figures', report.figures.length, figureTable(report, pen), pen),
    block('references', report.references.length, referenceTable(report, pen), pen),
    block('diagnostics', report.diagnostics.length, report.diagnostics.map(diagnosticLine(pen)), pen),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

const block = (title: Word, size: number, lines: string[], pen: Pen): string =>
  lines.length ? [pen.bold(`${pen.say(title)} (${pen.number(size)})`), ...lines].join('\n') : '';

function headerBlock(report: Report, pen: Pen): string {
  const { source, header, closing } = report;
  const { signature } = closing;
  const pages = source.pages && `${source.pages} ${pen.say('pages')}`;
  const rows: [Word, (string | null)[]][] = [
    ['document', [header.type, numberOf(report)]],
    ['title', [header.title]],
    ['parentIssuer', [header.parentIssuer]],
    ['issuer', [header.issuer]],
    ['place', [header.place, dateOf(report)]],
    ['period', [header.period?.text ?? null]],
    ['addressee', [header.addressee]],
    ['recipients', closing.recipients],
    ['signature', [signature.authority, signature.capacity, signature.position, signature.name]],
  ];
  const gutter = Math.max(...rows.map(([word]) => pen.say(word).length)) + 2;
  const lines = rows
    .map(([word, parts]) => [pen.say(word), parts.filter(Boolean).join(word === 'document' ? ' ' : ', ')] as const)
    .filter(([, value]) => value)
    .map(([name, value]) => `  ${pen.dim(name.padEnd(gutter))}${cut(value, pen.width - gutter - 2)}`);
  return [pen.bold([clean(source.name), source.format, pages].filter(Boolean).join(' · ')), ...lines].join('\n');
}

/** `12/BC-UBND`; a blank that was never filled in shows as `…`. */
const numberOf = ({ header: { number, symbol } }: Report): string | null =>
  number || symbol ? `${number ?? '…'}${symbol ? `/${symbol}` : ''}` : null;

function dateOf({ header: { date } }: Report): string | null {
  const parts = [date.day, date.month, date.year];
  return parts.some((part) => part !== null) ? parts.map((part) => part ?? '…').join('/') : null;
}

const count = (sections: Section[]): number => sections.reduce((sum, { children }) => sum + 1 + count(children), 0);

/** Titles, and of items without one the first words. */
function outline(sections: Section[], depth: number, pen: Pen): string[] {
  return sections.flatMap(({ marker, title, paragraphs, children }) => {
    const indent = '  '.repeat(depth);
    const line = cut(`${indent}${clean(marker)} ${title ?? paragraphs[0]?.text ?? ''}`, pen.width, indent);
    return [title === null ? pen.dim(line) : line, ...outline(children, depth + 1, pen)];
  });
}

function figureTable({ figures }: Report, pen: Pen): string[] {
  const rows = figures.flatMap(({ label, line, measures }) =>
    measures.map((measure, n) => [n ? '' : (label ?? '–'), shown(measure, pen), unitOf(measure), String(line)]),
  );
  return table('figureColumns', rows, [false, true, false, true], pen);
}

const arrows = { increase: '↑', decrease: '↓', compared: '=', achieved: '' };

/** `≈ 30–35/42`, `↑ 12,5`: what stands for the printed number. */
function shown({ value, of, to, approx, change }: Measure, pen: Pen): string {
  const range = to === null ? '' : `–${pen.number(to)}`;
  const whole = of === null ? '' : `/${pen.number(of)}`;
  const sign = [change && arrows[change], approx && { '>': '>', '<': '<', '~': '≈' }[approx]].filter(Boolean).join('');
  return `${sign && `${sign} `}${pen.number(value)}${range}${whole}`;
}

const unitOf = ({ unit, impliedUnit, kind }: Measure): string =>
  unit ?? (impliedUnit ? `(${impliedUnit})` : kind === 'money' ? 'đồng' : '');

function referenceTable({ references }: Report, pen: Pen): string[] {
  const rows = references.map(({ type, code, name, date, issuer, line }) => [
    [type, code ?? name].filter(Boolean).join(' '),
    date?.split('-').reverse().join('/') ?? '',
    issuer ?? '',
    String(line),
  ]);
  return table('referenceColumns', rows, [false, true, false, true], pen);
}

/** No column but the first is wider than this. */
const NARROW = 32;

/** Columns under their heads, as wide as their cells; the first gives way where the line is too narrow. */
function table(heads: Word, body: string[][], right: boolean[], pen: Pen): string[] {
  if (!body.length) return [];
  const rows = [pen.say(heads).split('|'), ...body.map((row) => row.map(clean))];
  const widths = right.map((_, n) => Math.max(...rows.map((row) => row[n]?.length ?? 0)));
  for (let n = 1; n < widths.length; n++) widths[n] = Math.min(widths[n] ?? 0, NARROW);
  const others = widths.slice(1).reduce((sum, width) => sum + width + 2, 2);
  widths[0] = Math.max(12, Math.min(widths[0] ?? 0, pen.width - others));
  const lines = rows.map((row) => row.map((cell, n) => pad(cut(cell, widths[n] ?? 0), widths[n] ?? 0, right[n])));
  return lines.map((cells, n) => {
    const line = `  ${cells.join('  ')}`.trimEnd();
    return n ? line : pen.dim(line);
  });
}

const pad = (cell: string, width: number, right = false): string => (right ? cell.padStart(width) : cell.padEnd(width));

const diagnosticLine =
  (pen: Pen) =>
  ({ severity, line, message, rule }: Diagnostic): string => {
    const place = line === null ? '' : `${pen.say('line')} ${line}: `;
    return `  ${pen.severity(severity, pen.say(severity))}  ${place}${clean(message)} ${pen.dim(`[${rule}]`)}`;
  };

/** A passage as one line without control characters or marks that turn the direction: nothing may steer a terminal. */
const clean = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '');

/** At most `width` columns; the text is NFC Vietnamese, so a column is a UTF-16 unit. */
function cut(text: string, width: number, keep = ''): string {
  const line = keep + clean(text.slice(keep.length));
  return line.length > width ? `${line.slice(0, Math.max(1, width - 1)).trimEnd()}…` : line;
}
