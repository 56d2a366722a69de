import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { docOf, paragraph } from '../doc.ts';
import { docxOf, oleOf, pdfOf, reportText } from '../files.ts';
import { random } from '../mutations.ts';
import { docxOfParts, odtOf } from './office.ts';

// What an archive holds beside good reports: files that are empty, cut short, locked, or not what their name says.

const made = (format: string): Uint8Array => readFileSync(new URL(`../../files/report.${format}`, import.meta.url));
const sample = (ending: string): Uint8Array =>
  readFileSync(new URL(`../../../samples/xa-phu-dong.${ending}`, import.meta.url));
const zip = () => zipSync({ 'a.txt': strToU8(reportText), 'b.docx': sample('docx') });

/** Endings of all that dvcq reads. */
const endings = ['txt', 'md', 'docx', 'doc', 'rtf', 'odt', 'html', 'pdf', 'png', 'jpg', 'tif', 'zip'];

const whole: Record<string, () => Uint8Array> = {
  docx: () => sample('docx'),
  pdf: () => sample('pdf'),
  doc: () => made('doc'),
  rtf: () => made('rtf'),
  odt: () => made('odt'),
  html: () => made('html'),
  zip,
};

const cut = (bytes: Uint8Array, share: number): Uint8Array => bytes.subarray(0, Math.floor(bytes.length * share));

/** Bytes without any sense, the same in every run; they begin as a file of that format does. */
function noise(start: string): Uint8Array {
  const next = random(5);
  return Buffer.concat([Buffer.from(start, 'latin1'), Buffer.from(Array.from({ length: 5000 }, () => next() * 256))]);
}

/** An archive whose members say that they are encrypted. */
function locked(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  for (const [signature, flags] of [
    ['PK\x01\x02', 8],
    ['PK\x03\x04', 6],
  ] as const)
    for (let at = copy.indexOf(signature, 0, 'latin1'); at >= 0; at = copy.indexOf(signature, at + 4, 'latin1'))
      copy[at + flags]! |= 1;
  return copy;
}

const lockedOdt = () =>
  zipSync({
    ...unzipSync(made('odt')),
    'META-INF/manifest.xml': strToU8('<manifest:manifest><manifest:encryption-data/></manifest:manifest>'),
    'content.xml': noise(''),
  });

const named = (names: string[], make: (name: string) => Uint8Array): [string, Uint8Array][] =>
  names.map((name) => [name, make(name)]);

const ending = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** Links out and programs inside: what a document may have, and no reader may follow. */
const macros = () =>
  docxOfParts('<w:p><w:r><w:t>Đã tiếp 12 lượt công dân.</w:t></w:r></w:p>', {
    'word/vbaProject.bin': 'Attribute VB_Name = "AutoOpen"',
    'word/embeddings/oleObject1.bin': 'MZ',
    'word/_rels/document.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///nowhere/x.dotm" TargetMode="External"/></Relationships>',
  });

const pictures = () =>
  odtOf(
    '<text:p>Đã tiếp 12 lượt công dân.</text:p><text:p><d:frame xmlns:d="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><d:image xmlns:x="http://www.w3.org/1999/xlink" x:href="Pictures/a.png"/></d:frame></text:p>',
  );

/** All of them, by name. */
export async function damagedFiles(): Promise<Record<string, Uint8Array>> {
  const pdf = await pdfOf((page) => page.text('Bao cao'), { userPassword: 'secret' });
  const all: [string, Uint8Array][] = [
    ...named(
      endings.map((end) => `empty.${end}`),
      () => new Uint8Array(),
    ),
    ...named(
      Object.keys(whole).map((end) => `half.${end}`),
      (name) => cut(whole[ending(name)]!(), 0.5),
    ),
    ...named(
      Object.keys(whole).map((end) => `first-hundredth.${end}`),
      (name) => cut(whole[ending(name)]!(), 0.01),
    ),
    ['password.docx', oleOf(['EncryptionInfo', 'EncryptedPackage'])],
    ['password.doc', docOf({ paragraphs: [paragraph('Báo cáo')], flags: 0x100 })],
    ['password.odt', lockedOdt()],
    ['password.pdf', pdf],
    ['password.zip', locked(zipSync({ 'a.txt': strToU8(reportText) }))],
    ['noise.txt', noise('')],
    ['noise.pdf', noise('%PDF-1.7\n')],
    ['noise.docx', noise('PK\x03\x04')],
    ['noise.doc', noise('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1')],
    ['noise.rtf', noise('{\\rtf1')],
    ['a-program.docx', noise('MZ\x90\0')],
    ['an-rtf.doc', made('rtf')],
    ['a-page.doc', made('html')],
    ['a-docx.pdf', await docxOf(reportText)],
    ['a-pdf.docx', sample('pdf')],
    ['text.docx', strToU8(reportText)],
    ['sheet.xls', oleOf(['Workbook'])],
    ['macros.docm', macros()],
    ['picture-that-is-missing.odt', pictures()],
  ];
  return Object.fromEntries(all);
}
