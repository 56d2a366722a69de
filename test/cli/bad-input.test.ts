import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { useCommand } from '../support/command.ts';
import { docxOf, oleOf, pdfOf, reportText } from '../support/files.ts';
import { pngOf, scanOf } from '../support/scans.ts';

// Whatever is wrong with a file: one line on standard error that names it and the cause, exit code 3, and nothing
// on standard output.

const { run, folder } = useCommand();

/** The files, each with the words its cause must have. */
const cases: [file: string, cause: RegExp][] = [
  ['missing.docx', /no such file/],
  ['folder', /folder/],
  ['empty.txt', /empty/],
  ['blank.txt', /no text/],
  ['binary.txt', /binary/],
  ['huge.docx', /64 MB/],
  ['cut-in-half.docx', /damaged/],
  ['cut-in-the-head.docx', /damaged/],
  ['password.docx', /password/],
  ['not-a-word-file.docx', /archive/],
  ['cut-in-half.pdf', /truncated/],
  ['password.pdf', /password/],
  ['no-text-layer.pdf', /scan/],
  ['old.doc', /\.doc/],
  ['old.xls', /\.xls/],
  ['photo.png', /image/],
  ['tcvn3.txt', /encoding/],
];

beforeAll(async () => {
  const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
  const docx = await docxOf(reportText);
  const pdf = await pdfOf((page) => page.text('Bao cao'));
  mkdirSync(join(folder, 'folder'));
  put('empty.txt', '');
  put('blank.txt', ' \n\n');
  put('binary.txt', randomBytes(4096));
  put('huge.docx', docx);
  truncateSync(join(folder, 'huge.docx'), 100 * 2 ** 20);
  put('cut-in-half.docx', docx.subarray(0, docx.length / 2));
  put('cut-in-the-head.docx', docx.subarray(0, 100));
  put('password.docx', oleOf(['EncryptionInfo', 'EncryptedPackage']));
  put('not-a-word-file.docx', Buffer.from(`504B0506${'00'.repeat(18)}`, 'hex'));
  put('cut-in-half.pdf', pdf.subarray(0, pdf.length / 2));
  put('password.pdf', await pdfOf((page) => page.text('Bao cao'), { userPassword: 'secret' }));
  put('no-text-layer.pdf', await pdfOf((page) => page.rect(50, 50, 400, 600).fill('#eeeeee')));
  put('old.doc', oleOf(['WordDocument']));
  put('old.xls', oleOf(['Workbook']));
  put('photo.png', Buffer.from('89504E470D0A1A0A0000000D49484452', 'hex'));
  // "Báo cáo" and more in the bytes of .VnTime, which are valid in no Unicode encoding.
  put('tcvn3.txt', Buffer.from('42B86F2063B86F206BD57420B7FD2074B96E20B0A1', 'hex'));
});

test.each(cases)('%s', (file, cause) => {
  const { code, stdout, stderr } = run(['parse', file, '--json']);
  expect(stderr).toMatch(cause);
  expect(stderr).toMatch(new RegExp(`^dvcq: ${file}: .+\n$`));
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
});

test('a file one may not read', () => {
  writeFileSync(join(folder, 'secret.txt'), reportText);
  chmodSync(join(folder, 'secret.txt'), 0);
  // Root may read everything, so it becomes nobody.
  const { stderr } = run(['parse', 'secret.txt'], process.getuid?.() === 0 ? { uid: 65534 } : {});
  expect(stderr).toBe('dvcq: secret.txt: permission denied\n');
});

test('standard input is called by that name', () => {
  expect(run(['parse', '-'], { input: '' })).toEqual({
    code: 3,
    stdout: '',
    stderr: 'dvcq: (standard input): is empty\n',
  });
});

test('standard input has the limit of files', () => {
  const { code, stderr } = run(['parse', '-'], { input: Buffer.alloc(65 * 2 ** 20, 'a ') });
  expect([code, stderr]).toEqual([3, 'dvcq: (standard input): is larger than the limit of 64 MB\n']);
});

test('a format that the file does not have', () => {
  writeFileSync(join(folder, 'report.txt'), reportText);
  const { code, stdout, stderr } = run(['parse', 'report.txt', '--format', 'pdf']);
  expect([code, stdout, stderr]).toEqual([3, '', 'dvcq: report.txt: is not a .pdf file\n']);
});

describe('scans', () => {
  const refused = (name: string, args: string[], env: Record<string, string>) => {
    const { code, stdout, stderr } = run(['parse', name, '--json', ...args], { env });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+\n$/);
    return stderr;
  };
  const install = 'npm i -g tesseract.js@7.0.0 @tesseract.js-data/vie@1.0.0';
  const nothing = { DVCQ_OCR_ENGINE: 'tesseract', PATH: '' };
  const scanOfPdf = 'is a scan: a PDF of images without a text layer';
  let png: Uint8Array;
  beforeAll(async () => {
    png = await pngOf(['Đã tiếp 48 lượt công dân.']);
    writeFileSync(join(folder, 'scan.png'), png);
    writeFileSync(join(folder, 'half.png'), png.subarray(0, png.length / 2));
    writeFileSync(join(folder, 'scan.pdf'), await scanOf([png]));
  });

  test('without an engine the cause says how to get one', () => {
    expect(refused('scan.png', [], nothing)).toBe(
      `dvcq: scan.png: is an image (a scan); to read scans, add OCR with: ${install}\n`,
    );
    expect(refused('scan.pdf', [], nothing)).toBe(
      `dvcq: scan.pdf: ${scanOfPdf}; to read scans, add OCR with: ${install}\n`,
    );
  });

  test('where OCR is off the cause says so, or nothing of engines', () => {
    const off = refused('scan.png', ['--ocr', 'off'], {});
    expect(off).toBe('dvcq: scan.png: is an image (a scan); OCR is off (--ocr off)\n');
    expect(refused('scan.pdf', ['--ocr', 'off'], {})).toBe(`dvcq: scan.pdf: ${scanOfPdf}\n`);
  });

  test('what the libraries of an engine say of a damaged image is not passed on', () => {
    expect(refused('half.png', [], { DVCQ_OCR_ENGINE: 'tesseract.js' })).toBe(
      'dvcq: half.png: is an image (a scan); it is damaged\n',
    );
  });
});

test('a file name cannot steer the terminal', () => {
  expect(run(['parse', 'a\x1b[31m\nb.txt']).stderr).toBe('dvcq: a[31m b.txt: no such file\n');
});

describe('in Vietnamese', () => {
  test.each([
    ['missing.docx', 'không có tệp này'],
    ['empty.txt', 'tệp rỗng'],
    ['password.docx', 'được bảo vệ bằng mật khẩu; hãy mở bằng Word và lưu lại không mật khẩu'],
  ])('%s', (file, cause) => {
    expect(run(['parse', file, '--lang', 'vi']).stderr).toBe(`dvcq: ${file}: ${cause}\n`);
  });
});

describe('one bad file among several', () => {
  test('the others come out', () => {
    writeFileSync(join(folder, 'one.txt'), reportText);
    const { code, stdout, stderr } = run(['parse', 'empty.txt', 'one.txt', 'missing.docx', '--json']);
    expect(code).toBe(3);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).source.name),
    ).toEqual(['one.txt']);
    expect(stderr).toBe('dvcq: empty.txt: is empty\ndvcq: missing.docx: no such file\n');
  });
});
