import { afterAll, describe, expect, test } from 'vitest';
import { parse } from '../src/pipeline.ts';
import { renderOutline } from '../src/render/outline.ts';
import { corpusFiles, readCases, writeCases } from './support/corpus.ts';

// `UPDATE=1 npx vitest run corpus -t "title"` rewrites what the selected cases expect; CI never sets it.
const update = Boolean(process.env.UPDATE) && !process.env.CI;

describe.each(corpusFiles())('%s', (file) => {
  const { prose, cases } = readCases(file);
  test('has cases, each with a view', () => {
    expect(cases.length).toBeGreaterThan(0);
    for (const { expected, title } of cases) expect([...expected.keys()], title).not.toEqual([]);
  });
  test.each(cases.map((one) => [one.title, one] as const))('%s', (_title, { input, expected }) => {
    const report = parse(input, { language: 'en' });
    for (const [view, lines] of expected) {
      const actual = renderOutline(report, view);
      if (update) expected.set(view, actual);
      else expect(actual, view).toBe(lines);
    }
  });
  afterAll(() => {
    if (update) writeCases(file, prose, cases);
  });
});
