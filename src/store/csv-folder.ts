import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { dataPackage } from './data-package.ts';
import { replaceFolder } from './folder.ts';
import type { Sink } from './sink.ts';
import { type Cell, failureRow, type Row, rowsOf, type TableName, tables } from './tables.ts';

/** Excel takes a file for Unicode only when it begins with this. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Characters that are gathered for a table before they are written. */
const CHUNK = 2 ** 18;

/**
 * A folder with a CSV file a table, and a Frictionless Data Package descriptor that says what the columns are.
 * Absent is empty. Values are exact: what begins with `=` or `-` is no more protected from spreadsheets than any text.
 */
export function csvFolder(target: string): Sink {
  const draft = `${target}.draft`;
  rmSync(draft, { recursive: true, force: true });
  const sink = csvFiles(draft);
  return {
    ...sink,
    end: async () => {
      await sink.end();
      writeFileSync(join(draft, 'datapackage.json'), `${JSON.stringify(dataPackage(), null, 2)}\n`);
      replaceFolder(target, draft);
    },
  };
}

/** The files alone, in a folder that is made for them. */
export function csvFiles(folder: string): Sink {
  mkdirSync(folder, { recursive: true });
  const files = new Map(tables.map(({ name, columns }) => [name, csvFile(join(folder, `${name}.csv`), columns)]));
  const add = (name: TableName, rows: Row[]) => files.get(name)?.add(rows);
  const close = () => {
    for (const file of files.values()) file.close();
  };
  return {
    write: async (document) => {
      for (const [name, rows] of Object.entries(rowsOf(document))) add(name as TableName, rows);
    },
    fail: async (failure) => add('failures', [failureRow(failure)]),
    end: async () => close(),
    abort: async () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function csvFile(path: string, columns: readonly { name: string }[]) {
  const file = openSync(path, 'w');
  let pending = BYTE_ORDER_MARK;
  const flush = () => {
    writeFileSync(file, Buffer.from(pending));
    pending = '';
  };
  const add = (rows: Cell[][]) => {
    pending += stringify(rows, { cast: { boolean: String } });
    if (pending.length > CHUNK) flush();
  };
  add([columns.map(({ name }) => name)]);
  const close = () => {
    flush();
    closeSync(file);
  };
  return { add, close };
}
