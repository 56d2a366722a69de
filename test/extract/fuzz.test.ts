import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readAll } from '../../src/extract/index.ts';
import type { OcrMode } from '../../src/extract/ocr/options.ts';
import { UnreadableError } from '../../src/extract/unreadable.ts';
import { parse } from '../../src/pipeline.ts';
import { reportText } from '../support/files.ts';
import { type Marks, mutate, mutateMember, type Next } from '../support/mutate.ts';
import { random } from '../support/mutations.ts';
import { jpegOf, pngOf } from '../support/scans.ts';

// Real files, damaged at random: whatever comes out is a report or a cause in one line. The seed is fixed, so that a
// failure can be repeated; `FUZZ=2000 SEED=7 npx vitest run fuzz` looks further.

const at = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url));
const made = (...names: string[]) => names.map((name) => at(`files/${name}`));
const samples = (...names: string[]) => names.map((name) => at(`../samples/${name}`));

interface Family {
  files: Uint8Array[];
  marks?: Marks;
  /** Whether its members are damaged as often as the whole. */
  members?: true;
}

const pages = ['xa-phu-dong', 'huyen-son-lac', 'ban-chi-dao-tong-ket'];
const families: Record<string, Family> = {
  txt: { files: samples(...pages.map((name) => `${name}.txt`)) },
  docx: { files: samples(...pages.map((name) => `${name}.docx`)), members: true },
  odt: { files: made('report.odt', 'tcvn3.odt', 'vni.odt'), members: true },
  doc: { files: made('report.doc', 'tcvn3.doc', 'vni.doc') },
  rtf: { files: made('report.rtf', 'tcvn3.rtf', 'vni.rtf'), marks: 'rtf' },
  html: { files: made('report.html', 'tcvn3.html', 'vni.html'), marks: 'html' },
  pdf: { files: samples(...pages.map((name) => `${name}.pdf`)), marks: 'pdf' },
  zip: { files: [zipSync({ 'a.txt': Buffer.from(reportText), 'b.docx': samples('xa-phu-dong.docx')[0]! })] },
};

const ROUNDS = Number(process.env.FUZZ ?? 60);
const SEED = Number(process.env.SEED ?? 1997);

function damage({ files, marks, members }: Family, round: number, next: Next): Uint8Array {
  const file = files[round % files.length]!;
  return members && next() < 0.5 ? mutateMember(file, next) : mutate(file, next, marks);
}

/** Reads it whole, if it can be read. */
async function outlast(file: Uint8Array, round: number, ocr: OcrMode): Promise<void> {
  for await (const reading of readAll(file, { ocr })) {
    if ('error' in reading) {
      expect(reading.error, `round ${round}`).toBeInstanceOf(UnreadableError);
      expect((reading.error as UnreadableError).text.en, `round ${round}`).toMatch(/^[^\n]+$/);
    } else {
      const { text, layout } = reading.source;
      for (const [start, end] of layout.paragraphs ?? []) expect(start <= end && end <= text.length).toBe(true);
      parse(reading.source);
    }
  }
}

test.each(Object.entries(families))(
  '%s',
  async (_, family) => {
    const next = random(SEED);
    for (let round = 0; round < ROUNDS; round++) await outlast(damage(family, round, next), round, 'off');
  },
  3_600_000,
);

test('images, with an engine', async () => {
  const png = await pngOf(['Đã tiếp 48 lượt công dân.']);
  const images = [...made('two-pages.tif'), png, await jpegOf(png)];
  const next = random(SEED);
  // Each takes as long as a hundred others.
  for (let round = 0; round < ROUNDS / 10; round++)
    await outlast(mutate(images[round % images.length]!, next), round, 'auto');
}, 3_600_000);
