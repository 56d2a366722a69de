import type { WordFile } from './document.ts';
import type { Stretch } from './pages.ts';
import type { Piece } from './pieces.ts';
import { type RunProperties, readRun } from './sprm.ts';
import { apply, applySteps, type ResolvedRun, type Style, type Styles } from './styles.ts';

/** A stretch of the text with the same formatting. */
export interface Run {
  /** Positions in the text. */
  start: number;
  end: number;
  changes: Buffer[];
}

/** The runs of the whole text, in order and without gaps. */
export function readRuns({ pieces, runs }: Pick<WordFile, 'pieces' | 'runs'>): Run[] {
  return pieces.flatMap((piece) => runsOf(piece, runs));
}

function runsOf(piece: Piece, stretches: Stretch[]): Run[] {
  const { start, end, offset, width } = piece;
  const found: Run[] = [];
  let at = start;
  for (let n = firstEndingAfter(stretches, offset); at < end && n < stretches.length; n++) {
    const stretch = stretches[n]!;
    const from = Math.min(end, Math.max(at, start + Math.ceil((stretch.start - offset) / width)));
    const to = Math.min(end, start + Math.ceil((stretch.end - offset) / width));
    if (from > at) found.push({ start: at, end: from, changes: changesOf(piece) });
    if (to > from) found.push({ start: from, end: to, changes: [stretch.changes, ...changesOf(piece)] });
    at = Math.max(at, from, to);
  }
  if (at < end) found.push({ start: at, end, changes: changesOf(piece) });
  return found;
}

const changesOf = ({ changes }: Piece): Buffer[] => (changes ? [changes] : []);

function firstEndingAfter(stretches: Stretch[], offset: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the run at a position. */
export function runAt(runs: Run[], position: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs[middle]!.start <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The formatting of a run in a paragraph of that style. */
export function formatOf({ changes }: Run, { run }: Style, styles: Styles): ResolvedRun {
  if (!changes.some((list) => list.length)) return run;
  const own: RunProperties = {};
  for (const list of changes) readRun(list, own);
  const styled = own.style === undefined ? run : applySteps(run, styles(own.style).steps);
  return apply(styled, own, styled);
}

/** Offset in the stream of a position, by the piece it lies in. */
export function pieceAt(pieces: Piece[], position: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.start <= position) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}
