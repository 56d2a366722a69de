import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { csvFiles } from './csv-folder.ts';
import { replaceFolder } from './folder.ts';
import type { Sink } from './sink.ts';
import { literal, name } from './sql.ts';
import { type ColumnType, type Table, tables } from './tables.ts';
import { views } from './views.ts';

/** Types of columns as DuckDB calls them. */
export const typeNames: Record<ColumnType, string> = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
};

/** A DuckDB database file with the tables and the views. DuckDB reads them from CSV files, so memory stays bounded. */
export function duckDatabase(target: string): Sink {
  const draft = `${target}.draft`;
  return gathered(draft, async (csv) => {
    const file = join(draft, 'store.duckdb');
    await withDatabase(file, async (db) => {
      for (const table of tables) await db.run(create(table));
      for (const table of tables) await db.run(fill(table, csv));
      for (const view of views) await db.run(`create view ${name(view.name)} as ${view.sql}`);
      await db.run('checkpoint');
    });
    renameSync(file, target);
    rmSync(draft, { recursive: true, force: true });
  });
}

/** A folder with a Parquet file a table. */
export function parquetFolder(target: string): Sink {
  const draft = `${target}.draft`;
  return gathered(draft, async (csv) => {
    const result = join(draft, 'parquet');
    mkdirSync(result);
    await withDatabase(':memory:', async (db) => {
      for (const table of tables) {
        await db.run(create(table));
        await db.run(fill(table, csv));
        const file = literal(join(result, `${table.name}.parquet`));
        await db.run(`copy ${name(table.name)} to ${file} (format parquet, compression zstd)`);
        await db.run(`drop table ${name(table.name)}`);
      }
    });
    replaceFolder(target, result);
    rmSync(draft, { recursive: true, force: true });
  });
}

/** A sink that gathers the tables in a folder and does something with them at the end. */
function gathered(draft: string, finish: (csv: string) => Promise<void>): Sink {
  rmSync(draft, { recursive: true, force: true });
  const csv = join(draft, 'csv');
  const files = csvFiles(csv);
  return {
    ...files,
    end: async () => {
      await files.end();
      await finish(csv);
    },
    abort: async () => rmSync(draft, { recursive: true, force: true }),
  };
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
};

const create = ({ name: table, columns }: Table): string =>
  `create table ${name(table)} (${columns.map((column) => `${name(column.name)} ${typeNames[column.type]}`).join(', ')})`;

const fill = ({ name: table }: Table, folder: string): string =>
  `copy ${name(table)} from ${literal(join(folder, `${table}.csv`))}
   (format csv, ${Object.entries(csvOptions)
     .map((option) => option.join(' '))
     .join(', ')})`;

/** Opens a database and closes it whatever happens. */
export async function withDatabase<T>(
  file: string,
  use: (db: DuckDBConnection) => Promise<T>,
  options: Record<string, string> = {},
): Promise<T> {
  const { DuckDBInstance } = await loadDuckDB();
  const instance = await DuckDBInstance.create(file, options);
  const db = await instance.connect();
  try {
    return await use(db);
  } finally {
    db.closeSync();
    instance.closeSync();
  }
}

/** @throws Error that says how to get DuckDB, which is optional, where it is missing */
export const loadDuckDB = () =>
  import('@duckdb/node-api').catch(() => {
    throw new Error('npm i -g @duckdb/node-api');
  });
