import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { rowXml } from './excel-cells.ts';
import { type SheetRows, writeWorkbook } from './excel-workbook.ts';
import type { Sink } from './sink.ts';
import { failureRow, type Row, rowsOf, type Table, tables } from './tables.ts';

/** What a sheet takes of rows, without its head, and of links; Excel refuses to open a workbook with more. */
const LIMITS = { rows: 2 ** 20 - 1, links: 65_530 };

/** Characters that are gathered before they are written. */
const CHUNK = 2 ** 18;

/**
 * An Excel workbook with a sheet a table: Vietnamese heads that stay in view, filters, links to the files. Rows wait in
 * files until the end, so memory stays bounded; a table too long for a sheet goes on in another one.
 *
 * @param most what a sheet takes; less for a test
 */
export function excelWorkbook(target: string, most = LIMITS): Sink {
  const draft = `${target}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  const sheets = new Map(tables.map((table) => [table.name as string, sheetsOf(table, draft, dirname(target), most)]));
  const close = () => [...sheets.values()].flatMap((table) => table.close());
  return {
    write: async (document) => {
      for (const [name, rows] of Object.entries(rowsOf(document))) for (const row of rows) sheets.get(name)?.add(row);
    },
    fail: async (failure) => sheets.get('failures')?.add(failureRow(failure)),
    end: async () => {
      const file = join(draft, 'workbook.xlsx');
      await writeWorkbook(file, close());
      renameSync(file, target);
      rmSync(draft, { recursive: true, force: true });
    },
    abort: async () => {
      close();
      rmSync(draft, { recursive: true, force: true });
    },
  };
}

/** Tables whose first column is the path of a file. */
const linked = ['documents', 'failures'];

/** The sheets of a table, one after the other. */
function sheetsOf(table: Table, draft: string, folder: string, most: typeof LIMITS) {
  const full: SheetRows[] = [];
  const begin = () => ({
    file: join(draft, `${table.name}-${full.length + 1}.xml`),
    rows: 0,
    links: [] as string[],
  });
  let sheet = begin();
  let output = openSync(sheet.file, 'w');
  let pending = '';
  const flush = () => {
    for (let bytes = Buffer.from(pending); bytes.length; ) bytes = bytes.subarray(writeSync(output, bytes));
    pending = '';
  };
  const end = () => {
    flush();
    closeSync(output);
    full.push({ table, part: full.length + 1, ...sheet });
  };
  const add = (row: Row) => {
    if (sheet.rows === most.rows) {
      end();
      sheet = begin();
      output = openSync(sheet.file, 'w');
    }
    // The head is the first row.
    pending += rowXml(row, ++sheet.rows + 1, table.columns);
    if (linked.includes(table.name) && sheet.links.length < most.links)
      sheet.links.push(linkTo(relative(folder, String(row[0]))));
    if (pending.length > CHUNK) flush();
  };
  const close = () => {
    end();
    return full;
  };
  return { add, close };
}

/**
 * The address of a file; of the archive, where it lies in one. Each part is encoded on its own, for `#` and `?` in the
 * name of a file would end the path; half a letter cannot be encoded.
 */
const linkTo = (path: string): string =>
  path
    .replace(/(\.zip)[\\/].*$/is, '$1')
    .split(sep)
    .map((part) => encodeURIComponent(Buffer.from(part).toString()))
    .join('/');
