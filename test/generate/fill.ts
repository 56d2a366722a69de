import { cite, citeSeveral, law } from './cite.ts';
import { decimal, type Habits, whole } from './numbers.ts';
import type { Random } from './random.ts';
import type { Stated, TrueFigure, TrueReference } from './truth.ts';

/** What the sentences of one document have in common. */
export interface Scene {
  random: Random;
  habits: Habits;
  year: number;
  /** Words for `{word}` in sentences: who reports, below whom, where. */
  words: Record<string, string>;
  /** Style of the documents cited: state, party, any. */
  style: string;
}

/** A total and its parts, so that what a sentence says adds up. */
interface Sum {
  total: number;
  value: number;
  parts: number[];
}

interface Printed {
  text: string;
  figure: TrueFigure;
}

interface Slot {
  /** Behind the colon of the name: the sum it belongs to. */
  sum: string;
  low: number;
  high: number;
  /** The words behind the numbers. */
  rest: string;
  scene: Scene;
  sums: Map<string, Sum>;
}

const counted = (value: number, unit: string): TrueFigure => ({ value, unit, kind: 'count' });

const between = ({ low, high, scene }: Slot): number => scene.random.int(low, high);
const print = (value: number, { scene }: Slot): string => whole(value, scene.habits);

function start(slot: Slot, value: number, total: number, parts: number[] = []): Sum {
  const sum = { total, value, parts };
  slot.sums.set(slot.sum, sum);
  return sum;
}

function sumOf({ sum, sums }: Slot): Sum {
  const found = sums.get(sum);
  if (!found) throw new Error(`no sum ${sum} before it is used`);
  return found;
}

function cut(total: number, parts: number, random: Random): number[] {
  const cuts = Array.from({ length: parts - 1 }, () => random.int(1, total - 1)).sort((a, b) => a - b);
  return [...cuts, total].map((to, n) => to - (cuts[n - 1] ?? 0));
}

const scales: Record<string, number> = { nghìn: 1e3, triệu: 1e6, tỷ: 1e9 };

/** A percentage given in hundredths of one percent. */
function percent(hundredths: number, slot: Slot, more: Partial<TrueFigure> = {}): Printed {
  const places = hundredths % 100 === 0 ? 0 : hundredths % 10 === 0 ? 1 : 2;
  const text = decimal(hundredths / 10 ** (2 - places), places, slot.scene.habits);
  const figure: TrueFigure = { value: hundredths / 100, unit: '%', kind: 'percent', ...more };
  return { text: `${text}${slot.scene.habits.spacedPercent ? ' ' : ''}%`, figure };
}

const anyPercent = (slot: Slot, more?: Partial<TrueFigure>): Printed => {
  const whole = slot.scene.random.chance(30);
  return percent(between(slot) * 100 + (whole ? 0 : slot.scene.random.int(1, 99)), slot, more);
};

function share(slot: Slot, more?: Partial<TrueFigure>): Printed {
  const { value, total } = sumOf(slot);
  return percent(Math.round((value / total) * 10_000), slot, more);
}

function money(slot: Slot): Printed {
  const places = slot.rest === 'tỷ' ? 2 : slot.scene.random.int(0, 1);
  const units = between(slot) * 10 ** places + slot.scene.random.int(0, 10 ** places - 1);
  const value = (units * scales[slot.rest]!) / 10 ** places;
  return {
    text: `${decimal(units, places, slot.scene.habits)} ${slot.rest} đồng`,
    figure: { value, unit: 'đồng', kind: 'money' },
  };
}

/** "[d 3-40 area ha]": a measured amount with decimals. */
function amount(slot: Slot): Printed {
  const [kind, unit] = slot.rest.split(' ') as [TrueFigure['kind'], string];
  const places = slot.scene.random.int(0, 2);
  const units = between(slot) * 10 ** places + slot.scene.random.int(0, 10 ** places - 1);
  return {
    text: `${decimal(units, places, slot.scene.habits)} ${unit}`,
    figure: { value: units / 10 ** places, unit, kind },
  };
}

const hedges = [
  ['hơn', '>'],
  ['trên', '>'],
  ['gần', '<'],
  ['khoảng', '~'],
] as const;

function about(slot: Slot, { text, figure }: Printed): Printed {
  const [hedge, approx] = slot.scene.random.pick(hedges);
  return { text: `${hedge} ${text}`, figure: { ...figure, approx } };
}

function count(slot: Slot, more: Partial<TrueFigure> = {}): Printed {
  const value = between(slot);
  if (slot.sum) start(slot, value, value);
  return { text: `${print(value, slot)} ${slot.rest}`, figure: { ...counted(value, slot.rest), ...more } };
}

function range(slot: Slot): Printed {
  const low = between(slot);
  const to = low + slot.scene.random.int(1, Math.max(2, low >> 1));
  const dash = slot.scene.random.pick([' - ', '-', ' đến ']);
  return {
    text: `${print(low, slot)}${dash}${print(to, slot)} ${slot.rest}`,
    figure: { ...counted(low, slot.rest), to },
  };
}

function ofTotal(slot: Slot, value: number, total: number): Printed {
  if (slot.sum) start(slot, value, total);
  return {
    text: `${print(value, slot)}/${print(total, slot)} ${slot.rest}`,
    figure: { ...counted(value, slot.rest), of: total },
  };
}

/** Two measures of one happening: "177 lượt/237 người". Where the first is a case, the second is its larger count. */
function pair(slot: Slot): Printed[] {
  const [one, other] = slot.rest.split('/') as [string, string];
  const few = between(slot);
  const many = few + slot.scene.random.int(0, few >> 2);
  const [first, second] = one === 'đơn' ? [many, few] : [few, many];
  return [
    { text: `${print(first, slot)} ${one}`, figure: counted(first, one) },
    { text: `/${print(second, slot)} ${other}`, figure: counted(second, other) },
  ];
}

/** What stands for `[name …]` in a sentence, by name. */
const figures: Record<string, (slot: Slot) => Printed | Printed[]> = {
  n: (slot) => count(slot),
  of: (slot) => {
    const total = between(slot);
    return ofTotal(slot, slot.scene.random.int(Math.ceil(total / 2), total - 1), total);
  },
  all: (slot) => {
    const total = between(slot);
    return ofTotal(slot, total, total);
  },
  cut: (slot) => {
    const total = between(slot);
    const [parts, ...unit] = slot.rest.split(' ');
    start(slot, total, total, cut(total, Number(parts), slot.scene.random));
    return { text: `${print(total, slot)} ${unit.join(' ')}`, figure: counted(total, unit.join(' ')) };
  },
  part: (slot) => {
    const value = sumOf(slot).parts.shift()!;
    return { text: `${print(value, slot)} ${slot.rest}`, figure: counted(value, slot.rest) };
  },
  bare: (slot) => {
    const value = sumOf(slot).parts.shift()!;
    return { text: print(value, slot), figure: { value, unit: null, impliedUnit: slot.rest, kind: 'count' } };
  },
  pct: (slot) => share(slot),
  reached: (slot) => share(slot, { change: 'achieved' }),
  '%': (slot) => anyPercent(slot),
  'reach%': (slot) => anyPercent(slot, { change: 'achieved' }),
  'up%': (slot) => anyPercent(slot, { change: 'increase' }),
  'down%': (slot) => anyPercent(slot, { change: 'decrease' }),
  'compared%': (slot) => anyPercent(slot, { change: 'compared' }),
  up: (slot) => count(slot, { change: 'increase' }),
  down: (slot) => count(slot, { change: 'decrease' }),
  reach: (slot) => count(slot, { change: 'achieved' }),
  range,
  about: (slot) => about(slot, count(slot)),
  money,
  estimate: (slot) => {
    const { text, figure } = money(slot);
    return { text: `ước tính ${text}`, figure: { ...figure, approx: '~' } };
  },
  'about-money': (slot) => about(slot, money(slot)),
  dong: (slot) => {
    const value = between(slot) * 1000;
    const text = whole(value, { ...slot.scene.habits, plainThousands: false });
    return { text: `${text} đồng`, figure: { value, unit: 'đồng', kind: 'money' } };
  },
  d: amount,
  pair,
};

const references: Record<string, (slot: Slot, rest: string) => Stated> = {
  ref: ({ scene }, style) => cite(scene.random, style || scene.style, scene.year, scene.habits),
  refs: ({ scene }, style) => citeSeveral(scene.random, style || scene.style, scene.year, scene.habits),
  law: ({ scene }) => law(scene.random),
};

const choice = /<([^<>]*)>/;
const slotForm = /\{(\p{L}+)\}|\[([\w%-]+)(?::(\w))? ?(?:(\d+)-(\d+) ?)?([^\]]*)\]/gu;

/**
 * Fills in one template: `<this|or this>`, `{word}` of the scene, and slots for what is stated, `[n 3-40 hội nghị]`.
 * Several lines are kept apart by ` // `; sums (`[cut:t 40-90 3 đơn]`, `[part:t đơn]`) hold over all of them.
 */
export function fill(template: string, scene: Scene): Stated[] {
  let chosen = template;
  for (let found = choice.exec(chosen); found; found = choice.exec(chosen))
    chosen = chosen.replace(choice, () => scene.random.pick(found![1]!.split('|')));
  const sums = new Map<string, Sum>();
  return chosen.split(' // ').map((line) => fillLine(line, scene, sums));
}

function fillLine(line: string, scene: Scene, sums: Map<string, Sum>): Stated {
  const stated = { figures: [] as TrueFigure[], references: [] as TrueReference[] };
  const text = line.replace(slotForm, (all, word, name, sum = '', low = '0', high = '0', rest = '') => {
    if (word) return scene.words[word] ?? fail(`no word for ${all}`);
    const slot = { sum, low: Number(low), high: Number(high), rest, scene, sums };
    if (references[name]) {
      const cited = references[name](slot, rest);
      stated.references.push(...cited.references);
      return cited.text;
    }
    const printed = [(figures[name] ?? fail(`no slot ${all}`))(slot)].flat();
    stated.figures.push(...printed.map(({ figure }) => figure));
    return printed.map((one) => one.text).join('');
  });
  return { text: text[0]!.toUpperCase() + text.slice(1), ...stated };
}

function fail(message: string): never {
  throw new Error(message);
}
