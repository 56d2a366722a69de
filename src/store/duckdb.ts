import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { DuckDBConnection } from '@duckdb/node-api';
import { csvFiles } from './csv-folder.ts';
import { replaceFolder } from './folder.ts';
import type { Sink } from './sink.ts';
import { literal, name } from './sql.ts';
import { type ColumnType, type Table, tables } from './tables.ts';
import { type View, views } from './views.ts';

/** Types of columns as DuckDB calls them. */
export const typeNames: Record<ColumnType, string> = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
};

/**
 * The table that keeps each report whole, as compressed JSON, beside the tables: from it the database can be turned
 * into any other output.
 */
export const REPORTS = 'reports';

/**
 * What DuckDB has given back goes to the system soon. No limit of memory: where a report is large, DuckDB would fail
 * instead of taking longer.
 */
export const bounds = { allocator_flush_threshold: '4MB', allocator_bulk_deallocation_flush_threshold: '4MB' };

/** Bytes of reports that are gathered before DuckDB writes them. */
const GATHERED = 4 * 2 ** 20;

/** A DuckDB database file with the tables and the views. DuckDB reads them from CSV files, so that we never hold them. */
export async function duckDatabase(target: string): Promise<Sink> {
  const draft = `${target}.draft`;
  rmSync(draft, { recursive: true, force: true });
  const csv = join(draft, 'csv');
  const files = csvFiles(csv);
  const file = join(draft, 'store.duckdb');
  const { db, close } = await openDatabase(file, bounds);
  await db.run(`create table ${name(REPORTS)} (document VARCHAR, report BLOB)`);
  const reports = await db.createAppender(REPORTS);
  let gathered = 0;
  return {
    ...files,
    write: async (document) => {
      await files.write(document);
      const report = gzipSync(JSON.stringify(document.report), { level: 1 });
      reports.appendVarchar(document.path);
      reports.appendBlob(report);
      reports.endRow();
      gathered += report.length;
      if (gathered < GATHERED) return;
      spoken(() => reports.flushSync());
      gathered = 0;
    },
    end: async () => {
      await files.end();
      spoken(() => reports.closeSync());
      const statements = [...tables.map(create), ...tables.map((table) => fill(table, csv)), ...views.map(viewOf)];
      for (const statement of [...statements, 'checkpoint']) await db.run(statement).catch(speak);
      close();
      renameSync(file, target);
      rmSync(draft, { recursive: true, force: true });
    },
    abort: async () => {
      close();
      rmSync(draft, { recursive: true, force: true });
    },
  };
}

/** A folder with a Parquet file a table. */
export function parquetFolder(target: string): Sink {
  const draft = `${target}.draft`;
  rmSync(draft, { recursive: true, force: true });
  const csv = join(draft, 'csv');
  const files = csvFiles(csv);
  return {
    ...files,
    end: async () => {
      await files.end();
      const result = join(draft, 'parquet');
      mkdirSync(result);
      const write = async (db: DuckDBConnection) => {
        for (const table of tables) {
          await db.run(create(table));
          await db.run(fill(table, csv));
          const file = literal(join(result, `${table.name}.parquet`));
          await db.run(`copy ${name(table.name)} to ${file} (format parquet, compression zstd)`).catch(speak);
          await db.run(`drop table ${name(table.name)}`);
        }
      };
      await withDatabase(':memory:', write, { ...bounds, temp_directory: join(draft, 'temporary') });
      replaceFolder(target, result);
      rmSync(draft, { recursive: true, force: true });
    },
    abort: async () => rmSync(draft, { recursive: true, force: true }),
  };
}

/** What DuckDB throws: of a full disk it speaks in a sentence, the command by the system's code. */
function speak(error: Error): never {
  throw /No space left on device/.test(error.message) ? Object.assign(error, { code: 'ENOSPC' }) : error;
}

function spoken(attempt: () => void): void {
  try {
    attempt();
  } catch (error) {
    speak(error as Error);
  }
}

/** How the CSV files are written, for DuckDB, which would guess. */
export const csvOptions = {
  auto_detect: 'false',
  header: 'true',
  delim: "','",
  quote: `'"'`,
  escape: `'"'`,
  nullstr: "''",
  parallel: 'false',
  // Twice the longest line that DuckDB takes; it would set 32 MB aside.
  buffer_size: '4194304',
};

const create = ({ name: table, columns }: Table): string =>
  `create table ${name(table)} (${columns.map((column) => `${name(column.name)} ${typeNames[column.type]}`).join(', ')})`;

/** What makes a view. */
export const viewOf = (view: View): string => `create view ${name(view.name)} as ${view.sql}`;

const fill = ({ name: table }: Table, folder: string): string =>
  `copy ${name(table)} from ${literal(join(folder, `${table}.csv`))}
   (format csv, ${Object.entries(csvOptions)
     .map((option) => option.join(' '))
     .join(', ')})`;

/** A database that is open until it is closed. */
export async function openDatabase(
  file: string,
  options: Record<string, string> = {},
): Promise<{ db: DuckDBConnection; close: () => void }> {
  const { DuckDBInstance } = await loadDuckDB();
  const instance = await DuckDBInstance.create(file, options);
  const db = await instance.connect();
  let isOpen = true;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    db.closeSync();
    instance.closeSync();
  };
  return { db, close };
}

/** Opens a database and closes it whatever happens. */
export async function withDatabase<T>(
  file: string,
  use: (db: DuckDBConnection) => Promise<T>,
  options: Record<string, string> = {},
): Promise<T> {
  const { db, close } = await openDatabase(file, options);
  try {
    return await use(db);
  } finally {
    close();
  }
}

/** @throws Error that says how to get DuckDB, which is optional, where it is missing */
export const loadDuckDB = () =>
  import('@duckdb/node-api').catch(() => {
    throw new Error('npm i -g @duckdb/node-api');
  });
