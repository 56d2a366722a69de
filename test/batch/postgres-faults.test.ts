import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkTarget } from '../../src/store/index.ts';
import { start } from '../support/batch.ts';
import { useCommand } from '../support/command.ts';
import { reportText } from '../support/files.ts';
import { everything, newServer, type Server } from '../support/postgres.ts';

/** A server that goes, a batch that is killed: afterwards every row is as of a run that nothing happened to. */
const { run, folder, command, env } = useCommand();

let server: Server;
beforeAll(async () => {
  mkdirSync(join(folder, 'many'));
  for (let n = 100; n < 700; n++) writeFileSync(join(folder, `many/${n}.txt`), `${reportText}- Thôn ${n}: ${n} hộ.\n`);
  server = await newServer();
  await server.start();
});
afterAll(() => server?.remove());

/** A database of a test's own. */
async function database(name: string): Promise<string> {
  await server.sql(`create database ${name}`);
  return server.address(name);
}

const batch = (paths: string[], output: string) => run(['batch', ...paths, '-o', output, '--jobs', '2', '--quiet']);

/** Waits for something to become true. */
async function untilAsync(condition: () => Promise<boolean>, seconds = 30): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !(await condition()); await sleep(20))
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${condition}`);
}

describe('a server that goes away in the middle of a transaction', () => {
  let whole: Record<string, string[]>;
  beforeAll(async () => {
    expect(batch(['many'], await database('whole')).code).toBe(0);
    whole = await everything(server, 'whole');
    expect(whole.documents).toHaveLength(600);
  });

  /** Starts a batch that stands still in the second of its three portions, in the middle of a COPY. */
  async function stuck(name: string, options = ''): Promise<ReturnType<typeof start>> {
    const url = await database(name);
    await checkTarget(url, 'postgres');
    await server.sql(
      `create function dvcq.wait() returns trigger language plpgsql as
         $$ begin perform pg_advisory_lock(42); return new; end $$;
       create trigger wait before insert on dvcq.documents for each row
         when (new.path = 'many/500.txt') execute function dvcq.wait()`,
      name,
    );
    const holder = server.sql('select pg_advisory_lock(42), pg_sleep(600)', name).catch(() => {});
    const running = start(command, ['batch', 'many', '-o', url + options, '--jobs', '2'], folder, env);
    await untilAsync(async () => {
      const [row] = await server.sql(
        `select count(*)::int as n from pg_locks where locktype = 'advisory' and objid = 42 and not granted`,
      );
      return row?.n === 1;
    });
    expect(await counted(name)).toBe(256);
    void holder;
    return running;
  }

  const counted = async (name: string) =>
    (await server.sql('select count(*)::int as n from dvcq.documents', name))[0]?.n;

  test('and comes back: the batch waits for it and goes on', async () => {
    const { ended } = await stuck('waiting');
    await server.kill();
    await sleep(500);
    await server.start();
    const { code, stderr } = await ended;
    expect([code, stderr.split('\n').slice(0, 1)]).toEqual([
      0,
      ['dvcq: lost the connection to the server; trying again for 60 seconds'],
    ]);
    expect(await everything(server, 'waiting')).toEqual(whole);
  });

  test('for good: one line, and the same command makes it whole when it is back', async () => {
    const { ended } = await stuck('gone', '?connect_timeout=1');
    await server.kill();
    const { code, stderr } = await ended;
    expect(code).toBe(3);
    expect(stderr.trimEnd().split('\n').slice(1)).toEqual([
      `dvcq: postgres://owner@127.0.0.1:${server.port}/gone: cannot be written (the connection was lost; the same command goes on from here)`,
    ]);
    await server.start();
    expect(await counted('gone')).toBe(256);
    expect(batch(['many'], server.address('gone')).code).toBe(0);
    expect(await everything(server, 'gone')).toEqual(whole);
  });

  test('or the batch itself is killed: nothing half-done is left, and the same command makes it whole', async () => {
    const { child, ended } = await stuck('killed');
    child.kill('SIGKILL');
    await ended;
    await server.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(600)%' and pid <> pg_backend_pid()`,
    );
    expect(batch(['many'], server.address('killed')).code).toBe(0);
    expect(await everything(server, 'killed')).toEqual(whole);
  });
});
