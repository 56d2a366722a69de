import { parentPort } from 'node:worker_threads';
import type { Language } from '../document.ts';
import { type Reading, readAll } from '../extract/index.ts';
import { UnreadableError } from '../extract/unreadable.ts';
import type { Answer, Outcome, Request } from './apart.ts';
import { LONG_TEXT } from './limits.ts';

// The thread in which files are read that may hang their reader; see apart.ts for the other end.

let readings: AsyncGenerator<Reading> | null = null;
let language: Language = 'vi';

const answer = (message: Answer): void => parentPort?.postMessage(message);

parentPort?.on('message', async ({ start }: Request) => {
  if (start) {
    const { input, options } = start;
    language = start.language;
    readings = readAll(input, {
      ...options,
      onDocument: (member) => answer({ member }),
      onOcrPage: (done, of) => answer({ page: [done, of] }),
      onOcrProcess: (pid, runs) => answer({ process: [pid, runs] }),
    });
    return;
  }
  const next = await readings?.next();
  answer(next?.done === false ? { reading: await outcomeOf(next.value) } : { end: true });
});

/** A short text is sooner parsed on the other side, where everything for it is loaded. */
async function outcomeOf(reading: Reading): Promise<Outcome> {
  if (!('source' in reading) || reading.source.text.length <= LONG_TEXT) return plain(reading);
  try {
    const { parse } = await import('../pipeline.ts');
    return { member: reading.member, report: parse(reading.source, { language }) };
  } catch (error) {
    return plain({ member: reading.member, error });
  }
}

/** Errors lose their class on the way to another thread. */
function plain(reading: Reading): Outcome {
  if ('source' in reading) return reading;
  const { member, error } = reading;
  if (error instanceof UnreadableError) return { member, cause: error.text };
  return { member, defect: error instanceof Error ? error.message : String(error) };
}
