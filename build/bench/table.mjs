// Results as a table on standard output.

const shown = (value) =>
  typeof value === 'number' ? value.toFixed(Number.isInteger(value) ? 0 : value < 10 ? 2 : 1) : String(value);

/** The lines of a table: a title, the names of the columns, and a line for each row, in columns as wide as needed. */
export function tableOf(title, rows) {
  const table = [Object.keys(rows[0]), ...rows.map((row) => Object.values(row).map(shown))];
  const widths = table[0].map((_, n) => Math.max(...table.map((row) => row[n].length)));
  const line = (row) => `  ${row.map((cell, n) => (n ? cell.padStart(widths[n]) : cell.padEnd(widths[n]))).join('  ')}`;
  return [title, ...table.map(line)].join('\n');
}
