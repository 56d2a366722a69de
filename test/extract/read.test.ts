import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { read } from '../../src/extract/index.ts';
import { sniff } from '../../src/extract/sniff.ts';
import { docxOf, oleOf, pdfOf, reportText } from '../support/files.ts';

const bytes = Buffer.from(reportText);

describe('a source', () => {
  test('says where it comes from', async () => {
    expect(await read(bytes)).toMatchObject({
      name: '-',
      format: 'txt',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      pages: null,
      encoding: 'utf-8',
      ocr: false,
      text: reportText,
    });
  });

  test.each([
    ['bao-cao.txt', 'txt'],
    ['bao-cao.md', 'md'],
    ['BAO-CAO.MD', 'md'],
    ['bao-cao.docx', 'txt'],
    ['bao-cao.doc', 'txt'],
  ])('the name decides only between txt and md: %s', async (name, format) => {
    expect(await read(bytes, { name })).toMatchObject({ name, format });
  });

  test('a limit of its own', async () => {
    await expect(read(bytes, { maxBytes: bytes.length - 1 })).rejects.toThrow(/larger than/);
    await expect(read(bytes, { maxBytes: bytes.length })).resolves.toBeDefined();
  });
});

describe('formats by their first bytes', () => {
  const refused = (en: RegExp) => ({ refused: { en: expect.stringMatching(en) } });

  test('what dvcq reads', async () => {
    expect(await sniff(await docxOf('Báo cáo'))).toEqual({ format: 'docx' });
    expect(await sniff(await pdfOf((page) => page.text('Bao cao')))).toEqual({ format: 'pdf' });
    expect(await sniff(Buffer.concat([Buffer.from('junk\n'), Buffer.from('%PDF-1.7')]))).toEqual({ format: 'pdf' });
    expect(await sniff(oleOf(['WordDocument']))).toEqual({ format: 'doc' });
    expect(await sniff(Buffer.from('FFD8FFE000104A464946', 'hex'))).toEqual({ format: 'jpg' });
    expect(await sniff(Buffer.from('{\\rtf1'))).toEqual({ format: 'rtf' });
    expect(await sniff(Buffer.from('\uFEFF\n<HTML><head>'))).toEqual({ format: 'html' });
    expect(await sniff(Buffer.from('BM của xã'))).toEqual({ format: 'txt' });
    expect(await sniff(Buffer.from('<p> là dấu đoạn'))).toEqual({ format: 'txt' });
  });

  test.each<[string, Uint8Array, RegExp]>([
    ['Excel 97-2003', oleOf(['Workbook']), /\.xls\)/],
    ['another OLE file', oleOf(['Quill']), /Office 97-2003/],
    ['a password', oleOf(['EncryptionInfo', 'EncryptedPackage']), /password/],
    ['XML', Buffer.from('<?xml version="1.0"?><w:wordDocument/>'), /XML/],
    ['BMP', Buffer.from('424D3600000000000000', 'hex'), /image/],
    ['RAR', Buffer.from('Rar!\x1A\x07\0', 'latin1'), /\.rar/],
  ])('what it does not read yet: %s', async (_, file, cause) => {
    expect(await sniff(file)).toMatchObject(refused(cause));
  });
});
