import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/**
 * The lines of a file, one after the other, without their ends. Not by node:readline: to it a line ends at U+2028 too,
 * which JSON leaves as it is.
 *
 * @param compressed by gzip, in one piece or in several
 */
export async function* linesIn(path: string, compressed: boolean): AsyncGenerator<string> {
  let rest = '';
  for await (const part of (compressed ? unpacked(path) : createReadStream(path)).setEncoding('utf8')) {
    const lines = (rest + part).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest) yield rest;
}

function unpacked(path: string): Readable {
  const text = createGunzip();
  createReadStream(path)
    .on('error', (error) => text.destroy(error))
    .pipe(text);
  return text;
}
