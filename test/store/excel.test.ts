import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { afterAll, expect, test } from 'vitest';
import { excelWorkbook } from '../../src/store/excel.ts';

// What the workbook must do that other outputs need not; that it holds the rows is proved with those.

const folder = mkdtempSync(join(tmpdir(), 'dvcq-excel-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cause = { vi: 'tệp rỗng', en: 'is empty' };

const plenty = { rows: 1000, links: 1000, bytes: 2 ** 20 };

/** A workbook with failures alone, whose paths are the values to test. */
async function workbook(paths: string[], most?: Parameters<typeof excelWorkbook>[1]): Promise<string> {
  const file = join(folder, `${paths.length}-${Math.random()}.xlsx`);
  const sink = excelWorkbook(file, most);
  for (const path of paths) await sink.fail({ path, cause });
  await sink.end();
  return file;
}

const part = (file: string, name: string): string => strFromU8(unzipSync(readFileSync(file))[name] ?? new Uint8Array());

test('a table too long for a sheet goes on in another one', async () => {
  const file = await workbook(['a', 'b', 'c', 'd', 'e'], { ...plenty, rows: 2 });
  const sheets = ['Không đọc được', 'Không đọc được (2)', 'Không đọc được (3)'];
  const rows = await Promise.all(sheets.map(async (sheet) => (await readSheet(file, sheet)).map(([path]) => path)));
  expect(rows).toEqual([
    ['Tệp', 'a', 'b'],
    ['Tệp', 'c', 'd'],
    ['Tệp', 'e'],
  ]);
});

test('no more links than Excel opens', async () => {
  const file = await workbook(['a', 'b', 'c'], { ...plenty, links: 2 });
  expect(part(file, 'xl/worksheets/sheet9.xml').match(/<hyperlink /g)).toHaveLength(2);
  expect(await readSheet(file, 'Không đọc được')).toHaveLength(4);
});

test('a document in an archive leads to the archive', async () => {
  const file = await workbook([join(folder, 'ban giao.zip/2023/a.docx'), join(folder, 'x.zip/y.zip/b.docx')]);
  const targets = part(file, 'xl/worksheets/_rels/sheet9.xml.rels').matchAll(/Target="([^"]+)"/g);
  expect([...targets].map(([, target]) => target)).toEqual(['ban%20giao.zip', 'x.zip']);
});

test('text is text: formulas, signs of XML, what XML cannot hold, what Excel would take for an escape', async () => {
  const file = await workbook(['=1+1', '<a & "b">', 'a\0b', '_x0041_', ' a\n b ', `${'a'.repeat(40_000)}`]);
  const values = (await readSheet(file, 'Không đọc được', { trim: false })).slice(1).map(([path]) => path);
  expect(values.slice(0, 5)).toEqual(['=1+1', '<a & "b">', 'a\uFFFDb', '_x0041_', ' a\n b ']);
  expect(String(values[5])).toHaveLength(32_767);
});

test('a row longer than what is read at a time', async () => {
  const paths = ['a'.repeat(30_000), ...Array.from({ length: 40 }, (_, n) => `${n}${'&'.repeat(32_000)}`)];
  expect((await readSheet(await workbook(paths), 'Không đọc được')).slice(1).map(([path]) => path)).toEqual(paths);
});

test('more than a .zip holds is refused, not written wrong', async () => {
  const paths = Array.from({ length: 50 }, (_, n) => `${n}${'a'.repeat(1000)}`);
  await expect(workbook(paths, { ...plenty, bytes: 20_000 })).rejects.toMatchObject({ code: 'DVCQ_TOO_LARGE' });
});

test('the head stays in view and has filters', async () => {
  const sheet = part(await workbook(['a']), 'xl/worksheets/sheet9.xml');
  expect(sheet).toContain('state="frozen"');
  expect(sheet).toContain('<autoFilter ref="A1:C2"/>');
});

test('the same tables give the same bytes, and a workbook given up leaves nothing', async () => {
  expect(readFileSync(await workbook(['a', 'b'])).equals(readFileSync(await workbook(['a', 'b'])))).toBe(true);
  const before = readdirSync(folder);
  const sink = excelWorkbook(join(folder, 'given-up.xlsx'));
  await sink.fail({ path: 'a', cause });
  await sink.abort();
  expect(readdirSync(folder)).toEqual(before);
});
