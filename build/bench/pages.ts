/* One long invented report in each format that this project can write: what `formats.mjs` measures. */
import PDFDocument from 'pdfkit';
import { type Composed, compose } from '../../test/generate/compose.ts';
import { asDocx, asOdt, canNumber } from '../../test/generate/office.ts';
import { asPdf } from '../../test/generate/pdf.ts';
import { asHtml, asRtf, asText } from '../../test/generate/plain.ts';
import { randomOf } from '../../test/generate/random.ts';

/** Several reports as one; the head is of the first, the foot of the last. */
function joined(count: number): Composed {
  const reports = Array.from({ length: 10 * count }, (_, n) => compose(randomOf(1, n))).filter(canNumber);
  const [first, ...others] = reports.slice(0, count) as [Composed, ...Composed[]];
  return { ...first, blocks: [first, ...others].flatMap(({ blocks }) => blocks), foot: (others.at(-1) ?? first).foot };
}

/** The report by the ending of its file. */
export async function reportFiles(count: number): Promise<Record<string, Uint8Array>> {
  const report = joined(count);
  const utf8 = (text: string) => new TextEncoder().encode(text);
  return {
    txt: utf8(asText(report, randomOf(1, 0))),
    docx: await asDocx(report, true),
    odt: asOdt(report),
    rtf: utf8(asRtf(report)),
    html: utf8(asHtml(report)),
    pdf: await asPdf(report),
  };
}

/** A scan: a page for each image, and nothing else. */
export async function scanOf(images: Uint8Array[]): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const end = new Promise((resolve) => pdf.on('end', resolve));
  for (const image of images) pdf.addPage().image(Buffer.from(image), 0, 0, { fit: [595, 842] });
  pdf.end();
  await end;
  return new Uint8Array(Buffer.concat(chunks));
}
