import { statSync } from 'node:fs';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { Message } from '../source.ts';

/** A file to convert. */
export interface Found {
  /** As it is reported: as the user wrote it, with `/`. */
  path: string;
}

/** Something the user named that is not there. */
export interface NotFound {
  path: string;
  cause: Message;
}

/** What systems and Office put beside documents; hidden files stay away by themselves. */
const bookkeeping = ['**/~$*', '**/Thumbs.db', '**/desktop.ini', '**/__MACOSX/**'];

const noSuchFile: Message = { vi: 'không có tệp này', en: 'no such file' };
const noMatch: Message = { vi: 'không tệp nào khớp mẫu này', en: 'no file matches this pattern' };

/**
 * The files that paths stand for, sorted by path, each once: a file itself, all files below a folder, what a pattern
 * (`reports/*.docx`) matches. Links to folders are not followed, hidden files are passed over.
 */
export async function findFiles(paths: Iterable<string>): Promise<{ found: Found[]; missing: NotFound[] }> {
  const found = new Set<string>();
  const missing: NotFound[] = [];
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat && !stat.isDirectory()) found.add(tidy(path));
    else if (stat) for (const file of await below(path)) found.add(tidy(join(path, file)));
    else if (isDynamicPattern(path)) {
      const matches = await glob(path, { ...options, ignore: bookkeeping });
      for (const file of matches) found.add(tidy(file));
      if (!matches.length) missing.push({ path, cause: noMatch });
    } else missing.push({ path, cause: noSuchFile });
  }
  const sorted = [...found].sort(byCode);
  return { found: sorted.map((path) => ({ path })), missing };
}

const options = { dot: false, onlyFiles: true, followSymbolicLinks: false, expandDirectories: false };

const below = (folder: string): Promise<string[]> => glob('**', { ...options, cwd: folder, ignore: bookkeeping });

const join = (folder: string, file: string): string => `${folder.replace(/[\\/]+$/, '') || '/'}/${file}`;
const tidy = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .replace(/\/{2,}/g, '/');

/** The same order on every machine, whatever its language. */
export const byCode = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
