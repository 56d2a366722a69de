import type { Row, Word } from './model.ts';
import { rowFrom, rowsOf, splitAtGaps } from './rows.ts';

/** An empty strip from top to bottom between two columns. */
export interface Strip {
  x0: number;
  x1: number;
}

/** Rows of a page that stand in two columns: from row `start` up to, but without, row `end`. */
export interface Columns {
  start: number;
  end: number;
  strip: Strip;
  left: Row[];
  right: Row[];
}

/** The narrowest strip between the cells of head or foot, in ems; words of a centred line are never as far apart. */
export const narrowest = 0.7;

/** Whether a row that stands on one side only belongs there, under the rows of that side. */
export type Accept = (row: Row, side: Row[], previous: Row | undefined) => boolean;

/** Of all strips that the gaps of some rows offer, the one that divides the most rows from `start` on. */
export function widest(rows: Row[], start: number, seeds: Row[], accept: Accept): Columns | null {
  let best: Columns | null = null;
  for (const strip of strips(seeds)) {
    const columns = divide(rows, start, strip, accept);
    if (columns && isWide(columns, rows) && (!best || rank(columns) > rank(best))) best = columns;
  }
  return best;
}

/** A strip is wider than the spaces between the words beside it, however a justified line stretches them. */
function isWide({ start, end, strip }: Columns, rows: Row[]): boolean {
  const gaps = rows
    .slice(start, end)
    .flatMap(({ words }) => words.slice(1).map((word, n) => word.x0 - words[n]!.x1))
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  return strip.x1 - strip.x0 > 1.5 * (gaps[gaps.length >> 1] ?? 0);
}

const rank = ({ start, end, strip }: Columns): number => (end - start) * 1000 + strip.x1 - strip.x0;

function strips(rows: Row[]): Strip[] {
  return rows.flatMap((row, n) => {
    const pieces = splitAtGaps(row, narrowest);
    const inside = pieces.slice(1).map((piece, k) => ({ x0: pieces[k]!.x1, x1: piece.x0 }));
    const next = rows[n + 1];
    // Lines of different size need not share a baseline: then the strip lies between two rows.
    if (!next || next.y - row.y > row.size) return inside;
    const [left, right] = row.x0 < next.x0 ? [row, next] : [next, row];
    return right.x0 - left.x1 > narrowest * row.size ? [...inside, { x0: left.x1, x1: right.x0 }] : inside;
  });
}

/** Divides rows at a strip, as long as none crosses it and all are accepted. Each row may narrow the strip. */
function divide(rows: Row[], start: number, seed: Strip, accept: Accept): Columns | null {
  let strip = seed;
  const left: Row[] = [];
  const right: Row[] = [];
  let end = start;
  for (; end < rows.length; end++) {
    const halves = halve(rows[end]!, strip);
    if (!halves) break;
    const [a, b] = [halves.left, halves.right];
    if (!a !== !b && !accept((a ?? b)!, a ? left : right, rows[end - 1])) break;
    strip = halves.strip;
    if (a) left.push(a);
    if (b) right.push(b);
  }
  if (!left.length || !right.length) return null;
  const anew = (side: Row[]) => rowsOf(side.flatMap(({ words }) => words));
  return { start, end, strip, left: anew(left), right: anew(right) };
}

/** Divides a row where it leaves most of the strip empty; `null` where it crosses the strip. */
function halve({ words, size }: Row, strip: Strip): { strip: Strip; left: Row | null; right: Row | null } | null {
  let best = { at: 0, strip: { x0: 0, x1: 0 } };
  let edge = Number.NEGATIVE_INFINITY;
  for (let at = 0; at <= words.length; at++) {
    const empty = { x0: Math.max(strip.x0, edge), x1: Math.min(strip.x1, words[at]?.x0 ?? Number.POSITIVE_INFINITY) };
    if (empty.x1 - empty.x0 > best.strip.x1 - best.strip.x0) best = { at, strip: empty };
    edge = Math.max(edge, words[at]?.x1 ?? 0);
  }
  const isWhole = best.at === 0 || best.at === words.length;
  if (best.strip.x1 - best.strip.x0 < (isWhole ? 0.3 : narrowest) * size) return null;
  const side = (part: Word[]) => (part.length ? rowFrom(part) : null);
  return { strip: best.strip, left: side(words.slice(0, best.at)), right: side(words.slice(best.at)) };
}
