import { type Figure, type Paragraph, spanOf } from '../ast.ts';
import type { NotParts } from '../lexicon/schema.ts';
import { type Found, type Frame, frame, place, readSign } from './frames.ts';
import { impliedParts } from './implied-parts.ts';
import { isNoPart } from './not-parts.ts';
import { endsInColon, type OpenerSays, openerAlone, partSigns } from './part-signs.ts';

/** What a paragraph leaves for the items below it. */
export interface ParagraphParts extends Found {
  /** An opener at the very end ("…, trong đó:"): the items below are the parts of the first of these that fits. */
  opened: { candidates: Figure[]; says: Exclude<OpenerSays, 'none'> } | null;
  /** What the paragraph says, if it is nothing but an opener: "Bao gồm:". */
  alone: OpenerSays | null;
  /** Whether it ends in a colon, so that the items below are about it. */
  leads: boolean;
}

/** Finds the wholes and parts within one paragraph. */
export function partsOf(paragraph: Paragraph): ParagraphParts {
  const { reading } = paragraph;
  const figures = paragraph.children.filter((child) => child.type === 'figure');
  const found: ParagraphParts = {
    heads: [],
    breakdowns: [],
    apart: new Set(),
    opened: null,
    alone: figures.length ? null : openerAlone(reading),
    leads: endsInColon(reading),
  };
  if (figures.length) readFigures(paragraph, figures, found);
  return found;
}

function readFigures(paragraph: Paragraph, figures: Figure[], found: ParagraphParts): void {
  const { reading } = paragraph;
  const base = spanOf(paragraph)[0];
  const frames = [frame('paragraph', 'list', [])];
  let at = 0;
  for (const figure of figures) {
    const [start, end] = spanOf(figure);
    const from = readSigns(frames, reading, at, start - base);
    const inBrackets = frames.some(({ kind }) => kind === 'brackets');
    const where: NotParts['where'][] = inBrackets ? ['anywhere', 'brackets'] : ['anywhere'];
    const label = figure.label ?? '';
    const excluded = isNoPart(reading, from, start - base, where) || isNoPart(label, 0, label.length, ['anywhere']);
    const net = isNoPart(reading, from, start - base, ['net']);
    place(figure, frames, found, excluded || net, net);
    openBehind(frames, figure, reading, start - base);
    at = end - base;
  }
  readSigns(frames, reading, at, reading.length);
  const { kind, says, breakdown, candidates } = frames.at(-1) as Frame;
  if (found.leads && kind === 'list' && !breakdown && (says === 'all' || says === 'some' || says === 'open'))
    found.opened = { candidates, says };
  found.breakdowns.push(...impliedParts(found, paragraph));
}

/** More breakdowns inside one another than anyone writes; what opens without end would else be gone through again and again. */
const MAX_DEPTH = 32;

/** Reads the signs between two offsets; returns where the words begin that stand right before the second one. */
function readSigns(frames: Frame[], reading: string, from: number, to: number): number {
  let last = from;
  for (const sign of partSigns(reading, from, to)) {
    readSign(frames, sign, reading, from);
    last = sign.end;
  }
  // What lies furthest out goes first; the frame of the paragraph stays.
  if (frames.length > MAX_DEPTH) frames.splice(1, frames.length - MAX_DEPTH);
  // "239 cuộc theo kế hoạch và 93 cuộc đột xuất": the plan is that of the part before.
  const joined = /\svà\s+$/iu.test(reading.slice(Math.max(from, to - 6), to));
  return joined ? to : last + reading.slice(last, to + 1).lastIndexOf(',') + 1;
}

/** "Trong 47 nhiệm vụ, đã hoàn thành 34 nhiệm vụ": what follows in the sentence is of these. */
function openBehind(frames: Frame[], figure: Figure, reading: string, start: number): void {
  const top = frames.at(-1) as Frame;
  if (frames.length > 1 || top.clause.length > 1 || figure.children[0]?.kind !== 'count') return;
  if (/^\s*trong\s+(?:tổng\s+)?(?:số\s+)?$/iu.test(reading.slice(top.clauseFrom, start)))
    frames.push(frame('list', 'open', [figure]));
}
