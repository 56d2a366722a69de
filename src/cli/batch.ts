import { mkdirSync, writeFileSync } from 'node:fs';
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
import { checkTarget, openSink } from '../store/index.ts';
import type { Sink } from '../store/sink.ts';
import { isFolder, stemOf, type Target, targetOf, targets } from '../store/target.ts';
import { TIMEOUT } from './documents.ts';
import { exit, stop } from './exit.ts';
import { type Log, logTo } from './log.ts';
import { type Say, speak } from './messages.ts';
import { failing } from './output.ts';
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
  const output = flags.output.replace(/(?<=.)[\\/]+$/, '');
  const target = flags.to ?? targetOf(output) ?? stop(exit.usage, say('batchUnknown', targets.join(', ')));
  const { found, missing } = findFiles(await listed(paths, flags.null === true), ownOf(output, target));
  if (!found.length && !missing.length) stop(exit.usage, say('batchNothing'));
  const work = `${output}.dvcq`;
  const unlock = locked(work, output, say);
  try {
    await checkTarget(output, target).catch((error) => endOfOutput(error, output, say));
    const log = logTo(found.length, flags, language);
    const places = await converted(found, missing, work, { flags, language, log, output, say });
    if (!places) return log.stopped();
    log.writing();
    const summary = await written(places, work, output, target, { began, files: found.length, say });
    forgetOthers(work, places);
    log.end(summary, output);
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
function ownOf(output: string, target: Target): (path: string) => boolean {
  const beside = besides(output, target);
  const own = [output, ...['dvcq', 'draft', 'old'].map((ending) => `${output}.${ending}`), ...lists.map(beside)];
  const absolute = new Set(own.map((path) => resolve(path)));
  return (path) => absolute.has(resolve(path));
}

function locked(work: string, output: string, say: Say): () => void {
  const alive = (pid: number) => {
    try {
      return process.kill(pid, 0);
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
  };
  const unlock = orFail(output, say, () => {
    makeFolder(work);
    return lock(join(work, 'lock'), process.pid, alive);
  });
  return unlock ?? stop(exit.unreadable, `${output}: ${say('batchBusy')}`);
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
  output: string;
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
    return endOfOutput(error, output, say);
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
  output: string,
  target: Target,
  { began, files, say }: { began: number; files: number; say: Say },
): Promise<Summary> {
  try {
    const lines: string[] = [];
    const sink = withFailures(await openSink(output, target), lines);
    const summary = await putOut(places, work, sink);
    const beside = besides(output, target);
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    writeFileSync(beside('failures.jsonl'), lines.join(''));
    writeFileSync(beside('summary.json'), `${JSON.stringify({ files, seconds, ...summary }, null, 2)}\n`);
    return summary;
  } catch (error) {
    return endOfOutput(error, output, say);
  }
}

const lists = ['failures.jsonl', 'summary.json'] as const;

/** Where the lists beside an output lie: in a folder, or with the name of a file. */
const besides = (output: string, target: Target): ((name: string) => string) =>
  isFolder(target) ? (name) => join(output, name) : (name) => `${stemOf(output)}.${name}`;

const withFailures = (sink: Sink, lines: string[]): Sink => ({
  ...sink,
  fail: async (failure) => {
    lines.push(`${JSON.stringify(failure)}\n`);
    await sink.fail(failure);
  },
});

function endOfOutput(error: unknown, output: string, say: Say): never {
  const code = error instanceof OutputError ? error.code : (error as NodeJS.ErrnoException).code;
  return failing(output, say)({ code, message: code ?? (error as Error).message });
}

function orFail<T>(output: string, say: Say, attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    return endOfOutput(error, output, say);
  }
}
