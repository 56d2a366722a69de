import { parentPort } from 'node:worker_threads';
import { type Reading, readAll } from '../extract/index.ts';
import { UnreadableError } from '../extract/unreadable.ts';
import type { Answer, Request } from './apart.ts';

// The thread in which files are read that may hang their reader; see apart.ts for the other end.

let readings: AsyncGenerator<Reading> | null = null;

const answer = (message: Answer): void => parentPort?.postMessage(message);

parentPort?.on('message', async ({ start }: Request) => {
  if (start) {
    const { input, options } = start;
    readings = readAll(input, {
      ...options,
      onDocument: (member) => answer({ member }),
      onOcrPage: (done, of) => answer({ page: [done, of] }),
    });
    return;
  }
  const next = await readings?.next();
  answer(next?.done === false ? { reading: plain(next.value) } : { end: true });
});

/** Errors lose their class on the way to another thread. */
function plain(reading: Reading): NonNullable<Answer['reading']> {
  if ('source' in reading) return reading;
  const { member, error } = reading;
  if (error instanceof UnreadableError) return { member, cause: error.text };
  return { member, defect: error instanceof Error ? error.message : String(error) };
}
