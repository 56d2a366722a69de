import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { useCommand } from '../support/command.ts';
import { reportText } from '../support/files.ts';

/** What archives are like: nothing in them is lost in silence, nothing in them stops the rest. */
const { run, folder } = useCommand();

const onLinux = process.platform === 'linux';

beforeAll(() => {
  mkdirSync(join(folder, 'in/sub/.hidden'), { recursive: true });
  const put = (name: string | Buffer, text = reportText) =>
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/in/`), Buffer.from(name as string)]), text);
  for (const name of ['a.txt', 'x*y.txt', 'sub/[ngoặc] (1) {x}.txt', 'sub/sâu.txt', 'sub/sâu.txt'.normalize('NFD')])
    put(name);
  for (const name of ['.hidden.txt', '~$a.docx', 'Thumbs.db', 'sub/.hidden/x.txt']) put(name);
  put('rỗng.txt', '');
  put('ảnh.gif', `GIF89a${'\0'.repeat(100)}`);
  if (!onLinux) return;
  put('hai\ndòng.txt');
  put('xuyệc\\ngược.txt');
  put(Buffer.from('latin-\xE1.txt', 'latin1'));
  symlinkSync('..', join(folder, 'in/sub/loop'));
  symlinkSync('sub', join(folder, 'in/again'));
  symlinkSync('../a.txt', join(folder, 'in/sub/link.txt'));
  symlinkSync('nowhere', join(folder, 'in/dangling.txt'));
  execFileSync('mkfifo', [join(folder, 'in/pipe.txt')]);
});

/** The paths that came out, and those that failed with their causes. */
function batch(paths: string[], input?: string | Buffer): { paths: string[]; failed: string[]; code: number | null } {
  const { code } = run(['batch', ...paths, '-o', 'out.jsonl', '-q'], input === undefined ? {} : { input });
  const lines = (name: string) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  return {
    code,
    paths: lines('out.jsonl').map(({ path }) => path),
    failed: lines('out.failures.jsonl').map(({ path, cause }) => `${path}: ${cause.en}`),
  };
}

describe.runIf(onLinux)('a folder', () => {
  test('whatever its names are made of, wherever its links lead', () => {
    const { code, paths, failed } = batch(['in']);
    expect(code).toBe(3);
    expect(paths).toEqual(
      [
        'in/a.txt',
        'in/hai\ndòng.txt',
        'in/latin-\\xE1.txt',
        'in/sub/[ngoặc] (1) {x}.txt',
        'in/sub/link.txt',
        'in/sub/sâu.txt',
        'in/sub/sâu.txt'.normalize('NFD'),
        'in/x*y.txt',
        'in/xuyệc\\ngược.txt',
      ].sort(),
    );
    expect(failed).toEqual([
      'in/dangling.txt: is a link to nothing',
      'in/rỗng.txt: is empty',
      expect.stringMatching(/^in\/ảnh\.gif: is an image/),
    ]);
  });

  test('by the list of another tool', () => {
    const names = [Buffer.from('in/a.txt\0in/hai\ndòng.txt\0'), Buffer.from('./in//latin-\xE1.txt\0', 'latin1')];
    expect(batch(['-', '-0'], Buffer.concat(names))).toEqual({
      code: 0,
      paths: ['in/a.txt', 'in/hai\ndòng.txt', 'in/latin-\\xE1.txt'],
      failed: [],
    });
  });
});

test('names a line each, folders and files, each once', () => {
  const { paths } = batch(['-', 'in/a.txt'], 'in/a.txt\r\n./in/a.txt\nin/sub/sâu.txt\n');
  expect(paths).toEqual(['in/a.txt', 'in/sub/sâu.txt']);
});

test('a pattern that the shell left alone', () => {
  expect(batch(['in/sub/s*.txt']).paths).toHaveLength(2);
  expect(batch(['in/**/\\[*.txt']).paths).toEqual(['in/sub/[ngoặc] (1) {x}.txt']);
  expect(batch(['in/*.docx', 'in/a.txt', 'gone.txt']).failed).toEqual([
    'gone.txt: no such file',
    'in/*.docx: no file matches this pattern',
  ]);
});

test('an output inside the input is never read', () => {
  mkdirSync(join(folder, 'own'));
  writeFileSync(join(folder, 'own/a.txt'), reportText);
  for (const output of ['own/out', 'own/all.jsonl']) {
    const codes = [1, 2].map(() => run(['batch', 'own', '-o', output, '-q']).code);
    expect([output, ...codes]).toEqual([output, 0, 0]);
    rmSync(join(folder, output), { recursive: true });
  }
});
