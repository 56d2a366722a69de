import { describe, expect, test } from 'vitest';
import { read } from '../src/extract/index.ts';
import { parse } from '../src/pipeline.ts';
import { renderOutline } from '../src/render/outline.ts';
import { annotatedStems, annotation, inCommon, pathsOf } from './support/breakdown.ts';

/**
 * Which figure is a part of which, annotated by hand: `test/breakdown/<stem>.txt` holds what a reader of the sample
 * says, in the form of the outline `breakdowns`. Figures under their whole are its parts; `=` where the text names
 * all of them, `<` where only some, `~` where it does not tell; `2=` is a second division of the same whole. A line
 * that ends in `# miss: reason` is what the program does not find.
 */
const samples = await Promise.all(
  annotatedStems().map(async (stem) => {
    const path = new URL(`../samples/${stem}.docx`, import.meta.url).pathname;
    const found = pathsOf(renderOutline(parse(await read(path)), 'breakdowns')).map(({ path }) => path);
    const gold = annotation(stem);
    return {
      stem,
      gold,
      found,
      right: inCommon(
        gold.map(({ path }) => path),
        found,
      ),
    };
  }),
);

describe.each(samples)('$stem: $right of $gold.length parts', ({ gold, found }) => {
  test('has the annotated parts, and no others', () => {
    expect(found).toEqual(gold.filter(({ miss }) => !miss).map(({ path }) => path));
  });
});

test('at least 150 parts of 10 samples are annotated, 95 % of them are found, and 95 % of what is found is right', () => {
  const total = (count: (sample: (typeof samples)[number]) => number) =>
    samples.reduce((sum, sample) => sum + count(sample), 0);
  const right = total((sample) => sample.right);
  expect(samples.length).toBeGreaterThanOrEqual(10);
  expect(total(({ gold }) => gold.length)).toBeGreaterThanOrEqual(150);
  expect(right / total(({ gold }) => gold.length)).toBeGreaterThanOrEqual(0.95);
  expect(right / total(({ found }) => found.length)).toBeGreaterThanOrEqual(0.95);
});
