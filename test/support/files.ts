import { Document, Packer, Paragraph } from 'docx';
import PDFDocument from 'pdfkit';

/** A short invented report. */
export const reportText = `UBND HUYỆN AN LẠC

BÁO CÁO
Kết quả công tác tiếp công dân quý I năm 2024

Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2024 của UBND huyện.

I. KẾT QUẢ
1. Tiếp công dân: 48 lượt, 61 người.
2. Giải quyết 30/35 vụ việc, đạt 85,71%.

II. PHƯƠNG HƯỚNG
- Duy trì lịch tiếp dân thường xuyên.
`;

/** A .docx with one paragraph a line. */
export async function docxOf(text: string): Promise<Uint8Array> {
  const children = text.split('\n').map((line) => new Paragraph(line));
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** A .pdf of one page; `draw` puts on it what it shall have, `options` may set a password. */
export function pdfOf(
  draw: (page: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Buffer> {
  const document = new PDFDocument(options);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))));
  draw(document);
  document.end();
  return done;
}

const SECTOR = 512;
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;

/**
 * An OLE file (MS-CFB) with empty streams of the given names: what Word's password protection and old .doc files
 * look like from outside. One sector of FAT, then the directory.
 */
export function oleOf(streams: string[]): Buffer {
  const header = Buffer.alloc(SECTOR, 0xff);
  header.fill(0, 0, 76);
  Buffer.from('D0CF11E0A1B11AE1', 'hex').copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(END_OF_CHAIN, 60);
  header.writeUInt32LE(END_OF_CHAIN, 68);
  header.writeUInt32LE(0, 76);
  const fat = Buffer.alloc(SECTOR, 0xff);
  fat.writeUInt32LE(0xfffffffd, 0);
  fat.writeUInt32LE(END_OF_CHAIN, 4);
  const directory = Buffer.alloc(SECTOR);
  ['Root Entry', ...streams].forEach((name, n) => {
    const entry = directory.subarray(n * 128, (n + 1) * 128);
    entry.write(name, 'utf16le');
    entry.writeUInt16LE((name.length + 1) * 2, 64);
    entry.writeUInt8(n === 0 ? 5 : 2, 66);
    entry.writeUInt8(1, 67);
    entry.writeUInt32LE(n > 0 && n < streams.length ? n + 1 : FREE, 72);
    entry.writeUInt32LE(FREE, 68);
    entry.writeUInt32LE(n === 0 && streams.length ? 1 : FREE, 76);
    entry.writeUInt32LE(END_OF_CHAIN, 116);
  });
  return Buffer.concat([header, fat, directory]);
}
