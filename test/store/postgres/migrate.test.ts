import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from '../../../src/pipeline.ts';
import { checkTarget, openSink } from '../../../src/store/index.ts';
import { VERSION } from '../../../src/store/postgres/migrate.ts';
import { reportText } from '../../support/files.ts';
import { newServer, type Server } from '../../support/postgres.ts';

/**
 * Each version of the schema that there ever was is kept as version-N.sql beside this test, but for the present one. Who
 * changes a table, a key or a view, and finds this failing, adds a step to src/store/postgres/migrate.ts and keeps what
 * the version before it made as version-N.sql (`pg_dump --schema-only`, or from the failing test's server).
 */
const folder = new URL('.', import.meta.url).pathname;
const versions = readdirSync(folder).flatMap((name) => /^version-(\d+)\.sql$/.exec(name)?.[1] ?? []);

let server: Server;
beforeAll(async () => {
  server = await newServer();
  await server.start();
});
afterAll(() => server?.remove());

/** Everything that makes up the schema, as the server describes it. */
const describeSchema = (database: string) =>
  server.sql(
    `select 'column' as kind, format('%s.%s', c.relname, a.attname) as name, format('%s %s %s %s', a.attnum,
         format_type(a.atttypid, null), a.attcollation::regcollation, a.attnotnull) as what, col_description(c.oid, a.attnum) as comment
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'dvcq'::regnamespace and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
     union all select 'table', relname, relkind::text, obj_description(oid) from pg_class
       where relnamespace = 'dvcq'::regnamespace and relkind in ('r', 'v')
     union all select 'constraint', conrelid::regclass::text || ' ' || conname, pg_get_constraintdef(oid), null from pg_constraint
       where connamespace = 'dvcq'::regnamespace and contype <> 'n'
     union all select 'index', indexname, indexdef, null from pg_indexes where schemaname = 'dvcq'
     union all select 'view', viewname, definition, null from pg_views where schemaname = 'dvcq'
     order by 1, 2, 3`,
    database,
  );

async function createVersion(database: string, version: string): Promise<void> {
  await server.sql(`create database ${database}`);
  await server.sql(
    `create schema dvcq; set search_path to dvcq;
     create table schema_version (version integer primary key, migrated_at timestamptz not null default now());
     comment on table schema_version is 'các lần nâng cấp cấu trúc (what dvcq has made of this schema, and when)';
     insert into schema_version (version) values (${version});
     ${readFileSync(join(folder, `version-${version}.sql`), 'utf8')}`,
    database,
  );
}

async function putReport(database: string, path: string): Promise<void> {
  const name = server.address(database);
  await checkTarget(name, 'postgres');
  const sink = await openSink(name, 'postgres');
  const report = parse(reportText);
  await sink.write({ path, report: { ...report, source: { ...report.source, sha256: 'c1', format: 'txt' } } });
  await sink.end();
}

test('there is a script of every version before this one', () => {
  expect(versions.map(Number).sort()).toEqual(Array.from({ length: VERSION - 1 }, (_, n) => n + 1));
});

describe.each(versions)('from version %s', (version) => {
  const database = `from_${version}`;
  beforeAll(async () => {
    await createVersion(database, version);
    await server.sql(
      `set search_path to dvcq;
       insert into documents (path, sha256, format, title) values ('cũ/a.txt', 'c1', 'txt', 'cũ'), ('cũ/b.txt', 'c2', 'txt', 'cũ');
       insert into figures (document, id, label) values ('cũ/a.txt', 'f1', 'cũ'), ('cũ/b.txt', 'f1', 'cũ')`,
      database,
    );
    await checkTarget(server.address(database), 'postgres');
  });

  test('all is as if it had been made afresh', async () => {
    await server.sql(`create database afresh_${version}`);
    await checkTarget(server.address(`afresh_${version}`), 'postgres');
    expect(await describeSchema(database)).toEqual(await describeSchema(`afresh_${version}`));
    expect((await describeSchema(database)).length).toBeGreaterThan(100);
  });

  test('what was there is there, and replaced when it is written again', async () => {
    const titles = () => server.sql(`select path, title = 'cũ' as old from dvcq.documents order by path`, database);
    expect(await titles()).toEqual([
      { path: 'cũ/a.txt', old: true },
      { path: 'cũ/b.txt', old: true },
    ]);
    await putReport(database, 'cũ/a.txt');
    expect(await titles()).toEqual([
      { path: 'cũ/a.txt', old: false },
      { path: 'cũ/b.txt', old: true },
    ]);
    const [row] = await server.sql(`select count(*)::int as n from dvcq.figures where label = 'cũ'`, database);
    expect(row?.n).toBe(1);
  });

  test('its versions are told, and nothing is done twice', async () => {
    const told = () => server.sql('select version, migrated_at from dvcq.schema_version order by version', database);
    const before = await told();
    expect(before.map((row) => row.version)).toEqual(
      Array.from({ length: VERSION - Number(version) + 1 }, (_, n) => Number(version) + n),
    );
    await checkTarget(server.address(database), 'postgres');
    expect(await told()).toEqual(before);
  });
});

test('a newer one is refused and left as it is', async () => {
  await server.sql('create database newer');
  await checkTarget(server.address('newer'), 'postgres');
  await server.sql(`insert into dvcq.schema_version (version) values (${VERSION + 1})`, 'newer');
  const before = await describeSchema('newer');
  await expect(checkTarget(server.address('newer'), 'postgres')).rejects.toMatchObject({ code: 'DVCQ_NEWER' });
  await expect(putReport('newer', 'a.txt')).rejects.toMatchObject({ code: 'DVCQ_NEWER' });
  expect(await describeSchema('newer')).toEqual(before);
});

test('what cannot be made is not made by half', async () => {
  await server.sql('create database occupied');
  // Somebody else's table, in the schema that is asked for.
  await server.sql('create schema mine; create table mine.figures (x int)', 'occupied');
  await expect(checkTarget(`${server.address('occupied')}?schema=mine`, 'postgres')).rejects.toThrow(/figures/);
  const tables = await server.sql(`select tablename from pg_tables where schemaname = 'mine'`, 'occupied');
  expect(tables).toEqual([{ tablename: 'figures' }]);
});

test('two schemas in one database know nothing of each other', async () => {
  await server.sql('create database two');
  for (const schema of ['một', 'hai "ba"']) {
    const name = `${server.address('two')}?schema=${encodeURIComponent(schema)}`;
    await checkTarget(name, 'postgres');
    const sink = await openSink(name, 'postgres');
    await sink.fail({ path: schema, cause: { vi: 'tệp rỗng', en: 'is empty' } });
    await sink.end();
  }
  expect(
    await server.sql('select path from "một".failures union all select path from "hai ""ba""".failures', 'two'),
  ).toEqual([{ path: 'một' }, { path: 'hai "ba"' }]);
});
