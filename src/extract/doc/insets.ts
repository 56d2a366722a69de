import type { NoteKind } from '../office/story.ts';
import { type Fib, type Part, type Plc, readPlc, startOf } from './fib.ts';

/** A stretch of the text, as positions. */
export interface Range {
  start: number;
  end: number;
}

/** A note that is called at a position. */
export interface NoteCall extends Range {
  kind: NoteKind;
  /** Counted by Word; else its mark is typed. */
  counted: boolean;
}

const KINDS = [
  ['footnote', 'footnotes', 'footnoteCalls', 'footnoteTexts'],
  ['endnote', 'endnotes', 'endnoteCalls', 'endnoteTexts'],
] as const;

/** The notes by the position of their calls. */
export function readNoteCalls(fib: Fib, tables: Buffer): Map<number, NoteCall> {
  const calls = new Map<number, NoteCall>();
  for (const [kind, part, callTable, textTable] of KINDS) {
    const { positions, records } = readPlc(fib.table(callTable, tables), 2);
    const texts = ascending(readPlc(fib.table(textTable, tables), 0).positions);
    records.forEach((record, n) => {
      const range = rangeIn(fib, part, texts[n], texts[n + 1]);
      if (range) calls.set(positions[n]!, { ...range, kind, counted: record.readUInt16LE(0) !== 0 });
    });
  }
  return calls;
}

/** Positions ascend; where they do not, texts would overlap and be read again and again. */
function ascending(positions: number[]): number[] {
  let highest = 0;
  return positions.map((position) => (highest = Math.max(highest, position)));
}

/** A range told in positions of a part, in those of the whole text; `null` where it is none. */
function rangeIn(fib: Fib, part: Part, start = 0, end = 0): Range | null {
  if (start >= end || end > fib.lengths[part]) return null;
  const base = startOf(fib, part);
  return { start: base + start, end: base + end };
}

/** Where the shape number stands in a record of a text box, and in one of an anchor. */
const BOX = { size: 22, shape: 14 };
const ANCHOR = { size: 26, shape: 0 };

/** Text boxes: those that hang on a position of the text, and those of which it is not known. */
export function readBoxes(fib: Fib, tables: Buffer): { anchored: Map<number, Range>; loose: Range[] } {
  const anchors = shapesOf(readPlc(fib.table('drawings', tables), ANCHOR.size), ANCHOR.shape);
  const boxes = readPlc(fib.table('boxes', tables), BOX.size);
  const anchored = new Map<number, Range>();
  const loose: Range[] = [];
  const texts = ascending(boxes.positions);
  boxes.records.forEach((record, n) => {
    const range = rangeIn(fib, 'boxes', texts[n], texts[n + 1]);
    const at = anchors.get(record.readUInt32LE(BOX.shape));
    if (range && at !== undefined) anchored.set(at, range);
    else if (range) loose.push(range);
  });
  return { anchored, loose };
}

const shapesOf = ({ positions, records }: Plc, offset: number): Map<number, number> =>
  new Map(records.map((record, n) => [record.readUInt32LE(offset), positions[n]!]));
