import { closeSync, openSync, readSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { DuckDBBlobValue, DuckDBValue } from '@duckdb/node-api';
import type { Report } from '../schema.ts';
import { bounds, loadDuckDB, openDatabase, REPORTS } from './duckdb.ts';
import { known, NoStore, OnlyTables, parsed, type Source, Unreachable } from './source.ts';

/** DuckDB's files have this behind a checksum. */
export function isDatabase(path: string): boolean {
  const file = openSync(path, 'r');
  const head = Buffer.alloc(12);
  readSync(file, head);
  closeSync(file);
  return head.toString('latin1', 8) === 'DUCK';
}

/** What the command has words for: another program writes to the database. */
const IN_USE = 'DVCQ_IN_USE';

/**
 * Opens a database that is there, to be read.
 *
 * @throws NoStore where it is none, or damaged; Unreachable
 */
export async function openToRead(path: string, options: Record<string, string> = {}): ReturnType<typeof openDatabase> {
  if (!isDatabase(path)) throw new NoStore();
  await loadDuckDB();
  return openDatabase(path, { ...options, access_mode: 'READ_ONLY' }).catch((error: Error) => {
    const inUse = /lock on file|used by another process/i.test(error.message);
    throw inUse ? new Unreachable(Object.assign(error, { code: IN_USE })) : new NoStore();
  });
}

/** A database of `dvcq batch` as a source of whole reports. */
export async function fromDuckDB(path: string): Promise<Source> {
  const tables = await all(path, "select table_name from duckdb_tables() where schema_name = 'main'");
  if (!tables.includes('documents')) throw new NoStore();
  if (!tables.includes(REPORTS)) throw new OnlyTables();
  return {
    documents: async function* () {
      for await (const [document, report] of rows(path, `select document, report from ${REPORTS}`))
        yield { path: String(document), report: known(parsed<Report>(unpacked(report as DuckDBBlobValue))) };
    },
    failures: async function* () {
      for await (const [failed, vi, en] of rows(path, 'select path, cause_vi, cause_en from failures'))
        yield { path: String(failed), cause: { vi: String(vi), en: String(en) } };
    },
  };
}

function unpacked({ bytes }: DuckDBBlobValue): string {
  try {
    return gunzipSync(bytes).toString('utf8');
  } catch {
    throw new NoStore();
  }
}

async function all(path: string, sql: string): Promise<string[]> {
  const values = [];
  for await (const [value] of rows(path, sql)) values.push(String(value));
  return values;
}

/** Rows come in the order in which they were written. To ask for it would sort all reports, in memory. */
const asWritten = { ...bounds, threads: '1', preserve_insertion_order: 'true' };

/** The rows of an answer; the database is open while they are asked for. */
async function* rows(path: string, sql: string): AsyncGenerator<DuckDBValue[]> {
  const { db, close } = await openToRead(path, asWritten);
  try {
    const chunks = (await db.stream(sql).catch(damaged)).yieldRows();
    for (;;) {
      const next = await chunks.next().catch(damaged);
      if (next.done) return;
      yield* next.value;
    }
  } finally {
    close();
  }
}

function damaged(): never {
  throw new NoStore();
}
