import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { findFiles, type RawPath, raw } from '../batch/find.ts';
import { lock } from '../batch/lock.ts';
import { openPool } from '../batch/pool.ts';
import { convertFiles, forgetOthers, OutputError, putOut } from '../batch/run.ts';
import type { Summary } from '../batch/summary.ts';
import type { Language } from '../document.ts';
import { findEngine } from '../extract/ocr/engine.ts';
import { checkTarget } from '../store/index.ts';
import { isPostgres } from '../store/postgres/address.ts';
import { type BatchOutput, endOfOutput, lists, outputOf, putTo } from './batch-output.ts';
import { TIMEOUT } from './documents.ts';
import { exit, stop } from './exit.ts';
import { type Log, logTo } from './log.ts';
import { type Say, speak } from './messages.ts';
import { lifeOf, self } from './processes.ts';
import type { BatchFlags } from './program.ts';

declare const DVCQ_VERSION: string;

/**
 * `dvcq batch`: converts all files, then puts out the results in one go. What is read is kept beside the output, so
 * that the same command goes on after any interruption and reads unchanged files but once.
 *
 * @returns the exit code
 */
export async function batch(paths: string[], flags: BatchFlags, language: Language): Promise<number> {
  const say = speak(language);
  const began = performance.now();
  const output = outputOf(flags, say);
  // Other users see a process with its arguments; this takes them away.
  if (output.target === 'postgres') process.title = 'dvcq batch';
  if (paths.some(isPostgres)) stop(exit.usage, say('batchPathIsDatabase'));
  const { found, missing } = findFiles(await listed(paths, flags.null === true), ownOf(output));
  if (!found.length && !missing.length) stop(exit.usage, say('batchNothing'));
  const work = `${output.local}.dvcq`;
  const unlock = locked(work, output, say);
  try {
    await checkTarget(output.name, output.target).catch((error) => endOfOutput(error, output.shown, say));
    const log = logTo(found.length, flags, language);
    const places = await converted(found, missing, work, { flags, language, log, output, say });
    if (!places) return log.stopped();
    log.writing();
    const summary = await written(places, work, output, { began, files: found.length, log, say });
    forgetOthers(work, places);
    log.end(summary, output.shown);
    return summary.failed ? exit.unreadable : exit.fine;
  } finally {
    unlock();
  }
}

/** `-` stands for the names on standard input, a line each, or up to NUL. */
async function listed(paths: string[], byNull: boolean): Promise<RawPath[]> {
  if (!paths.includes('-')) return paths.map(raw);
  const names = raw(await buffer(process.stdin)).split(byNull ? '\0' : /\r?\n/);
  return paths.flatMap((path) => (path === '-' ? names.filter(Boolean) : [raw(path)]));
}

/** Tells the files of an earlier run, which may lie in a folder that is read. */
function ownOf({ local, beside }: BatchOutput): (path: string) => boolean {
  const own = [local, ...['dvcq', 'draft', 'old'].map((ending) => `${local}.${ending}`), ...lists.map(beside)];
  const absolute = new Set(own.map((path) => resolve(path)));
  return (path) => absolute.has(resolve(path));
}

function locked(work: string, { local, shown }: BatchOutput, say: Say): () => void {
  const held = orFail(local, say, () => {
    makeFolder(work);
    return lock(join(work, 'lock'), self(), lifeOf);
  });
  if (typeof held === 'function') return held;
  const busy = `${shown}: ${say('batchBusy')}`;
  const elsewhere = held.host && held.host !== self().host;
  return stop(
    exit.unreadable,
    elsewhere ? `${busy} ${say('batchBusyElsewhere', held.host, join(work, 'lock'))}` : busy,
  );
}

/** With the folders above it. Asked for them at once, Node calls a read-only disk a missing folder. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') mkdirSync(path, { recursive: true });
    else if (code !== 'EEXIST') throw error;
  }
}

interface Setting {
  flags: BatchFlags;
  language: Language;
  log: Log;
  output: BatchOutput;
  say: Say;
}

type Converted = Awaited<ReturnType<typeof convertFiles>>;
type Files = ReturnType<typeof findFiles>;

async function converted(
  found: Files['found'],
  missing: Files['missing'],
  work: string,
  { flags, language, log, output, say }: Setting,
): Promise<Converted> {
  const jobs = flags.jobs ?? availableParallelism();
  const { format, encoding, ocr, maxBytes, timeout = TIMEOUT } = flags;
  const reading = { format, encoding, ocr, maxBytes, timeout };
  const script = fileURLToPath(new URL('./batch-worker.js', import.meta.url));
  const pool = await openPool(script, [JSON.stringify([reading, language])], jobs, timeout);
  const interrupt = new AbortController();
  const onSignal = () => {
    if (interrupt.signal.aborted) process.exit(exit.interrupted);
    interrupt.abort();
    log.stopping();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
  try {
    const fingerprint = JSON.stringify([DVCQ_VERSION, format, encoding, language, await engineOf(flags)]);
    const { onDone, onFailure } = log;
    const force = flags.force ?? false;
    const { signal } = interrupt;
    return await convertFiles({ found, missing, work, fingerprint, jobs, force, signal, onDone, onFailure }, pool);
  } catch (error) {
    log.clear();
    return endOfOutput(error, output.local, say);
  } finally {
    await pool.close();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal);
  }
}

/** With another engine, or with one where there was none, scans are read anew. */
const engineOf = async ({ ocr }: BatchFlags): Promise<string | null> =>
  ocr === 'off' ? null : `${ocr ?? 'auto'} ${(await findEngine())?.name ?? ''}`;

async function written(
  places: NonNullable<Converted>,
  work: string,
  output: BatchOutput,
  { began, files, log, say }: { began: number; files: number; log: Log; say: Say },
): Promise<Summary> {
  try {
    const about = () => ({ files, seconds: Math.round((performance.now() - began) / 100) / 10 });
    return await putTo(output, log.waiting, (sink) => putOut(places, work, sink), about);
  } catch (error) {
    log.clear();
    return endOfOutput(error, error instanceof OutputError ? output.shown : output.local, say);
  }
}

function orFail<T>(output: string, say: Say, attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    return endOfOutput(error, output, say);
  }
}
