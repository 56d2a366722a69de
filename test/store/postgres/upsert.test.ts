import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from '../../../src/pipeline.ts';
import { checkTarget, openSink } from '../../../src/store/index.ts';
import { rowsOf } from '../../../src/store/tables.ts';
import { reportText } from '../../support/files.ts';
import { newServer, type Server } from '../../support/postgres.ts';

// What a database knows is what was last found at each path; the same content is there once, wherever it was found.

const report = parse(reportText);
const perDocument = Object.fromEntries(
  Object.entries(rowsOf({ path: '', report })).map(([name, rows]) => [name, rows.length]),
);
const figures = perDocument.figures ?? 0;
let server: Server;
beforeAll(async () => {
  server = await newServer();
  await server.start();
  await checkTarget(server.address(), 'postgres');
});
afterAll(() => server?.remove());
beforeEach(() => server.sql('set search_path to dvcq; truncate documents, places, failures cascade'));

const sha256 = (content: string) => `sha-of-${content}`;
const cause = { vi: 'tệp rỗng', en: 'is empty' };

/** Files with their documents: `{ 'a.zip': { x.txt: content } }`, or a content, or `null` for one that fails. */
type Files = Record<string, string | null | Record<string, string | null>>;

/** What a batch over some files does. */
async function batch(files: Files): Promise<void> {
  const sink = await openSink(server.address(), 'postgres');
  const put = async (path: string, content: string | null) =>
    content === null
      ? await sink.fail({ path, cause })
      : await sink.write({ path, report: { ...report, source: { ...report.source, sha256: sha256(content) } } });
  for (const [file, content] of Object.entries(files)) {
    sink.begin?.(file);
    if (typeof content === 'object' && content !== null)
      for (const [member, inner] of Object.entries(content)) await put(member ? `${file}/${member}` : file, inner);
    else await put(file, content);
  }
  await sink.end();
}

/** Documents as `path: content`, with the paths where each was found, and failures. */
async function stored(): Promise<{ documents: string[]; failures: string[] }> {
  const documents = await server.sql(
    `select d.path, d.sha256, (select string_agg(p.path, ' ' order by p.path) from dvcq.places p
       where p.sha256 = d.sha256 and p.format = d.format) as places,
       (select count(*) from dvcq.figures f where f.document = d.path)::int as figures
     from dvcq.documents d order by d.path`,
  );
  for (const row of documents) expect(row.figures, `figures of ${row.path}`).toBe(figures);
  const [all] = await server.sql('select count(*)::int as n from dvcq.figures');
  expect(all?.n).toBe(figures * documents.length);
  const failures = await server.sql('select path from dvcq.failures order by path');
  return {
    documents: documents.map((row) => `${row.path}: ${String(row.sha256).replace('sha-of-', '')} at ${row.places}`),
    failures: failures.map((row) => String(row.path)),
  };
}

test('there are rows to count', () => expect(figures).toBeGreaterThan(1));

test('the same again changes nothing', async () => {
  const files = { 'a.txt': 'A', 'b.txt': 'B', 'c.txt': null };
  await batch(files);
  const before = await stored();
  await batch(files);
  expect(await stored()).toEqual(before);
  expect(before).toEqual({ documents: ['a.txt: A at a.txt', 'b.txt: B at b.txt'], failures: ['c.txt'] });
});

describe('a content at several paths is one document, under the first of them,', () => {
  const once = { documents: ['a/x.txt: X at a/x.txt b/x.txt c.txt'], failures: [] };
  test('in one batch', async () => {
    await batch({ 'a/x.txt': 'X', 'b/x.txt': 'X', 'c.txt': 'X' });
    expect(await stored()).toEqual(once);
  });
  test('in several, in whatever order', async () => {
    await batch({ 'c.txt': 'X' });
    await batch({ 'b/x.txt': 'X' });
    await batch({ 'a/x.txt': 'X' });
    expect(await stored()).toEqual(once);
    await batch({ 'b/x.txt': 'X', 'c.txt': 'X' });
    expect(await stored()).toEqual(once);
  });
});

describe('a path with another content than before', () => {
  test('gives up the old one, where it is nowhere else', async () => {
    await batch({ 'a.txt': 'old' });
    await batch({ 'a.txt': 'new' });
    expect((await stored()).documents).toEqual(['a.txt: new at a.txt']);
  });
  test('leaves it at the path where it still is', async () => {
    await batch({ 'a.txt': 'old', 'b.txt': 'old' });
    await batch({ 'a.txt': 'new' });
    expect((await stored()).documents).toEqual(['a.txt: new at a.txt', 'b.txt: old at b.txt']);
  });
  test('may have changed with its neighbour', async () => {
    await batch({ 'a.txt': 'A', 'b.txt': 'B' });
    await batch({ 'a.txt': 'B', 'b.txt': 'A' });
    expect((await stored()).documents).toEqual(['a.txt: B at a.txt', 'b.txt: A at b.txt']);
  });
  test('cannot be read any more, then can again', async () => {
    await batch({ 'a.txt': 'A', 'b.txt': 'B' });
    await batch({ 'a.txt': null });
    expect(await stored()).toEqual({ documents: ['b.txt: B at b.txt'], failures: ['a.txt'] });
    await batch({ 'a.txt': 'A' });
    expect(await stored()).toEqual({ documents: ['a.txt: A at a.txt', 'b.txt: B at b.txt'], failures: [] });
  });
});

describe('an archive', () => {
  test('loses the members that it no longer has, and no neighbours', async () => {
    await batch({ 'a.zip': { 'x.txt': 'X', 'sub/y.txt': 'Y', 'z.txt': null }, 'a.zip.txt': 'N', 'a.zip0/x.txt': 'O' });
    await batch({ 'a.zip': { 'x.txt': 'X' } });
    expect(await stored()).toEqual({
      documents: ['a.zip.txt: N at a.zip.txt', 'a.zip/x.txt: X at a.zip/x.txt', 'a.zip0/x.txt: O at a.zip0/x.txt'],
      failures: [],
    });
  });
  test('that is cut off keeps what came before', async () => {
    await batch({ 'a.zip': { 'x.txt': 'X', '': null } });
    expect(await stored()).toEqual({ documents: ['a.zip/x.txt: X at a.zip/x.txt'], failures: ['a.zip'] });
  });
  test('that is damaged now gives up all, and gets it back', async () => {
    await batch({ 'a.zip': { 'x.txt': 'X', 'y.txt': 'Y' } });
    await batch({ 'a.zip': null });
    expect(await stored()).toEqual({ documents: [], failures: ['a.zip'] });
    await batch({ 'a.zip': { 'x.txt': 'X' } });
    expect(await stored()).toEqual({ documents: ['a.zip/x.txt: X at a.zip/x.txt'], failures: [] });
  });
  test('of more members than go into one transaction', async () => {
    const members = Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`${1000 + n}.txt`, `${n % 590}`]));
    await batch({ 'a.zip': { ...members, '': null } });
    await batch({ 'a.zip': { ...members, '': null } });
    const { documents, failures } = await stored();
    expect([documents.length, failures]).toEqual([590, ['a.zip']]);
    expect(documents[0]).toBe('a.zip/1000.txt: 0 at a.zip/1000.txt a.zip/1590.txt');
  });
});

test('paths too long for an index, and characters that PostgreSQL does not take', async () => {
  const long = ['a', 'b'].map((end) => `${'thư mục/'.repeat(400)}${end}`);
  const files = Object.fromEntries([...long, 'x\0y\ud800.txt'].map((path, n) => [path, `${n}`]));
  await batch(files);
  await batch({ ...files, [`${long[0]}c`]: null });
  const { documents, failures } = await stored();
  expect([documents.length, failures.length]).toEqual([3, 1]);
  expect(documents[2]).toBe('x\ufffdy\ufffd.txt: 2 at x\ufffdy\ufffd.txt');
});

test('two writers at a time do not get in each other’s way', async () => {
  const files = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n}.txt`, `${n}`]));
  const backwards = Object.fromEntries(Object.entries(files).reverse());
  await Promise.all([batch(files), batch(backwards), batch(files)]);
  expect((await stored()).documents).toHaveLength(300);
});
