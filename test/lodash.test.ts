import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as compat from 'es-toolkit/compat';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as ours from '../build/lodash.mjs';

/** build/lodash.mjs against the real thing, on what Chevrotain asks. */
const real = compat as unknown as Record<string, (...args: unknown[]) => unknown>;
const mine = ours as unknown as Record<string, (...args: unknown[]) => unknown>;

const list = fc.array(fc.integer({ min: -3, max: 9 }), { maxLength: 8 });
const dictionary = fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), fc.integer({ min: -3, max: 9 }), {
  maxKeys: 6,
  noNullPrototype: true,
});
const any = fc.oneof(list, dictionary);
const odd = (item: unknown) => Number(item) % 2 !== 0;

/** What to ask of a collection; each is called with both. */
const questions: Record<string, (lodash: typeof mine, some: never) => unknown> = {
  assign: (_, some) => _.assign?.({ own: 1 }, some),
  clone: (_, some) => _.clone?.(some),
  defaults: (_, some) => _.defaults?.({ a: 1 }, some),
  every: (_, some) => _.every?.(some, odd),
  filter: (_, some) => _.filter?.(some, odd),
  find: (_, some) => _.find?.(some, odd),
  flatMap: (_, some) => _.flatMap?.(some, (item: unknown) => [item, item]),
  forEach: (_, some) => {
    const seen: unknown[] = [];
    const result = _.forEach?.(some, (item: unknown, key: unknown) => seen.push(item, key) < 6);
    return [seen, result];
  },
  groupBy: (_, some) => _.groupBy?.(some, (item: unknown) => (odd(item) ? 'odd' : 'even')),
  has: (_, some) => [_.has?.(some, 'a'), _.has?.(some, 'length'), _.has?.(some, 'toString')],
  identity: (_, some) => _.identity?.(some),
  includes: (_, some) => _.includes?.(some, 3),
  isArray: (_, some) => _.isArray?.(some),
  isEmpty: (_, some) => _.isEmpty?.(some),
  isFunction: (_, some) => [_.isFunction?.(some), _.isFunction?.(odd)],
  isObject: (_, some) => [_.isObject?.(some), _.isObject?.(odd), _.isObject?.(null), _.isObject?.(1)],
  isRegExp: (_, some) => [_.isRegExp?.(some), _.isRegExp?.(/a/)],
  isString: (_, some) => [_.isString?.(some), _.isString?.('a')],
  isUndefined: (_, some) => [_.isUndefined?.(some), _.isUndefined?.(undefined)],
  keys: (_, some) => _.keys?.(some),
  map: (_, some) => _.map?.(some, (item: unknown, key: unknown) => `${item} ${key}`),
  noop: (_, some) => _.noop?.(some),
  pickBy: (_, some) => _.pickBy?.({ ...(some as object) }, odd),
  reduce: (_, some) => _.reduce?.(some, (sum: unknown, item: unknown, key: unknown) => `${sum}${item}${key}`, ''),
  reject: (_, some) => _.reject?.(some, odd),
  some: (_, some) => _.some?.(some, odd),
  upperFirst: (_, some) => _.upperFirst?.(JSON.stringify(Object.keys(some)).slice(2)),
  values: (_, some) => _.values?.(some),
};

/** What only lists are asked. */
const ofLists: typeof questions = {
  compact: (_, some) => _.compact?.(some),
  difference: (_, some) => _.difference?.(some, [1, 2, 3]),
  drop: (_, some) => [_.drop?.(some), _.drop?.(some, 2)],
  dropRight: (_, some) => [_.dropRight?.(some), _.dropRight?.(some, 2)],
  first: (_, some) => _.first?.(some),
  flatten: (_, some) => _.flatten?.([some, some]),
  indexOf: (_, some) => _.indexOf?.(some, 3),
  last: (_, some) => _.last?.(some),
  uniq: (_, some) => _.uniq?.(some),
};

/** Asks both the same of anything of a kind. */
const compare = (some: fc.Arbitrary<unknown>, ask: (typeof questions)[string]) =>
  fc.assert(
    fc.property(some, (one) => {
      expect(ask(mine, one as never)).toEqual(ask(real, one as never));
    }),
  );

describe('the stand-in for lodash answers as lodash does', () => {
  for (const [name, ask] of Object.entries(questions)) test(name, () => compare(any, ask));
  for (const [name, ask] of Object.entries(ofLists)) test(name, () => compare(list, ask));
});

test('it has, and this test asks, all that Chevrotain imports', () => {
  const folder = 'node_modules/chevrotain/lib/src';
  const sources = [folder, 'node_modules/@chevrotain/gast/lib', 'node_modules/@chevrotain/cst-dts-gen/lib'].flatMap(
    (from) =>
      readdirSync(from, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.js'))
        .map((file) => readFileSync(join(from, file), 'utf8')),
  );
  const imported = sources.flatMap((source) =>
    [...source.matchAll(/import\s*\{([^}]*)\}\s*from\s*"lodash-es"/g)].flatMap(([, names = '']) =>
      names.split(',').flatMap((name) => name.trim().split(' as ')[0] || []),
    ),
  );
  const asked = [...Object.keys(questions), ...Object.keys(ofLists)].sort();
  expect([...new Set(imported)].sort()).toEqual(asked);
  expect(Object.keys(ours).sort()).toEqual(asked);
});
