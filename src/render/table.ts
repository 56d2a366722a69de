/** Longest text of a cell on a terminal, in characters. */
const WIDEST = 60;

/** Rows under the names of their columns, in columns of equal width; numbers to the right, absent as nothing. */
export function renderTable(columns: readonly string[], rows: readonly (string | number | boolean | null)[][]): string {
  const texts = rows.map((row) => row.map(shown));
  const widths = columns.map((column, n) => Math.max(column.length, ...texts.map((row) => row[n]?.length ?? 0)));
  const isNumber = columns.map((_, n) => rows.every((row) => row[n] === null || typeof row[n] === 'number'));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, n) => (isNumber[n] ? cell.padStart(widths[n] ?? 0) : cell.padEnd(widths[n] ?? 0)))
      .join('  ')
      .trimEnd();
  return `${[line(columns), line(widths.map((width) => '-'.repeat(width))), ...texts.map(line)].join('\n')}\n`;
}

function shown(value: string | number | boolean | null): string {
  const text = String(value ?? '')
    .normalize('NFC')
    .replace(/\s+/g, ' ');
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
}
