import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { useCommand } from '../support/command.ts';
import { docxOf, reportText } from '../support/files.ts';

// An archive is as many inputs as it has members; documents are read in a thread that can be stopped.

const { run, folder } = useCommand();
const text = new TextEncoder().encode(reportText);

beforeAll(async () => {
  const docx = await docxOf(reportText);
  const zip = zipSync({ 'a/b.docx': docx, '../bad.docx': docx.slice(0, 500), 'c.txt': text });
  writeFileSync(join(folder, 'a.zip'), zip);
  writeFileSync(join(folder, 'a.docx'), docx);
});

test('parse: one line of JSON each, one line of cause, exit code 3', () => {
  const { code, stdout, stderr } = run(['parse', '--json', 'a.zip']);
  const names = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).source.name);
  expect(names).toEqual(['a.zip/a/b.docx', 'a.zip/c.txt']);
  expect(stderr).toMatch(/^dvcq: a\.zip\/bad\.docx: [^\n]*damaged[^\n]*\n$/);
  expect(code).toBe(3);
});

test('check: findings by member', () => {
  const { code, stdout } = run(['check', '--json', 'a.zip']);
  const files = JSON.parse(stdout).files.map(({ file }: { file: string }) => file);
  expect(files).toEqual(['a.zip/a/b.docx', 'a.zip/bad.docx', 'a.zip/c.txt']);
  expect(code).toBe(3);
});

test('a document that takes too long is stopped, each in its own time, and text is still read', () => {
  const { code, stdout, stderr } = run(['parse', '--json', '--timeout', '0.001', 'a.docx', 'a.docx', '-'], {
    input: text,
  });
  expect(stderr).toBe('dvcq: a.docx: was not read within 0.001 seconds (see --timeout)\n'.repeat(2));
  expect(JSON.parse(stdout).source.name).toBe('-');
  expect(code).toBe(3);
});

test('--max-bytes', () => {
  const { code, stderr } = run(['parse', '--max-bytes', '1K', 'a.docx']);
  expect(stderr).toBe('dvcq: a.docx: is larger than the limit of 1024 byte\n');
  expect(code).toBe(3);
  expect(run(['parse', '--max-bytes', 'many', 'a.docx']).code).toBe(2);
});
