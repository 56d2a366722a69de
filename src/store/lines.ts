import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { constants, createGunzip } from 'node:zlib';

/**
 * The lines of a file, one after the other, without their ends. Not by node:readline: to it a line ends at U+2028 too,
 * which JSON leaves as it is.
 *
 * @param compressed by gzip, in one piece or in several
 * @param torn whether the file may end in the middle of a piece; then so does the last line
 */
export async function* linesIn(path: string, compressed: boolean, torn = false): AsyncGenerator<string> {
  let rest = '';
  for await (const part of (compressed ? unpacked(path, torn) : createReadStream(path)).setEncoding('utf8')) {
    const lines = (rest + part).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest) yield rest;
}

function unpacked(path: string, torn: boolean): Readable {
  const text = createGunzip(torn ? { finishFlush: constants.Z_SYNC_FLUSH } : {});
  createReadStream(path)
    .on('error', (error) => text.destroy(error))
    .pipe(text);
  return text;
}
