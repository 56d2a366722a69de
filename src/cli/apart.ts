import { Worker } from 'node:worker_threads';
import type { Language } from '../document.ts';
import type { ReadAllOptions } from '../extract/index.ts';
import type { Report } from '../schema.ts';
import type { Message, Source } from '../source.ts';

/**
 * A document as read in the other thread: its source, or where that is long its report at once, or why there is none
 * (`defect`: through a fault of dvcq).
 */
export type Outcome = { member: string } & (
  | { source: Source }
  | { report: Report }
  /** `transient`: with more time or memory it might be read. */
  | { cause: Message; transient?: true }
  | { defect: string }
);

/** What this side sends: a file to begin with, or nothing for its next document. */
export interface Request {
  start?: { input: Uint8Array; options: ReadAllOptions; language: Language };
}

/** What the thread sends: one of these. */
export interface Answer {
  /** It begins with this document. */
  member?: string;
  /** OCR has read so many pages of so many. */
  page?: [done: number, of: number];
  /** OCR has started this program, or it has ended. */
  process?: [pid: number, runs: boolean];
  reading?: Outcome;
  end?: true;
}

/** Enough for a thousand pages three times over; a document that needs more takes the thread with it, not dvcq. */
const MAX_HEAP_MB = 1024;

/**
 * How far the process may grow while a document is read, in bytes. The limit of the heap says nothing of what lies
 * outside of it: unpacked archives, images, whatever pdfjs keeps in buffers.
 */
const MAX_GROWTH = 1.5 * 2 ** 30;
/** Milliseconds; what unpacks fastest grows by 100 MB between two looks. */
const LOOK_EVERY = 100;

const failures = {
  time: (seconds: number): Message => ({
    vi: `quá ${seconds} giây vẫn chưa đọc xong (xem --timeout)`,
    en: `was not read within ${seconds} seconds (see --timeout)`,
  }),
  memory: { vi: 'cần quá nhiều bộ nhớ để đọc', en: 'needs too much memory to be read' },
};

let idle: Worker | null = null;

/**
 * Reads the documents of a file in a thread, which alone can be stopped while it computes. One that takes longer than
 * allowed, or more memory, ends with the thread; the next goes on in a new one.
 *
 * @param language of the reports
 * @param seconds for each document, and for each of its pages that OCR reads
 */
export async function* readApart(
  input: Uint8Array,
  options: ReadAllOptions,
  language: Language,
  seconds: number,
): AsyncGenerator<Outcome> {
  const { onOcrPage, skip: passed = 0, ...cloneable } = options;
  for (let skip = passed; ; ) {
    const worker = take();
    worker.postMessage({ start: { input, options: { ...cloneable, skip }, language } } satisfies Request);
    for (;;) {
      const { outcome, begun } = await next(worker, seconds, onOcrPage);
      if (outcome === null) return release(worker);
      // What made a long report weighs several times as much as the report, and goes with the thread.
      if ('report' in outcome) await drop(worker);
      yield outcome;
      // A file that is no archive has one document.
      if (outcome.member === '') return worker === busy ? release(worker) : undefined;
      skip++;
      if (worker !== busy) {
        // What fails before any document has begun would fail again.
        if (!begun) return;
        break;
      }
    }
  }
}

let busy: Worker | null = null;

function take(): Worker {
  const limits = { resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB } };
  busy = idle ?? new Worker(new URL('./reader.js', import.meta.url), limits);
  idle = null;
  busy.ref();
  return busy;
}

/** Keeps the thread for the next file; it does not keep the process alive. */
function release(worker: Worker): void {
  worker.unref();
  idle = worker;
  busy = null;
}

function drop(worker: Worker): Promise<unknown> {
  busy = null;
  // Whatever it still says, or dies of, is nobody's business any more.
  worker.on('error', () => {});
  return worker.terminate();
}

type Next = { outcome: Outcome | null; begun: boolean };

/** The next document of a thread, `null` where there is none. A thread that fails is no longer `busy`. */
function next(worker: Worker, seconds: number, onOcrPage: ReadAllOptions['onOcrPage']): Promise<Next> {
  return new Promise((resolve) => {
    let member: string | null = null;
    const programs = new Set<number>();
    const settle = (outcome: Outcome | null) => {
      clearTimeout(timer);
      clearInterval(watch);
      worker.off('message', onMessage).off('error', onError);
      resolve({ outcome, begun: member !== null });
    };
    const abandon = (why: { cause: Message; transient: true } | { defect: string }) => {
      settle({ member: member ?? '', ...why });
      drop(worker);
      // What it started goes on without it.
      for (const pid of programs) kill(pid);
    };
    const before = process.memoryUsage.rss();
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > MAX_GROWTH) abandon({ cause: failures.memory, transient: true });
    }, LOOK_EVERY);
    const timer = setTimeout(() => abandon({ cause: failures.time(seconds), transient: true }), seconds * 1000);
    const onMessage = ({ member: begun, page, process: program, reading, end }: Answer) => {
      timer.refresh();
      if (begun !== undefined) member = begun;
      if (page) onOcrPage?.(...page);
      if (program) programs[program[1] ? 'add' : 'delete'](program[0]);
      if (reading || end) settle(reading ?? null);
    };
    const onError = (error: NodeJS.ErrnoException) =>
      abandon(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? { cause: failures.memory, transient: true }
          : { defect: error.message },
      );
    worker.on('message', onMessage).on('error', onError);
    worker.postMessage({} satisfies Request);
  });
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}
