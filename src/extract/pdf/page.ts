import { type Columns, findFlow, findFoot, findFootRest, findHead, findSignatures } from './columns.ts';
import { lineOf } from './lines.ts';
import { type Line, MAIN_FLOW, type Role, type Row } from './model.ts';
import type { Table } from './tables.ts';

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
  const found = rest
    ? [rest, ...findColumns(rows.slice(rest.end), where).map(shifted(rest.end))]
    : findColumns(rows, where);
  let at = 0;
  for (const columns of found) {
    for (const row of rows.slice(at, columns.start)) put(row, 'body', MAIN_FLOW);
    const { left, right } = columns === rest && before ? before : { left: blocks.next++, right: blocks.next++ };
    const role = columns.flow ? 'body' : 'column';
    for (const row of columns.left) put(row, role, left);
    for (const row of columns.right) put(row, role, right);
    at = columns.end;
    if (!columns.flow && at === rows.length) blocks.foot = { columns, left, right };
  }
  for (const row of rows.slice(at)) put(row, 'body', MAIN_FLOW);
}

const shifted =
  (by: number) =>
  (columns: Columns): Columns => ({ ...columns, start: columns.start + by, end: columns.end + by });

function findColumns(rows: Row[], { top, first, last }: Where): Columns[] {
  const found: Columns[] = [];
  const head = top ? findHead(rows, first) : null;
  if (head) found.push(head);
  const foot = findFoot(rows) ?? (last ? findSignatures(rows) : null);
  const limit = foot && foot.start >= (head?.end ?? 0) ? foot.start : rows.length;
  for (let at = head?.end ?? 0; ; ) {
    const flow = findFlow(rows.slice(0, limit), at);
    if (!flow) break;
    found.push(flow);
    at = flow.end;
  }
  if (foot && limit === foot.start) found.push(foot);
  return found;
}
