import { closeSync, openSync, readSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { DuckDBBlobValue, DuckDBValue } from '@duckdb/node-api';
import type { Report } from '../schema.ts';
import { openDatabase, REPORTS } from './duckdb.ts';
import { known, NoStore, OnlyTables, type Source } from './source.ts';

/** DuckDB's files have this behind a checksum. */
export function isDatabase(path: string): boolean {
  const file = openSync(path, 'r');
  const head = Buffer.alloc(12);
  readSync(file, head);
  closeSync(file);
  return head.toString('latin1', 8) === 'DUCK';
}

/** A database of `dvcq batch` as a source of whole reports. */
export async function fromDuckDB(path: string): Promise<Source> {
  if (!isDatabase(path)) throw new NoStore();
  const tables = await column(path, `select count(*) from duckdb_tables() where table_name = '${REPORTS}'`);
  if (!tables[0]) throw new OnlyTables();
  return {
    documents: async function* () {
      for await (const [document, report] of rows(path, `select document, report from ${REPORTS} order by rowid`)) {
        const json = gunzipSync((report as DuckDBBlobValue).bytes).toString('utf8');
        yield { path: String(document), report: known(JSON.parse(json) as Report) };
      }
    },
    failures: async function* () {
      for await (const [failed, vi, en] of rows(path, 'select path, cause_vi, cause_en from failures order by rowid'))
        yield { path: String(failed), cause: { vi: String(vi), en: String(en) } };
    },
  };
}

async function column(path: string, sql: string): Promise<unknown[]> {
  const values = [];
  for await (const [value] of rows(path, sql)) values.push(Number(value));
  return values;
}

/** The rows of an answer; the database is open while they are asked for. */
async function* rows(path: string, sql: string): AsyncGenerator<DuckDBValue[]> {
  const { db, close } = await openDatabase(path, { access_mode: 'READ_ONLY' });
  try {
    for await (const chunk of (await db.stream(sql)).yieldRows()) yield* chunk;
  } finally {
    close();
  }
}
