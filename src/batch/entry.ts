import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Report } from '../schema.ts';
import type { Message } from '../source.ts';
import { linesIn } from '../store/lines.ts';

/** What became of one document of a file; `member` is empty where the file is no archive. */
export type Outcome =
  | { member: string; report: Report }
  /** `transient`: another time, or another machine, may do better. */
  | { member: string; cause: Message; transient?: true };

/**
 * Entries keep what was read of a file, by the file's content: a compressed line of JSON a document, and a last line
 * that says how many there were. They appear at once and whole, so that a batch that was killed goes on with them.
 */
export const entryPath = (folder: string, key: string): string => join(folder, key.slice(0, 2), `${key}.jsonl.gz`);

/**
 * Drafts of an entry that other processes were at when they were killed; the longest comes first.
 *
 * @param isThere whether a process still is: the same content may be read twice at a time
 */
export function draftsOf(path: string, isThere: (pid: number) => boolean): string[] {
  const folder = dirname(path);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const drafts = names
    .filter((name) => name.startsWith(`${basename(path)}.`) && !isThere(Number(/\.(\d+)\.draft$/.exec(name)?.[1])))
    .map((name) => join(folder, name));
  return drafts.sort((one, other) => statSync(other).size - statSync(one).size);
}

/**
 * What is worth having in a draft, so that an archive of thousands need not be begun anew: all members up to what is cut
 * off or damaged, or might come to something else another time. What is no member is all there is of its file.
 */
export async function* readDraft(draft: string): AsyncGenerator<Outcome> {
  const lines = linesIn(draft, true, true);
  try {
    for await (const line of lines) {
      const outcome = JSON.parse(line) as Outcome | { end: number };
      if ('end' in outcome || 'transient' in outcome || !outcome.member) return;
      yield outcome;
    }
  } catch {
    // Cut off here.
  }
}

export interface EntryWriter {
  add(outcome: Outcome): void;
  /** Keeps what was added; when this returns, it outlasts the loss of power. */
  end(): void;
  abort(): void;
}

/**
 * Begins an entry. Every method throws what the system says where nothing can be written.
 *
 * @param pid of this process, by which others know whether its draft is left over
 */
export function writeEntry(path: string, pid: number): EntryWriter {
  const draft = `${path}.${randomUUID()}.${pid}.draft`;
  makeFolder(dirname(path));
  const file = openSync(draft, 'w');
  let count = 0;
  let isOpen = true;
  // Once only: the number of a closed file is the next one's.
  const close = () => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  // Not writeSync, which writes what there is room for and says no more of it.
  const line = (value: unknown) => writeFileSync(file, gzipSync(`${JSON.stringify(value)}\n`, { level: 1 }));
  return {
    add: (outcome) => {
      count++;
      line(outcome);
    },
    end: () => {
      line({ end: count });
      fsyncSync(file);
      close();
      renameSync(draft, path);
    },
    abort: () => {
      close();
      rmSync(draft, { force: true });
    },
  };
}

/** But not those above it: where the disk was taken away, its place is not to be filled. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Up to this size, compressed, an entry is unpacked at once, which takes half the time of a stream. */
const AT_ONCE = 2 ** 20;

/**
 * The outcomes of an entry, one after the other.
 *
 * @throws Error where there is no entry, or it is damaged; then what came before is worth nothing
 */
export async function* readEntry(path: string): AsyncGenerator<Outcome> {
  let count = 0;
  let end: number | null = null;
  for await (const line of linesOf(path)) {
    const value = JSON.parse(line) as Outcome | { end: number };
    if ('end' in value) end = value.end;
    else {
      count++;
      yield value;
    }
  }
  if (end !== count) throw new Error('incomplete entry');
}

const linesOf = (path: string): Iterable<string> | AsyncIterable<string> =>
  statSync(path).size <= AT_ONCE
    ? gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n')
    : linesIn(path, true);
