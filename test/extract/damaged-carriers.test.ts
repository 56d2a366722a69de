import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read } from '../../src/extract/index.ts';
import { UnreadableError } from '../../src/extract/unreadable.ts';

/** A file that breaks off is refused in one sentence, or told. Other damage: fuzz.test.ts. */

const formats = ['doc', 'rtf', 'odt', 'html'];
const file = (format: string): Buffer => readFileSync(new URL(`../files/report.${format}`, import.meta.url));

/** The cause of a refusal; `read` where the file was read. */
async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    const { text, layout } = await read(bytes);
    for (const [start, end] of layout.paragraphs ?? []) expect(start <= end && end <= text.length).toBe(true);
    return 'read';
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    expect(error.text.en).toMatch(/^[^\n]+$/);
    return error.text.en;
  }
}

describe.each(formats)('.%s', (format) => {
  const original = file(format);

  test('cut short anywhere', async () => {
    for (let part = 0; part < 40; part++) {
      const bytes = original.subarray(0, Math.floor((original.length * part) / 40));
      const found = await outcome(bytes);
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
