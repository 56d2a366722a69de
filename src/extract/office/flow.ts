import { append, type Draft, startDraft, take } from './draft.ts';
import { unreadable } from './failures.ts';
import type { Paragraph, Piece } from './story.ts';
import { type Rows, readingOrder } from './table.ts';

/*
 * Text as .rtf and .doc store it: one stream, in which signs end paragraphs, cells and rows, and each paragraph says
 * how deep in tables it stands.
 */

/** How a paragraph ends: its mark can be hidden (the next one goes on in the same line) or deleted (they are one). */
export type Ending = 'shown' | 'hidden' | 'deleted';

/** One stream of text: the body, a note, a text box. */
export interface Flow {
  /** Where the next paragraph is written. */
  draft: Draft;
  /** The label shown before it, with the space behind it. */
  label: string;
  /** Text boxes that hang on it. */
  boxes: Paragraph[];
  /** Content of a paragraph whose mark is hidden: it goes on in the next one, before its label. */
  before: Piece[];
  /** Content of a paragraph whose mark is deleted: it is part of the next one, behind its label. */
  after: Piece[];
  body: Paragraph[];
  /** The tables that are open, the outermost first. */
  tables: Table[];
  /** How many paragraphs were put so far. */
  count: number;
}

interface Table {
  rows: Rows;
  cells: Paragraph[][];
  cell: Paragraph[];
  lines: boolean;
}

/** Real documents nest two or three; each level costs a copy of what is in it. */
const MAX_TABLES = 32;
/** A thousand pages have some thirty thousand; a label before each of millions would fill any memory. */
const MAX_PARAGRAPHS = 1_000_000;

/** An empty text. */
export const startFlow = (): Flow => ({
  draft: startDraft(),
  label: '',
  boxes: [],
  before: [],
  after: [],
  body: [],
  tables: [],
  count: 0,
});

/** Ends a paragraph that stands in so many tables. */
export function endParagraph(flow: Flow, depth: number, ending: Ending, contents = false): void {
  const pieces = take(flow.draft);
  const { label } = flow;
  flow.label = '';
  if (ending === 'deleted') addPieces(flow.after, pieces);
  else if (ending === 'hidden') hold(flow, label, pieces);
  else put(flow, depth, label, pieces, contents);
}

/** A paragraph with a hidden mark: without visible content nothing of it is seen, its label neither. */
function hold(flow: Flow, label: string, pieces: Piece[]): void {
  if (!pieces.length && !flow.after.length) return;
  append(flow.before, label);
  addPieces(flow.before, flow.after);
  addPieces(flow.before, pieces);
  flow.after = [];
}

function put(flow: Flow, depth: number, label: string, pieces: Piece[], contents: boolean): void {
  const all = label || flow.before.length || flow.after.length ? joined(flow, label, pieces) : pieces;
  if (++flow.count > MAX_PARAGRAPHS) throw unreadable('tooLong');
  const into = openTables(flow, depth);
  into.push({ pieces: all, cell: depth > 0, contents }, ...flow.boxes);
  flow.boxes = [];
}

function joined(flow: Flow, label: string, pieces: Piece[]): Piece[] {
  const all = flow.before;
  append(all, label);
  addPieces(all, flow.after);
  addPieces(all, pieces);
  flow.before = [];
  flow.after = [];
  return all;
}

function addPieces(to: Piece[], pieces: Piece[]): void {
  for (const piece of pieces)
    if ('text' in piece) append(to, piece.text);
    else to.push(piece);
}

/** Ends what waits for a next paragraph: the end of a cell or of the text stops it. */
function release(flow: Flow, depth: number): void {
  if (flow.before.length || flow.after.length || flow.boxes.length) put(flow, depth, '', [], false);
}

/** Opens and closes tables until so many are open; returns where paragraphs go. */
function openTables(flow: Flow, depth: number): Paragraph[] {
  const wanted = Math.min(depth, MAX_TABLES);
  while (flow.tables.length > wanted) closeTable(flow);
  while (flow.tables.length < wanted) flow.tables.push({ rows: [], cells: [], cell: [], lines: false });
  return innermost(flow);
}

const innermost = (flow: Flow): Paragraph[] => flow.tables.at(-1)?.cell ?? flow.body;

function closeTable(flow: Flow): void {
  const { rows, cells, cell, lines } = flow.tables.pop()!;
  // A table that breaks off in the middle of a row.
  if (cell.length) cells.push(cell);
  if (cells.length) rows.push(cells);
  const into = innermost(flow);
  for (const paragraph of readingOrder(rows, lines)) into.push(paragraph);
}

/** Ends a cell of the table at that depth, with the paragraph in it. */
export function endCell(flow: Flow, depth: number, ending: Ending = 'shown'): void {
  endParagraph(flow, depth, ending);
  release(flow, depth);
  openTables(flow, depth);
  const table = flow.tables.at(-1)!;
  table.cells.push(table.cell);
  table.cell = [];
}

/** Ends a row; `lines` tells whether any are drawn around its cells. A deleted row is left out. */
export function endRow(flow: Flow, depth: number, lines: boolean, deleted = false): void {
  take(flow.draft);
  flow.label = '';
  openTables(flow, depth);
  const table = flow.tables.at(-1)!;
  if (!deleted) table.rows.push(table.cells);
  table.cells = [];
  table.lines ||= lines;
}

/** The whole text in reading order. */
export function finishFlow(flow: Flow): Paragraph[] {
  if (flow.draft.raw || flow.draft.pieces.length) endParagraph(flow, 0, 'shown');
  release(flow, flow.tables.length);
  openTables(flow, 0);
  return flow.body;
}
