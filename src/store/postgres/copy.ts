import type { Client } from 'pg';
import { name } from '../sql.ts';
import type { Cell, Row } from '../tables.ts';

const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\uFFFD' };

/** A row as COPY reads it; PostgreSQL takes no NUL. */
export const copyLine = (row: Row): string => `${row.map(copyCell).join('\t')}\n`;

const copyCell = (cell: Cell): string => {
  if (typeof cell !== 'string') return cell === null ? '\\N' : String(cell);
  return cell.replace(/[\\\n\r\t\0]/g, (char) => escapes[char] ?? '');
};

/** Fills a table with lines. */
export async function copyInto(client: Client, table: string, lines: string): Promise<void> {
  if (!lines) return;
  const { default: streams } = await import('pg-copy-streams');
  const stream = client.query(streams.from(`copy ${name(table)} from stdin`));
  // Not by node:stream's pipeline: it would destroy what the loss of the connection has ended already.
  await new Promise<void>((resolve, reject) => {
    stream.on('error', reject).on('finish', resolve).end(lines);
  });
}
