import { createHash } from 'node:crypto';
import type { Sink } from '../sink.ts';
import { failureRow, type Row, rowsOf, type TableName } from '../tables.ts';
import type { Address } from './address.ts';
import { copyLine } from './copy.ts';
import { migrate, oneAtATime } from './migrate.ts';
import { openSession } from './session.ts';
import { type Portion, upsert } from './upsert.ts';

/** Documents, and characters of rows, that go to the database in one transaction. */
const [DOCUMENTS, CHARACTERS] = [256, 2 ** 22];

/** The longest path that an index takes, in bytes, with what else is in the key. */
const LONGEST = 1024;

/**
 * Makes sure that the database can be written to, and that its schema is up to date.
 *
 * @throws Error that the command has words for
 */
export async function checkDatabase(address: Address): Promise<void> {
  const session = openSession(address);
  try {
    await session.run((client) => migrate(client, address.schema));
  } finally {
    await session.close();
  }
}

/**
 * A PostgreSQL database. Documents are told apart by content: one that is there already is replaced. What is written is
 * there after each portion; a batch that was cut off is made whole by the next.
 *
 * @param onLost told when the connection is lost, with the seconds that it is waited for
 */
export function postgresDatabase(address: Address, onLost: (seconds: number) => void): Sink {
  const session = openSession(address, onLost);
  let [portion, size] = [emptyPortion(), 0];
  const flush = async () => {
    const full = portion;
    [portion, size] = [emptyPortion(), 0];
    await session.run(async (client) => {
      await oneAtATime(client, address.schema);
      await upsert(client, full);
    });
  };
  const add = (table: TableName, rows: Row[]) => {
    const lines = portion.lines.get(table) ?? [];
    for (const row of rows) {
      const line = copyLine(row);
      lines.push(line);
      size += line.length;
    }
    portion.lines.set(table, lines);
  };
  const addAll = (rows: Partial<Record<TableName, Row[]>>) => {
    for (const [table, those] of Object.entries(rows)) add(table as TableName, those);
  };
  const isFull = () => portion.documents.length >= DOCUMENTS || size > CHARACTERS;
  return {
    begin: (file) => void portion.files.push(shorten(file)),
    write: async ({ path, report }) => {
      const document = shorten(path);
      const { sha256, format } = report.source;
      portion.paths.push(document);
      const isKnown = portion.documents.some((other) => other.sha256 === sha256 && other.format === format);
      portion.documents.push({ path: document, sha256, format });
      if (!isKnown) addAll(rowsOf({ path: document, report }));
      if (isFull()) await flush();
    },
    fail: async ({ path, cause }) => {
      portion.paths.push(shorten(path));
      add('failures', [failureRow({ path: shorten(path), cause })]);
    },
    end: async () => {
      await flush();
      await session.close();
    },
    abort: () => session.close(),
  };
}

const emptyPortion = (): Portion => ({ files: [], paths: [], documents: [], lines: new Map() });

/** A path too long for an index, cut, with the digest of the whole to keep it apart from others. */
function shorten(path: string): string {
  if (Buffer.byteLength(path) <= LONGEST) return path;
  return `${path.slice(0, LONGEST / 4)}~${createHash('sha256').update(path).digest('hex').slice(0, 12)}`;
}
