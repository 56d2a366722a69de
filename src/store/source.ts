import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../schema.ts';
import { FAILURES } from './folder.ts';
import { DOCUMENTS } from './json-folder.ts';
import { linesIn } from './lines.ts';
import { addressIn, isPostgres } from './postgres/address.ts';
import type { Failure, Sink, StoredDocument } from './sink.ts';
import { stemOf } from './target.ts';

/** A path that is no store. */
export class NoStore extends Error {}

/** A store that holds the tables only, not the reports they were made from. */
export class OnlyTables extends Error {}

/** A store on a server that does not give it; the cause is an error that the command has words for. */
export class Unreachable extends Error {
  constructor(override readonly cause: unknown) {
    super('unreachable');
  }
}

/** What a batch came to, read again: the documents in their order, and what could not be read. */
export interface Source {
  documents(): AsyncIterable<StoredDocument>;
  failures(): AsyncIterable<Failure>;
}

/** Puts out all that a source holds. Which files its documents were in it does not say, hence no {@link Sink.begin}. */
export async function copy(source: Source, sink: Sink): Promise<void> {
  try {
    for await (const document of source.documents()) await sink.write(document);
    for await (const failure of source.failures()) await sink.fail(failure);
    await sink.end();
  } catch (error) {
    await sink.abort();
    throw error;
  }
}

/**
 * Opens what `dvcq batch` has put out: JSON Lines, a folder of JSON, or a DuckDB or PostgreSQL database.
 *
 * @throws NoStore, OnlyTables or Unreachable; reading it throws {@link NoStore} where it is damaged
 */
export async function openSource(path: string): Promise<Source> {
  if (isPostgres(path)) return (await import('./postgres/source.ts')).fromPostgres(addressIn(path));
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new NoStore();
  if (stat.isDirectory()) return jsonFiles(path);
  if (/\.jsonl(?:\.gz)?$/i.test(path)) return jsonLines(path);
  return (await import('./duckdb-source.ts')).fromDuckDB(path);
}

function jsonLines(path: string): Source {
  return {
    documents: async function* () {
      for await (const line of linesOrNoStore(path)) {
        const { path: document, ...report } = parsed<{ path: string } & Report>(line);
        if (typeof document !== 'string') throw new NoStore();
        yield { path: document, report: known(report) };
      }
    },
    failures: () => failuresIn(`${stemOf(path)}.${FAILURES}`),
  };
}

function jsonFiles(folder: string): Source {
  if (['documents.csv', 'documents.parquet'].some((name) => existsSync(join(folder, name)))) throw new OnlyTables();
  const list = join(folder, DOCUMENTS);
  if (!existsSync(list)) throw new NoStore();
  return {
    documents: async function* () {
      for await (const line of linesOrNoStore(list)) {
        const { path, file } = parsed<{ path: string; file: string }>(line);
        if (typeof path !== 'string' || typeof file !== 'string') throw new NoStore();
        yield { path, report: known(parsed<Report>(textOf(join(folder, file)))) };
      }
    },
    failures: () => failuresIn(join(folder, FAILURES)),
  };
}

async function* failuresIn(path: string): AsyncGenerator<Failure> {
  if (!existsSync(path)) return;
  for await (const line of linesOrNoStore(path)) {
    const failure = parsed<Failure>(line);
    if (typeof failure.path !== 'string' || !isObject(failure.cause)) throw new NoStore();
    yield failure;
  }
}

/** What cannot be read of a store is no fault of the output. */
async function* linesOrNoStore(path: string): AsyncGenerator<string> {
  const lines = linesIn(path, /\.gz$/i.test(path));
  for (;;) {
    const next = await lines.next().catch(() => {
      throw new NoStore();
    });
    if (next.done) return;
    yield next.value;
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new NoStore();
  }
}

/** An object in JSON. */
export function parsed<T extends object>(text: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new NoStore();
  }
  if (!isObject(value)) throw new NoStore();
  return value as T;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const lists = ['sections', 'footnotes', 'figures', 'references', 'documents', 'diagnostics'] as const;

/** A report, by the name of the contract it begins with, and whole. */
export function known(report: Report): Report {
  const { schema, source, header } = report;
  const whole = isObject(source) && isObject(header) && lists.every((list) => Array.isArray(report[list]));
  if (!/^dvcq\/1\b/.test(schema) || !whole) throw new NoStore();
  return report;
}
