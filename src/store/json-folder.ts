import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFolder } from './folder.ts';
import type { Sink } from './sink.ts';

/** The longest name that all common file systems take, in bytes, less room for `.json` and a number. */
const LONGEST = 240;

/** The list of documents in the folder, in their order: where each was found, and its file here. */
export const DOCUMENTS = 'documents.jsonl';

/** A folder with one JSON file a document, under the document's path: `2023/report.docx.json`. */
export function jsonFolder(target: string): Sink {
  const draft = `${target}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const list = openSync(join(draft, DOCUMENTS), 'w');
  return {
    write: async ({ path, report }) => {
      const file = writeNew(draft, partsOf(path).join('/'), `${JSON.stringify(report)}\n`);
      writeFileSync(list, Buffer.from(`${JSON.stringify({ path, file })}\n`));
    },
    fail: async () => {},
    end: async () => {
      closeSync(list);
      replaceFolder(target, draft);
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

/** Two paths may come to one file (`a` and `../a`): the second gets a number. Returns the file's name. */
function writeNew(folder: string, path: string, text: string): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  for (let n = 1; ; n++) {
    const file = `${path}${n > 1 ? `~${n}` : ''}.json`;
    try {
      writeFileSync(join(folder, file), text, { flag: 'wx' });
      return file;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
