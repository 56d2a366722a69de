import { isBlank } from './draft.ts';
import type { Paragraph } from './story.ts';

/** The rows of a table: cells of paragraphs. */
export type Rows = Paragraph[][][];

/**
 * The paragraphs of a table in reading order: row by row; but a table that only sets two columns side by side is read
 * one column after the other. Those are the head (cơ quan | quốc hiệu) and the foot (nơi nhận | chữ ký) as Decree
 * 30/2020/NĐ-CP lays them out, when they are typed with a row a line. Such a table has no lines and nothing in its
 * other columns; a table of data has lines.
 */
export function readingOrder(rows: Rows, lines: boolean): Paragraph[] {
  const columns = lines ? null : sideBySide(rows);
  if (!columns) return rows.flat(2);
  return columns.flatMap((column) => rows.flatMap((cells) => cells[column]!));
}

function sideBySide(rows: Rows): number[] | null {
  const width = rows[0]?.length ?? 0;
  if (rows.length < 2 || rows.some((cells) => cells.length !== width)) return null;
  const filled = [...Array(width).keys()].filter((column) => rows.some((cells) => !isEmpty(cells[column]!)));
  return filled.length === 2 ? filled : null;
}

const isEmpty = (cell: Paragraph[]): boolean => cell.every(({ pieces }) => isBlank(pieces));
