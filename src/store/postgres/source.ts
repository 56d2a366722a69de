import type { Client } from 'pg';
import type { Report } from '../../schema.ts';
import { known, NoStore, OnlyTables, type Source, Unreachable } from '../source.ts';
import { name } from '../sql.ts';
import type { Address } from './address.ts';
import { NEWER, toldAs, withCode } from './errors.ts';
import { VERSION, versionOf } from './migrate.ts';
import { connect } from './session.ts';

/** Rows that are fetched at a time. */
const ROWS = 100;

/** A database of `dvcq batch` as a source of whole reports, at each path where they were found, in their order. */
export async function fromPostgres(address: Address): Promise<Source> {
  const [check] = await all(
    address,
    'select (select count(*) from documents) - (select count(*) from reports) as without',
  );
  if (Number(check?.without) > 0) throw new OnlyTables();
  return {
    documents: async function* () {
      for await (const row of rows(address, DOCUMENTS)) {
        const report = known(JSON.parse(String(row.report)) as Report);
        const source = { ...report.source, name: (row.name as string | null) ?? report.source.name };
        yield { path: String(row.path), report: { ...report, source } };
      }
    },
    failures: async function* () {
      for await (const { path, cause_vi, cause_en } of rows(address, 'select * from failures order by path'))
        yield { path: String(path), cause: { vi: String(cause_vi), en: String(cause_en) } };
    },
  };
}

const DOCUMENTS = `select p.path, p.name, r.report::text as report
from places p
join documents d on d.sha256 = p.sha256 and d.format = p.format
join reports r on r.document = d.path
order by p.path`;

type Row = Record<string, unknown>;

async function all(address: Address, sql: string): Promise<Row[]> {
  const found: Row[] = [];
  for await (const row of rows(address, sql)) found.push(row);
  return found;
}

/** The rows of an answer, by a cursor in a transaction of its own. */
async function* rows(address: Address, sql: string): AsyncGenerator<Row> {
  const { client, drop } = await connect(address).catch(unreachable);
  try {
    await begin(client, address.schema).catch(unreachable);
    await client.query(`declare answer no scroll cursor for ${sql}`).catch(unreachable);
    for (;;) {
      const found = await client.query<Row>(`fetch ${ROWS} from answer`).catch(unreachable);
      if (!found.rows.length) return;
      yield* found.rows;
    }
  } finally {
    await client.end().catch(() => {});
    drop();
  }
}

async function begin(client: Client, schema: string): Promise<void> {
  await client.query(`begin read only; set local search_path to ${name(schema)}`);
  const version = await versionOf(client, schema);
  if (version === null) throw new NoStore();
  if (version > VERSION) throw withCode(NEWER);
  if (version < VERSION) throw new OnlyTables();
}

function unreachable(error: unknown): never {
  throw error instanceof NoStore || error instanceof OnlyTables ? error : new Unreachable(toldAs(error));
}
