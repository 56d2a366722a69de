import type { Sink } from '../sink.ts';
import type { Address } from './address.ts';
import { migrate, oneAtATime } from './migrate.ts';
import { gather } from './portion.ts';
import { openSession } from './session.ts';
import { upsert } from './upsert.ts';

/**
 * Makes sure that the database can be written to, and that its schema is up to date.
 *
 * @throws Error that the command has words for
 */
export async function checkDatabase(address: Address): Promise<void> {
  const session = openSession(address);
  try {
    await session.run((client) => migrate(client, address.schema));
  } finally {
    await session.close();
  }
}

/**
 * A PostgreSQL database. Documents are told apart by content: one that is there already is replaced. What is written is
 * there after each portion; a batch that was cut off is made whole by the next.
 *
 * @param onLost told when the connection is lost, with the seconds that it is waited for
 */
export function postgresDatabase(address: Address, onLost: (seconds: number) => void): Sink {
  const session = openSession(address, onLost);
  let gathered = gather();
  const flush = async () => {
    const { portion } = gathered;
    gathered = gather();
    await session.run(async (client) => {
      await oneAtATime(client, address.schema);
      await upsert(client, portion);
    });
  };
  const flushIfFull = async () => void (gathered.isFull() && (await flush()));
  return {
    begin: (file) => gathered.begin(file),
    write: async (document) => {
      gathered.document(document);
      await flushIfFull();
    },
    fail: async (failure) => {
      gathered.failure(failure);
      await flushIfFull();
    },
    end: async () => {
      await flush();
      await session.close();
    },
    abort: () => session.close(),
  };
}
