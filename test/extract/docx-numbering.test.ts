import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Level, type List, startNumbering } from '../../src/extract/office/numbering.ts';

const level = (format: string, text: string, more: Partial<Level> = {}): Level => ({
  ...{ start: 1, format, pattern: '', text, legal: false, restart: null, suffix: 'tab', style: null },
  ...more,
});

const list = (levels: Level[], more: Partial<List> = {}): List => ({
  sequence: 'a',
  levels,
  startOverrides: [],
  ...more,
});

/** Labels of paragraphs given as `list level`, without the space behind. */
function labels(lists: Record<string, List>, uses: string): (string | undefined)[] {
  const next = startNumbering(new Map(Object.entries(lists)));
  return uses.split(', ').map((use) => {
    const [numId = '', at] = use.split(' ');
    return next(numId, Number(at))?.trimEnd();
  });
}

const report = [level('upperRoman', '%1.'), level('decimal', '%2.'), level('decimal', '%2.%3.')];

test('levels count on their own and begin again below a higher one', () => {
  expect(labels({ a: list(report) }, 'a 0, a 1, a 2, a 2, a 1, a 2, a 0, a 1')).toEqual([
    'I.',
    '1.',
    '1.1.',
    '1.2.',
    '2.',
    '2.1.',
    'II.',
    '1.',
  ]);
});

test('a level used before the one above it takes that as begun', () => {
  expect(labels({ a: list(report) }, 'a 2, a 1, a 0')).toEqual(['1.1.', '2.', 'II.']);
});

test('lists of one definition continue each other, other lists do not', () => {
  const lists = { a: list(report), b: list(report), c: list(report, { sequence: 'c' }) };
  expect(labels(lists, 'a 0, b 0, c 0, a 0')).toEqual(['I.', 'II.', 'I.', 'III.']);
});

test('a start override counts at the first use of the list and after a restart', () => {
  const lists = { a: list(report), b: list(report, { startOverrides: [undefined, 5] }) };
  expect(labels(lists, 'a 0, a 1, b 1, b 1, a 1, a 0, b 1')).toEqual(['I.', '1.', '5.', '6.', '7.', 'II.', '5.']);
});

test('restart: never with 0, only below the named level otherwise', () => {
  const articles = [level('decimal', 'Điều %1.'), level('decimal', '%2.', { restart: 0 })];
  expect(labels({ a: list(articles) }, 'a 0, a 1, a 0, a 1')).toEqual(['Điều 1.', '1.', 'Điều 2.', '2.']);
  const points = [...report.slice(0, 2), level('lowerLetter', '%3)', { restart: 1 })];
  expect(labels({ a: list(points) }, 'a 0, a 1, a 2, a 1, a 2, a 0, a 2')).toEqual([
    'I.',
    '1.',
    'a)',
    '2.',
    'b)',
    'II.',
    'a)',
  ]);
});

test('legal levels show all numbers in decimal form', () => {
  const legal = [level('upperRoman', 'Phần %1'), level('decimalZero', '%1.%2', { legal: true })];
  expect(labels({ a: list(legal) }, 'a 0, a 1')).toEqual(['Phần I', '1.1']);
});

test('bullets and words without number are shown as they are', () => {
  const lists = { a: list([level('bullet', '-'), level('none', 'Ghi chú:'), level('bullet', '')]) };
  expect(labels(lists, 'a 0, a 0, a 1, a 2')).toEqual(['-', '-', 'Ghi chú:', '']);
});

test('the label is followed by a space unless the list says nothing', () => {
  const next = startNumbering(
    new Map([['a', list([level('decimal', '%1. '), level('decimal', '%2.', { suffix: 'nothing' })])]]),
  );
  expect([next('a', 0), next('a', 1)]).toEqual(['1. ', '1.']);
});

test('what is not defined has no label', () => {
  expect(labels({ a: list(report) }, 'b 0, a 7, a -1, a 0')).toEqual([undefined, undefined, undefined, 'I.']);
});

/*
 * The law of counting, stated without counters: the number of a paragraph is the start of its level plus how often the
 * level was used since the last paragraph of a higher level; one more if a lower level had taken it as begun.
 */
test('labels follow the law of counting', () => {
  const depth = 4;
  const starts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: depth, maxLength: depth });
  const uses = fc.array(fc.nat(depth - 1), { maxLength: 40 });
  fc.assert(
    fc.property(starts, uses, (startOf, levels) => {
      const lists = new Map([['a', list(startOf.map((start, at) => level('decimal', `%${at + 1}`, { start })))]]);
      const next = startNumbering(lists);
      levels.forEach((at, n) => {
        const since = levels.slice(levels.slice(0, n).findLastIndex((other) => other < at) + 1, n);
        const same = since.filter((other) => other === at).length;
        const taken = since.length > 0 && since[0]! > at ? 1 : 0;
        expect(next('a', at)).toBe(`${startOf[at]! + same + taken} `);
      });
    }),
  );
});

test('any definitions and any sequence of paragraphs give labels', () => {
  const anyLevel = fc.record({
    start: fc.integer(),
    format: fc.constantFrom('decimal', 'upperRoman', 'lowerLetter', 'bullet', 'chicago', 'ordinalText', 'custom', 'x'),
    pattern: fc.string(),
    text: fc.stringMatching(/^(?:%\d|[a-z. ]){0,12}$/),
    legal: fc.boolean(),
    restart: fc.option(fc.integer()),
    suffix: fc.constantFrom('tab', 'space', 'nothing'),
    style: fc.constant(null),
  });
  const anyList = fc.record({
    sequence: fc.constantFrom('a', 'b'),
    levels: fc.array(fc.option(anyLevel, { nil: undefined }), { maxLength: 9 }),
    startOverrides: fc.array(fc.option(fc.integer(), { nil: undefined }), { maxLength: 9 }),
  });
  const uses = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: -1, max: 10 })));
  fc.assert(
    fc.property(fc.array(anyList, { maxLength: 4 }), uses, (lists, sequence) => {
      const next = startNumbering(new Map(lists.map((one, n) => [String(n), one as List])));
      for (const [numId, at] of sequence) expect(next(String(numId), at)?.length ?? 0).toBeLessThan(2000);
    }),
  );
});
