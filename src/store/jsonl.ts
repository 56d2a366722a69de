import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Sink } from './sink.ts';

/** One file with a line of JSON a document: its path and the report. `.jsonl.gz` is compressed. */
export function jsonLines(target: string): Sink {
  const draft = `${target}.draft`;
  const file = createWriteStream(draft);
  const done = finished(file);
  // Whoever writes next, or ends, learns of it; until then nobody listens.
  done.catch(() => {});
  const stream: Writable = target.endsWith('.gz') ? createGzip() : file;
  if (stream !== file) stream.pipe(file);
  return {
    write: async ({ path, report }) => {
      if (file.errored) throw file.errored;
      if (!stream.write(`${JSON.stringify({ path, ...report })}\n`)) await Promise.race([once(stream, 'drain'), done]);
    },
    fail: async () => {},
    end: async () => {
      stream.end();
      await done;
      renameSync(draft, target);
    },
    abort: async () => {
      file.destroy();
      rmSync(draft, { force: true });
    },
  };
}
