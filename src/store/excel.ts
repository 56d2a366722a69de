import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { rowXml } from './excel-cells.ts';
import { type SheetRows, writeWorkbook } from './excel-workbook.ts';
import type { Sink } from './sink.ts';
import { failureRow, type Row, rowsOf, type Table, tables } from './tables.ts';

/**
 * What a sheet takes of rows, without its head, and of links: Excel refuses to open a workbook with more. And the
 * largest part of a .zip, and the largest .zip, in bytes, without an extension that Excel may not read.
 */
const LIMITS = { rows: 2 ** 20 - 1, links: 65_530, bytes: 2 ** 32 - 1 };

/** Characters that are gathered before they are written. */
const CHUNK = 2 ** 18;

/**
 * An Excel workbook with a sheet a table: Vietnamese heads that stay in view, filters, links to the files. Rows wait in
 * files until the end, so memory stays bounded; a table too long for a sheet goes on in another one.
 *
 * @param most what a sheet and the file take; less for a test
 */
export function excelWorkbook(target: string, most = LIMITS): Sink {
  const draft = `${target}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  const sheets = new Map(tables.map((table) => [table.name as string, sheetsOf(table, draft, dirname(target), most)]));
  return {
    write: async (document) => {
      for (const [name, rows] of Object.entries(rowsOf(document))) for (const row of rows) sheets.get(name)?.add(row);
    },
    fail: async (failure) => sheets.get('failures')?.add(failureRow(failure)),
    end: async () => {
      const file = join(draft, 'workbook.xlsx');
      const full = [...sheets.values()].flatMap((table) => table.end());
      await writeWorkbook(file, full, most.bytes);
      renameSync(file, target);
      rmSync(draft, { recursive: true, force: true });
    },
    abort: async () => {
      for (const table of sheets.values()) table.discard();
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
  let output: number | null = openSync(sheet.file, 'w');
  let pending = '';
  const flush = () => {
    if (output !== null) writeFileSync(output, Buffer.from(pending));
    pending = '';
  };
  /** Once only: the number of a closed file is the next one's. */
  const discard = () => {
    if (output !== null) closeSync(output);
    output = null;
  };
  const end = () => {
    flush();
    discard();
    full.push({ table, part: full.length + 1, ...sheet });
    return full;
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
  return { add, end, discard };
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
