import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Language } from '../document.ts';
import { load, MAX_BYTES, readUpTo } from '../extract/index.ts';
import type { Report } from '../schema.ts';
import type { Outcome } from './apart.ts';
import { documentsOf, failed, type OnPage, type ReadFlags, reportOf } from './documents.ts';
import { exit, stop } from './exit.ts';
import { type Say, speak } from './messages.ts';
import { oneLine, tell } from './tell.ts';

/** Stands for standard input among file names. */
export const STDIN = '-';

/** A file name as messages show it. */
export const shown = (file: string, say: Say): string => (file === STDIN ? say('stdin') : file);

/** Ends the command where the files themselves make a command line wrong. */
export function checkPaths(files: string[], output: string | undefined, say: Say): void {
  if (files.filter((file) => file === STDIN).length > 1) stop(exit.usage, say('stdinTwice'));
  if (output && files.some((file) => file !== STDIN && sameFile(file, output)))
    stop(exit.usage, say('outputIsInput', output));
}

function sameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  return Boolean(a?.isFile() && b && a.ino === b.ino && a.dev === b.dev);
}

/** A document of a file with the name messages give it, and its report or the cause of failure. */
export type FileReading = { file: string } & ({ report: Report } | { cause: string });

/**
 * Reads a file, or each document of an archive; says on standard error why that fails.
 *
 * @param file its path, or {@link STDIN}
 */
export async function* readReports(file: string, flags: ReadFlags, language: Language): AsyncGenerator<FileReading> {
  const say = speak(language);
  for await (const outcome of outcomesOf(file, flags, language, ocrProgress(shown(file, say), say))) {
    const name = outcome.member ? `${shown(file, say)}/${outcome.member}` : file;
    const done = reportOf(outcome, language);
    const reading = 'cause' in done ? { cause: done.cause[language] } : done;
    if ('cause' in reading) tell(`${shown(name, say)}: ${reading.cause}`);
    yield { file: name, ...reading };
  }
}

/** On a terminal, one line that counts the pages and goes when they are read; OCR takes seconds for each. */
function ocrProgress(file: string, say: Say): OnPage {
  return (done, of) => {
    if (!process.stderr.isTTY) return;
    process.stderr.write(done < of ? `\r\x1B[K${oneLine(say('ocrPage', file, String(done), String(of)))}` : '\r\x1B[K');
  };
}

async function* outcomesOf(
  file: string,
  flags: ReadFlags,
  language: Language,
  onOcrPage: OnPage,
): AsyncGenerator<Outcome> {
  try {
    const { maxBytes = MAX_BYTES } = flags;
    const bytes = file === STDIN ? await readUpTo(process.stdin, maxBytes) : await load(file, maxBytes);
    yield* documentsOf(bytes, file === STDIN ? STDIN : basename(file), flags, language, onOcrPage);
  } catch (error) {
    yield failed(error);
  }
}
