import type { Client } from 'pg';
import { literal, name } from '../sql.ts';
import { NEWER, NOT_UTF8, withCode } from './errors.ts';
import { creation, decoration } from './schema.ts';

/**
 * What brings a schema from one version to the next: the first entry from version 1 to 2, and so on. An entry that has
 * been released is never changed. Whoever changes a table adds one; test/store/postgres-migration.test.ts insists.
 */
const steps: readonly string[][] = [
  // The same content at several paths is one document; version 1 knew only the last of them.
  [
    `create table places (
  path text collate "C" primary key,
  sha256 text not null,
  format text not null,
  foreign key (sha256, format) references documents (sha256, format) deferrable initially deferred
)`,
    'create index places_of_content on places (sha256, format, path)',
    'insert into places select path, sha256, format from documents',
    `comment on table places is 'Mọi nơi có văn bản (every path at which a document was found)'`,
  ],
  // The whole reports, and the name that each had at each path, for `dvcq export`.
  [
    'alter table places add column name text',
    `create table reports (
  document text collate "C" primary key references documents (path) on delete cascade on update cascade,
  report json not null
)`,
    `comment on table reports is 'Toàn bộ kết quả của từng văn bản (each report whole)'`,
  ],
];

/** The version of the schema that this dvcq writes. */
export const VERSION = steps.length + 1;

/**
 * Makes the schema, or brings it up to date, in the transaction that is open.
 *
 * @throws Error where a newer dvcq made it, or the database cannot hold Vietnamese
 */
export async function migrate(client: Client, schema: string): Promise<void> {
  await oneAtATime(client, schema);
  const version = await versionOf(client, schema);
  if (version === VERSION) return;
  if (version !== null && version > VERSION) throw withCode(NEWER);
  if (version === null) return reach(client, VERSION, await beginning(client, schema));
  for (const [n, step] of steps.slice(version - 1).entries()) await reach(client, version + n + 1, step);
  for (const statement of decoration()) await client.query(statement);
}

async function reach(client: Client, version: number, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await client.query(statement);
  // What is looked at later would stand in the way of the next step.
  await client.query('set constraints all immediate');
  await client.query('insert into schema_version (version) values ($1)', [version]);
}

/** Writers to the same schema wait for each other until the transaction ends. */
export const oneAtATime = (client: Client, schema: string) =>
  client.query('select pg_advisory_xact_lock(hashtext($1))', [`dvcq ${schema}`]);

/** The version of a schema; `null` where it is none of dvcq's. */
export async function versionOf(client: Client, schema: string): Promise<number | null> {
  const table = `${name(schema)}.schema_version`;
  const { rows } = await client.query('select to_regclass($1) as found', [table]);
  if (rows[0]?.found === null) return null;
  const { rows: versions } = await client.query(`select max(version) as version from ${table}`);
  return versions[0]?.version ?? null;
}

async function beginning(client: Client, schema: string): Promise<string[]> {
  const { rows } = await client.query(
    "select current_setting('server_encoding') as encoding, to_regnamespace($1) is null as missing",
    [name(schema)],
  );
  if (rows[0]?.encoding !== 'UTF8') throw withCode(NOT_UTF8);
  return [
    // Asked for where it is there, it takes the right to make one.
    ...(rows[0]?.missing ? [`create schema ${name(schema)}`] : []),
    'create table schema_version (version integer primary key, migrated_at timestamptz not null default now())',
    `comment on table schema_version is ${literal('các lần nâng cấp cấu trúc (what dvcq has made of this schema, and when)')}`,
    ...creation(),
  ];
}
