import { readdirSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readAll } from '../../src/extract/index.ts';
import { UnreadableError } from '../../src/extract/unreadable.ts';
import { reportText } from '../support/files.ts';
import { random } from '../support/mutations.ts';

/** Mutated real files: whatever comes out is a source or a cause, and soon. Seeded, so that a failure can be repeated. */

const folder = new URL('../../samples/', import.meta.url).pathname;
const samples = (ending: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .slice(0, 3)
    .map((name) => readFileSync(folder + name));
const rtf = `{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}${reportText.replace(/[^\n -~]/g, (c) => `\\u${c.charCodeAt(0)}?`).replaceAll('\n', '\\par\n')}}`;
const html = `<html><body><table><tr><td>${reportText.replaceAll('\n', '</td></tr><tr><td>')}</td></tr></table></body></html>`;
const made = (name: string) => readFileSync(new URL(`../files/${name}`, import.meta.url));
const files: Record<string, Uint8Array[]> = {
  doc: [made('report.doc'), made('tcvn3.doc'), made('vni.doc')],
  odt: [made('report.odt'), made('tcvn3.odt')],
  docx: samples('.docx'),
  pdf: samples('.pdf'),
  txt: samples('.txt'),
  rtf: [Buffer.from(rtf)],
  html: [Buffer.from(html)],
  zip: [zipSync({ 'a.txt': Buffer.from(reportText), 'b.docx': samples('.docx')[0] as Uint8Array })],
};

/** Flips bytes, cuts, repeats a stretch, or overwrites one with zeros. */
function mutate(file: Uint8Array, next: () => number): Uint8Array {
  const at = Math.floor(next() * file.length);
  const stretch = Math.floor(next() * 200);
  const copy = Buffer.from(file);
  const kind = Math.floor(next() * 4);
  if (kind === 0) return copy.subarray(0, at);
  if (kind === 1) return Buffer.concat([copy.subarray(0, at), copy.subarray(Math.max(0, at - stretch))]);
  if (kind === 2) return copy.fill(0, at, Math.min(file.length, at + stretch));
  for (let n = 0; n < 8; n++) copy[Math.floor(next() * file.length)] = Math.floor(next() * 256);
  return copy;
}

const ROUNDS = Number(process.env.FUZZ ?? 30);
const LIMIT_MS = 10_000;

test.each(Object.keys(files))(
  '%s',
  async (format) => {
    const next = random(1997);
    for (let round = 0; round < ROUNDS; round++) {
      const originals = files[format] as Uint8Array[];
      const file = mutate(originals[round % originals.length] as Uint8Array, next);
      const start = performance.now();
      for await (const reading of readAll(file, { ocr: 'off' }))
        if ('error' in reading) expect(reading.error, `round ${round}`).toBeInstanceOf(UnreadableError);
      expect(performance.now() - start, `round ${round}`).toBeLessThan(LIMIT_MS);
    }
  },
  120_000,
);
