import { isForeign } from './folder.ts';
import { addressIn } from './postgres/address.ts';
import type { Sink } from './sink.ts';
import { isFolder, type Target } from './target.ts';

/**
 * Makes sure before the work begins that an output can be opened when it is done.
 *
 * @throws Error with the system's code, or that says what to install
 */
export async function checkTarget(name: string, target: Target): Promise<void> {
  if (target === 'postgres') await (await import('./postgres/sink.ts')).checkDatabase(addressIn(name));
  if (isFolder(target) && isForeign(name)) throw Object.assign(new Error('not empty'), { code: 'ENOTEMPTY' });
  if (target === 'duckdb' || target === 'parquet') await (await import('./duckdb.ts')).loadDuckDB();
}

/**
 * Opens an output. What is written to it takes the place of `name` when it is ended.
 *
 * @param onLost told when the connection to a server is lost, with the seconds that it is waited for
 */
export async function openSink(
  name: string,
  target: Target,
  onLost: (seconds: number) => void = () => {},
): Promise<Sink> {
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
    case 'postgres':
      return (await import('./postgres/sink.ts')).postgresDatabase(addressIn(name), onLost);
  }
}
