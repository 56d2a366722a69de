import { zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ReadAllOptions, readAll } from '../../src/extract/index.ts';
import { UnreadableError } from '../../src/extract/unreadable.ts';
import { docxOf, pdfOf, reportText } from '../support/files.ts';

/** Archives of reports: each member a document of its own, whatever the others are. */

let docx: Uint8Array;
let encryptedPdf: Uint8Array;
beforeAll(async () => {
  docx = await docxOf(reportText);
  encryptedPdf = await pdfOf((page) => page.text('Bao cao'), { userPassword: 'secret' });
});
const text = (content = reportText) => new TextEncoder().encode(content);

/** Each document as `label: format` or `label: cause`. */
async function listed(input: string | Uint8Array, options: ReadAllOptions = {}): Promise<string[]> {
  const lines: string[] = [];
  for await (const reading of readAll(input, { name: 'a.zip', ...options })) {
    if ('error' in reading && !(reading.error instanceof UnreadableError)) throw reading.error;
    const outcome = 'source' in reading ? reading.source.format : (reading.error as UnreadableError).text.en;
    if ('source' in reading) expect(reading.source.name).toBe(reading.member ? `a.zip/${reading.member}` : 'a.zip');
    lines.push(`${reading.member}: ${outcome}`);
  }
  return lines;
}

/** Overwrites little-endian numbers of a file. */
function patched(bytes: Uint8Array, ...changes: [at: number, value: number, size: 2 | 4][]): Uint8Array {
  const copy = Buffer.from(bytes);
  for (const [at, value, size] of changes) copy.writeUIntLE(value, at, size);
  return copy;
}

const centralOf = (bytes: Uint8Array) => Buffer.from(bytes).indexOf('PK\x01\x02', 0, 'latin1');

test('members in order, in folders, by content and not by name; bookkeeping is none', async () => {
  const zip = zipSync({
    'năm 2023/báo cáo.docx': docx,
    'word/ghi chú.txt': text(),
    'đổi tên.pdf': docx,
    'thư mục/': new Uint8Array(),
    '__MACOSX/._báo cáo.docx': text('x'),
    '.DS_Store': text('x'),
    '~$lock.docx': text('x'),
  });
  expect(await listed(zip)).toEqual(['năm 2023/báo cáo.docx: docx', 'word/ghi chú.txt: txt', 'đổi tên.pdf: docx']);
});

test('a .docx is a document, not an archive, also when it embeds others', async () => {
  expect(await listed(docx)).toEqual([': docx']);
});

test('archives inside are opened one level deep', async () => {
  const inner = zipSync({ 'b.txt': text(), 'c.zip': zipSync({ 'd.txt': text() }) });
  expect(await listed(zipSync({ 'a.txt': text(), 'inner.zip': inner }))).toEqual([
    'a.txt: txt',
    'inner.zip/b.txt: txt',
    'inner.zip/c.zip: is an archive nested more than one level deep',
  ]);
});

test('what cannot be read has one cause, the others come out', async () => {
  const zip = zipSync({
    'a.docx': docx.slice(0, 900),
    'b.pdf': encryptedPdf,
    'c.txt': new Uint8Array(),
    'd.txt': text(),
  });
  const lines = await listed(zip);
  expect(lines[0]).toMatch(/^a\.docx: .*damaged/);
  expect(lines[1]).toMatch(/^b\.pdf: .*password/);
  expect(lines.slice(2)).toEqual(['c.txt: is empty', 'd.txt: txt']);
});

test('an encrypted member, a member with a flipped bit', async () => {
  const zip = zipSync({ 'a.txt': text(), 'b.txt': text() }, { level: 0 });
  const encrypted = await listed(patched(zip, [centralOf(zip) + 8, 1, 2]));
  expect(encrypted).toEqual([expect.stringMatching(/^a\.txt: .*password/), 'b.txt: txt']);
  const flipped = await listed(patched(zip, [60, 0, 2]));
  expect(flipped).toEqual([expect.stringMatching(/^a\.txt: .*damaged/), 'b.txt: txt']);
});

test.each([
  ['../../etc/passwd', 'etc/passwd'],
  ['/etc/passwd', 'etc/passwd'],
  ['C:\\Windows\\win.ini', 'Windows/win.ini'],
  ['a/./b/../c.txt', 'a/b/c.txt'],
  ['ba\u0301o.txt', 'báo.txt'],
])('the name %s is a label', async (name, label) => {
  expect(await listed(zipSync({ [name]: text() }))).toEqual([`${label}: txt`]);
});

describe('limits', () => {
  const zeros = new Uint8Array(64 * 2 ** 20);

  test('a member larger than allowed, one that shrinks more than documents do, one that lies', async () => {
    const zip = zipSync({ 'a.txt': zeros, 'b.txt': text() });
    expect(await listed(zip)).toEqual(['a.txt: is too large when unpacked', 'b.txt: txt']);
    expect(await listed(zip, { maxBytes: 2 ** 20 })).toEqual(['a.txt: is larger than the limit of 1 MB', 'b.txt: txt']);
    const lying = await listed(patched(zip, [centralOf(zip) + 24, 1000, 4]));
    expect(lying).toEqual([expect.stringMatching(/^a\.txt: .*damaged/), 'b.txt: txt']);
  });

  test('all members together: said once, then nothing more is read', async () => {
    const zip = zipSync({ 'a.txt': text(), 'b.txt': text(), 'c.txt': text() });
    expect(await listed(zip, { maxTotal: text().length * 1.5 })).toEqual([
      'a.txt: txt',
      expect.stringMatching(/^b\.txt: .*what follows is not read/),
    ]);
  });

  test('ten thousand members, all the same bytes', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`${n}.txt`, text('x')]));
    expect(await listed(zipSync(many, { level: 0 }))).toEqual([': holds too many files']);
  });
});

test('no member, and an archive cut short', async () => {
  expect(await listed(zipSync({}))).toEqual([': is an archive without any document']);
  const zip = zipSync({ 'a.txt': text() });
  expect(await listed(zip.slice(0, -30))).toEqual([expect.stringMatching(/^: .*damaged/)]);
});

test('documents can be passed over', async () => {
  expect(await listed(zipSync({ 'a.txt': text(), 'b.txt': text() }), { skip: 1 })).toEqual(['b.txt: txt']);
  expect(await listed(docx, { skip: 1 })).toEqual([]);
});

test('a file that is none, or missing', async () => {
  expect(await listed(text())).toEqual([': txt']);
  expect(await listed('/nowhere/a.zip')).toEqual([': no such file']);
});
