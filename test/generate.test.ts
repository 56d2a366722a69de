import { describe, expect, test } from 'vitest';
import { parse, read, UnreadableError } from '../src/index.ts';
import { compare } from './generate/compare.ts';
import { archive, carriers, type Generated, generate } from './generate/index.ts';

/* Invented reports with all that is true of them: whatever they state must be found in whatever carries them. */

const SEED = 20;

/** How many documents of each carrier; pdfkit is slow. */
const documents = (carrier: string): number => (carrier === 'txt' ? 12 : carrier === 'pdf' ? 3 : 5);

describe.each(Object.keys(carriers))('generated .%s', (carrier) => {
  test.each(Array.from({ length: documents(carrier) }, (_, n) => n))('document %i is read as it is true', async (n) => {
    const { path, bytes, truths } = await generate(SEED, n, carrier);
    const [truth] = truths;
    expect(truth!.figures.length).toBeGreaterThan(3);
    expect(compare(truth!, parse(await read(bytes, { name: path })))).toEqual({
      missedFigures: [],
      addedFigures: [],
      missedReferences: [],
      addedReferences: [],
      sections: 0,
    });
  });
});

async function listed(seed: number, count: number): Promise<Generated[]> {
  const files: Generated[] = [];
  for await (const file of archive(seed, count)) files.push(file);
  return files;
}

describe('an archive', () => {
  test('is the same for the same seed, byte for byte, and another for another', async () => {
    const [one, again, other] = await Promise.all([listed(1, 60), listed(1, 60), listed(2, 60)]);
    expect(again).toEqual(one);
    expect(other.map(({ path }) => path)).not.toEqual(one.map(({ path }) => path));
  });

  test('has a damaged document in fifty, and nothing can be read of it', async () => {
    const files = await listed(3, 500);
    expect(files.flatMap(({ truths }) => truths)).toHaveLength(500);
    const damaged = files.filter(({ truths }) => !truths[0]!.ok);
    expect(damaged).toHaveLength(10);
    for (const { path, bytes, truths } of damaged)
      await expect(read(bytes, { name: path }), truths[0]!.damage).rejects.toBeInstanceOf(UnreadableError);
  });
});

test('what is missed and what is added is told', async () => {
  const { truths } = await generate(SEED, 0, 'txt');
  const truth = { ...truths[0]!, figures: [{ value: 3, of: 4, unit: 'vụ', kind: 'count' as const }], references: [] };
  const report = parse('I. KẾT QUẢ\nĐã giải quyết 3/5 vụ theo Kế hoạch số 12/KH-UBND.');
  expect(compare({ ...truth, sections: 2 }, report)).toEqual({
    missedFigures: ['count 3/4: vụ'],
    addedFigures: ['count 3/5: vụ'],
    missedReferences: [],
    addedReferences: ['Kế hoạch 12 KH-UBND'],
    sections: -1,
  });
});
