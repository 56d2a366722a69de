import type { Message } from '../source.ts';

/** One file for a worker. */
export interface Job {
  /** As reported; the worker reads it from the working directory. */
  path: string;
  /** Its name where `path` does not say its bytes. */
  raw?: string;
  /** Where entries are kept. */
  entries: string;
  /** Where a worker shows which content it is at. */
  claims: string;
  /** What besides its content decides what is read of a file. */
  fingerprint: string;
  /** Read it even if another worker is at the same content, or was when it died. */
  anyway?: true;
  /** Read it even if there is an entry. */
  afresh?: true;
}

/** What a worker says of a job. */
export type Answer =
  /** The entry that holds what was read, how many documents, and those that failed. */
  | { key: string; documents: number; failed: { member: string; cause: Message }[]; known: boolean }
  /** The file cannot be read at all. */
  | { cause: Message }
  /** Another worker is at the same content; ask again later. */
  | { busy: true }
  /** Nothing can be kept: a full disk, a folder that may not be written. */
  | { unwritable: string };
