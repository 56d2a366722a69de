import { createRequire } from 'node:module';
import { PDFParse } from 'pdf-parse';
import { drawPdf, line, type Pdf } from '../extract/pdf-writer.ts';

// Pages as a scanner leaves them: drawn by pdfkit, made a picture by pdfjs.

/** How a sheet lies on the glass, and what an office has put on it. */
export interface Wear {
  /** Degrees, clockwise. */
  tilt?: number;
  /** Where a red stamp stands, in points. */
  stamp?: [x: number, y: number];
}

/** The lines of a page, each a paragraph of its own. */
export type Lines = readonly string[];

const RED = '#cd232d';
const STAMPED = 'ỦY BAN NHÂN DÂN * XÃ TÂN LẬP * ';

export function drawLines(pdf: Pdf, lines: Lines, { tilt = 0, stamp }: Wear = {}): void {
  pdf
    .addPage({ size: 'A4', margin: 0 })
    .save()
    .rotate(tilt, { origin: [297, 200] });
  // Red ink lets black through: what is drawn last is on top.
  if (stamp) drawStamp(pdf, ...stamp);
  pdf.fillColor('black');
  for (const [n, text] of lines.entries()) line(pdf, text, 80, 100 + n * 24);
  pdf.restore();
}

function drawStamp(pdf: Pdf, x: number, y: number): void {
  pdf
    .save()
    .lineWidth(2)
    .fillColor(RED)
    .strokeColor(RED)
    .opacity(0.8)
    .circle(x, y, 50)
    .stroke()
    .circle(x, y, 34)
    .stroke();
  for (const [n, letter] of [...STAMPED].entries()) {
    pdf.save().rotate((n * 360) / STAMPED.length, { origin: [x, y] });
    line(pdf, letter, x - 3, y - 38, 10, 'bold');
    pdf.restore();
  }
  line(pdf, 'TÂN LẬP', x - 28, y + 5, 13, 'bold');
  pdf.restore();
}

/** Pictures of all pages of a PDF, as PNG. */
export async function picturesOf(pdf: Uint8Array): Promise<Uint8Array[]> {
  const parser = new PDFParse({ data: pdf.slice() });
  const { pages } = await parser.getScreenshot({ scale: 200 / 72, imageBuffer: true, imageDataUrl: false });
  await parser.destroy();
  return pages.map(({ data }) => data);
}

/** A picture of one page, as PNG. */
export async function pngOf(lines: Lines, wear?: Wear): Promise<Uint8Array> {
  const [picture] = await picturesOf(await drawPdf((pdf) => drawLines(pdf, lines, wear)));
  return picture!;
}

interface Canvases {
  loadImage(image: Uint8Array): Promise<{ width: number; height: number }>;
  createCanvas(
    width: number,
    height: number,
  ): {
    getContext(kind: '2d'): { drawImage(image: object, x: number, y: number): void };
    toBuffer(type: string, quality: number): Buffer;
  };
}

/** A picture as JPEG, by the canvas that pdf-parse brings. */
export async function jpegOf(png: Uint8Array): Promise<Uint8Array> {
  const require = createRequire(createRequire(import.meta.url).resolve('pdf-parse'));
  const { createCanvas, loadImage } = require('@napi-rs/canvas') as Canvases;
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toBuffer('image/jpeg', 60);
}

/** A scan as copiers make them: a PDF with a picture on each page. */
export const scanOf = (pictures: Uint8Array[]): Promise<Uint8Array> =>
  drawPdf((pdf) => {
    for (const picture of pictures)
      pdf.addPage({ size: 'A4', margin: 0 }).image(Buffer.from(picture), 0, 0, { width: 595.28 });
  });

/** A PDF whose fonts map every letter to one for private use, as some printer drivers do. */
export async function garbledPdf(lines: Lines): Promise<Uint8Array> {
  const pdf = Buffer.from(await drawPdf((page) => drawLines(page, lines), { compress: false })).toString('latin1');
  const garbled = pdf.replace(/(?<=bfrange\n.*)\[.*\]/g, (map) => map.replace(/<[0-9a-f]([0-9a-f]{3})/g, '<e$1'));
  return Buffer.from(garbled, 'latin1');
}
