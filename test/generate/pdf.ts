import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Composed } from './compose.ts';
import { lineOf } from './plain.ts';

const fonts: Record<string, Buffer> = {};
function font(name: string): Buffer {
  const path = `@expo-google-fonts/tinos/${name}/Tinos_${name}.ttf`;
  fonts[name] ??= readFileSync(createRequire(import.meta.url).resolve(path));
  return fonts[name];
}

const left = 85;
const width = 470;

/** Head or foot: two columns side by side. */
function columns(pdf: PDFKit.PDFDocument, sides: Composed['head']): void {
  const top = pdf.y;
  const draw = (lines: string[], x: number, wide: number, align: 'left' | 'center') => {
    pdf.y = top;
    for (const line of lines) pdf.text(line, x, pdf.y, { width: wide, align });
    return pdf.y;
  };
  const isFoot = sides.left[0] === 'Nơi nhận:';
  const one = draw(sides.left, left, 190, isFoot ? 'left' : 'center');
  pdf.y = Math.max(one, draw(sides.right, left + 200, 270, 'center')) + 14;
}

const day = new Date('2025-01-01T00:00:00Z');

/** A .pdf with a text layer, A4; protected where there is a password. */
export async function asPdf({ head, blocks, foot }: Composed, password?: string): Promise<Uint8Array> {
  const options = { size: 'A4', margins: { top: 57, bottom: 57, left, right: 40 }, info: { CreationDate: day } };
  const pdf = new PDFDocument({ ...options, ...(password && { userPassword: password, ownerPassword: password }) });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const end = new Promise((resolve) => pdf.on('end', resolve));
  pdf.registerFont('plain', font('400Regular'));
  pdf.registerFont('bold', font('700Bold'));
  pdf.font('plain').fontSize(12);
  columns(pdf, head);
  pdf.fontSize(13);
  for (const block of blocks) {
    pdf.font(block.kind === 'text' ? 'plain' : 'bold');
    const isTitle = block.kind === 'title';
    const how = isTitle ? { align: 'center' as const } : { indent: 28 };
    pdf.text(lineOf(block), left, pdf.y, { width, paragraphGap: 4, ...how });
  }
  pdf.font('plain').fontSize(12);
  if (pdf.y > 620) pdf.addPage();
  columns(pdf, foot);
  pdf.end();
  await end;
  return new Uint8Array(Buffer.concat(chunks));
}
