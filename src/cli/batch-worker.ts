import { createHash } from 'node:crypto';
import { closeSync, openSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import workerpool from 'workerpool';
import {
  draftsOf,
  type EntryWriter,
  entryPath,
  type Outcome,
  readDraft,
  readEntry,
  writeEntry,
} from '../batch/entry.ts';
import { bytesOf } from '../batch/find.ts';
import type { Answer, Job } from '../batch/job.ts';
import type { Language } from '../document.ts';
import { load, MAX_BYTES } from '../extract/index.ts';
import { UnreadableError } from '../extract/unreadable.ts';
import type { Message } from '../source.ts';
import { documentsOf, type ReadFlags, reportOf } from './documents.ts';
import { lifeOf } from './processes.ts';

// A process of `dvcq batch` that converts one file after the other; see src/batch/pool.ts for the other end.

const [flags, language] = JSON.parse(process.argv[2] ?? '') as [ReadFlags, Language];

/** A sign of life. */
const alive = () => workerpool.workerEmit('alive');

async function convert(job: Job): Promise<Answer> {
  try {
    const bytes = await load(job.raw === undefined ? job.path : bytesOf(job.raw), flags.maxBytes ?? MAX_BYTES);
    const key = keyOf(bytes, job);
    const entry = entryPath(job.entries, key);
    const known = job.afresh ? null : await contents(entry);
    if (known) return { key, ...known, known: true };
    const claim = join(job.claims, key);
    if (!take(claim) && !job.anyway) return { busy: true };
    try {
      return { key, ...(await fill(entry, bytes, job)), known: false };
    } finally {
      rmSync(claim, { force: true });
    }
  } catch (error) {
    if (error instanceof UnreadableError) return { cause: error.text };
    return { unwritable: (error as NodeJS.ErrnoException).code ?? (error as Error).message };
  }
}

/** By the same content, read in the same way, the same entry; a text file's name decides whether it is Markdown. */
function keyOf(bytes: Uint8Array, { path, fingerprint }: Job): string {
  const way = createHash('sha256').update(`${fingerprint}${/\.(?:md|markdown)$/i.test(path) ? ' md' : ''}`);
  return `${createHash('sha256').update(bytes).digest('hex')}-${way.digest('hex').slice(0, 8)}`;
}

/** Whether this process is the first to be at a content. */
function take(claim: string): boolean {
  try {
    closeSync(openSync(claim, 'wx'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

interface Contents {
  documents: number;
  failed: { member: string; cause: Message }[];
}

/** What an entry holds; `null` where there is none worth having. */
async function contents(entry: string): Promise<Contents | null> {
  const found: Contents = { documents: 0, failed: [] };
  try {
    for await (const outcome of readEntry(entry)) {
      if ('report' in outcome) found.documents++;
      else if (outcome.transient) return null;
      else found.failed.push(outcome);
    }
    return found;
  } catch {
    return null;
  }
}

async function fill(path: string, bytes: Uint8Array, { path: file, afresh }: Job): Promise<Contents> {
  const drafts = draftsOf(path, (pid) => pid !== process.pid && lifeOf(pid) !== null);
  const entry = writeEntry(path, process.pid);
  try {
    const found = await readInto(entry, bytes, basename(file), afresh ? undefined : drafts[0]);
    for (const draft of drafts) rmSync(draft, { force: true });
    entry.end();
    return found;
  } catch (error) {
    entry.abort();
    throw error;
  }
}

/** @param draft of a process that was killed while it was at this file */
async function readInto(entry: EntryWriter, bytes: Uint8Array, name: string, draft?: string): Promise<Contents> {
  const found: Contents = { documents: 0, failed: [] };
  const add = (outcome: Outcome) => {
    entry.add(outcome);
    if ('report' in outcome) found.documents++;
    else found.failed.push({ member: outcome.member, cause: outcome.cause });
  };
  if (draft)
    for await (const outcome of readDraft(draft)) {
      alive();
      add(outcome);
    }
  const skip = found.documents + found.failed.length;
  for await (const outcome of documentsOf(bytes, name, { ...flags, skip }, language, alive)) {
    alive();
    add({ member: outcome.member, ...reportOf(outcome, language) });
  }
  return found;
}

// Ctrl-C reaches the whole group of processes; the parent says what is to end, and when.
process.on('SIGINT', () => {});
workerpool.worker({ convert });
