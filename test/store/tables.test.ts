import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from '../../src/extract/index.ts';
import { parse } from '../../src/pipeline.ts';
import { withDatabase } from '../../src/store/duckdb.ts';
import { openSink } from '../../src/store/index.ts';
import type { StoredDocument } from '../../src/store/sink.ts';
import { type Cell, failureRow, rowsOf, tables } from '../../src/store/tables.ts';
import type { Target } from '../../src/store/target.ts';

// Each output is read back by a tool that is not ours, and compared with the rows of the reports.

const samples = new URL('../../samples/', import.meta.url).pathname;
const failure = { path: 'hỏng/"x", y.docx', cause: { vi: 'tệp rỗng', en: 'is empty' } };
const folder = mkdtempSync(join(tmpdir(), 'dvcq-store-'));
const documents: StoredDocument[] = [];
const wanted = new Map<string, Cell[][]>(tables.map(({ name }) => [name, []]));

beforeAll(async () => {
  for (const name of readdirSync(samples).filter((file) => file.endsWith('.txt'))) {
    const report = parse(await read(join(samples, name)));
    // Values that are hard on quoting: line ends inside, quotes, commas, a formula.
    const figures = report.figures.map((figure, n) => (n ? figure : { ...figure, label: '=1+1, "hai"\nba' }));
    documents.push({ path: `báo cáo/${name}`, report: { ...report, figures } });
  }
  for (const document of documents)
    for (const [name, rows] of Object.entries(rowsOf(document))) wanted.get(name)?.push(...rows);
  wanted.get('failures')?.push(failureRow(failure));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function put(target: Target, name: string): Promise<string> {
  const sink = await openSink(join(folder, name), target);
  for (const document of documents) await sink.write(document);
  await sink.fail(failure);
  await sink.end();
  return join(folder, name);
}

/** Cells as any tool gives them: dates as text, whole numbers in the width of the tool. */
const plain = (value: unknown): Cell => {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'object' && value !== null) return String(value);
  return (value ?? null) as Cell;
};

const rowsIn = (found: Record<string, unknown>[], name: string): Cell[][] => {
  const { columns } = tables.find((table) => table.name === name) ?? { columns: [] };
  return found.map((row) => columns.map((column) => plain(row[column.name])));
};

test('there are rows to compare', () => {
  for (const name of ['documents', 'sections', 'figures', 'measures', 'references', 'cited_documents', 'diagnostics'])
    expect(wanted.get(name)?.length, name).toBeGreaterThan(3);
});

test('keys tell rows apart and links lead somewhere', () => {
  for (const { name, columns, key, links } of tables) {
    const at = (columnName: string) => columns.findIndex((column) => column.name === columnName);
    const keys = wanted.get(name)?.map((row) => JSON.stringify(key.map((part) => row[at(part)]))) ?? [];
    expect(new Set(keys).size, name).toBe(keys.length);
    for (const { columns: from, table, to } of links) {
      const target = tables.find((each) => each.name === table);
      const there = new Set(
        wanted
          .get(table)
          ?.map((row) =>
            JSON.stringify(to.map((part) => row[target?.columns.findIndex((column) => column.name === part) ?? -1])),
          ),
      );
      for (const row of wanted.get(name) ?? []) {
        const link = from.map((part) => row[at(part)]);
        if (!link.includes(null)) expect(there, `${name}.${from}`).toContain(JSON.stringify(link));
      }
    }
  }
});

describe('the DuckDB database, by SQL', () => {
  let file: string;
  beforeAll(async () => {
    file = await put('duckdb', 'store.duckdb');
  });

  test.each(tables.map(({ name }) => name))('%s', async (name) => {
    await withDatabase(file, async (db) => {
      const found = (await db.runAndReadAll(`from "${name}"`)).getRowObjects();
      expect(rowsIn(found, name)).toEqual(wanted.get(name));
    });
  });

  test('its views answer', async () => {
    await withDatabase(file, async (db) => {
      const count = async (view: string) => (await db.runAndReadAll(`from ${view}`)).currentRowCount;
      expect(await count('most_cited')).toBeGreaterThan(10);
      expect(await count('petitions')).toBeGreaterThan(5);
      expect(await count('open_findings')).toBeGreaterThan(0);
    });
  });
});

test('the CSV files, by DuckDB, with the types that the descriptor states', async () => {
  const csv = await put('csv', 'csv');
  const { resources } = JSON.parse(readFileSync(join(csv, 'datapackage.json'), 'utf8'));
  const types = { string: 'VARCHAR', integer: 'BIGINT', number: 'DOUBLE', boolean: 'BOOLEAN', date: 'DATE' };
  await withDatabase(':memory:', async (db) => {
    for (const { name, path, schema } of resources) {
      const columns = (schema.fields as { name: string; type: keyof typeof types }[])
        .map((field) => `'${field.name}': '${types[field.type]}'`)
        .join(', ');
      const source = `read_csv('${join(csv, path)}', header = true, columns = {${columns}})`;
      expect(rowsIn((await db.runAndReadAll(`from ${source}`)).getRowObjects(), name), name).toEqual(wanted.get(name));
    }
  });
});

test('the Parquet files, by hyparquet', async () => {
  const parquet = await put('parquet', 'parquet');
  for (const { name } of tables) {
    const file = await asyncBufferFromFile(join(parquet, `${name}.parquet`));
    expect(rowsIn(await parquetReadObjects({ file, compressors }), name), name).toEqual(wanted.get(name));
  }
});

test('the Excel workbook, by read-excel-file', async () => {
  const file = await put('xlsx', 'workbook.xlsx');
  for (const { name, title, columns } of tables) {
    const [heads, ...rows] = await readSheet(file, title.vi);
    expect(heads).toEqual(columns.map((column) => column.title.vi));
    expect(
      rows.map((row) => row.map(plain)),
      name,
    ).toEqual(wanted.get(name));
  }
});

test('links of the workbook lead to files whatever their names hold', async () => {
  const file = join(folder, 'links.xlsx');
  const sink = await openSink(file, 'xlsx');
  for (const path of ['quý #3?/50% đơn.docx', 'nửa \ud800.docx'])
    await sink.fail({ ...failure, path: join(folder, path) });
  await sink.end();
  const parts = Object.entries(unzipSync(readFileSync(file)));
  const links = parts.flatMap(([name, bytes]) =>
    name.endsWith('.xml.rels')
      ? [...strFromU8(bytes).matchAll(/Target="([^"]*\.docx)"/g)].map(([, link = '']) => link)
      : [],
  );
  expect(links.map((link) => [link.includes('#') || link.includes('?'), decodeURIComponent(link)])).toEqual([
    [false, 'quý #3?/50% đơn.docx'],
    [false, 'nửa \ufffd.docx'],
  ]);
});

test('JSON Lines and a folder of JSON hold the reports themselves', async () => {
  const lines = readFileSync(await put('jsonl', 'reports.jsonl'), 'utf8')
    .trimEnd()
    .split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(documents.map(({ path, report }) => ({ path, ...report })));
  const json = await put('json', 'json');
  for (const { path, report } of documents)
    expect(JSON.parse(readFileSync(join(json, `${path}.json`), 'utf8'))).toEqual(report);
});

test('an output that is given up leaves what was there before', async () => {
  const file = await put('duckdb', 'kept.duckdb');
  const before = readFileSync(file);
  const sink = await openSink(file, 'duckdb');
  for (const document of documents) await sink.write(document);
  await sink.abort();
  expect(readFileSync(file)).toEqual(before);
  expect(readdirSync(folder).filter((name) => name.includes('draft'))).toEqual([]);
});
