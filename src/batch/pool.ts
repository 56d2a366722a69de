import type { Promise as Task } from 'workerpool';
import type { Message } from '../source.ts';
import type { Answer, Job } from './job.ts';

/** Why a worker gave no answer. */
export class WorkerFailure extends Error {
  /** @param text the cause, to be put behind the file's name */
  constructor(readonly text: Message) {
    super(text.en);
  }
}

/** Processes that convert files. */
export interface Pool {
  /** @throws WorkerFailure where the worker dies of the file, or says nothing for too long */
  convert(job: Job): Promise<Answer>;
  close(): Promise<void>;
}

/** Enough for the largest file that is read, twenty times over. */
const MAX_HEAP_MB = 2048;

/** For a document in between its being read and its being kept, on a busy machine. */
const GRACE_MS = 10_000;

const failures = {
  time: (seconds: number): Message => ({
    vi: `quá ${seconds} giây vẫn chưa đọc xong (xem --timeout)`,
    en: `was not read within ${seconds} seconds (see --timeout)`,
  }),
  died: { vi: 'tiến trình đọc tệp này bị dừng đột ngột', en: 'the process that read it died' },
};

/**
 * Processes, not threads: a native library that crashes, or memory that runs out, takes one of them along and not the
 * batch. The pool replaces it.
 *
 * @param script the worker's program
 * @param args of that program
 * @param jobs how many processes
 * @param seconds for each document; a worker that says nothing for longer, with some grace, is stopped
 */
export async function openPool(script: string, args: string[], jobs: number, seconds: number): Promise<Pool> {
  const { default: workerpool } = await import('workerpool');
  const pool = workerpool.pool(script, {
    workerType: 'process',
    maxWorkers: jobs,
    forkArgs: args,
    forkOpts: { execArgv: [`--max-old-space-size=${MAX_HEAP_MB}`] },
  });
  const convert = async (job: Job): Promise<Answer> => {
    let late = false;
    let task: Task<Answer> | null = null;
    const timer = setTimeout(
      () => {
        late = true;
        task?.cancel();
      },
      seconds * 1500 + GRACE_MS,
    );
    task = pool.exec('convert', [job], { on: () => timer.refresh() }) as Task<Answer>;
    try {
      return await task;
    } catch {
      throw new WorkerFailure(late ? failures.time(seconds) : failures.died);
    } finally {
      clearTimeout(timer);
    }
  };
  return { convert, close: async () => void (await pool.terminate(true)) };
}
