import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Language } from '../document.ts';
import type { Encoding } from '../extract/encoding/names.ts';
import { load, MAX_BYTES, read, readUpTo } from '../extract/index.ts';
import type { OcrMode } from '../extract/ocr/options.ts';
import { sniff } from '../extract/sniff.ts';
import { UnreadableError } from '../extract/unreadable.ts';
import { parse } from '../pipeline.ts';
import type { Report } from '../schema.ts';
import type { Format } from '../source.ts';
import type { Outcome } from './apart.ts';
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

/** What of the command line concerns the reading of files. */
export interface ReadFlags {
  /** What each file is; told by its content unless given. */
  format?: Format | undefined;
  /** Encoding of text files; told by their content unless given. */
  encoding?: Encoding | undefined;
  /** Which pages OCR reads. */
  ocr?: OcrMode | undefined;
  /** Largest file and member of an archive, in bytes. */
  maxBytes?: number | undefined;
  /** Seconds for each document. */
  timeout?: number | undefined;
}

/** Two minutes: the slowest machines read a thousand pages in less; each page read by OCR has as much again. */
const TIMEOUT = 120;

/** A document of a file with the name messages give it, and its report or the cause of failure. */
export type FileReading = { file: string } & ({ report: Report } | { cause: string });

/**
 * Reads a file, or each document of an archive; says on standard error why that fails.
 *
 * @param file its path, or {@link STDIN}
 */
export async function* readReports(file: string, flags: ReadFlags, language: Language): AsyncGenerator<FileReading> {
  const say = speak(language);
  for await (const outcome of outcomesOf(file, flags, ocrProgress(shown(file, say), say))) {
    const name = outcome.member ? `${shown(file, say)}/${outcome.member}` : file;
    const reading = reportOf(outcome, language);
    if ('cause' in reading) tell(`${shown(name, say)}: ${reading.cause}`);
    yield { file: name, ...reading };
  }
}

type OnPage = (done: number, of: number) => void;

/** On a terminal, one line that counts the pages and goes when they are read; OCR takes seconds for each. */
function ocrProgress(file: string, say: Say): OnPage {
  if (!process.stderr.isTTY) return () => {};
  return (done, of) =>
    process.stderr.write(done < of ? `\r\x1B[K${oneLine(say('ocrPage', file, String(done), String(of)))}` : '\r\x1B[K');
}

async function* outcomesOf(file: string, flags: ReadFlags, onOcrPage: OnPage): AsyncGenerator<Outcome> {
  const { format, encoding, ocr = 'auto', maxBytes = MAX_BYTES, timeout = TIMEOUT } = flags;
  try {
    const bytes = file === STDIN ? await readUpTo(process.stdin, maxBytes) : await load(file, maxBytes);
    const options = {
      name: file === STDIN ? STDIN : basename(file),
      maxBytes,
      ocr,
      onOcrPage,
      ...(format && { format }),
      ...(encoding && { encoding }),
    };
    // Plain text is read in one pass over it; a thread for it would cost more than the reading.
    if (await isPlain(bytes)) yield { member: '', source: await read(bytes, options) };
    else yield* (await import('./apart.ts')).readApart(bytes, options, timeout);
  } catch (error) {
    yield { member: '', ...(error instanceof UnreadableError ? { cause: error.text } : { defect: told(error) }) };
  }
}

/** Text, or something that is refused at sight. */
async function isPlain(bytes: Uint8Array): Promise<boolean> {
  const sniffed = await sniff(bytes);
  return 'refused' in sniffed ? !sniffed.archive : sniffed.format === 'txt';
}

function reportOf(outcome: Outcome, language: Language): { report: Report } | { cause: string } {
  if ('cause' in outcome) return { cause: outcome.cause[language] };
  const defect = (message: string) => ({ cause: speak(language)('unexpected', message) });
  if ('defect' in outcome) return defect(outcome.defect);
  try {
    return { report: parse(outcome.source, { language }) };
  } catch (error) {
    return defect(told(error));
  }
}

const told = (error: unknown): string => (error instanceof Error ? error.message : String(error));
