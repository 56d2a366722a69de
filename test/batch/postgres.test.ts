import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkTarget } from '../../src/store/index.ts';
import { rowsOf, tables } from '../../src/store/tables.ts';
import { childrenOf, DAMAGED, start, until, writeReports } from '../support/batch.ts';
import { useCommand } from '../support/command.ts';
import { everything, newServer, PASSWORD, type Server } from '../support/postgres.ts';

/** `dvcq batch` into a real server. */
const { run, folder, command, env } = useCommand();
const onLinux = process.platform === 'linux';

let server: Server;
beforeAll(async () => {
  await writeReports(join(folder, 'in'));
  server = await newServer();
  await server.start();
});
afterAll(() => server?.remove());

/** A database of a test's own. */
async function database(name: string): Promise<string> {
  await server.sql(`create database ${name}`);
  return server.address(name);
}

const batch = (paths: string[], output: string, ...more: string[]) =>
  run(['batch', ...paths, '-o', output, '--jobs', '2', '--quiet', ...more]);

describe('a batch into PostgreSQL', () => {
  beforeAll(async () => {
    const { code, stderr } = batch(['in'], await database('archive'));
    expect([code, stderr], stderr).toEqual([3, expect.stringContaining(DAMAGED)]);
  });

  test('holds what `dvcq parse` says of each file', async () => {
    const files = readdirSync(join(folder, 'in'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.\w+$/.test(name) && name !== DAMAGED && !name.includes('ban-sao'))
      .map((name) => `in/${name}`);
    const reports = run(['parse', ...files, '--json'])
      .stdout.trimEnd()
      .split('\n');
    expect(reports).toHaveLength(27);
    for (const [n, path] of files.entries()) {
      const rows = rowsOf({ path, report: JSON.parse(reports[n] ?? '') });
      const [found] = await server.sql(
        `select (select count(*) from dvcq.sections where document = d.path)::int as sections,
           (select json_agg(json_build_array(m.figure, m.measure, m.value, m.unit, m.text) order by m.figure collate "C", m.measure)
            from dvcq.measures m where document = d.path) as measures,
           (select json_agg(json_build_array(r.id, r.code, r.date) order by r.id collate "C") from dvcq.references r where document = d.path) as refs,
           d.title from dvcq.documents d where sha256 = '${rows.documents[0]?.[1]}'`,
        'archive',
      );
      const sorted = <T>(items: T[], key: (item: T) => string) => items.sort((a, b) => (key(a) < key(b) ? -1 : 1));
      const measures = rows.measures.map((row) => [row[1], row[2], row[4], row[7], row[10]]);
      const references = rows.references.map((row) => [row[1], row[8], row[10]]);
      expect(found, path).toEqual({
        sections: rows.sections.length,
        measures: measures.length ? sorted(measures, (row) => `${row[0]} ${row[1]}`) : null,
        refs: references.length ? sorted(references, (row) => `${row[0]}`) : null,
        title: rows.documents[0]?.[15],
      });
    }
  });

  test('once each, however often and under whatever paths', async () => {
    const before = await everything(server, 'archive');
    // Twenty-nine files, of which three are the same.
    expect([before.documents?.length, before.places?.length, before.failures?.length]).toEqual([27, 29, 1]);
    batch(['in'], server.address('archive'));
    expect(await everything(server, 'archive')).toEqual(before);
    // Another folder that holds some of them again.
    cpSync(join(folder, 'in/2024'), join(folder, 'sao-lưu'), { recursive: true });
    batch(['in/2022', 'sao-lưu'], server.address('archive'));
    const after = await everything(server, 'archive');
    for (const { name } of tables) expect(after[name], name).toEqual(before[name]);
    expect(after.places).toHaveLength(39);
  });

  test('lists and what was read lie beside it, under a name without a password', () => {
    const local = `127.0.0.1-${server.port}-archive`;
    expect(
      readdirSync(folder)
        .filter((name) => name.startsWith('127'))
        .sort(),
    ).toEqual([`${local}.dvcq`, `${local}.failures.jsonl`, `${local}.summary.json`]);
    expect(JSON.parse(readFileSync(join(folder, `${local}.summary.json`), 'utf8'))).toMatchObject({ failed: 0 });
  });
});

test.runIf(onLinux)('the password is said nowhere', async () => {
  const url = await database('quiet');
  const secrets = [PASSWORD, encodeURIComponent(PASSWORD)];
  const args = ['batch', 'in', '-o', url, '--log-format', 'json', '--jobs', '2', '--force'];
  const { child, ended } = start(command, args, folder, env);
  const pid = child.pid ?? 0;
  const commandLine = (id: number) => readFileSync(`/proc/${id}/cmdline`, 'utf8');
  await until(() => childrenOf(pid).length === 2);
  for (const id of [pid, ...childrenOf(pid)])
    for (const secret of secrets) expect(commandLine(id)).not.toContain(secret);
  const { stderr } = await ended;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    const content = statSync(path).isFile() ? readFileSync(path, 'utf8') : '';
    for (const secret of secrets)
      expect([name, content.includes(secret), name.includes(secret)]).toEqual([name, false, false]);
  }
  for (const secret of secrets) expect(stderr).not.toContain(secret);
  expect(stderr).toMatch(/"event":"end"/);
});

describe('one line says what is wrong, in either language, without the password:', () => {
  const SECRET = 'bi-mat%40%2F';
  const lines = (args: string[]) =>
    ['en', 'vi'].map((language) => {
      const { code, stdout, stderr } = run([...args, '--lang', language]);
      expect(stdout + stderr).not.toMatch(/bi-mat/);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      return [code, stderr.replaceAll(String(server.port), 'PORT').trimEnd()];
    });
  const to = (url: string) => lines(['batch', 'in/2022', '-o', url]);
  const at = (rest: string) => `dvcq: postgres://${rest}`;

  test('no server', () => {
    expect(to(`postgres://owner:${SECRET}@127.0.0.1:9/archive`)).toEqual([
      [3, at('owner@127.0.0.1:9/archive: cannot be written (no PostgreSQL server there)')],
      [3, at('owner@127.0.0.1:9/archive: không ghi được (không có máy chủ PostgreSQL ở địa chỉ này)')],
    ]);
  });

  test('no such host', () => {
    expect(to(`postgres://owner:${SECRET}@nowhere.invalid/archive`)[0]).toEqual([
      3,
      at('owner@nowhere.invalid/archive: cannot be written (no host of that name)'),
    ]);
  });

  test('a wrong password, or none', () => {
    expect(to(`postgresql://owner:${SECRET}@127.0.0.1:${server.port}/archive`)).toEqual([
      [3, at('owner@127.0.0.1:PORT/archive: cannot be written (wrong user or password)')],
      [3, at('owner@127.0.0.1:PORT/archive: không ghi được (sai tên người dùng hoặc mật khẩu)')],
    ]);
    expect(to(`postgres://owner@127.0.0.1:${server.port}/archive`)[0]?.[1]).toMatch(/password is missing/);
  });

  test('no TLS', () => {
    expect(to(`${server.address('archive')}?sslmode=require`)[0]?.[1]).toMatch(
      /\(the server has no TLS, which sslmode asks for\)$/,
    );
  });

  test('no server on this machine', () => {
    expect(to('postgres://u:bi-mat@/db?host=/nowhere')[0]).toEqual([
      3,
      at('u@/nowhere/db: cannot be written (no PostgreSQL server there)'),
    ]);
  });

  test('no such database', () => {
    expect(to(server.address('nowhere'))).toEqual([
      [3, at('owner@127.0.0.1:PORT/nowhere: cannot be written (no such database)')],
      [3, at('owner@127.0.0.1:PORT/nowhere: không ghi được (không có cơ sở dữ liệu này)')],
    ]);
  });

  test('no permission', async () => {
    await server.sql(`create role guest login password 'bi-mat'`);
    expect(to(server.address('postgres', 'guest', 'bi-mat'))[0]).toEqual([
      3,
      at('guest@127.0.0.1:PORT/postgres: cannot be written (this user lacks the permission)'),
    ]);
  });

  test('a database that cannot hold Vietnamese', async () => {
    await server.sql(`create database latin encoding 'LATIN1' template template0`);
    expect(to(server.address('latin'))[0]?.[1]).toMatch(/\(the database is not in UTF-8\)$/);
  });

  test('tables of a newer dvcq', async () => {
    const url = await database('newer');
    await checkTarget(url, 'postgres');
    await server.sql('insert into dvcq.schema_version (version) values (99)', 'newer');
    expect(to(url)[0]?.[1]).toMatch(/\(its tables were made by a newer dvcq; upgrade dvcq\)$/);
    expect(lines(['query', url, 'documents'])[0]).toEqual([
      3,
      at('owner@127.0.0.1:PORT/newer: cannot be asked (its tables were made by a newer dvcq; upgrade dvcq)'),
    ]);
  });

  test.each([
    ['no address', ['batch', 'in', '-o', `postgres://u:${SECRET}@h:port/db`]],
    ['another kind', ['batch', 'in', '-o', `postgres://u:${SECRET}@h/db`, '--to', 'csv']],
    ['no address of PostgreSQL', ['batch', 'in', '-o', 'out.jsonl', '--to', 'postgres']],
    ['not where reports are', ['batch', `postgres://u:${SECRET}@h/db`, '-o', 'out.jsonl']],
  ])('%s', (_, args) => {
    for (const [code] of lines(args)) expect(code).toBe(2);
  });

  test('not where reports are, for the other commands', () => {
    for (const [code, line] of lines(['parse', `postgres://u:${SECRET}@h/db`, '--json'])) {
      expect(code).toBe(3);
      expect(line).toContain('postgres://u@h/db');
    }
  });
});
