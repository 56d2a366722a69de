import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { withDatabase } from '../../src/store/duckdb.ts';
import { writeReports } from '../support/batch.ts';
import { useCommand } from '../support/command.ts';

const { run, folder } = useCommand();

const bytes = (name: string) => readFileSync(join(folder, name));

/** The files of a folder but for the summary, which says how long a batch took. */
const contents = (name: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'summary.json')
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(join(folder, name).length), readFileSync(path, 'base64')]),
  );

/** What the batch itself puts out, by the name of the output. */
const outputs = ['all.jsonl', 'all.jsonl.gz', 'all.duckdb', 'json', 'tables.csv'];

beforeAll(async () => {
  await writeReports(join(folder, 'reports'));
  // A path that begins at the root is kept in the list of a folder, though its file lies below the folder.
  for (const output of outputs)
    expect(run(['batch', 'reports', join(folder, 'reports/2022'), '-o', output, '--quiet']).code).toBe(3);
}, 60_000);

describe.each(['all.jsonl', 'all.jsonl.gz', 'all.duckdb', 'json'])('from %s', (store) => {
  test.each(['.jsonl', '.jsonl.gz'])('to %s: the bytes of the batch', (ending) => {
    expect(run(['export', store, '-o', `copy${ending}`, '--quiet'])).toMatchObject({ code: 0, stderr: '' });
    expect(bytes(`copy${ending}`).equals(bytes(`all${ending}`))).toBe(true);
    expect(bytes('copy.failures.jsonl').toString()).toBe(bytes('all.failures.jsonl').toString());
  });

  test.each([
    ['json', 'json'],
    ['csv', 'tables.csv'],
  ])('to a folder of %s: the files of the batch', (kind, wanted) => {
    const { code } = run(['export', store, '-o', `copy-${kind}`, '--to', kind, '--quiet']);
    expect([code, contents(`copy-${kind}`)]).toEqual([0, contents(wanted)]);
  });

  test('to a database: the same rows', () => {
    expect(run(['export', store, '-o', 'copy.duckdb', '--quiet']).code).toBe(0);
    for (const table of ['documents', 'measures', 'references', 'failures'])
      expect(run(['query', 'copy.duckdb', table, '--json']).stdout).toBe(
        run(['query', 'all.duckdb', table, '--json']).stdout,
      );
  });

  test('can be asked, too', () => {
    const sql = 'select count(*) as n from figures';
    expect(run(['query', store, sql, '--csv'])).toEqual(run(['query', 'tables.csv', sql, '--csv']));
  });
});

test('says what it did, in a line', () => {
  const { code, stdout, stderr } = run(['export', 'all.jsonl', '-o', 'said.xlsx']);
  expect([code, stdout]).toEqual([0, '']);
  expect(stderr).toMatch(/^dvcq: \d+ documents; \d+ figures, \d+ references; 1 not read → said\.xlsx\n$/);
});

describe('one line, and what was there before stays', () => {
  const refused = (store: string, cause: string) => {
    writeFileSync(join(folder, 'before.jsonl'), 'before');
    const { code, stdout, stderr } = run(['export', store, '-o', 'before.jsonl']);
    expect([code, stdout, stderr]).toEqual([3, '', `dvcq: ${store}: ${cause}\n`]);
    expect(bytes('before.jsonl').toString()).toBe('before');
  };
  const noResult = 'is no result of dvcq batch (.jsonl, a folder of JSON, a .duckdb or PostgreSQL), or is damaged';

  const tablesOnly = 'holds tables only, not the whole reports; export from a .jsonl, a folder of JSON or a .duckdb';

  test('tables alone hold no reports', () => refused('tables.csv', tablesOnly));

  test('not there', () => refused('nowhere.jsonl', noResult));

  test('JSON of something else', () => {
    writeFileSync(join(folder, 'other.jsonl'), '{"path":"a","schema":"other/1"}\n');
    refused('other.jsonl', noResult);
  });

  test('cut off in the middle', () => {
    writeFileSync(join(folder, 'cut.jsonl'), bytes('all.jsonl').subarray(0, 50_000));
    refused('cut.jsonl', noResult);
    writeFileSync(join(folder, 'cut.jsonl.gz'), bytes('all.jsonl.gz').subarray(0, 5_000));
    refused('cut.jsonl.gz', noResult);
  });

  test('a folder that lacks a file of its list', () => {
    cpSync(join(folder, 'json'), join(folder, 'lacking'), { recursive: true });
    appendFileSync(join(folder, 'lacking/documents.jsonl'), '{"path":"x.txt","file":"x.txt.json"}\n');
    refused('lacking', noResult);
  });

  test.each([
    ['nothing', 'null'],
    ['a report without its lists', '{"path":"a","schema":"dvcq/1","source":{},"header":{}}'],
    ['a path that is none', '{"path":1,"schema":"dvcq/1"}'],
  ])('a line that holds %s', (_name, line) => {
    writeFileSync(join(folder, 'odd.jsonl'), `${line}\n`);
    refused('odd.jsonl', noResult);
    expect(run(['query', 'odd.jsonl', 'documents'])).toMatchObject({ code: 3, stdout: '' });
  });

  test('a folder without the list of documents', () => {
    mkdirSync(join(folder, 'empty'));
    refused('empty', noResult);
  });

  test('a database that is damaged', () => {
    const whole = bytes('all.duckdb');
    writeFileSync(join(folder, 'cut.duckdb'), whole.subarray(0, whole.length / 2));
    refused('cut.duckdb', noResult);
    expect(run(['query', 'cut.duckdb', 'documents']).stderr).toMatch(/^dvcq: cut\.duckdb: is no result of dvcq batch/);
  });

  test('a database of somebody else, and one that has the tables alone', async () => {
    const make = (file: string, sql: string) =>
      withDatabase(join(folder, file), async (db) => void (await db.run(sql)));
    await make('others.duckdb', 'create table reports (number int)');
    refused('others.duckdb', noResult);
    await make('tables.duckdb', 'create table documents (path varchar)');
    refused('tables.duckdb', tablesOnly);
  });

  test.runIf(process.platform === 'linux')('a database that another program writes to', async () => {
    cpSync(join(folder, 'all.duckdb'), join(folder, 'used.duckdb'));
    await withDatabase(join(folder, 'used.duckdb'), async () => {
      refused('used.duckdb', 'cannot be asked (another program is writing to it)');
      expect(run(['query', 'used.duckdb', 'documents']).code).toBe(3);
    });
  });
});

test('onto itself', () => {
  expect(run(['export', 'all.jsonl', '-o', './all.jsonl']).code).toBe(2);
});
