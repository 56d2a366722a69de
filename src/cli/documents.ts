import type { Language } from '../document.ts';
import type { Encoding } from '../extract/encoding/names.ts';
import { MAX_BYTES, read } from '../extract/index.ts';
import type { OcrMode } from '../extract/ocr/options.ts';
import { sniff } from '../extract/sniff.ts';
import { UnreadableError } from '../extract/unreadable.ts';
import { parse } from '../pipeline.ts';
import type { Report } from '../schema.ts';
import type { Format, Message } from '../source.ts';
import type { Outcome } from './apart.ts';
import { LONG_TEXT } from './limits.ts';
import { messages } from './messages.ts';

/** How files are read: what the command line says of it, and where reading goes on. */
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
  /** How many documents of an archive to pass over: those that an earlier call came to. */
  skip?: number | undefined;
}

/** Two minutes: the slowest machines read a thousand pages in less; each page read by OCR has as much again. */
export const TIMEOUT = 120;

/** Told after each page that OCR has read. */
export type OnPage = (done: number, of: number) => void;

/**
 * Reads the document in a file's bytes, or each document where they are an archive.
 *
 * @param name of the file, without folder
 * @param language of the reports
 */
export async function* documentsOf(
  bytes: Uint8Array,
  name: string,
  flags: ReadFlags,
  language: Language,
  onOcrPage: OnPage,
): AsyncGenerator<Outcome> {
  const { format, encoding, ocr = 'auto', maxBytes = MAX_BYTES, timeout = TIMEOUT, skip = 0 } = flags;
  const options = { name, maxBytes, ocr, skip, onOcrPage, ...(format && { format }), ...(encoding && { encoding }) };
  try {
    // Plain text is read in one pass over it; a thread for it would cost more than the reading.
    if (bytes.length <= LONG_TEXT && (await isPlain(bytes))) {
      if (!skip) yield { member: '', source: await read(bytes, options) };
    } else yield* (await import('./apart.ts')).readApart(bytes, options, language, timeout);
  } catch (error) {
    yield failed(error);
  }
}

/** What a failure to read a file comes to. */
export const failed = (error: unknown): Outcome => ({
  member: '',
  ...(error instanceof UnreadableError ? { cause: error.text } : { defect: told(error) }),
});

/** Text, or something that is refused at sight. */
async function isPlain(bytes: Uint8Array): Promise<boolean> {
  const sniffed = await sniff(bytes);
  return 'refused' in sniffed ? !sniffed.archive : sniffed.format === 'txt';
}

/** The report of a document that was read, or why there is none. */
export function reportOf(outcome: Outcome, language: Language): { report: Report } | { cause: Message } {
  if ('cause' in outcome || 'report' in outcome) return outcome;
  if ('defect' in outcome) return { cause: unexpected(outcome.defect) };
  try {
    return { report: parse(outcome.source, { language }) };
  } catch (error) {
    return { cause: unexpected(told(error)) };
  }
}

const unexpected = (defect: string): Message => ({
  vi: messages.unexpected.vi.replace('{0}', defect),
  en: messages.unexpected.en.replace('{0}', defect),
});

const told = (error: unknown): string => (error instanceof Error ? error.message : String(error));
