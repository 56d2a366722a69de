import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from '../../../src/extract/index.ts';
import { parse } from '../../../src/pipeline.ts';
import { withDatabase } from '../../../src/store/duckdb.ts';
import { checkTarget, openSink } from '../../../src/store/index.ts';
import type { StoredDocument } from '../../../src/store/sink.ts';
import { type Cell, failureRow, rowsOf, tables } from '../../../src/store/tables.ts';
import { views } from '../../../src/store/views.ts';
import { newServer, type Server } from '../../support/postgres.ts';

// What comes out of a real server is what the reports hold, and what other stores answer.

const samples = new URL('../../../samples/', import.meta.url).pathname;
const failure = { path: 'hỏng/"x", y\\z.docx', cause: { vi: 'tệp rỗng', en: 'is empty' } };
const folder = mkdtempSync(join(tmpdir(), 'dvcq-store-'));
const documents: StoredDocument[] = [];
let server: Server;

beforeAll(async () => {
  server = await newServer();
  await server.start();
  for (const name of readdirSync(samples).filter((file) => file.endsWith('.txt'))) {
    const report = parse(await read(join(samples, name)));
    // Values that are hard on COPY: ends of lines and cells inside, its sign for nothing, its escapes, an empty text.
    const labels = ['a\tb\nc\r\\.', '\\N', '', 'a\\nb'];
    const figures = report.figures.map((figure, n) => ({ ...figure, label: labels[n] ?? figure.label }));
    documents.push({ path: `báo cáo/${name}`, report: { ...report, figures } });
  }
  await checkTarget(server.address(), 'postgres');
  await put(server.address(), 'postgres');
});

afterAll(async () => {
  await server?.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function put(name: string, target: 'postgres' | 'duckdb'): Promise<void> {
  const sink = await openSink(name, target);
  for (const document of documents) await sink.write(document);
  await sink.fail(failure);
  await sink.end();
}

/** Whole numbers and dates as the tables have them; the driver knows dates in the zone of this machine only. */
const plain = (value: unknown): Cell => {
  if (value instanceof Date)
    return [value.getFullYear(), value.getMonth() + 1, value.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  return value as Cell;
};

const rowsIn = async (name: string): Promise<Cell[][]> => {
  const { columns, key } = tables.find((table) => table.name === name) ?? { columns: [], key: [] };
  const cells = columns.map((column) => (column.type === 'integer' ? `"${column.name}"::float` : `"${column.name}"`));
  const order = key.map((part) => `"${part}"`).join(', ');
  const found = await server.sql(`select ${cells.join(', ')} from dvcq."${name}" order by ${order}`);
  return found.map((row) => columns.map((column) => plain(row[column.name])));
};

describe.each(tables)('$name', ({ name, columns, key, title }) => {
  test('holds what the reports hold', async () => {
    const wanted = documents.flatMap((document) => ({ failures: [] as Cell[][], ...rowsOf(document) })[name]);
    if (name === 'failures') wanted.push(failureRow(failure));
    const at = key.map((part) => columns.findIndex((column) => column.name === part));
    const byKey = (one: Cell[], other: Cell[]): number => {
      for (const n of at) if (one[n] !== other[n]) return (one[n] ?? '') < (other[n] ?? '') ? -1 : 1;
      return 0;
    };
    expect(await rowsIn(name)).toEqual(wanted.sort(byKey));
    if (name !== 'indicators') expect(wanted.length).toBeGreaterThan(0);
  });

  test('says what it and its columns are', async () => {
    const comments = await server.sql(
      `select obj_description(c.oid) as of_table, a.attname as column, col_description(c.oid, a.attnum) as comment
       from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.oid = 'dvcq."${name}"'::regclass and a.attnum > 0 order by a.attnum`,
    );
    expect(comments.map((row) => row.column)).toEqual(columns.map((column) => column.name));
    for (const [n, row] of comments.entries()) {
      expect(row.of_table).toBe(`${title.vi} (${title.en})`);
      expect(row.comment).toContain(columns[n]?.title.vi);
      expect(row.comment).toContain(columns[n]?.title.en);
    }
  });

  test('has the key that tells its rows apart', async () => {
    const found = await server.sql(
      `select a.attname as column from pg_index i
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
       where i.indrelid = 'dvcq."${name}"'::regclass and i.indisprimary
       order by array_position(i.indkey::int[], a.attnum::int)`,
    );
    expect(found.map((row) => row.column)).toEqual([...key]);
  });
});

test.each(views.map(({ name }) => name))('the view %s answers as in DuckDB', async (name) => {
  const file = join(folder, `${name}.duckdb`);
  await put(file, 'duckdb');
  const asText = (rows: Record<string, unknown>[]) =>
    rows.map((row) => JSON.stringify(Object.values(row).map((value) => (value === null ? '' : String(plain(value))))));
  const wanted = await withDatabase(file, async (db) => (await db.runAndReadAll(`from ${name}`)).getRowObjects());
  const found = await server.sql(`select * from dvcq.${name}`);
  expect(wanted.length).toBeGreaterThan(0);
  expect(asText(found).sort()).toEqual(asText(wanted).sort());
});
