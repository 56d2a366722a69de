import type { Client, CustomTypesConfig } from 'pg';
import type { Answer } from '../query.ts';
import { NoStore } from '../source.ts';
import { name } from '../sql.ts';
import type { Cell } from '../tables.ts';
import type { Address } from './address.ts';
import { NEWER, withCode } from './errors.ts';
import { VERSION, versionOf } from './migrate.ts';
import { openSession } from './session.ts';

/** Rows that are fetched at a time. */
const ROWS = 1000;

/**
 * Asks a database in its own SQL; nothing can be changed.
 *
 * @param sql a query, or the name of a table or view
 * @throws NoStore, or Error that the command has words for or that says what the server says of the query
 */
export async function askPostgres<T>(address: Address, sql: string, use: (answer: Answer) => Promise<T>): Promise<T> {
  const session = openSession(address);
  try {
    return await session.run(async (client) => {
      await client.query('set transaction read only');
      const version = await versionOf(client, address.schema);
      if (version === null) throw new NoStore();
      if (version > VERSION) throw withCode(NEWER);
      return use(await answer(client, sql.replace(/[\s;]+$/, '')));
    });
  } finally {
    await session.close();
  }
}

/** By a cursor, so that memory stays bounded; under a name, for what is prepared can be one statement only. */
async function answer(client: Client, sql: string): Promise<Answer> {
  const query = /^\s*[\w"]+$/.test(sql) ? `select * from ${name(sql.trim().replaceAll('"', ''))}` : sql;
  await client.query({ name: 'answer', text: `declare answer no scroll cursor for ${query}` });
  const fetch = () =>
    client.query<Cell[]>({
      text: `fetch ${ROWS} from answer`,
      rowMode: 'array',
      types: cellTypes as CustomTypesConfig,
    });
  const first = await fetch();
  const rows = async function* () {
    for (let found = first.rows; found.length; found = (await fetch()).rows) yield found;
  };
  return { columns: first.fields.map((field) => field.name), rows: rows() };
}

/** Whole numbers, fractions, sums of them, and yes or no; all else as the server writes it. */
const [INTEGERS, FRACTIONS, NUMERIC, BOOLEAN] = [[20, 21, 23], [700, 701], 1700, 16];

const cellTypes = {
  getTypeParser: (type: number) => {
    if (INTEGERS.includes(type) || type === NUMERIC) return exactNumber;
    if (FRACTIONS.includes(type)) return Number;
    return type === BOOLEAN ? (text: string) => text === 't' : (text: string) => text;
  },
};

/** A number that means what the text says, or else the text. */
const exactNumber = (text: string): Cell => (String(Number(text)) === text ? Number(text) : text);
