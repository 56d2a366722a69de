import { isUtf8 } from 'node:buffer';
import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { sep } from 'node:path';
import picomatch from 'picomatch';
import type { Message } from '../source.ts';

/** A file to convert. */
export interface Found {
  /** As it is reported: as the user wrote it, with `/`; bytes that are no UTF-8 as `\xE1`. */
  path: string;
  /** The bytes of its name, each as a character, where `path` does not say them. */
  raw?: string;
}

/** Something the user named that cannot be had. */
export interface NotFound {
  path: string;
  cause: Message;
  /** It is a folder, and nobody knows what it holds. */
  folder?: true;
}

/** A name of the file system as it knows it: bytes, each as a character. */
export type RawPath = string;

/** What systems and Office put beside documents: hidden files, locks, thumbnails, bins; and what dvcq keeps. */
const BOOKKEEPING =
  /^(?:\..*|~\$.*|Thumbs\.db|desktop\.ini|__MACOSX|\$RECYCLE\.BIN|System Volume Information|lost\+found|.*\.dvcq)$/is;

const causes = {
  missing: { vi: 'không có tệp này', en: 'no such file' },
  dangling: { vi: 'là liên kết tới một tệp không còn', en: 'is a link to nothing' },
  noMatch: { vi: 'không tệp nào khớp mẫu này', en: 'no file matches this pattern' },
  special: { vi: 'không phải tệp', en: 'is not a file' },
  closed: (code: string) => ({
    vi: `không mở được thư mục (${code})`,
    en: `is a folder that cannot be opened (${code})`,
  }),
} satisfies Record<string, Message | ((code: string) => Message)>;

/**
 * The files that paths stand for, sorted by path, each once: a file itself, all files below a folder, what a pattern
 * (`reports/*.docx`) matches. Links are followed, but no folder is entered twice. What is hidden is passed over, and
 * what is no file (pipes, devices).
 *
 * @param isOwn whether a path is of the output, which is no input
 */
export function findFiles(
  paths: Iterable<RawPath>,
  isOwn: (path: string) => boolean,
): { found: Found[]; missing: NotFound[] } {
  const found = new Map<string, Found>();
  const missing = new Map<string, NotFound>();
  const add = (item: Found | NotFound) =>
    'cause' in item ? missing.set(item.path, item) : isOwn(item.path) || found.set(item.path, item);
  for (const path of paths) for (const item of itemsOf(path, isOwn)) add(item);
  const sorted = [...found.values()].sort((one, other) => byCode(one.path, other.path));
  return { found: sorted, missing: [...missing.values()] };
}

function* itemsOf(path: RawPath, isOwn: (path: string) => boolean): Generator<Found | NotFound> {
  const stat = statOf(path);
  if (stat?.isFile()) return yield named(tidy(path));
  if (stat?.isDirectory()) return yield* below(tidy(path), isOwn);
  if (stat) return yield missed(path, causes.special);
  const { base, glob, isGlob } = picomatch.scan(path);
  if (!isGlob) return yield missed(path, causes.missing);
  const matches = picomatch(glob);
  const folder = tidy(base) || '.';
  const inside = folder === '.' ? '' : `${folder.replace(/\/$/, '')}/`;
  let none = true;
  for (const item of statOf(folder)?.isDirectory() ? below(folder, isOwn) : [])
    if (matches(rawOf(item).slice(inside.length)) || ('cause' in item && item.folder)) {
      yield item;
      none = false;
    }
  if (none) yield missed(path, causes.noMatch);
}

/** All files below a folder. Links to folders come last, so that a folder is reported where it really lies. */
function* below(folder: RawPath, isOwn: (path: string) => boolean): Generator<Found | NotFound> {
  const seen = new Set<string>();
  const links: RawPath[] = [];
  const open = [folder];
  for (let path = open.pop(); path !== undefined; path = open.pop() ?? links.pop()) {
    if (!isNew(path, seen) || isOwn(named(path).path)) continue;
    const entries = entriesOf(path);
    if ('code' in entries) {
      yield { ...missed(path, causes.closed(entries.code)), folder: true };
      continue;
    }
    for (const entry of entries) {
      const below = path === '.' ? raw(entry.name) : `${path.replace(/\/$/, '')}/${raw(entry.name)}`;
      const stat = entry.isSymbolicLink() ? statOf(below) : entry;
      if (!stat) yield missed(below, causes.dangling);
      else if (stat.isFile()) yield named(below);
      else if (stat.isDirectory()) (entry.isSymbolicLink() ? links : open).push(below);
    }
  }
}

/** Whether a folder was not entered before, be it under another name. */
function isNew(folder: RawPath, seen: Set<string>): boolean {
  const { dev = 0n, ino = 0n } = statSync(bytesOf(folder), { bigint: true, throwIfNoEntry: false }) ?? {};
  const before = seen.size;
  return seen.add(`${dev} ${ino}`).size > before;
}

/** What a folder holds that may be a document. */
function entriesOf(folder: RawPath): Dirent<Buffer>[] | { code: string } {
  try {
    const entries = readdirSync(bytesOf(folder), { encoding: 'buffer', withFileTypes: true });
    return entries.filter(({ name }) => !BOOKKEEPING.test(raw(name)));
  } catch (error) {
    return { code: (error as NodeJS.ErrnoException).code ?? '' };
  }
}

function statOf(path: RawPath): Stats | null {
  try {
    return statSync(bytesOf(path));
  } catch {
    return null;
  }
}

/** The name of a file as the system wants it. */
export const bytesOf = (path: RawPath): Buffer => Buffer.from(path, 'latin1');

/** A name as it is kept here. */
export const raw = (name: string | Uint8Array): RawPath => Buffer.from(name as string).toString('latin1');

const rawOf = (item: Found | NotFound): RawPath => ('raw' in item && item.raw) || raw(item.path);

/** A name as it is reported. */
function named(path: RawPath): Found {
  const bytes = bytesOf(path);
  if (isUtf8(bytes)) return { path: bytes.toString() };
  return {
    path: path.replace(/[^\0-\x7F]/g, (char) => `\\x${char.charCodeAt(0).toString(16).toUpperCase()}`),
    raw: path,
  };
}

const missed = (path: RawPath, cause: Message): NotFound => ({ path: named(path).path, cause });

const tidy = (path: RawPath): RawPath =>
  (sep === '\\' ? path.replaceAll('\\', '/') : path)
    .replace(/\/{2,}/g, '/')
    .replace(/^(?:\.\/)+(?=.)/, '')
    .replace(/(?<=.)\/$/, '');

/** The same order on every machine, whatever its language. */
export const byCode = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
