import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { csvFiles } from './csv-folder.ts';
import { csvOptions, typeNames, viewOf, withDatabase } from './duckdb.ts';
import { isDatabase, openToRead } from './duckdb-source.ts';
import { addressIn, isPostgres } from './postgres/address.ts';
import { copy, NoStore, openSource } from './source.ts';
import { literal, name } from './sql.ts';
import { type Cell, tables } from './tables.ts';
import { views } from './views.ts';

/** What a question comes to: names of columns, and rows in pieces. */
export interface Answer {
  columns: string[];
  rows: AsyncIterable<Cell[][]>;
}

/**
 * Asks what `dvcq batch` has put out, but for Excel. Nothing is changed. JSON is turned into tables first, beside the
 * system's temporary files.
 *
 * @param sql a query in the SQL of DuckDB, or of PostgreSQL where the store is one, or the name of a table or view
 * @throws NoStore, Unreachable, or Error with what the database says of the query
 */
export async function ask<T>(store: string, sql: string, use: (answer: Answer) => Promise<T>): Promise<T> {
  if (isPostgres(store)) return (await import('./postgres/ask.ts')).askPostgres(addressIn(store), sql, use);
  const stat = statSync(store, { throwIfNoEntry: false });
  if (!stat) throw new NoStore();
  const query = /^\s*[\w"]+\s*$/.test(sql) ? `from ${name(sql.trim().replaceAll('"', ''))}` : sql;
  if (stat.isFile() && isDatabase(store)) return askDatabase(store, query, use);
  const ending = ['parquet', 'csv'].find((ending) => existsSync(join(store, `documents.${ending}`)));
  if (ending) return askFiles(store, ending, query, use);
  const folder = mkdtempSync(join(tmpdir(), 'dvcq-query-'));
  try {
    await copy(await openSource(store), csvFiles(folder));
    return await askFiles(folder, 'csv', query, use);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function askDatabase<T>(store: string, sql: string, use: (answer: Answer) => Promise<T>): Promise<T> {
  const { db, close } = await openToRead(store);
  try {
    return await answer(db, sql, use);
  } finally {
    close();
  }
}

const askFiles = <T>(folder: string, ending: string, sql: string, use: (answer: Answer) => Promise<T>): Promise<T> =>
  withDatabase(':memory:', async (db) => {
    for (const statement of viewsOn(folder, ending)) await db.run(statement);
    return answer(db, sql, use);
  });

const csv = Object.entries(csvOptions)
  .map((option) => option.join(' = '))
  .join(', ');

/** The tables as views on the files of a folder, and the views on them. */
const viewsOn = (folder: string, ending: string): string[] => [
  ...tables.map(({ name: table, columns }) => {
    const file = literal(join(folder, `${table}.${ending}`));
    const types = columns.map((column) => `${literal(column.name)}: ${literal(typeNames[column.type])}`).join(', ');
    const source = ending === 'csv' ? `read_csv(${file}, ${csv}, columns = {${types}})` : file;
    return `create view ${name(table)} as from ${source}`;
  }),
  ...views.map(viewOf),
];

async function answer<T>(db: DuckDBConnection, sql: string, use: (answer: Answer) => Promise<T>): Promise<T> {
  const result = await db.stream(sql);
  return use({ columns: result.columnNames(), rows: cells(result.yieldRows()) });
}

async function* cells(chunks: AsyncIterable<DuckDBValue[][]>): AsyncGenerator<Cell[][]> {
  for await (const chunk of chunks) yield chunk.map((row) => row.map(cell));
}

/** Dates and whatever else DuckDB knows as it writes them; whole numbers as numbers where they fit. */
function cell(value: DuckDBValue): Cell {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  return String(value);
}
