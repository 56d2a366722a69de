import { describe, expect, test } from 'vitest';
import { readFigure, validateFigureGrammar } from '../grammars/figure.ts';
import { unitRow } from '../grammars/figure-tokens.ts';
import breakdownRows from '../grammars/lexicon/breakdowns.yaml';
import changeRows from '../grammars/lexicon/changes.yaml';
import hedgeRows from '../grammars/lexicon/hedges.yaml';
import labelRows from '../grammars/lexicon/label-words.yaml';
import nameRows from '../grammars/lexicon/names-with-numbers.yaml';
import notUnitRows from '../grammars/lexicon/not-units.yaml';
import contextRows from '../grammars/lexicon/number-contexts.yaml';
import scaleRows from '../grammars/lexicon/scales.yaml';
import unitRows from '../grammars/lexicon/units.yaml';
import { nounAt } from '../grammars/unit.ts';
import type {
  Breakdown,
  Change,
  Hedge,
  LabelWords,
  NamesWithNumbers,
  NotUnits,
  NumberContext,
  Scale,
  Unit,
} from '../src/lexicon/schema.ts';
import { findFigures } from '../src/recognise/figure.ts';

const units = unitRows as Unit[];
const scales = scaleRows as Scale[];

/** One test a row and example; the title is what a failing row shows. */
const cases = <T extends { examples: string[] }>(rows: T[]) =>
  rows.flatMap((row) => row.examples.map((example) => [example, row] as const));

const measuresIn = (text: string) => findFigures(text, []).flatMap(({ measures }) => measures);

test('the grammar of figures passes the checks that the program leaves out', () => {
  expect(validateFigureGrammar).not.toThrow();
});

describe('no form stands in two rows of a table', () => {
  const tables: [string, string[]][] = [
    ['units', units.flatMap(({ unit, also = [] }) => [unit, ...also])],
    ['scales', scales.flatMap(({ scale, also = [] }) => [scale, ...also])],
    ['hedges', (hedgeRows as Hedge[]).flatMap(({ words }) => words)],
    ['changes', (changeRows as Change[]).flatMap(({ words }) => words)],
    ['names-with-numbers', (nameRows as NamesWithNumbers[]).flatMap(({ nouns }) => nouns)],
    ['number-contexts', (contextRows as NumberContext[]).flatMap(({ words }) => words)],
    ['breakdowns', (breakdownRows as Breakdown[]).flatMap(({ words }) => words)],
    ['not-units', (notUnitRows as NotUnits[]).flatMap(({ words }) => words)],
  ];
  test.each(tables)('%s', (_table, forms) => {
    const seen = forms.map((form) => form.toLowerCase());
    expect(seen.filter((form, n) => seen.indexOf(form) !== n)).toEqual([]);
  });
});

describe('units', () => {
  test.each(cases(units))('%s', (example, row) => {
    const [measure] = measuresIn(example);
    expect(measure?.kind).toBe(row.kind ?? 'count');
    const at = example.search(/\d/);
    const unit = readFigure(example, at)[0]?.unit;
    expect(unit && unitRow(unit)?.unit).toBe(row.unit);
  });
  test.each(units.flatMap((row) => [row.unit, ...(row.also ?? [])].map((form) => [form, row] as const)))(
    'form %s',
    (form, row) => {
      expect(nounAt(`12 ${form}`, 3)).toEqual({ end: form.length + 3, row });
    },
  );
});

describe('scales', () => {
  test.each(cases(scales))('%s', (example, row) => {
    const [measure] = measuresIn(example);
    expect([row.scale, ...(row.also ?? [])]).toContain(measure?.scale);
    expect(measure?.value).toBeGreaterThanOrEqual(Number(row.factor));
  });
  test.each(scales.flatMap(({ scale, except = [] }) => except.map((word) => `${scale} ${word}`)))(
    'not in %s',
    (phrase) => {
      expect(measuresIn(`12 ${phrase}`).filter((measure) => measure.scale)).toEqual([]);
    },
  );
});

test.each(cases(hedgeRows as Hedge[]))('hedge: %s', (example, { approx }) => {
  expect(measuresIn(example)).toMatchObject([{ approx }]);
});

test.each(cases(changeRows as Change[]))('change: %s', (example, { change }) => {
  expect(measuresIn(example)).toMatchObject([{ change: change === 'none' ? null : change }]);
});

test.each(cases(nameRows as NamesWithNumbers[]))('name with a number: %s', (example, { strength }) => {
  expect(measuresIn(example)).toHaveLength(strength === 'none' ? 1 : 0);
});

const told: Record<NumberContext['roles'][number], object[]> = {
  rank: [{ kind: 'rank' }],
  'rank-of': [{ kind: 'rank' }],
  multiple: [{ kind: 'multiple' }],
  measured: [{ kind: 'duration' }],
  averaged: [{ kind: 'duration' }],
  subject: [{ kind: 'duration' }],
  quantifier: [{ kind: 'count' }],
  link: [{ kind: 'count' }],
  verb: [{ kind: 'count', change: null }],
  reached: [{ kind: 'count', impliedUnit: 'hộ' }, { kind: 'count' }],
  from: [{ kind: 'count', change: null }],
  date: [],
};

test.each(
  (contextRows as NumberContext[]).flatMap(({ roles, examples }) =>
    roles.map((role, n) => [examples[n] ?? '', role] as const),
  ),
)('context: %s (%s)', (example, role) => {
  expect(measuresIn(example)).toMatchObject(told[role]);
});

test.each(cases(breakdownRows as Breakdown[]))('breakdown: %s', (example) => {
  expect(
    findFigures(example, [])
      .slice(1)
      .map(({ label }) => label),
  ).not.toContain(null);
});

const labelBefore: Record<LabelWords['role'], (phrase: string) => string | null> = {
  filler: () => null,
  'begins-clause': () => null,
  'ends-clause': () => null,
  clause: () => null,
  aspect: () => null,
  lead: (phrase) => phrase.replace(/^\S+ /, ''),
  tail: (phrase) => phrase.replace(/ xảy ra$/, ''),
  name: (phrase) => phrase,
  quantity: (phrase) => phrase,
};

test.each(cases(labelRows as LabelWords[]))('label: %s', (example, { role }) => {
  const figures = findFigures(`Có 99 vụ, chia ra: ${example} 12 vụ`, []);
  expect(figures.map(({ label }) => label)).toEqual([null, labelBefore[role](example)]);
});

test.each(cases(notUnitRows as NotUnits[]))('no unit: %s', (example) => {
  expect(measuresIn(example)).toEqual([]);
});
