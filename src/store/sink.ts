import type { Report } from '../schema.ts';
import type { Message } from '../source.ts';

/** A document that was read. */
export interface StoredDocument {
  /** Where it was found, with `/`: `2023/report.docx`, `handover.zip/report.docx` in an archive. */
  path: string;
  report: Report;
}

/** A document that could not be read. */
export interface Failure {
  path: string;
  cause: Message;
}

/**
 * Where the documents of a batch go, one after the other in the order of their paths. Nothing is to be seen of it
 * before {@link Sink.end}, but in a database on a server; all methods reject with what the system says (`ENOSPC`, …)
 * where writing fails.
 */
export interface Sink {
  /** What comes next is all that there is of a file: itself, or the members of an archive. */
  begin?(file: string): void;
  write(document: StoredDocument): Promise<void>;
  fail(failure: Failure): Promise<void>;
  /** Puts the output into place of what was there before. */
  end(): Promise<void>;
  /** Leaves what was there before. */
  abort(): Promise<void>;
}
