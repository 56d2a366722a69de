import type { Row, Rule, Word } from './model.ts';
import { rowsOf } from './rows.ts';

/** A ruled table: its cells in reading order, each with its rows of words. */
export interface Table {
  y0: number;
  y1: number;
  cells: Row[][];
  words: Set<Word>;
}

/** Borders that meet miss each other by up to this many points. */
const tolerance = 3;
/** A page with more rules is a drawing; comparing each with each would take long. */
const mostRules = 4000;

/** Finds the ruled tables of a page and the words in their cells. */
export function findTables(rules: Rule[], words: Word[]): Table[] {
  if (rules.length < 5 || rules.length > mostRules) return [];
  return grids(rules)
    .map((grid) => fillGrid(grid, words))
    .filter((table) => table.cells.length > 1)
    .sort((a, b) => a.y0 - b.y0);
}

interface Grid extends Rule {
  levels: Rule[];
  /** With x and y exchanged, so that "the next to the left" is found as "the next above". */
  uprights: Rule[];
}

/** Groups of rules that touch each other, and divide a box into at least two columns. */
function grids(rules: Rule[]): Grid[] {
  const left = new Set(rules);
  const found: Grid[] = [];
  for (const seed of rules) {
    if (!left.delete(seed)) continue;
    const group = [seed];
    for (const rule of group)
      for (const other of left)
        if (touch(rule, other)) {
          left.delete(other);
          group.push(other);
        }
    const grid = gridOf(group);
    if (grid) found.push(grid);
  }
  return found;
}

const touch = (a: Rule, b: Rule): boolean =>
  a.x0 <= b.x1 + tolerance && b.x0 <= a.x1 + tolerance && a.y0 <= b.y1 + tolerance && b.y0 <= a.y1 + tolerance;

function gridOf(group: Rule[]): Grid | null {
  const levels = group.filter((rule) => rule.x1 - rule.x0 > rule.y1 - rule.y0);
  const uprights = group.filter((rule) => rule.x1 - rule.x0 <= rule.y1 - rule.y0);
  const x0 = Math.min(...group.map((rule) => rule.x0));
  const x1 = Math.max(...group.map((rule) => rule.x1));
  const inner = uprights.some((rule) => rule.x0 > x0 + 10 && rule.x1 < x1 - 10);
  const heights = new Set(levels.map((rule) => Math.round(rule.y0 / tolerance)));
  if (!inner || heights.size < 2) return null;
  const y0 = Math.min(...group.map((rule) => rule.y0));
  const y1 = Math.max(...group.map((rule) => rule.y1));
  return { x0, y0, x1, y1, levels, uprights: uprights.map(mirrored) };
}

function fillGrid(grid: Grid, words: Word[]): Table {
  const cells = new Map<string, { top: number; left: number; words: Word[] }>();
  const taken = new Set<Word>();
  for (const word of words) {
    const [x, y] = [(word.x0 + word.x1) / 2, word.y - 0.3 * word.size];
    if (x < grid.x0 || x > grid.x1 || y < grid.y0 || y > grid.y1) continue;
    const top = nearest(grid.levels, x, y, grid.y0);
    const left = nearest(grid.uprights, y, x, grid.x0);
    const key = `${top}:${left}`;
    const cell = cells.get(key) ?? { top, left, words: [] };
    cell.words.push(word);
    cells.set(key, cell);
    taken.add(word);
  }
  const ordered = [...cells.values()].sort((a, b) => a.top - b.top || a.left - b.left);
  return { y0: grid.y0, y1: grid.y1, cells: ordered.map((cell) => rowsOf(cell.words)), words: taken };
}

const mirrored = ({ x0, y0, x1, y1 }: Rule): Rule => ({ x0: y0, y0: x0, x1: y1, y1: x1 });

/** The level rule next above a point, rounded so that the borders of one row of cells agree. */
function nearest(levels: Rule[], x: number, y: number, outermost: number): number {
  let top = outermost;
  for (const rule of levels)
    if (rule.x0 - tolerance <= x && x <= rule.x1 + tolerance && rule.y0 <= y && rule.y0 > top) top = rule.y0;
  return Math.round(top / tolerance);
}
