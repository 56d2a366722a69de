import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';

/** What is to be printed, paragraph by paragraph. Raised digits (m², ¹) are drawn small and raised. */
export interface Content {
  head?: { left: string[]; right: string[] };
  title?: string[];
  body: string[];
  /** Footnotes by mark, for the calls ¹ ² … of the body. */
  notes?: Record<string, string>;
  foot?: { left: string[]; right: string[] };
}

/** How it is printed. */
export interface Setting {
  size?: number;
  justified?: boolean;
  /** First-line indent and space between paragraphs, in points. */
  indent?: number;
  gap?: number;
  pitch?: number;
  number?: 'top' | 'bottom' | 'right' | 'none';
  runningHead?: string;
  /** Each glyph by an operation of its own, without spaces. */
  glyphs?: boolean;
  /** Head and foot line by line instead of column by column. */
  rows?: boolean;
  pages?: PDFKit.PDFDocumentOptions;
}

export type Pdf = PDFKit.PDFDocument;

const font = (name: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${name}/Tinos_${name}.ttf`));

/** Draws a PDF with pdfkit. @param draw gets a document without pages, with the fonts `plain`, `bold` and `italic` */
export async function drawPdf(draw: (pdf: Pdf) => void, options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, ...options });
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const end = new Promise((resolve) => pdf.on('end', resolve));
  pdf.registerFont('plain', font('400Regular'));
  pdf.registerFont('bold', font('700Bold'));
  pdf.registerFont('italic', font('400Regular_Italic'));
  draw(pdf);
  pdf.end();
  await end;
  return new Uint8Array(Buffer.concat(chunks));
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** One line of text with its baseline at y. */
export function line(pdf: Pdf, text: string, x: number, y: number, size = 14, name = 'plain', wordSpacing = 0): void {
  for (const piece of text.split(new RegExp(`([${raised}]+)`, 'u'))) {
    const isRaised = raised.includes(piece[0] ?? ' ');
    const shown = isRaised ? [...piece].map((digit) => raised.indexOf(digit)).join('') : piece;
    pdf.font(name).fontSize(isRaised ? size * 0.6 : size);
    // pdfkit drops a leading space where it spaces words out.
    const lead = shown.startsWith(' ') ? pdf.widthOfString(' ') + wordSpacing : 0;
    const at = { lineBreak: false, baseline: 'alphabetic', wordSpacing } as const;
    pdf.text(shown.trimStart(), x + lead, isRaised ? y - size * 0.35 : y, at);
    x += widthOf(pdf, piece, size, name) + wordSpacing * (piece.split(' ').length - 1);
  }
}

/** Width of a line that {@link line} prints. */
export function widthOf(pdf: Pdf, text: string, size: number, name = 'plain'): number {
  pdf.font(name);
  let width = 0;
  for (const piece of text.split(new RegExp(`([${raised}]+)`, 'u'))) {
    const isRaised = raised.includes(piece[0] ?? ' ');
    const shown = isRaised ? [...piece].map((digit) => raised.indexOf(digit)).join('') : piece;
    width += pdf.fontSize(isRaised ? size * 0.6 : size).widthOfString(shown);
  }
  return width;
}

/** Breaks a text into lines no wider than `width`; the first is shorter by `indent`. */
export function wrap(pdf: Pdf, text: string, width: number, size: number, indent = 0): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ')) {
    const longer = current ? `${current} ${word}` : word;
    if (current && widthOf(pdf, longer, size) > width - (lines.length ? 0 : indent)) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current];
}

/** A paragraph of some lines. */
export const prose =
  'Ủy ban nhân dân xã Tân Phú đã phối hợp với Mặt trận Tổ quốc và các đoàn thể tổ chức 12 hội nghị tuyên truyền, vận động Nhân dân hiến 3.450 m² đất làm đường giao thông nông thôn, sửa chữa nhà văn hóa thôn Đông và thôn Đoài. ';

/** Prints a text of ragged lines from y on, as one paragraph. @returns where the next line begins */
export function put(
  pdf: Pdf,
  text: string,
  y: number,
  { x = 85, width = 467, size = 14, pitch = 18, indent = 28 } = {},
): number {
  for (const [n, content] of wrap(pdf, text.trim(), width, size, indent).entries()) {
    line(pdf, content, n ? x : x + indent, y, size);
    y += pitch;
  }
  return y;
}

const left = 85;
const right = 552;
const top = 80;
const bottom = 770;

/** A report being set. */
interface Sheet {
  pdf: Pdf;
  content: Content;
  set: Required<Omit<Setting, 'pages' | 'runningHead'>> & Setting;
  /** Baseline of the next line. */
  y: number;
  page: number;
  /** Footnotes that the page still has to print. */
  notes: string[];
}

const usual = { size: 14, justified: true, indent: 28, gap: 6, pitch: 1.25, glyphs: false, rows: false };

/** Lays a report out on A4 with the margins of Decree 30/2020/NĐ-CP. */
export function writePdf(content: Content, setting: Setting = {}): Promise<Uint8Array> {
  const draw = (pdf: Pdf) => {
    const set = { ...usual, number: 'top' as const, ...setting };
    const sheet: Sheet = { pdf, content, set, y: 0, page: 0, notes: [] };
    turn(sheet);
    if (content.head) putColumns(sheet, content.head, 170, 420, 13);
    for (const title of content.title ?? []) putTitle(sheet, title);
    for (const paragraph of content.body) putParagraph(sheet, paragraph);
    if (content.foot) putColumns(sheet, content.foot, null, 430, 12);
    putNotes(sheet);
  };
  return drawPdf(draw, setting.pages);
}

function turn(sheet: Sheet): void {
  const { pdf, set } = sheet;
  putNotes(sheet);
  pdf.addPage();
  sheet.page++;
  sheet.y = top;
  const shown = String(sheet.page);
  if (set.number === 'top') line(pdf, shown, 315, 45, 13);
  if (set.number === 'bottom') line(pdf, `- ${shown} -`, 308, 805, 13);
  if (set.number === 'right') line(pdf, `Trang ${shown}`, 510, 805, 12, 'italic');
  if (set.runningHead) line(pdf, set.runningHead, left, 45, 10, 'italic');
}

function putParagraph(sheet: Sheet, text: string): void {
  const { size, indent, gap, pitch, justified } = sheet.set;
  const lines = wrap(sheet.pdf, text, right - left, size, indent);
  sheet.y += gap;
  for (const [n, content] of lines.entries()) {
    const called = [...content.matchAll(/(?<!m)[¹²³]/g)].flatMap(([mark]) => sheet.content.notes?.[mark] ?? []);
    if (sheet.y + size * pitch > bottom - 40 * (sheet.notes.length + called.length)) turn(sheet);
    sheet.notes.push(...called);
    const x = left + (n ? 0 : indent);
    const gaps = content.split(' ').length - 1;
    const slack = right - x - widthOf(sheet.pdf, content, size);
    putLine(sheet, content, x, justified && n < lines.length - 1 && gaps ? slack / gaps : 0);
    sheet.y += size * pitch;
  }
}

function putLine({ pdf, y, set: { size, glyphs } }: Sheet, text: string, x: number, wordSpacing: number): void {
  if (!glyphs) line(pdf, text, x, y, size, 'plain', wordSpacing);
  else
    for (const glyph of text) {
      if (glyph !== ' ') line(pdf, glyph, x, y, size);
      x += widthOf(pdf, glyph, size) + (glyph === ' ' ? wordSpacing : 0);
    }
}

function putTitle(sheet: Sheet, text: string): void {
  const { pdf, set } = sheet;
  sheet.y += 8;
  for (const content of wrap(pdf, text, right - left - 60, set.size)) {
    line(pdf, content, (left + right - widthOf(pdf, content, set.size, 'bold')) / 2, sheet.y, set.size, 'bold');
    sheet.y += set.size * set.pitch;
  }
}

type Columns = NonNullable<Content['head']>;

/** Two columns side by side. Lines are centred on `a` and `b`; `null` lets them begin at the margin. */
function putColumns(sheet: Sheet, columns: Columns, a: number | null, b: number, size: number): void {
  const { pdf, set } = sheet;
  const y = sheet.y + 20;
  const put = (text: string | undefined, middle: number | null, n: number) => {
    const x = middle === null ? left : middle - widthOf(pdf, text ?? '', size) / 2;
    if (text) line(pdf, text, x, y + n * size * 1.4, size);
  };
  const rows = Array.from({ length: Math.max(columns.left.length, columns.right.length) }, (_, n) => n);
  for (const n of rows) {
    put(columns.left[n], a, n);
    if (set.rows) put(columns.right[n], b, n);
  }
  if (!set.rows) for (const n of rows) put(columns.right[n], b, n);
  sheet.y = y + rows.length * size * 1.4 + 20;
}

function putNotes(sheet: Sheet): void {
  if (sheet.notes.length === 0) return;
  const { pdf, notes } = sheet;
  let y = 785 - 40 * notes.length;
  pdf
    .lineWidth(0.7)
    .moveTo(left, y - 14)
    .lineTo(left + 140, y - 14)
    .stroke();
  for (const content of notes.flatMap((note) => wrap(pdf, note, right - left, 11))) {
    line(pdf, content, left, y, 11);
    y += 13;
  }
  sheet.notes = [];
}
