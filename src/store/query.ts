import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { csvOptions, typeNames, withDatabase } from './duckdb.ts';
import { literal, name } from './sql.ts';
import { type Cell, tables } from './tables.ts';
import { views } from './views.ts';

/** What a question comes to: names of columns, and rows in pieces. */
export interface Answer {
  columns: string[];
  rows: AsyncIterable<Cell[][]>;
}

/** A path that is no store. */
export class NoStore extends Error {}

/**
 * Asks a store: a DuckDB database that `dvcq batch` made, or a folder of its CSV or Parquet files. Nothing is changed.
 *
 * @param sql a query in the SQL of DuckDB, or the name of a table or view
 * @throws NoStore, or Error with what DuckDB says of the query
 */
export async function ask<T>(store: string, sql: string, use: (answer: Answer) => Promise<T>): Promise<T> {
  const stat = statSync(store, { throwIfNoEntry: false });
  if (!stat) throw new NoStore(store);
  const query = /^\s*[\w"]+\s*$/.test(sql) ? `from ${name(sql.trim().replaceAll('"', ''))}` : sql;
  if (!stat.isDirectory()) {
    if (!isDatabase(store)) throw new NoStore(store);
    return withDatabase(store, (db) => answer(db, query, use), { access_mode: 'READ_ONLY' });
  }
  const open = ['parquet', 'csv'].find((ending) => existsSync(join(store, `documents.${ending}`)));
  if (!open) throw new NoStore(store);
  return withDatabase(':memory:', async (db) => {
    for (const statement of viewsOn(store, open)) await db.run(statement);
    return answer(db, query, use);
  });
}

/** DuckDB's files have this behind a checksum. */
function isDatabase(path: string): boolean {
  const file = openSync(path, 'r');
  const head = Buffer.alloc(12);
  readSync(file, head);
  closeSync(file);
  return head.toString('latin1', 8) === 'DUCK';
}

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
  ...views.map((view) => `create view ${name(view.name)} as ${view.sql}`),
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
