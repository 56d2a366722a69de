import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFolder } from './folder.ts';
import type { Sink } from './sink.ts';

/** The longest name that all common file systems take, in bytes, less room for `.json` and a number. */
const LONGEST = 240;

/** A folder with one JSON file a document, under the document's path: `2023/report.docx.json`. */
export function jsonFolder(target: string): Sink {
  const draft = `${target}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  return {
    write: async ({ path, report }) => writeNew(join(draft, ...partsOf(path)), `${JSON.stringify(report)}\n`),
    fail: async () => {},
    end: async () => replaceFolder(target, draft),
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
