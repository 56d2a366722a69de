import { formatNumber } from './number-format.ts';

/** One level of a list (`w:lvl`, ECMA-376 part 1, 17.9.6). */
export interface Level {
  start: number;
  /** Value of `w:numFmt`. */
  format: string;
  /** Pattern of a custom format, else empty. */
  pattern: string;
  /** Text of the label; `%1` stands for the number of the first level. A bullet's sign is already Unicode. */
  text: string;
  /** All numbers of the label in decimal form (`w:isLgl`). */
  legal: boolean;
  /** `w:lvlRestart`: 0 never restarts, n restarts after levels up to the n-th, `null` after any higher level. */
  restart: number | null;
  /** What stands between label and text. */
  suffix: 'tab' | 'space' | 'nothing';
  /** Paragraph style linked to the level. */
  style: string | null;
}

/** A list as paragraphs refer to it (`w:num`), its overrides merged in. */
export interface List {
  /** Lists of one sequence continue each other: counters belong to the abstract definition, not to the list. */
  sequence: string;
  /** By level; a level can be undefined. */
  levels: (Level | undefined)[];
  /** By level: the value that the first use of the level in this list starts from. */
  startOverrides: (number | undefined)[];
}

/** Lists by `w:numId`. */
export type Lists = Map<string, List>;

/** The numbers a sequence has reached, by level; `undefined` before the first use and after a restart. */
type Counters = (number | undefined)[];

/**
 * Starts counting through a document. The function it returns takes the list and the 0-based level of the next
 * numbered paragraph and returns the label that Word shows before it, e.g. `II.` or `3.1.`, together with what
 * separates it from the text; `null` where the list or level is not defined. Every call advances the count.
 */
export function startNumbering(lists: Lists): (numId: string, level: number) => string | null {
  const sequences = new Map<string, Counters>();
  const overridden = new Set<string>();

  return (numId, at) => {
    const list = lists.get(numId);
    const level = list?.levels[at];
    if (!list || !level) return null;
    const counters = sequences.get(list.sequence) ?? [];
    sequences.set(list.sequence, counters);
    count(counters, list, at, isFirstUse(overridden, numId, list, at));
    const label = level.format === 'bullet' ? level.text : fill(level, list, counters);
    return label && label.trimEnd() + (level.suffix === 'nothing' ? label.slice(label.trimEnd().length) : ' ');
  };
}

/** Whether this is the use of the level that its start override is meant for. */
function isFirstUse(overridden: Set<string>, numId: string, list: List, at: number): boolean {
  const use = `${numId} ${at}`;
  if (list.startOverrides[at] === undefined || overridden.has(use)) return false;
  overridden.add(use);
  return true;
}

const startOf = (list: List, at: number): number => list.startOverrides[at] ?? list.levels[at]?.start ?? 1;

/** Advances the level, gives unused higher levels their start, and restarts the lower ones. */
function count(counters: Counters, list: List, at: number, restart: boolean): void {
  const before = counters[at];
  counters[at] = before === undefined || restart ? startOf(list, at) : before + 1;
  for (let higher = 0; higher < at; higher++) counters[higher] ??= startOf(list, higher);
  for (let lower = at + 1; lower < counters.length; lower++) {
    const after = list.levels[lower]?.restart ?? null;
    if (after === null || at < after) counters[lower] = undefined;
  }
}

/** Puts the numbers in for `%1` to `%9`; a level below the label's own has none yet. */
function fill(level: Level, list: List, counters: Counters): string {
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const value = counters[at];
    const source = list.levels[at];
    if (value === undefined || !source) return '';
    return level.legal ? String(value) : formatNumber(value, source.format, source.pattern);
  });
}
