import * as docx from 'docx';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Block, Composed } from './compose.ts';
import { lineOf } from './plain.ts';

const { AlignmentType, BorderStyle, LevelFormat, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx;

/** Packs with fixed times, so that the same report gives the same bytes. */
export const pack = (parts: Zippable, level: 0 | 6 = 6): Uint8Array =>
  zipSync(parts, { mtime: new Date(2025, 0, 1), level });

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
const widths = [3700, 5600];

const centred = (text: string, bold = false) =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, bold })] });

/** Head or foot: a table without borders. */
function columns({ left, right }: Composed['head'], isFoot: boolean) {
  const cell = (lines: string[], side: number) =>
    new TableCell({
      width: { size: widths[side]!, type: WidthType.DXA },
      children: lines.map((line) =>
        isFoot && side === 0 ? new Paragraph(line) : centred(line, line === line.toUpperCase()),
      ),
    });
  return new Table({
    width: { size: 9300, type: WidthType.DXA },
    columnWidths: widths,
    borders,
    rows: [new TableRow({ children: [cell(left, 0), cell(right, 1)] })],
  });
}

const formats = [
  [/^I/, LevelFormat.UPPER_ROMAN],
  [/^A/, LevelFormat.UPPER_LETTER],
  [/^1/, LevelFormat.DECIMAL],
  [/^a/, LevelFormat.LOWER_LETTER],
] as const;

/** One level of Word's own numbering that shows the signs of a scheme. */
function levelOf(sign: string, level: number) {
  const format = formats.find(([form]) => form.test(sign))?.[1] ?? LevelFormat.BULLET;
  const text =
    format === LevelFormat.BULLET
      ? sign
      : sign === '1.1.'
        ? `%${level}.%${level + 1}.`
        : `%${level + 1}${sign.slice(-1)}`;
  return { level, format, text, alignment: AlignmentType.LEFT };
}

/** Whether Word can number this report by itself. */
export const canNumber = ({ scheme }: Composed): boolean => !scheme[0]!.startsWith('Phần');

/** A .docx whose numbers are typed, or Word's own. */
export async function asDocx(report: Composed, automatic: boolean): Promise<Uint8Array> {
  const paragraph = (block: Block) => {
    const bold = block.kind !== 'text';
    if (block.kind === 'title') return centred(lineOf(block), bold);
    if (!automatic || !block.marker) return new Paragraph({ children: [new TextRun({ text: lineOf(block), bold })] });
    const numbering = { reference: 'list', level: block.level };
    return new Paragraph({ numbering, children: [new TextRun({ text: block.text, bold })] });
  };
  const config = [{ reference: 'list', levels: report.scheme.map(levelOf) }];
  const file = new docx.Document({
    creator: 'dvcq',
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28 } } } },
    ...(automatic && { numbering: { config } }),
    sections: [
      { children: [columns(report.head, false), ...report.blocks.map(paragraph), columns(report.foot, true)] },
    ],
  });
  return freeze(new Uint8Array(await docx.Packer.toArrayBuffer(file)));
}

function freeze(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const core = new TextDecoder().decode(parts['docProps/core.xml']);
  parts['docProps/core.xml'] = strToU8(core.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2025-01-01T00:00:00Z'));
  return pack(parts);
}

const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const name = (part: string) => `xmlns:${part}="urn:oasis:names:tc:opendocument:xmlns:${part}:1.0"`;

/** An OpenDocument text with typed numbers. */
export function asOdt({ head, blocks, foot }: Composed): Uint8Array {
  const paragraph = (text: string) => `<text:p>${escapeXml(text)}</text:p>`;
  const cell = (lines: string[]) => `<table:table-cell>${lines.map(paragraph).join('')}</table:table-cell>`;
  const row = ({ left, right }: Composed['head']) =>
    `<table:table><table:table-column table:number-columns-repeated="2"/><table:table-row>${cell(left)}${cell(right)}</table:table-row></table:table>`;
  const body = row(head) + blocks.map((block) => paragraph(lineOf(block))).join('') + row(foot);
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${['office', 'text', 'table'].map(name).join(' ')} office:version="1.2"><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const styles = `<?xml version="1.0" encoding="UTF-8"?><office:document-styles ${name('office')} office:version="1.2"><office:font-face-decls/><office:styles/><office:automatic-styles/><office:master-styles/></office:document-styles>`;
  const kind = 'application/vnd.oasis.opendocument.text';
  const manifest = `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest ${name('manifest')}><manifest:file-entry manifest:full-path="/" manifest:media-type="${kind}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`;
  return pack({
    mimetype: [strToU8(kind), { level: 0 }],
    'content.xml': strToU8(content),
    'styles.xml': strToU8(styles),
    'META-INF/manifest.xml': strToU8(manifest),
  });
}
