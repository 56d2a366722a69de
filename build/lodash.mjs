// Stands in for lodash-es inside the bundle. Chevrotain asks 37 functions of it, thousands of times at each start, always
// of arrays and plain dictionaries. lodash, and es-toolkit/compat for it, answer for whatever may be asked (paths,
// arguments objects, array-likes), which takes 3 ms longer and thirty kilobytes. test/lodash.test.ts compares the two.
export {
  clone,
  compact,
  difference,
  flatten,
  identity,
  isFunction,
  isRegExp,
  isString,
  isUndefined,
  noop,
  pickBy,
  uniq,
  upperFirst,
} from 'es-toolkit';

export const { isArray } = Array;
export const { assign } = Object;
export const isObject = (value) => value !== null && (typeof value === 'object' || typeof value === 'function');
export const keys = (dictionary) => Object.keys(dictionary ?? {});
export const has = (dictionary, key) => dictionary != null && Object.hasOwn(dictionary, key);

// Of an array, or of the values of a dictionary.
export const values = (some) => (Array.isArray(some) ? some : Object.values(some ?? {}));
export const isEmpty = (some) => values(some).length === 0;
export const first = (some) => some?.[0];
export const last = (some) => some?.[some.length - 1];
export const indexOf = (some, item) => values(some).indexOf(item);
export const includes = (some, item) => values(some).includes(item);
export const map = (some, change) =>
  Array.isArray(some) ? some.map(change) : keys(some).map((key) => change(some[key], key, some));
export const drop = (list, count = 1) => list.slice(count);
export const dropRight = (list, count = 1) => list.slice(0, Math.max(0, list.length - count));
export const flatMap = (some, change) => map(some, change).flat();
export const filter = (some, test) => values(some).filter(test);
export const reject = (some, test) => values(some).filter((item) => !test(item));
export const find = (some, test) => values(some).find(test);
export const every = (some, test) => values(some).every(test);
export const some = (list, test) => values(list).some(test);
export const reduce = (list, add, start) =>
  Array.isArray(list) ? list.reduce(add, start) : keys(list).reduce((sum, key) => add(sum, list[key], key), start);

/** Stops where the function says `false`, as lodash does. */
export function forEach(list, act) {
  if (Array.isArray(list)) list.every((item, n) => act(item, n, list) !== false);
  else keys(list).every((key) => act(list[key], key, list) !== false);
  return list;
}

export function groupBy(list, keyOf) {
  const groups = {};
  for (const item of values(list)) (groups[keyOf(item)] ??= []).push(item);
  return groups;
}

export function defaults(target, ...sources) {
  for (const source of sources)
    for (const key of keys(source)) if (target[key] === undefined) target[key] = source[key];
  return target;
}
