import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extractDocx } from '../../src/extract/docx/index.ts';
import { UnreadableError } from '../../src/extract/unreadable.ts';
import { files, pack, paragraph, run, table } from '../support/docx.ts';

/** Files that are no document to read: one clear cause, never another error, and soon. */

const report = files({ body: paragraph('Báo cáo công tác tháng 3'), styles: '', numbering: '' });
const document = (content: string) => pack({ 'word/document.xml': content });

/** The English cause a file is refused for. */
async function cause(bytes: Uint8Array): Promise<string> {
  try {
    return `read: ${(await extractDocx(bytes)).text}`;
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    for (const message of Object.values(error.text)) expect(message).toMatch(/^[^\n.]+(?:\.docx?[^\n.]*)*$/);
    return error.text.en;
  }
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

test.each<[string, Uint8Array, RegExp]>([
  ['an empty file', new Uint8Array(), /not a Word document/],
  ['text', new TextEncoder().encode('Kính gửi'), /not a Word document/],
  ['another package', pack({ 'xl/workbook.xml': '<workbook/>', mimetype: 'x' }), /not a Word document/],
  ['another document', document('<html/>'), /not a Word document/],
  ['an empty part', document(''), /damaged/],
  ['XML cut short', document(`<w:document ${W}><w:body><w:p>`), /damaged/],
  ['XML with a bare ampersand', document(`<w:document ${W}><w:body>&</w:body></w:document>`), /damaged/],
  ['a document of pictures', pack(files({ body: paragraph(run('<w:drawing/>')) })), /scan/],
])('%s', async (_what, bytes, expected) => {
  expect(await cause(bytes)).toMatch(expected);
});

test('entities are not expanded', async () => {
  const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('');
  const bomb = `<!DOCTYPE x [<!ENTITY e0 "ha">${entities}]><w:document ${W}>&e9;</w:document>`;
  expect(await cause(document(bomb))).toMatch(/damaged/);
});

test('compound files: an encrypted document and an old one', async () => {
  const head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const stream = (name: string) => new Uint8Array([...head, ...Buffer.alloc(504), ...Buffer.from(name, 'utf16le')]);
  expect(await cause(stream('EncryptedPackage'))).toMatch(/password/);
  expect(await cause(stream('WordDocument'))).toMatch(/not a Word document/);
});

test('an encrypted member', async () => {
  const bytes = pack(report);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 10 < bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50) bytes[at + 8]! |= 1;
  expect(await cause(bytes)).toMatch(/password/);
});

test('a file cut short anywhere', async () => {
  const bytes = pack(report);
  for (let length = 2; length < bytes.length; length += 7)
    expect(await cause(bytes.subarray(0, length))).toMatch(/damaged/);
});

test('a flipped bit is noticed by the checksum or harms no text', async () => {
  const bytes = pack(report);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
      const flipped = bytes.slice();
      flipped[at]! ^= 1 << bit;
      expect(await cause(flipped)).toMatch(
        /^read: Báo cáo công tác tháng 3\n$|damaged|password|not a Word document|large/,
      );
    }),
    { numRuns: 300 },
  );
});

test('archives that unpack to absurd sizes, also those that hide it', async () => {
  const zeros = new Uint8Array(8 * 1024 * 1024);
  expect(await cause(pack({ 'word/document.xml': zeros }))).toMatch(/too large/);
  const lying = pack({ 'word/document.xml': zeros });
  const view = new DataView(lying.buffer);
  for (let at = 0; at + 28 < lying.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 500, true);
  expect(deflateRawSync(zeros).length).toBeGreaterThan(500);
  expect(await cause(lying)).toMatch(/damaged/);
});

test('the total of all parts is limited', async () => {
  const wide = (name: string) => `<w:${name} ${W}>${' '.repeat(24 * 1024 * 1024)}</w:${name}>`;
  const parts = { 'word/styles.xml': wide('styles'), 'word/numbering.xml': wide('numbering') };
  expect(await cause(pack({ ...report, ...parts }, 0))).toMatch(/^read/);
  expect(await cause(pack({ ...report, ...parts, 'word/settings.xml': wide('settings') }, 0))).toMatch(/too large/);
});

test('nesting: what is deep is read, what is absurd is refused', async () => {
  const nest = (times: number) => {
    let body = paragraph('đáy');
    for (let n = 0; n < times; n++) body = table([[body]]);
    return pack(files({ body }));
  };
  expect(await cause(nest(60))).toBe('read: đáy\n');
  expect(await cause(nest(3000))).toMatch(/nested too deeply/);
});

test('thousands of fields, styles and merged paragraphs take no more than their length', async () => {
  const begin = run('<w:fldChar w:fldCharType="begin"/>') + run('<w:fldChar w:fldCharType="separate"/>');
  const end = run('<w:fldChar w:fldCharType="end"/>');
  const count = 5000;
  const fields = paragraph(begin.repeat(count) + run('x').repeat(count) + end.repeat(count));
  const joined = paragraph('y', '<w:rPr><w:del/></w:rPr>').repeat(count);
  const styles = Array.from(
    { length: count },
    (_, n) => `<w:style w:type="paragraph" w:styleId="s${n}"><w:basedOn w:val="s${n + 1}"/></w:style>`,
  ).join('');
  const styled = Array.from({ length: count }, (_, n) => paragraph('z', `<w:pStyle w:val="s${n}"/>`)).join('');
  const { text } = await extractDocx(pack(files({ body: fields + joined + styled, styles })));
  expect(text.length).toBe(count * 4 + 1);
});

test('macros, links to files and parts of other folders are left alone', async () => {
  const type = (name: string) => `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}`;
  const relation = (name: string, target: string, mode = '') =>
    `<Relationship Type="${type(name)}" Target="${target}" ${mode}/>`;
  const relations = (inner: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const bytes = pack({
    '_rels/.rels': relations(relation('officeDocument', '/a/../b/main.xml')),
    'b/main.xml': report['word/document.xml']!,
    'b/_rels/main.xml.rels': relations(
      relation('styles', 'file:///etc/passwd', 'TargetMode="External"') + relation('numbering', '../../../etc/passwd'),
    ),
    'b/vbaProject.bin': new Uint8Array([1, 2, 3]),
  });
  expect(await cause(bytes)).toBe('read: Báo cáo công tác tháng 3\n');
});
