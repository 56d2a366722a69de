import { createHash } from 'node:crypto';
import { close, createReadStream, fstat, open, readFile, readFileSync, type Stats, statSync } from 'node:fs';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import type { Format, Layout, Message, Notice, Source } from '../source.ts';
import type { Item } from './archive.ts';
import type { Encoding } from './encoding/names.ts';
import type { OcrOptions } from './ocr/options.ts';
import { sniff } from './sniff.ts';
import { extractText } from './txt.ts';
import { tooLarge, UnreadableError } from './unreadable.ts';

export interface ReadOptions extends OcrOptions {
  /** File name for {@link Source.name}; the path's last part, or `-` for bytes, unless told. */
  name?: string;
  /** What the file is, against its bytes; told by its bytes (and `md` by its name) unless given. */
  format?: Format;
  /** Encoding of a text file; told by its bytes unless given. Other formats name their own. */
  encoding?: Encoding;
  /** Largest file to read, in bytes; {@link MAX_BYTES} unless told. */
  maxBytes?: number;
}

/** 64 MB: far above any report, far below what would exhaust memory. */
export const MAX_BYTES = 64 * 2 ** 20;

/** What an extractor hands over. */
interface Extracted {
  text: string;
  layout: Layout;
  notices: Notice[];
  pages?: number | null;
  encoding?: string | null;
  /** Whether any of it was read by OCR. */
  ocr?: boolean;
}

/**
 * Reads a document of any known format.
 *
 * @param input path of a file, or the bytes of one
 * @throws UnreadableError with the cause, when there is no such file or it cannot be read as a document
 */
export async function read(input: string | Uint8Array, options: ReadOptions = {}): Promise<Source> {
  const limit = options.maxBytes ?? MAX_BYTES;
  const bytes = typeof input === 'string' ? await load(input, limit) : input;
  if (bytes.length === 0) throw new UnreadableError({ vi: 'tệp rỗng', en: 'is empty' });
  if (bytes.length > limit) throw tooLarge(limit);
  const name = options.name ?? (typeof input === 'string' ? basename(input) : '-');
  const format = await formatOf(bytes, name, options.format);
  const { text, layout, notices, pages = null, encoding = null, ocr = false } = await extract(bytes, format, options);
  if (!text.trim()) throw new UnreadableError({ vi: 'không có chữ nào', en: 'holds no text' });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, format, bytes: bytes.length, sha256, pages, encoding, ocr, text, layout, notices };
}

/** A document of a file, read or not. */
export type Reading = { member: string } & ({ source: Source } | { error: unknown });

export interface ReadAllOptions extends ReadOptions {
  /** Largest sum of the members of an archive, unpacked, in bytes; 1 GB unless told. */
  maxTotal?: number;
  /** How many documents to pass over, e.g. those of an earlier call that ended early. */
  skip?: number;
  /** Told before each document is read. */
  onDocument?: (member: string) => void;
}

/**
 * Reads a document, or each document in a .zip archive (and in the archives inside it). One that cannot be read is
 * reported by its `error`, mostly an {@link UnreadableError}, and the others come out. Their `Source.name` is
 * `archive.zip/folder/report.docx`; `member` is the part after the archive, empty where the file is none.
 *
 * @param input path of a file, or the bytes of one
 */
export async function* readAll(input: string | Uint8Array, options: ReadAllOptions = {}): AsyncGenerator<Reading> {
  const { maxBytes = MAX_BYTES, maxTotal, skip = 0 } = options;
  const name = options.name ?? (typeof input === 'string' ? basename(input) : '-');
  const reading = async (member: string, bytes: () => Uint8Array): Promise<Reading> => {
    options.onDocument?.(member);
    try {
      return { member, source: await read(bytes(), { ...options, name: member ? `${name}/${member}` : name }) };
    } catch (error) {
      return { member, error };
    }
  };
  let items: AsyncIterable<Item>;
  try {
    const file = typeof input === 'string' ? await load(input, maxBytes) : input;
    if (!(await isArchive(file))) {
      if (!skip) yield await reading('', () => file);
      return;
    }
    items = (await import('./archive.ts')).itemsOf(file, { maxBytes, ...(maxTotal !== undefined && { maxTotal }) });
  } catch (error) {
    return yield { member: '', error };
  }
  let n = 0;
  for await (const { member, bytes } of items) if (n++ >= skip) yield await reading(member, bytes);
}

const isArchive = async (bytes: Uint8Array): Promise<boolean> => 'archive' in (await sniff(bytes));

/** The bytes decide; only text may be called what the caller likes. */
async function formatOf(bytes: Uint8Array, name: string, asked: Format | undefined): Promise<Format> {
  if (asked === 'txt' || asked === 'md') return asked;
  const sniffed = await sniff(bytes);
  if ('refused' in sniffed) throw new UnreadableError(sniffed.refused);
  if (asked && asked !== sniffed.format)
    throw new UnreadableError({ vi: `không phải tệp .${asked}`, en: `is not a .${asked} file` });
  return sniffed.format === 'txt' && /\.(?:md|markdown)$/i.test(name) ? 'md' : sniffed.format;
}

type Reader = (bytes: Uint8Array, options: OcrOptions) => Extracted | Promise<Extracted>;

const image = async (): Promise<Reader> => (await import('./image/index.ts')).extractImage;

/** The extractors are imported only when such a file comes: they are most of the program. */
const readers: Record<Exclude<Format, 'txt' | 'md'>, () => Promise<Reader>> = {
  docx: async () => (await import('./docx/index.ts')).extractDocx,
  doc: async () => (await import('./doc/index.ts')).extractDoc,
  rtf: async () => (await import('./rtf/index.ts')).extractRtf,
  odt: async () => (await import('./odt/index.ts')).extractOdt,
  html: async () => (await import('./html/index.ts')).extractHtml,
  pdf: async () => (await import('./pdf/index.ts')).extractPdf,
  png: image,
  jpg: image,
  tif: image,
};

async function extract(bytes: Uint8Array, format: Format, options: ReadOptions): Promise<Extracted> {
  if (format === 'txt' || format === 'md') return extractText(bytes, options.encoding);
  try {
    return await (await readers[format]())(bytes, options);
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw damaged(format, error);
  }
}

/** Whatever a reader library throws on a broken file, as one sentence. */
function damaged(format: Format, cause: unknown): UnreadableError {
  const [reason] = String(cause instanceof Error ? cause.message : cause).split('\n');
  return new UnreadableError(
    { vi: `tệp .${format} bị hỏng (${reason})`, en: `is a damaged .${format} file (${reason})` },
    { cause },
  );
}

/** Why the system refuses a path, for the cases a clerk meets. */
const refusals: Record<string, Message> = {
  ENOENT: { vi: 'không có tệp này', en: 'no such file' },
  ENOTDIR: { vi: 'không có tệp này', en: 'no such file' },
  EISDIR: { vi: 'là thư mục, không phải tệp', en: 'is a folder, not a file' },
  EACCES: { vi: 'không có quyền đọc', en: 'permission denied' },
  EPERM: { vi: 'không có quyền đọc', en: 'permission denied' },
};

/** Of the promises that Node has for this, the module alone takes 2 ms to load at each start. */
const disk = { open: promisify(open), stat: promisify(fstat), readFile: promisify(readFile), close: promisify(close) };

/** A file that is read sooner than Node has started the threads that would read it meanwhile. */
const isShort = (stat: Stats | undefined, limit: number): boolean =>
  stat?.isFile() === true && stat.size <= Math.min(limit, 2 ** 18);

/**
 * The bytes of a file.
 *
 * @param limit in bytes
 * @throws UnreadableError when there is no such file, or it is larger
 */
export async function load(path: string | Uint8Array, limit: number): Promise<Uint8Array> {
  let file: number | undefined;
  try {
    const name = typeof path === 'string' ? path : Buffer.from(path);
    if (isShort(statSync(name, { throwIfNoEntry: false }), limit)) return readFileSync(name);
    file = await disk.open(name, 'r');
    const stat = await disk.stat(file);
    if (stat.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    // By size before reading, so that a huge file fails at once; a pipe or device has none.
    if (stat.size > limit) throw tooLarge(limit);
    return stat.isFile()
      ? await disk.readFile(file)
      : await readUpTo(createReadStream('', { fd: file, autoClose: false }), limit);
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new UnreadableError(
      refusals[code] ?? { vi: `không đọc được (${message})`, en: `cannot be read (${message})` },
    );
  } finally {
    if (file !== undefined) await disk.close(file);
  }
}

/**
 * All bytes of a stream of unknown length, e.g. standard input.
 *
 * @param limit in bytes
 * @throws UnreadableError as soon as there are more
 */
export async function readUpTo(stream: AsyncIterable<Uint8Array>, limit = MAX_BYTES): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
