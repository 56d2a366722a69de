import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Sink } from './sink.ts';

/** By this file dvcq knows a folder that it made itself, and may make anew. */
export const SUMMARY = 'summary.json';

/** The longest name that all common file systems take, in bytes, less room for `.json` and a number. */
const LONGEST = 240;

/**
 * A folder with one JSON file a document, under the document's path: `2023/report.docx.json`.
 *
 * @throws Error with code `ENOTEMPTY` where the folder holds what dvcq did not make
 */
export function jsonFolder(target: string): Sink {
  if (existsSync(target) && readdirSync(target).length && !existsSync(join(target, SUMMARY)))
    throw Object.assign(new Error('the folder is not empty'), { code: 'ENOTEMPTY' });
  const draft = `${target}.draft`;
  const old = `${target}.old`;
  for (const left of [draft, old]) rmSync(left, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  return {
    write: async ({ path, report }) => writeNew(join(draft, ...partsOf(path)), `${JSON.stringify(report)}\n`),
    fail: async () => {},
    end: async () => {
      if (existsSync(target)) renameSync(target, old);
      renameSync(draft, target);
      rmSync(old, { recursive: true, force: true });
    },
    abort: async () => rmSync(draft, { recursive: true, force: true }),
  };
}

/** The folders and the name of a document below the output, whatever its path says of drives, roots and ways up. */
function partsOf(path: string): string[] {
  const parts = path.split('/').filter((part) => part && part !== '.' && part !== '..' && !/^[a-z]:$/i.test(part));
  return parts.map(shorten);
}

/** A name too long for a file system, cut, with the digest of the whole to keep it apart from others. */
function shorten(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST) return name;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 12);
  return `${name.slice(0, 60)}~${digest}`;
}

/** Two paths may come to one file (`a` and `../a`): the second gets a number. */
function writeNew(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  for (let n = 1; ; n++) {
    try {
      writeFileSync(`${path}${n > 1 ? `~${n}` : ''}.json`, text, { flag: 'wx' });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
