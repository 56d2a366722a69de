import type { Context } from './run.ts';
import { drawsLines, type Styles } from './styles.ts';
import { child, integer, val, type XmlElement } from './xml.ts';

/** Writes a table; rows deleted by a tracked change are left out. */
export function writeTable(table: XmlElement, context: Context): string {
  const merges: Merges = new Set();
  const rows: string[][] = [];
  eachOf(table, 'w:tr', (row) => {
    if (!child(child(row, 'w:trPr'), 'w:del')) rows.push(writeCells(row, merges, context));
  });
  const columns = sideBySide(table, rows, context.styles);
  const shown = columns ? [columns.map((column) => rows.map((cells) => cells[column]).join(''))] : rows;
  const xml = shown.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`);
  return rows.length ? `<w:tbl>${xml.join('')}</w:tbl>` : '';
}

/** The columns in which a vertically merged cell is open above the current row. */
type Merges = Set<number>;

function writeCells(row: XmlElement, merges: Merges, context: Context): string[] {
  let column = 0;
  const cells: string[] = [];
  eachOf(row, 'w:tc', (cell) => {
    const properties = child(cell, 'w:tcPr');
    const merge = child(properties, 'w:vMerge');
    // What a cell merged into the one above still holds is not shown, and its numbers are not counted.
    const covered = merge && merge.attributes.val !== 'restart' && merges.has(column);
    if (merge) merges.add(column);
    else merges.delete(column);
    cells.push(covered ? '<w:p/>' : context.blocks(cell.children, context));
    column += Math.max(1, integer(val(properties, 'w:gridSpan')) ?? 1);
  });
  return cells;
}

/** Visits rows of a table or cells of a row, also in content controls and custom XML. */
function eachOf(element: XmlElement, name: string, visit: (found: XmlElement) => void): void {
  for (const node of element.children) {
    if (typeof node === 'string') continue;
    if (node.name === name) visit(node);
    else eachOf(node, name, visit);
  }
}

/**
 * The columns of a table that only sets two of them side by side, to be read one after the other: the head (cơ quan |
 * quốc hiệu) and the foot (nơi nhận | chữ ký) as Decree 30/2020/NĐ-CP lays them out, when they are typed with a row a
 * line. Such a table has no lines and nothing in its other columns; a table of data has lines. `null` for all others.
 */
function sideBySide(table: XmlElement, rows: string[][], styles: Styles): number[] | null {
  const width = rows[0]?.length ?? 0;
  if (rows.length < 2 || rows.some((cells) => cells.length !== width) || hasLines(table, styles)) return null;
  const filled = [...Array(width).keys()].filter((column) => rows.some((cells) => cells[column]!.includes('<w:t ')));
  return filled.length === 2 ? filled : null;
}

function hasLines(table: XmlElement, styles: Styles): boolean {
  const properties = child(table, 'w:tblPr');
  const borders = child(properties, 'w:tblBorders');
  if (borders ? drawsLines(borders) : styles.chain(val(properties, 'w:tblStyle')).some(styles.hasLines)) return true;
  let drawn = false;
  eachOf(table, 'w:tc', (cell) => {
    // The rule below the name of the issuer (Decree 30, Annex I) may be drawn as the bottom of its cell.
    drawn ||= drawsLines(child(child(cell, 'w:tcPr'), 'w:tcBorders'), 'w:bottom');
  });
  return drawn;
}
