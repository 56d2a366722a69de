import { readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { read } from '../../src/extract/index.ts';
import { UnreadableError } from '../../src/extract/unreadable.ts';

/** Whatever happens to a file on its way: it is read, or refused in one sentence, and soon. */

const formats = ['doc', 'rtf', 'odt', 'html'];
const file = (format: string): Buffer => readFileSync(new URL(`../files/report.${format}`, import.meta.url));

/** A sequence of numbers below a limit, the same in every run. */
function random(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const INTERESTING = [0, 1, 0x7f, 0x80, 0xff];

/** Some bytes changed, a stretch cut out, doubled, or filled with one value. */
function mutate(original: Buffer, below: (limit: number) => number): Buffer {
  const bytes = Buffer.from(original);
  const at = below(bytes.length);
  const length = 1 + below(64);
  switch (below(5)) {
    case 0:
      for (let n = below(16); n >= 0; n--) bytes[below(bytes.length)] = below(256);
      return bytes;
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    case 3:
      return bytes.fill(INTERESTING[below(INTERESTING.length)]!, at, Math.min(bytes.length, at + length));
    default:
      // A number of four bytes, as offsets and lengths are.
      if (at + 4 <= bytes.length) bytes.writeUInt32LE([0, 1, bytes.length, 0x7fffffff, 0xffffffff][below(5)]!, at);
      return bytes;
  }
}

/** The cause of a refusal; `read` where the file was read. */
async function outcome(bytes: Uint8Array, name: string): Promise<string> {
  try {
    const { text, layout } = await read(bytes, { name });
    for (const [start, end] of layout.paragraphs ?? []) expect(start <= end && end <= text.length).toBe(true);
    return 'read';
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    expect(error.text.en).toMatch(/^[^\n]+$/);
    return error.text.en;
  }
}

const SOON = 3000;

describe.each(formats)('.%s', (format) => {
  const original = file(format);

  test('changed at random', async () => {
    const below = random(7);
    for (let round = 0; round < 300; round++) {
      const bytes = mutate(original, below);
      const start = performance.now();
      await outcome(bytes, `round ${round}`);
      expect(performance.now() - start, `round ${round}`).toBeLessThan(SOON);
    }
  });

  if (format === 'odt')
    test('its text changed at random', async () => {
      const below = random(11);
      const parts = unzipSync(original);
      for (let round = 0; round < 300; round++) {
        const name = ['content.xml', 'styles.xml'][below(2)]!;
        await outcome(zipSync({ ...parts, [name]: mutate(Buffer.from(parts[name]!), below) }), `round ${round}`);
      }
    });

  test('cut short anywhere', async () => {
    for (let part = 0; part < 40; part++) {
      const bytes = original.subarray(0, Math.floor((original.length * part) / 40));
      const found = await outcome(bytes, 'cut');
      // Of a page nobody can say that it is not whole; it is told as a warning.
      if (format !== 'html') expect(found, `${part}/40`).not.toBe('read');
    }
  });
});

test('a page that breaks off is told', async () => {
  const page = file('html');
  const { notices } = await read(page.subarray(0, page.length / 2));
  expect(notices.map(({ rule }) => rule)).toContain('truncated');
  expect((await read(page)).notices.map(({ rule }) => rule)).not.toContain('truncated');
});
