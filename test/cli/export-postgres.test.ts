import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkTarget } from '../../src/store/index.ts';
import { writeReports } from '../support/batch.ts';
import { useCommand } from '../support/command.ts';
import { everything, newServer, type Server } from '../support/postgres.ts';

/** What goes into PostgreSQL comes out of it again. */
const { run, folder } = useCommand();

let server: Server;
beforeAll(async () => {
  await writeReports(join(folder, 'in'));
  server = await newServer();
  await server.start();
  for (const name of ['archive', 'copy', 'cut', 'older']) await server.sql(`create database ${name}`);
  for (const output of [server.address('archive'), 'all.jsonl'])
    expect(run(['batch', 'in', '-o', output, '--quiet']).code).toBe(3);
});
afterAll(() => server?.remove());

const text = (name: string) => readFileSync(join(folder, name), 'utf8');

test('to JSON Lines: the bytes of the batch, equal files at each of their paths', () => {
  expect(run(['export', server.address('archive'), '-o', 'out.jsonl', '--quiet'])).toMatchObject({
    code: 0,
    stderr: '',
  });
  expect(text('out.jsonl')).toBe(text('all.jsonl'));
  expect(text('out.failures.jsonl')).toBe(text('all.failures.jsonl'));
});

test('from JSON Lines, and from one database to another: the rows of the batch', async () => {
  const wanted = await everything(server, 'archive');
  for (const store of ['all.jsonl', server.address('archive')]) {
    expect(run(['export', store, '-o', server.address('copy'), '--quiet'])).toMatchObject({ code: 0, stderr: '' });
    expect(await everything(server, 'copy')).toEqual(wanted);
    await server.sql('drop schema dvcq cascade', 'copy');
  }
});

test('an archive that was cut off is there with what came before, and as a failure', async () => {
  const [first = ''] = text('all.jsonl').split('\n');
  const report = JSON.parse(first);
  // More than go into one transaction.
  const lines = Array.from({ length: 300 }, (_, n) => {
    const source = { ...report.source, sha256: `${n}` };
    return `${JSON.stringify({ ...report, path: `a.zip/${n}.txt`, source })}\n`;
  });
  writeFileSync(join(folder, 'cut.jsonl'), lines.join(''));
  const cause = { vi: 'bị hỏng', en: 'is damaged' };
  writeFileSync(join(folder, 'cut.failures.jsonl'), `${JSON.stringify({ path: 'a.zip', cause })}\n`);
  expect(run(['export', 'cut.jsonl', '-o', server.address('cut'), '--quiet']).code).toBe(0);
  const { documents, failures } = await everything(server, 'cut');
  expect([documents?.length, failures?.length]).toEqual([300, 1]);
});

test('a database that was filled before it kept reports is not taken for empty', async () => {
  await checkTarget(server.address('older'), 'postgres');
  await server.sql(`insert into dvcq.documents (path, sha256, format) values ('a.txt', 'a', 'txt')`, 'older');
  const { code, stderr } = run(['export', server.address('older'), '-o', 'older.jsonl']);
  expect([code, stderr]).toEqual([3, expect.stringMatching(/^dvcq: postgres:\/\/owner@\S+ holds tables only/)]);
});

test.each([
  ['no results of dvcq', 'postgres', /no result of dvcq batch/],
  ['no such database', 'nowhere', /cannot be asked \(no such database\)/],
])('%s: one line', (_, database, cause) => {
  const { code, stderr } = run(['export', server.address(database), '-o', 'none.jsonl']);
  expect([code, stderr.trimEnd().split('\n').length]).toEqual([3, 1]);
  expect(stderr).toMatch(cause);
});
