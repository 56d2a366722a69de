import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../schema.ts';
import type { Message } from '../source.ts';
import type { Failure, Sink } from '../store/sink.ts';
import { entryPath, readEntry } from './entry.ts';
import { byCode, type Found, type NotFound } from './find.ts';
import type { Answer, Job } from './job.ts';
import { type Pool, WorkerFailure } from './pool.ts';
import { type Summary, tally } from './summary.ts';

export interface BatchOptions {
  found: readonly Found[];
  missing: readonly NotFound[];
  /** Folder for what must outlast an interruption. */
  work: string;
  /** What besides its content decides what is read of a file: version and options. */
  fingerprint: string;
  /** How many files are under way at a time. */
  jobs: number;
  /** Read all files afresh. */
  force?: boolean;
  /** When aborted, what is under way is ended and nothing else begun. */
  signal: AbortSignal;
  /** Told of every file that is done, and of every failure. */
  onDone(path: string, documents: number): void;
  onFailure(failure: Failure): void;
}

/** Nothing can be kept or put out; `code` is the system's, e.g. `ENOSPC`. */
export class OutputError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** Where the outcomes of a file are, or why there are none. */
type Place = { path: string; key: string } | { path: string; cause: Message };

export const entriesOf = (work: string): string => join(work, 'entries');

/**
 * The first half of a batch: whatever is not yet known of the files is read, by content, and kept.
 *
 * @returns where the outcomes are, in the order of the paths; `null` where the signal came first
 * @throws OutputError
 */
export async function convertFiles(options: BatchOptions, pool: Pool): Promise<Place[] | null> {
  const { found, missing, signal, onFailure } = options;
  mkdirSync(entriesOf(options.work), { recursive: true });
  rmSync(claimsOf(options.work), { recursive: true, force: true });
  mkdirSync(claimsOf(options.work));
  const places: Place[] = [...missing];
  for (const failure of missing) onFailure(failure);
  const later: Job[] = [];
  const died: Job[] = [];
  const first = found.map((file) => jobFor(file, options));
  await each(first, options.jobs, signal, async (job) => {
    const answer = await answerOf(pool, job);
    if (answer === null) died.push(job);
    else if ('busy' in answer) later.push({ ...job, anyway: true });
    else places.push(settle(job, answer, options));
  });
  // What another worker was at is known by now. What killed a worker is tried once more, alone, lest a neighbour pays.
  for (const [jobs, lanes] of [
    [later, options.jobs],
    [died, 1],
  ] as const)
    await each(jobs, lanes, signal, async (job) => {
      places.push(settle(job, await lastAnswerOf(pool, { ...job, anyway: true }), options));
    });
  return signal.aborted ? null : places.sort((one, other) => byCode(one.path, other.path));
}

const claimsOf = (work: string): string => join(work, 'claims');

const jobFor = (file: Found, { work, fingerprint, force }: BatchOptions): Job => ({
  ...file,
  entries: entriesOf(work),
  claims: claimsOf(work),
  fingerprint,
  ...(force && { afresh: true }),
});

/** A worker's answer; `null` where it died. */
async function answerOf(pool: Pool, job: Job): Promise<Answer | null> {
  try {
    return await pool.convert(job);
  } catch (error) {
    if (error instanceof WorkerFailure) return null;
    throw error;
  }
}

async function lastAnswerOf(pool: Pool, job: Job): Promise<Answer> {
  try {
    return await pool.convert(job);
  } catch (error) {
    if (error instanceof WorkerFailure) return { cause: error.text };
    throw error;
  }
}

function settle(job: Job, answer: Answer, { onDone, onFailure }: BatchOptions): Place {
  const { path } = job;
  if ('unwritable' in answer) throw new OutputError(answer.unwritable);
  if ('busy' in answer) throw new Error(`${path} was asked for anyway`);
  if ('cause' in answer) {
    onFailure({ path, cause: answer.cause });
    onDone(path, 0);
    return { path, cause: answer.cause };
  }
  for (const { member, cause } of answer.failed) onFailure({ path: memberPath(path, member), cause });
  onDone(path, answer.documents);
  return { path, key: answer.key };
}

const memberPath = (path: string, member: string): string => (member ? `${path}/${member}` : path);

/** Runs over items, so many at a time, until the signal comes. The first error ends it when the others are done. */
async function each<T>(items: readonly T[], lanes: number, signal: AbortSignal, run: (item: T) => Promise<void>) {
  const left = items[Symbol.iterator]();
  let failed = false;
  const lane = async () => {
    for (const item of left) {
      if (signal.aborted || failed) return;
      await run(item).catch((error) => {
        failed = true;
        throw error;
      });
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/**
 * The second half: what is kept goes to the output, in the order of the paths.
 *
 * @throws OutputError, and leaves what was there before
 */
export async function putOut(places: readonly Place[], work: string, sink: Sink): Promise<Summary> {
  const sums = tally();
  const fail = async (failure: Failure) => {
    sums.fail(failure);
    await sink.fail(failure);
  };
  try {
    for (const place of places) {
      sink.begin?.(place.path);
      if ('cause' in place) await fail(place);
      else
        for await (const outcome of readEntry(entryPath(entriesOf(work), place.key))) {
          const path = memberPath(place.path, outcome.member);
          if ('cause' in outcome) await fail({ path, cause: outcome.cause });
          else {
            const document = { path, report: named(outcome.report, place.path, outcome.member) };
            sums.add(document);
            await sink.write(document);
          }
        }
    }
    await sink.end();
    return sums.summary();
  } catch (error) {
    await sink.abort();
    throw new OutputError((error as NodeJS.ErrnoException).code ?? (error as Error).message);
  }
}

/** The same content may lie under another name than the one it was first read under. */
const named = (report: Report, file: string, member: string): Report => ({
  ...report,
  source: { ...report.source, name: memberPath(file.slice(file.lastIndexOf('/') + 1), member) },
});

/** Removes what was kept of contents that no file has any more, or that another version or other options made. */
export function forgetOthers(work: string, places: readonly Place[]): void {
  const kept = new Set(places.flatMap((place) => ('key' in place ? [entryPath(entriesOf(work), place.key)] : [])));
  for (const folder of readdirSync(entriesOf(work)))
    for (const name of readdirSync(join(entriesOf(work), folder))) {
      const path = join(entriesOf(work), folder, name);
      if (!kept.has(path)) rmSync(path, { force: true });
    }
}
