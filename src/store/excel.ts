import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Sink } from './sink.ts';
import { type Cell, failureRow, type Row, rowsOf, type TableName, tables } from './tables.ts';

/** A workbook is made in memory; about two thousand reports. Beyond that a database serves better than a spreadsheet. */
const MAX_CELLS = 3_000_000;

/** Excel takes no longer text in a cell. */
const LONGEST = 32_767;

/** An Excel workbook with a sheet a table: Vietnamese heads that stay in view, filters, links to the files. */
export function excelWorkbook(target: string): Sink {
  const rows = new Map<TableName, Row[]>(tables.map(({ name }) => [name, []]));
  let cells = 0;
  const add = (name: TableName, more: Row[]) => {
    for (const row of more) cells += row.length;
    if (cells > MAX_CELLS) throw new Error('too much for a spreadsheet: --to csv, --to duckdb');
    rows.get(name)?.push(...more);
  };
  const draft = `${target}.draft`;
  return {
    write: async (document) => {
      for (const [name, more] of Object.entries(rowsOf(document))) add(name as TableName, more);
    },
    fail: async (failure) => add('failures', [failureRow(failure)]),
    end: async () => {
      const sheets = tables.map((table) => sheetOf(table, rows.get(table.name) ?? [], dirname(target)));
      writeFileSync(draft, await writeXlsx({ sheets }));
      renameSync(draft, target);
    },
    abort: async () => rmSync(draft, { force: true }),
  };
}

type AnyTable = (typeof tables)[number];

function sheetOf({ name, title, columns }: AnyTable, rows: readonly Row[], folder: string): WriteSheet {
  const types = columns.map(({ type }) => type);
  const sheet: WriteSheet = {
    name: title.vi,
    columns: columns.map((column) => ({
      width: column.type === 'text' ? 24 : 12,
      ...(column.type === 'date' && { numFmt: 'dd/mm/yyyy' }),
    })),
    rows: [
      columns.map((column) => column.title.vi),
      ...rows.map((row) => row.map((cell, n) => cellOf(cell, types[n]))),
    ],
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${letters(columns.length)}${rows.length + 1}` },
  };
  return name === 'documents' || name === 'failures' ? { ...sheet, cells: linksOf(rows, folder) } : sheet;
}

/** Links from the paths, which stand in the first column, to the files. */
function linksOf(rows: readonly Row[], folder: string): NonNullable<WriteSheet['cells']> {
  return new Map(
    rows.map(([path], n) => [
      `${n + 1},0`,
      { value: String(path), hyperlink: { target: linkTo(relative(folder, String(path))) } },
    ]),
  );
}

/** Each part on its own, for `#` and `?` in the name of a file would end the path; half a letter cannot be encoded. */
const linkTo = (path: string): string =>
  path
    .split(sep)
    .map((part) => encodeURIComponent(Buffer.from(part).toString()))
    .join('/');

function cellOf(cell: Cell, type: AnyTable['columns'][number]['type'] | undefined): CellValue {
  if (typeof cell !== 'string') return cell;
  if (type === 'date') return new Date(`${cell}T00:00:00Z`);
  return cell.length > LONGEST ? `${cell.slice(0, LONGEST - 1)}…` : cell;
}

/** The name of the n-th column: A, … Z, AA. */
const letters = (n: number): string =>
  (n > 26 ? letters(Math.floor((n - 1) / 26)) : '') + String.fromCharCode(65 + ((n - 1) % 26));
