import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useCommand } from '../support/command.ts';
import { reportText } from '../support/files.ts';
import { everything, newServer, type Server } from '../support/postgres.ts';

const { run, folder } = useCommand();

let server: Server;
beforeAll(async () => {
  server = await newServer();
  await server.start();
  await server.sql('create database archive');
  for (const name of ['a.txt', 'b.txt']) writeFileSync(join(folder, name), `${reportText}${name}\n`);
  expect(run(['batch', 'a.txt', 'b.txt', '-o', server.address('archive'), '--quiet']).code).toBe(0);
});
afterAll(() => server?.remove());

describe('dvcq query', () => {
  const query = (...args: string[]) => run(['query', server.address('archive'), ...args]);

  test('SQL, as a table, CSV and JSON', () => {
    const sql =
      "select 1::smallint as a, 2.5::float8 as b, sum(9007199254740993::bigint) as c, true as d, null as e, date '2024-02-29' as f;";
    expect(query(sql, '--csv').stdout).toBe('a,b,c,d,e,f\n1,2.5,9007199254740993,true,,2024-02-29\n');
    expect(JSON.parse(query(sql, '--json').stdout)).toEqual({
      a: 1,
      b: 2.5,
      c: '9007199254740993',
      d: true,
      e: null,
      f: '2024-02-29',
    });
    expect(query('select count(*) as n from documents').stdout).toBe('n\n-\n2\n');
  });

  test('names of tables and views, and more rows than are fetched at a time', () => {
    expect(query('documents', '--json').stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(query('most_cited', '--csv').stdout).toMatch(/^type,document,date,issuer,reports,mentions\n.+\n/);
    expect(query('select generate_series(1, 2500) as n', '--csv').stdout.trimEnd().split('\n')).toHaveLength(2501);
    expect(query('select 1 as n where false', '--csv').stdout).toBe('n\n');
    expect(query().stdout).toMatch(/^ {2}measures /m);
  });

  test.each([
    'delete from dvcq.documents',
    'select 1; delete from dvcq.documents',
    'select 1; commit; delete from dvcq.documents',
    'with gone as (delete from dvcq.documents returning 1) select * from gone',
    'select nothing from documents',
  ])('%s: one line, nothing is changed', async (sql) => {
    const { code, stdout, stderr } = query(sql);
    expect([code, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    expect((await everything(server, 'archive')).documents).toHaveLength(2);
  });

  test('a database without results of dvcq', () => {
    const { code, stderr } = run(['query', server.address('postgres'), 'documents']);
    expect([code, stderr]).toEqual([3, expect.stringMatching(/^dvcq: postgres:\/\/owner@.*\/postgres: is no result/)]);
  });
});
