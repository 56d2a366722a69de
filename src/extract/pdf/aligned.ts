import type { Row } from './model.ts';
import { splitAtGaps } from './rows.ts';
import { markerOf } from './signs.ts';

/** Rows of a page that make a table without rules, and its cells in reading order. */
export interface Aligned {
  start: number;
  end: number;
  cells: Row[][];
}

/** Gaps between cells, in ems, and how far the same edge of cells below each other may differ. */
const cellGap = 1.5;
const sameEdge = 0.5;
/** Two rows may be alike by chance. */
const fewestRows = 3;

/** Finds a table without rules: rows of equally many pieces that stand exactly below each other. */
export function findAligned(rows: Row[], from: number): Aligned | null {
  for (let start = from; start + fewestRows <= rows.length; start++) {
    let above = cellsOf(rows[start]!);
    if (!above) continue;
    const cells = above.map((cell) => [cell]);
    let end = start + 1;
    let count = 1;
    for (; end < rows.length; end++) {
      const row = rows[end]!;
      const next = cellsOf(row);
      if (next && isBelow(above, next)) {
        cells.push(...next.map((cell) => [cell]));
        above = next;
        count++;
      } else if (!hangOn(row, above, cells)) break;
    }
    if (count >= fewestRows) return { start, end, cells };
  }
  return null;
}

/** The cells of a row; none where it is one piece, or a list's marker and its text. */
function cellsOf(row: Row): Row[] | null {
  const pieces = splitAtGaps(row, cellGap);
  return pieces.length > 1 && markerOf(pieces[0]!.words[0]!.text) !== textOf(pieces[0]!) ? pieces : null;
}

const textOf = (row: Row): string => row.words.map(({ text }) => text).join(' ');

function isBelow(above: Row[], below: Row[]): boolean {
  return above.length === below.length && above.every((cell, n) => isColumn(cell, below[n]!));
}

/** Cells of one column share their left edge, their right edge, or their middle. */
function isColumn(a: Row, b: Row): boolean {
  const [left, right] = [a.x0 - b.x0, a.x1 - b.x1];
  return [left, right, (left + right) / 2].some((shift) => Math.abs(shift) < sameEdge * a.size);
}

/** A line that stands below one cell alone goes on with that cell. */
function hangOn(row: Row, above: Row[], cells: Row[][]): boolean {
  if (row.y - cells.at(-1)![0]!.y > 2.5 * row.size || splitAtGaps(row, cellGap).length > 1) return false;
  const at = above.findIndex((cell) => isColumn(cell, row));
  const next = above[at + 1];
  if (at < 0 || (next && row.x1 > next.x0 - row.size) || row.x1 - row.x0 > 1.5 * (above[at]!.x1 - above[at]!.x0))
    return false;
  cells[cells.length - above.length + at]!.push(row);
  return true;
}
