import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chances that are the same for the same seed, on every machine. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  /** True in so many of a hundred cases. */
  chance(percent: number): boolean;
  shuffle<T>(list: readonly T[]): T[];
}

/** The chances of the `index`-th thing under a seed; things of neighbouring numbers have nothing in common. */
export function randomOf(seed: number, index: number): Random {
  const generator = xoroshiro128plus(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
  for (let n = 0; n < 8; n++) generator.next();
  const int = (low: number, high: number) => uniformInt(generator, low, high);
  return {
    int,
    pick: (list) => list[int(0, list.length - 1)]!,
    chance: (percent) => int(1, 100) <= percent,
    shuffle: (list) => {
      const shuffled = [...list];
      for (let n = shuffled.length - 1; n > 0; n--) {
        const other = int(0, n);
        [shuffled[n], shuffled[other]] = [shuffled[other]!, shuffled[n]!];
      }
      return shuffled;
    },
  };
}
