import { findAligned } from './aligned.ts';
import type { Columns } from './columns.ts';
import { lineOf } from './lines.ts';
import { type Line, MAIN_FLOW, type Role, type Row } from './model.ts';
import type { Table } from './tables.ts';
import { findFlow, findFoot, findFootRest, findHead, findSignatures } from './zones.ts';

/** What is carried from page to page. */
export interface Blocks {
  /** The next free number of a column or cell. */
  next: number;
  /** The foot that the page before ended with, and the numbers of its columns. */
  foot: { columns: Columns; left: number; right: number } | null;
}

/** A page taken apart, except for its furniture and notes. */
export interface PageParts {
  page: number;
  last: boolean;
  rows: Row[];
  tables: Table[];
}

/** The lines of a page in reading order: blocks from top to bottom, in a block of columns the left one first. */
export function readingOrder({ page, last, rows, tables }: PageParts, blocks: Blocks): Line[] {
  const lines: Line[] = [];
  let from = 0;
  const put = (row: Row, role: Role, block: number) => lines.push(lineOf(row, { role, page, block }));
  for (const table of [...tables, null]) {
    const to = table ? rows.findIndex((row, n) => n >= from && row.y > table.y0) : -1;
    const end = to < 0 ? rows.length : to;
    putRows(rows.slice(from, end), { top: from === 0, first: page === 0, last: last && !table }, blocks, put);
    from = end;
    for (const cell of table?.cells ?? []) {
      const block = blocks.next++;
      for (const row of cell) put(row, 'cell', block);
    }
  }
  return lines;
}

type Put = (row: Row, role: Role, block: number) => void;

interface Where {
  /** At the top of a page, of the first page, at the end of the document. */
  top: boolean;
  first: boolean;
  last: boolean;
}

function putRows(rows: Row[], where: Where, blocks: Blocks, put: Put): void {
  const before = where.top ? blocks.foot : null;
  blocks.foot = null;
  const rest = before && findFootRest(rows, before.columns);
  let at = 0;
  if (before && rest) {
    putColumns({ ...before, columns: rest }, put);
    at = rest.end;
  }
  for (const zone of findZones(rows, at, where)) {
    for (const row of rows.slice(at, zone.start)) put(row, 'body', MAIN_FLOW);
    at = zone.end;
    if (zone.role === 'column') {
      const numbered = { columns: zone, left: blocks.next++, right: blocks.next++ };
      putColumns(numbered, put);
      if (at === rows.length) blocks.foot = numbered;
    } else
      for (const part of zone.parts) {
        const block = blocks.next++;
        for (const row of part) put(row, zone.role, block);
      }
  }
  for (const row of rows.slice(at)) put(row, 'body', MAIN_FLOW);
}

function putColumns({ columns, left, right }: NonNullable<Blocks['foot']>, put: Put): void {
  for (const row of columns.left) put(row, 'column', left);
  for (const row of columns.right) put(row, 'column', right);
}

/** What stands side by side on a page, from row `start` up to row `end`. */
type Zone = (Columns & { role: 'column' }) | { start: number; end: number; role: 'body' | 'cell'; parts: Row[][] };

function findZones(rows: Row[], from: number, { top, first, last }: Where): Zone[] {
  const zones: Zone[] = [];
  let at = from;
  const head = top && at === 0 && !findFlow(rows, 0, 1) ? findHead(rows, first) : null;
  if (head) at = head.end;
  if (head) zones.push({ ...head, role: 'column' });
  const foot = findFoot(rows, at) ?? (last ? findSignatures(rows, at) : null);
  const body = rows.slice(0, foot?.start);
  for (let zone = next(body, at); zone; zone = next(body, at)) {
    zones.push(zone);
    at = zone.end;
  }
  return foot ? [...zones, { ...foot, role: 'column' }] : zones;
}

/** The next running text in columns, or table without rules. */
function next(rows: Row[], from: number): Zone | null {
  const flow = findFlow(rows, from);
  const table = findAligned(rows.slice(0, flow?.start), from);
  if (table) return { start: table.start, end: table.end, role: 'cell', parts: table.cells };
  return flow && { start: flow.start, end: flow.end, role: 'body', parts: [flow.left, flow.right] };
}
