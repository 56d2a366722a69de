import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { name } from '../sql.ts';
import type { Address } from './address.ts';
import { isPassing, LOST, toldAs, withCode } from './errors.ts';

/** A connection, and how to let go of it, even of one that is dead. */
interface Connection {
  client: Client;
  drop(): void;
}

/** Transactions, one after the other, over as many connections as it takes. */
export interface Session {
  /**
   * Runs a task in a transaction; where the connection is lost it is run again on a new one.
   *
   * @throws Error that the command has words for
   */
  run<T>(task: (client: Client) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Milliseconds between two attempts to connect: at first, and at most. */
const [SOON, LATE] = [250, 5000];

/** @param onLost told when a connection is lost, with the seconds that it is waited for; absent: nothing is waited for */
export function openSession(address: Address, onLost?: (seconds: number) => void): Session {
  let connection: Connection | null = null;
  const attempt = async <T>(task: (client: Client) => Promise<T>): Promise<T> => {
    connection ??= await connect(address);
    const { client } = connection;
    await client.query(`begin; set local search_path to ${name(address.schema)}`);
    const result = await task(client);
    await client.query('commit');
    return result;
  };
  const drop = () => {
    connection?.drop();
    connection = null;
  };
  const run = async <T>(task: (client: Client) => Promise<T>): Promise<T> => {
    let end = 0;
    for (let wait = SOON; ; wait = Math.min(wait * 2, LATE)) {
      try {
        return await attempt(task);
      } catch (error) {
        drop();
        if (!isPassing(error) || !onLost) throw toldAs(error);
        if (!end) onLost(address.patience);
        end ||= Date.now() + address.patience * 1000;
        if (Date.now() + wait > end) throw withCode(LOST);
        await sleep(wait);
      }
    }
  };
  const close = async () => {
    await connection?.client.end().catch(() => {});
    drop();
  };
  return { run, close };
}

/** Milliseconds without a sign of life before the system asks whether the other end is still there. */
const KEEP_ALIVE = 10_000;

/** Opens a connection; what it throws is the driver's. */
export async function connect({ url, patience }: Address): Promise<Connection> {
  const { default: pg } = await import('pg');
  const socket = new Socket();
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: patience * 1000,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE,
    application_name: 'dvcq',
    stream: () => socket,
  });
  // Whatever is under way rejects; without a listener it would end the process, too.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    socket.destroy();
    throw error;
  }
  return { client, drop: () => void socket.destroy() };
}
