import { type Matrix, mapX, mapY } from './matrix.ts';
import type { Rule } from './model.ts';

/** How pdfjs encodes a path: an opcode, then its coordinates. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const CLOSE = 3;

/** A box this thin (in points) is a line that someone filled. */
const thinnest = 3;
/** Shorter lines are dashes and parts of drawings. */
const shortest = 6;

/**
 * The straight rules of a path, level or upright.
 *
 * @param path pdfjs's encoded path, `null` where it is empty
 * @param filled whether its inside is painted: then only thin boxes are rules, others are shades
 */
export function rulesOf(path: Float32Array | null, filled: boolean, ctm: Matrix): Rule[] {
  const rules: Rule[] = [];
  for (const points of path ? subpaths(path, ctm) : []) {
    const box = boxOf(points);
    if (isThin(box)) rules.push(box);
    else if (!filled) rules.push(...edges(points));
  }
  return rules.filter((rule) => isThin(rule) && Math.max(rule.x1 - rule.x0, rule.y1 - rule.y0) >= shortest);
}

type Point = [x: number, y: number];

function subpaths(path: Float32Array, ctm: Matrix): Point[][] {
  const all: Point[][] = [];
  let points: Point[] = [];
  const at = (n: number): Point => [mapX(ctm, path[n]!, path[n + 1]!), mapY(ctm, path[n]!, path[n + 1]!)];
  for (let n = 0; n < path.length; ) {
    const op = path[n++];
    if (op === MOVE) all.push((points = [at(n)]));
    else if (op === LINE) points.push(at(n));
    else if (op === CURVE) points.push(at(n + 4));
    else if (op === CLOSE && points[0]) points.push(points[0]);
    n += op === CURVE ? 6 : op === CLOSE ? 0 : 2;
  }
  return all;
}

function boxOf(points: Point[]): Rule {
  const rule = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const [x, y] of points) {
    rule.x0 = Math.min(rule.x0, x);
    rule.x1 = Math.max(rule.x1, x);
    rule.y0 = Math.min(rule.y0, y);
    rule.y1 = Math.max(rule.y1, y);
  }
  return rule;
}

const isThin = ({ x0, y0, x1, y1 }: Rule): boolean => Math.min(x1 - x0, y1 - y0) <= thinnest;

const edges = (points: Point[]): Rule[] => points.slice(1).map((point, n) => boxOf([points[n]!, point]));
