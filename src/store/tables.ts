import type { Report, Section } from '../schema.ts';
import type { Message } from '../source.ts';
import type { Failure, StoredDocument } from './sink.ts';

export type Cell = string | number | boolean | null;
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'date';

export interface Column {
  name: string;
  type: ColumnType;
  title: Message;
}

/** One of the tables that a batch comes to. */
export interface Table {
  name: string;
  title: Message;
  columns: Column[];
  /** Columns that tell the rows apart. */
  key: string[];
  /** Columns that point to the key of another table. */
  links: { columns: string[]; table: string; to: string[] }[];
}

const column = (name: string, type: ColumnType, vi: string, en: string): Column => ({ name, type, title: { vi, en } });

/** The path tells documents apart: contents do not, for the same one may lie at two places. */
const document = column('document', 'text', 'Tệp', 'path of the document');
const id = (vi: string, en: string) => column('id', 'text', vi, en);
const line = column('line', 'integer', 'Dòng', 'line of the text, from 1');
const page = column('page', 'integer', 'Trang', 'page, from 1');
const span = [
  column('start', 'integer', 'Từ ký tự', 'offset of the first character, in UTF-16 units of the text'),
  column('end', 'integer', 'Đến ký tự', 'offset behind the last character'),
];
const section = column('section', 'text', 'Đề mục', 'id of the section it stands in');
const text = column('text', 'text', 'Nguyên văn', 'as printed');
const toDocument = { columns: ['document'], table: 'documents', to: ['path'] };
const linked = (columnName: string, table: string) => ({
  columns: ['document', columnName],
  table,
  to: ['document', 'id'],
});

/** What a batch comes to, as tables with keys between them. Every value can be traced by document and offsets. */
export const tables = [
  {
    name: 'documents',
    title: { vi: 'Văn bản', en: 'the reports' },
    columns: [
      column('path', 'text', 'Tệp', 'where it was found'),
      column('sha256', 'text', 'Mã băm', 'digest of its content'),
      column('format', 'text', 'Định dạng', 'format of the file'),
      column('bytes', 'integer', 'Dung lượng', 'size of the file'),
      column('pages', 'integer', 'Số trang', 'pages, where the format has them'),
      column('ocr', 'boolean', 'Nhận dạng chữ', 'whether any of it was read by OCR'),
      column('type', 'text', 'Loại', 'type of document'),
      column('parent_issuer', 'text', 'Cơ quan chủ quản', 'body above the issuer'),
      column('issuer', 'text', 'Cơ quan ban hành', 'issuer'),
      column('number', 'text', 'Số', 'number'),
      column('symbol', 'text', 'Ký hiệu', 'symbol'),
      column('place', 'text', 'Địa danh', 'place'),
      column('day', 'integer', 'Ngày', 'day of issue'),
      column('month', 'integer', 'Tháng', 'month of issue'),
      column('year', 'integer', 'Năm', 'year of issue'),
      column('title', 'text', 'Trích yếu', 'title'),
      column('addressee', 'text', 'Kính gửi', 'addressee'),
      column('period', 'text', 'Kỳ báo cáo', 'what it covers, as printed'),
      column('period_from', 'date', 'Từ ngày', 'first day of that'),
      column('period_to', 'date', 'Đến ngày', 'last day of that'),
      column('signer', 'text', 'Người ký', 'who signed'),
      column('position', 'text', 'Chức vụ', 'position of who signed'),
    ],
    key: ['path'],
    links: [],
  },
  {
    name: 'sections',
    title: { vi: 'Đề mục', en: 'sections' },
    columns: [
      document,
      id('Mã đề mục', 'id'),
      column('parent', 'text', 'Đề mục trên', 'section above'),
      column('marker', 'text', 'Số thứ tự', 'marker as printed'),
      column('scheme', 'text', 'Kiểu đánh số', 'scheme of the marker'),
      column('level', 'integer', 'Cấp', 'depth, from 1'),
      column('title', 'text', 'Tiêu đề', 'title'),
      line,
      page,
      ...span,
    ],
    key: ['document', 'id'],
    links: [toDocument, linked('parent', 'sections')],
  },
  {
    name: 'figures',
    title: { vi: 'Số liệu', en: 'figures' },
    columns: [
      document,
      id('Mã số liệu', 'id'),
      section,
      column('label', 'text', 'Nội dung', 'what is counted'),
      column('parent', 'text', 'Thuộc số liệu', 'figure it is a part of'),
      text,
      line,
      page,
      ...span,
    ],
    key: ['document', 'id'],
    links: [toDocument, linked('section', 'sections'), linked('parent', 'figures')],
  },
  {
    name: 'measures',
    title: { vi: 'Giá trị', en: 'the measures of figures' },
    columns: [
      document,
      column('figure', 'text', 'Mã số liệu', 'figure'),
      column('measure', 'integer', 'Thứ tự', 'place in the figure, from 0'),
      column('kind', 'text', 'Loại', 'count, percent, money, …'),
      column('value', 'number', 'Giá trị', 'value, scaled: đồng for money'),
      column('of', 'number', 'Trên tổng', 'the whole of x/y'),
      column('to', 'number', 'Đến', 'upper end of a range'),
      column('unit', 'text', 'Đơn vị', 'unit, printed or implied'),
      column('approx', 'text', 'Ước lượng', '> more than, < less than, ~ about'),
      column('change', 'text', 'Tăng giảm', 'increase, decrease, compared, achieved'),
      text,
      ...span,
    ],
    key: ['document', 'figure', 'measure'],
    links: [toDocument, linked('figure', 'figures')],
  },
  {
    name: 'references',
    title: { vi: 'Dẫn chiếu', en: 'mentions of documents' },
    columns: [
      document,
      id('Mã dẫn chiếu', 'id'),
      section,
      column('cited', 'text', 'Văn bản được dẫn', 'document that is cited'),
      column('type', 'text', 'Loại', 'type'),
      column('number', 'text', 'Số', 'number'),
      column('year_of_number', 'integer', 'Năm trong số', 'year inside the number'),
      column('symbol', 'text', 'Ký hiệu', 'symbol'),
      column('code', 'text', 'Số ký hiệu', 'number and symbol'),
      column('name', 'text', 'Tên', 'name of a law or code'),
      column('date', 'date', 'Ngày ban hành', 'date of issue'),
      column('issuer', 'text', 'Cơ quan ban hành', 'issuer'),
      column('subject', 'text', 'Về việc', 'subject'),
      column('repaired', 'boolean', 'Đã sửa', 'whether a slip was mended'),
      text,
      line,
      page,
      ...span,
    ],
    key: ['document', 'id'],
    links: [toDocument, linked('section', 'sections'), linked('cited', 'cited_documents')],
  },
  {
    name: 'cited_documents',
    title: { vi: 'Văn bản được dẫn', en: 'documents that are cited' },
    columns: [
      document,
      id('Mã', 'id'),
      column('type', 'text', 'Loại', 'type'),
      column('code', 'text', 'Số ký hiệu', 'number and symbol'),
      column('name', 'text', 'Tên', 'name of a law or code'),
      column('date', 'date', 'Ngày ban hành', 'date of issue'),
      column('issuer', 'text', 'Cơ quan ban hành', 'issuer'),
      column('subject', 'text', 'Về việc', 'subject'),
      column('mentions', 'integer', 'Số lần dẫn', 'how often it is mentioned'),
    ],
    key: ['document', 'id'],
    links: [toDocument],
  },
  {
    name: 'indicators',
    title: { vi: 'Chỉ tiêu', en: 'indicators of official forms' },
    columns: [
      document,
      column('code', 'text', 'Mã chỉ tiêu', 'code'),
      column('value', 'number', 'Giá trị', 'value'),
      column('of', 'number', 'Trên tổng', 'the whole of x/y'),
      column('unit', 'text', 'Đơn vị', 'unit'),
      column('figure', 'text', 'Mã số liệu', 'figure it was read from'),
      column('measure', 'integer', 'Thứ tự', 'measure of that figure, from 0'),
    ],
    key: ['document', 'code', 'figure', 'measure'],
    links: [toDocument, linked('figure', 'figures')],
  },
  {
    name: 'diagnostics',
    title: { vi: 'Phát hiện', en: 'findings' },
    columns: [
      document,
      column('finding', 'integer', 'Thứ tự', 'place among the findings, from 0'),
      column('rule', 'text', 'Quy tắc', 'rule'),
      column('severity', 'text', 'Mức độ', 'error, warning, info'),
      column('message', 'text', 'Nội dung', 'message'),
      line,
      page,
      ...span,
    ],
    key: ['document', 'finding'],
    links: [toDocument],
  },
  {
    name: 'failures',
    title: { vi: 'Không đọc được', en: 'what could not be read' },
    columns: [
      column('path', 'text', 'Tệp', 'where it was found'),
      column('cause_vi', 'text', 'Nguyên nhân', 'cause, in Vietnamese'),
      column('cause_en', 'text', 'Nguyên nhân (tiếng Anh)', 'cause, in English'),
    ],
    key: ['path'],
    links: [],
  },
] as const satisfies readonly Table[];

export type TableName = (typeof tables)[number]['name'];
export type Row = Cell[];

/** The rows of a document, in the order of the columns of each table. */
export const rowsOf = ({ path, report }: StoredDocument): Record<Exclude<TableName, 'failures'>, Row[]> => ({
  documents: [documentRow(path, report)],
  sections: sectionRows(path, report.sections, null),
  figures: report.figures.map((f) => [path, f.id, f.section, f.label, f.parent, f.text, f.line, f.page, ...f.span]),
  measures: report.figures.flatMap(({ id, measures }) =>
    measures.map((m, n) => [
      ...[path, id, n, m.kind, m.value, m.of, m.to, m.unit ?? m.impliedUnit, m.approx, m.change, m.text],
      ...m.span,
    ]),
  ),
  references: report.references.map((r) => [
    ...[path, r.id, r.section, r.document, r.type, r.number, r.year, r.symbol, r.code, r.name, r.date, r.issuer],
    ...[r.subject, r.repaired, r.text, r.line, r.page, ...r.span],
  ]),
  cited_documents: report.documents.map((d) => [
    ...[path, d.id, d.type, d.code, d.name, d.date, d.issuer, d.subject, d.mentions.length],
  ]),
  indicators: report.indicators.map((i) => [path, i.code, i.value, i.of, i.unit, i.figure, i.measure]),
  diagnostics: report.diagnostics.map((d, n) => [
    ...[path, n, d.rule, d.severity, d.message, d.line, d.page],
    ...(d.span ?? [null, null]),
  ]),
});

export const failureRow = ({ path, cause }: Failure): Row => [path, cause.vi, cause.en];

function documentRow(path: string, { source, header, closing }: Report): Row {
  const { date, period } = header;
  const { name, position } = closing.signature;
  return [
    ...[path, source.sha256, source.format, source.bytes, source.pages, source.ocr],
    ...[header.type, header.parentIssuer, header.issuer, header.number, header.symbol, header.place],
    ...[date.day, date.month, date.year, header.title, header.addressee],
    ...[period?.text ?? null, period?.from ?? null, period?.to ?? null, name, position],
  ];
}

/** In the order of the text: a section, then those in it. */
function sectionRows(path: string, sections: readonly Section[], parent: string | null): Row[] {
  return sections.flatMap((s) => [
    [path, s.id, parent, s.marker, s.scheme, s.level, s.title, s.line, s.page, ...s.span],
    ...sectionRows(path, s.children, s.id),
  ]);
}
