import type { Breakdown, Figure } from '../ast.ts';
import type { Draft } from './divisions.ts';
import { isNoPart } from './not-parts.ts';
import type { PartSign } from './part-signs.ts';
import { isPartOf, wholeOf } from './wholes.ts';

type Says = Breakdown['says'];

/** A stretch of text whose figures may be parts: the paragraph, what stands in parentheses, what an opener opens. */
export interface Frame {
  kind: 'paragraph' | 'brackets' | 'list';
  says: Says;
  /** Figures that may be the whole, the nearest first. */
  candidates: Figure[];
  breakdown: Draft | null;
  /** How many parts stand before the first semicolon, -1 behind it. */
  commas: number;
  /** Figures of the running clause, of the running sentence and of the sentence before it, the nearest first. */
  clause: Figure[];
  sentence: Figure[];
  before: Figure[];
  /** Where the running sentence and the running clause begin. */
  from: number;
  clauseFrom: number;
}

/** What the frames of a paragraph have given so far. */
export interface Found {
  /** Figures outside parentheses and lists of parts. */
  heads: Figure[];
  breakdowns: Draft[];
  /** Figures that are no parts of anything: averages, other times. */
  apart: Set<Figure>;
}

export const frame = (kind: Frame['kind'], says: Says, candidates: Figure[]): Frame => ({
  kind,
  says,
  candidates,
  breakdown: null,
  commas: 0,
  clause: [],
  sentence: [],
  before: [],
  from: 0,
  clauseFrom: 0,
});

/** More figures than this before a list, and the far ones are not its whole. */
const remembered = 16;

const withNearest = (figures: Figure[], figure: Figure): Figure[] => [figure, ...figures.slice(0, remembered - 1)];

/**
 * Opens or closes frames at a sign. The frames are a stack with the paragraph's own at the bottom.
 *
 * @param behind where the figure before the sign ends
 */
export function readSign(frames: Frame[], sign: PartSign, reading: string, behind: number): void {
  const top = frames.at(-1) as Frame;
  if (sign.sign === '(') openBrackets(frames, sign, reading, behind);
  else if (sign.sign === ')') closeBrackets(frames);
  else if (sign.sign === ';') endClause(frames, sign.end, reading);
  else if (sign.sign === '.') endSentence(frames, sign.end);
  else if (sign.sign === ':') openAtColon(frames, sign, reading);
  else if (sign.says !== 'none') openList(frames, sign, reading.slice(top.from, sign.start));
}

/** `(có 01 đoàn đông người)` names one part, `(01 vụ …; 03 vụ …)` lists them. */
const namesSome = /^\s*có\s/iu;
/** `(478 tỷ đồng)`, not `(xử phạt 8 tỷ đồng; …)`. */
const single = /^\s*(?:\p{L}+\s+)?\d/u;

/** "1 nhà bị cuốn trôi và 80 tốc mái (": a number whose noun is not said again. */
const anotherNumber = /(?:,|(?<!\p{L})và)\s+\d[\d.]*\s+\p{Ll}/u;

/**
 * Parentheses break down the figures of their clause, unless these are compared ("đạt 97% kế hoạch (478 tỷ đồng)") or
 * another number stands between. Right behind an opener they hold all that it opens: "1.530 m, trong đó (…); mương 290 m".
 */
function openBrackets(frames: Frame[], { start, end }: PartSign, reading: string, behind: number): void {
  const { kind, says, clause, clauseFrom, candidates, from } = frames.at(-1) as Frame;
  const inside = reading.slice(end, end + 24);
  if (kind === 'list' && says !== 'bare' && /^[\s:,]*$/.test(reading.slice(clauseFrom, start))) {
    frames.pop();
    frames.push(frame('brackets', says, candidates));
    return;
  }
  const compared = single.test(inside) && isNoPart(reading, from, start, ['before']);
  const apart = compared || anotherNumber.test(reading.slice(behind, start));
  frames.push(frame('brackets', namesSome.test(inside) ? 'some' : 'bare', apart ? [] : clause));
}

function closeBrackets(frames: Frame[]): void {
  const at = frames.findLastIndex(({ kind }) => kind === 'brackets');
  if (at > 0) frames.length = at;
}

/**
 * A semicolon ends an inner list ("gồm: 12 đơn khiếu nại, trong đó 2 đơn đông người; 5 đơn tố cáo") and a list that
 * has parted its parts by commas ("trong đó: khiếu nại 12, tố cáo 03; đã giải quyết 14 đơn"). A colon that no part has
 * followed opened no list: "10 trại vịt: 35.500 con; 11 trại cút: 332.000 con". "trong đó có A; có B" goes on.
 */
function endClause(frames: Frame[], at: number, reading: string): void {
  const top = frames.at(-1) as Frame;
  const goesOn = top.says === 'some' && /^\s*(?:và\s+)?có\s/iu.test(reading.slice(at, at + 12));
  const someNamed = top.says === 'some' && top.sentence.length > 0 && !goesOn;
  const noneNamed = top.says === 'bare' && top.sentence.length > 0 && !top.breakdown;
  const ends = frames.at(-2)?.kind === 'list' || top.commas > 1 || someNamed || noneNamed;
  if (top.kind === 'list' && ends) frames.pop();
  const open = frames.at(-1) as Frame;
  open.commas = -1;
  open.clause = [];
  open.clauseFrom = at;
}

function endSentence(frames: Frame[], at: number): void {
  while (frames.at(-1)?.kind === 'list') frames.pop();
  const top = frames.at(-1) as Frame;
  if (top.sentence.length) top.before = top.sentence;
  top.sentence = [];
  top.clause = [];
  top.from = at;
  top.clauseFrom = at;
}

/**
 * A colon opens a list behind the figure of its clause ("41 ý kiến: 29 ý kiến về giá đất", "41 ý kiến, thuộc các lĩnh
 * vực: đất đai 29"), not behind a label ("…, tố cáo: 12 đơn").
 */
function openAtColon(frames: Frame[], { start, end }: PartSign, reading: string): void {
  const { clause, kind, breakdown } = frames.at(-1) as Frame;
  const [nearest] = clause;
  if (!nearest || (kind === 'list' && !breakdown)) return;
  const labels =
    /^\s*\d/.test(reading.slice(end, end + 8)) &&
    !/\d\s+\S+(?:\s+\S+)?\s*$/.test(reading.slice(Math.max(0, start - 24), start));
  if (!labels) frames.push(frame('list', 'bare', clause));
}

/**
 * An opener breaks down the figures before it in its sentence. At the head of a sentence ("… 45 đơn. Trong đó, …") it
 * means those of the sentence before; behind words of its own ("Bộ máy gồm 3 phòng") it means what they say.
 */
function openList(frames: Frame[], { end, says: told }: PartSign, before: string): void {
  const top = frames.at(-1) as Frame;
  const says = told as Says;
  if (top.kind === 'brackets' && top.sentence.length === 0) top.says = says;
  else if (top.sentence.length) frames.push({ ...frame('list', says, top.sentence), clauseFrom: end });
  else if (!before.trim()) frames.push({ ...frame('list', says, top.before), clauseFrom: end });
}

/**
 * Puts a figure below its whole, if its frame has one that fits.
 *
 * @param excluded whether its words say that it is no part
 * @param net whether they say that it is no whole either: a balance
 */
export function place(figure: Figure, frames: Frame[], found: Found, excluded: boolean, net = false): void {
  const top = frames.at(-1) as Frame;
  if (excluded) found.apart.add(figure);
  const whole = excluded ? undefined : wholeIn(top, figure);
  if (whole) addPart(top, figure, whole, found);
  // Brackets behind no figure say what the item itself counts: "Xử lý đơn (45 đơn/40 vụ):".
  else if (frames.length === 1 || (top.kind === 'list' && !top.breakdown) || !found.heads.length)
    found.heads.push(figure);
  if (net) return;
  top.sentence = withNearest(top.sentence, figure);
  top.clause = withNearest(top.clause, figure);
}

function wholeIn(top: Frame, figure: Figure): Figure | undefined {
  // Parentheses belong to the figure before them, even if a slip has made it smaller than what they hold.
  const nearest =
    top.kind === 'brackets' &&
    top.says === 'bare' &&
    top.candidates.find((candidate) => isPartOf(figure, candidate, true));
  const whole = top.breakdown?.whole ?? (nearest || wholeOf(figure, top.candidates, true));
  if (!whole || !isPartOf(figure, whole, true)) return undefined;
  // "59/63 vụ …; riêng khiếu nại 11/12 vụ": a ratio or share beside another is stated for itself.
  if (top.says === 'some' && isRatio(figure) && isRatio(whole)) return undefined;
  return whole;
}

const isRatio = ({ children: [first] }: Figure): boolean => first?.of != null || first?.kind === 'percent';

function addPart(top: Frame, figure: Figure, whole: Figure, found: Found): void {
  if (!top.breakdown) {
    top.breakdown = { whole, parts: [], says: top.says, candidates: top.candidates };
    found.breakdowns.push(top.breakdown);
  }
  top.breakdown.parts.push(figure);
  if (top.commas >= 0) top.commas++;
}
