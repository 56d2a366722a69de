import { statSync } from 'node:fs';
import type { Language } from '../document.ts';
import { read, readUpTo } from '../extract/index.ts';
import { UnreadableError } from '../extract/unreadable.ts';
import { parse } from '../pipeline.ts';
import type { Report } from '../schema.ts';
import type { Format } from '../source.ts';
import { compileForShortRun } from './compiler.ts';
import { exit, stop } from './exit.ts';
import { type Say, speak } from './messages.ts';
import { tell } from './tell.ts';

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

/**
 * Reads one file; says on standard error why that fails.
 *
 * @param format what the file is; told by its content unless given
 * @returns the report, or the cause of failure
 */
export async function readReport(
  file: string,
  format: Format | undefined,
  language: Language,
): Promise<{ report: Report } | { cause: string }> {
  const say = speak(language);
  try {
    const input = file === STDIN ? await readUpTo(process.stdin) : file;
    const source = await read(input, format && { format });
    compileForShortRun();
    return { report: parse(source, { language }) };
  } catch (error) {
    const cause =
      error instanceof UnreadableError
        ? error.text[language]
        : say('unexpected', error instanceof Error ? error.message : String(error));
    tell(`${shown(file, say)}: ${cause}`);
    return { cause };
  }
}
