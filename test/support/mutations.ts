import type { Figure, Measure, Report } from '../../src/schema.ts';

/** Numbers of a report that must agree with each other: a whole and all its parts, or a percentage and its two amounts. */
export interface Claim {
  kind: 'sum' | 'percent';
  /** Where the numbers stand. */
  spans: [number, number][];
  /** Whether they still agree, given what now stands there. */
  holds: (texts: string[]) => boolean;
}

/** A digit of a number to be replaced by another. */
export interface Mutation {
  claim: Claim;
  at: number;
  digit: string;
}

/**
 * All claims of a report that add up as printed.
 * - A sum is exhaustive if it is a division of the breakdown corpus marked `=` and its numbers do add up, unit by unit.
 * - A percentage is stated if two numbers of its paragraph, or one of them and the whole it is a part of, give it to the
 *   last printed digit; of several such pairs the nearest. Whole percentages count only beside a ratio "A/B".
 */
export function claimsOf(report: Report): Claim[] {
  return [...sums(report), ...percentages(report)];
}

function sums({ figures, breakdowns, text }: Report): Claim[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return breakdowns.flatMap(({ whole, parts, complete }) => {
    const all = [whole, ...parts].map((id) => byId.get(id) as Figure);
    if (!complete || parts.length < 2) return [];
    return (all[0] as Figure).measures.flatMap(({ unit, impliedUnit }) => {
      const head = (unit ?? impliedUnit ?? '').split(/[\s,]/)[0];
      const terms = all.map(({ measures }) =>
        measures.find((one) => measures.length === 1 || (one.unit ?? one.impliedUnit ?? '').split(/[\s,]/)[0] === head),
      );
      if (!terms.every((term): term is Measure => term !== undefined)) return [];
      const spans = terms.map(({ span }) => numberSpan(text ?? '', span));
      const holds = (texts: string[]) => {
        const [total = 0, ...rest] = texts.map(amountIn);
        const finest = Math.min(...texts.map(roundingOf));
        const rounding = finest < 0.5 ? roundingOf(texts[0] ?? '') + finest * rest.length : 0;
        return Math.abs(rest.reduce((sum, one) => sum + one, 0) - total) < rounding * 1.001 + 1e-6;
      };
      return holds(spans.map(([from, to]) => (text ?? '').slice(from, to)))
        ? [{ kind: 'sum' as const, spans, holds }]
        : [];
    });
  });
}

function percentages({ figures, text }: Report): Claim[] {
  const source = text ?? '';
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return figures.flatMap((figure, n) =>
    figure.measures.flatMap((percent): Claim[] => {
      if (percent.kind !== 'percent' || percent.approx || percent.to !== null) return [];
      const near = figures.slice(Math.max(0, n - 4), n + 2).filter(({ line }) => line === figure.line);
      const pairs = near.flatMap((other) => pairsOf(other, near, byId, source)).reverse();
      const own = numberSpan(source, percent.span);
      for (const [part, whole, ratio] of pairs) {
        const spans = [own, part, whole];
        const holds = ([p = '', a = '', b = '']: string[]) => agrees(p, amountIn(a), amountIn(b));
        const stated = spans.map(([from, to]) => source.slice(from, to));
        if ((ratio || /,/.test(stated[0] ?? '')) && holds(stated)) return [{ kind: 'percent', spans, holds }];
      }
      return [];
    }),
  );
}

type Pair = [part: [number, number], whole: [number, number], ratio: boolean];

/** The pairs that an amount can be the share in: its own ratio, its whole, an amount before it. */
function pairsOf(figure: Figure, near: Figure[], byId: Map<string, Figure>, text: string): Pair[] {
  return figure.measures.flatMap((measure) => {
    if (measure.kind === 'percent') return [];
    const part = numberSpan(text, measure.span);
    if (measure.of !== null) return [[part, numberSpan(text, [part[1], measure.span[1]]), true] as Pair];
    const parent = figure.parent ? byId.get(figure.parent) : undefined;
    const before = near.slice(0, near.indexOf(figure)).reverse();
    return [...(parent ? [parent] : []), ...before].flatMap(({ measures }) =>
      measures
        .filter(({ kind, unit, scale }) => kind === measure.kind && unit === measure.unit && scale === measure.scale)
        .map(({ span }) => [part, numberSpan(text, span), false] as Pair),
    );
  });
}

/** The first printed number in a span. */
function numberSpan(text: string, [start, end]: readonly [number, number]): [number, number] {
  const found = /\d+(?:[.,]\d+)*/.exec(text.slice(start, end));
  return found ? [start + found.index, start + found.index + found[0].length] : [start, start];
}

const amountIn = (printed: string): number =>
  Number(/^\d+\.\d{1,2}$/.test(printed) ? printed : printed.replaceAll('.', '').replace(',', '.'));

/** Half of the last digit of a number. */
const roundingOf = (printed: string): number => 10 ** -(/,(\d+)$/.exec(printed)?.[1]?.length ?? 0) / 2;

/** Rounded or cut off at the last printed digit. */
function agrees(printed: string, part: number, whole: number): boolean {
  const digits = /[.,](\d+)$/.exec(printed)?.[1]?.length ?? 0;
  const off = (100 * part) / whole - amountIn(printed);
  return off > -0.5 * 10 ** -digits - 1e-9 && off < 10 ** -digits + 1e-9;
}

/** Pseudo-random numbers in [0, 1) by mulberry32: the same for the same seed. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A text with one digit replaced. */
export const mutated = (text: string, { at, digit }: Mutation): string =>
  text.slice(0, at) + digit + text.slice(at + 1);

/**
 * Draws a number of a claim and a digit of it, and replaces it: never by a leading zero, never so that the claim still
 * holds.
 */
export function mutate(text: string, claims: Claim[], next: () => number): Mutation {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  for (;;) {
    const claim = pick(claims);
    const span = pick(claim.spans);
    const places = [...text.slice(...span)].flatMap((sign, n) => (/\d/.test(sign) ? [span[0] + n] : []));
    const mutation = { claim, at: pick(places), digit: pick([...'0123456789']) };
    if (text.charAt(mutation.at) === mutation.digit) continue;
    if (mutation.digit === '0' && mutation.at === span[0] && places.length > 1) continue;
    const now = mutated(text, mutation);
    if (!claim.holds(claim.spans.map(([from, to]) => now.slice(from, to)))) return mutation;
  }
}
