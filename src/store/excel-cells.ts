import type { Cell, Column, Row } from './tables.ts';

/** Excel takes no longer text in a cell. */
const LONGEST = 32_767;

/** Days from the first day of Excel's calendar to that of JavaScript's. */
const EPOCH = 25_569;

/** What XML cannot hold, and what Excel would take for its own way to write that (`_x0041_`). */
const UNWRITABLE = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;
const ESCAPE = /_(?=x[\dA-F]{4}_)/gi;

/** A text between tags or in an attribute. */
export const escapeXml = (text: string): string =>
  text.replace(UNWRITABLE, '\uFFFD').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The name of the n-th column, from 1: A, … Z, AA. */
export const columnName = (n: number): string =>
  (n > 26 ? columnName(Math.floor((n - 1) / 26)) : '') + String.fromCharCode(65 + ((n - 1) % 26));

/** Stands for the style of dates, which is known when the workbook is put together. */
export const DATE_STYLE = '"date"';

/**
 * A row of a sheet in SpreadsheetML (ECMA-376 part 1, 18.3.1).
 *
 * @param n number of the row, from 1
 */
export const rowXml = (row: Row, n: number, columns: readonly Column[]): string =>
  `<row r="${n}">${row.map((cell, at) => cellXml(cell, `${columnName(at + 1)}${n}`, columns[at]?.type)).join('')}</row>`;

function cellXml(cell: Cell, place: string, type: Column['type'] | undefined): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${Number(cell)}</v></c>`;
  const days = type === 'date' ? Date.parse(`${cell}T00:00:00Z`) / 86_400_000 + EPOCH : Number.NaN;
  // Before March 1900 Excel counts days otherwise.
  if (days > 60) return `<c r="${place}" s=${DATE_STYLE}><v>${days}</v></c>`;
  const text = cell.length > LONGEST ? `${cell.slice(0, LONGEST - 1)}…` : cell;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text.replace(ESCAPE, '_x005F_'))}</t></is></c>`;
}
