import { isForeign } from './folder.ts';
import type { Sink } from './sink.ts';
import { isFolder, type Target } from './target.ts';

/**
 * Makes sure before the work begins that an output can be opened when it is done.
 *
 * @throws Error with the system's code, or that says what to install
 */
export async function checkTarget(name: string, target: Target): Promise<void> {
  if (isFolder(target) && isForeign(name)) throw Object.assign(new Error('not empty'), { code: 'ENOTEMPTY' });
  if (target === 'duckdb' || target === 'parquet') await (await import('./duckdb.ts')).loadDuckDB();
}

/** Opens an output. What is written to it takes the place of `name` when it is ended. */
export async function openSink(name: string, target: Target): Promise<Sink> {
  switch (target) {
    case 'jsonl':
      return (await import('./jsonl.ts')).jsonLines(name);
    case 'json':
      return (await import('./json-folder.ts')).jsonFolder(name);
    case 'csv':
      return (await import('./csv-folder.ts')).csvFolder(name);
    case 'parquet':
      return (await import('./duckdb.ts')).parquetFolder(name);
    case 'xlsx':
      return (await import('./excel.ts')).excelWorkbook(name);
    case 'duckdb':
      return (await import('./duckdb.ts')).duckDatabase(name);
  }
}
