import { type Line, MAIN_FLOW } from './model.ts';
import { isFinished, markerOf, startsLow } from './signs.ts';

/** Where the lines of a block begin and end. */
export interface Frame {
  left: number;
  right: number;
  /** Whether full lines are stretched to the right margin. */
  justified: boolean;
}

/** What all lines of a document, taken together, tell about how it is set. */
export interface Measures {
  frameOf(line: Line): Frame;
  /** How far apart lines of one paragraph may be, in ems. */
  widestGap: number;
  /** How far from the margin a paragraph goes on that begins with this line. */
  continuationOf(first: Line): number;
  /** Whether many lines begin this far from the margin: then it is an indent, not the chance of a centred line. */
  isIndent(offset: number): boolean;
}

/** Justified lines meet the margin this well, in points. */
const exactly = 1.5;

/** Offsets this near (in points) are the same. */
const step = 4;

/** Measures a document. @param lines its running text, in reading order, without furniture and notes */
export function measure(lines: Line[]): Measures {
  const frameOf = frames(lines);
  const offset = (line: Line) => line.x0 - frameOf(line).left;
  const body = lines.filter((line) => line.role === 'body');
  const pairs = body
    .slice(1)
    .map((line, n): Pair => [body[n]!, line])
    .filter(([a, b]) => isNext(a, b));
  const continuing = pairs.filter(([a, b]) => isContinuation(a, b, frameOf(a)));
  return {
    frameOf,
    widestGap: widestGap(pairs, continuing, frameOf),
    continuationOf: continuations(continuing, offset),
    isIndent: indents(body.map(offset)),
  };
}

type Pair = [above: Line, below: Line];

const isNext = (a: Line, b: Line): boolean => a.page === b.page && a.block === b.block && b.y > a.y;

/**
 * Whether a line was ended, not wrapped: the next line's first word would still have had room; or it was not stretched
 * where lines are.
 */
export function isShort(line: Line, next: Line, { right, justified }: Frame): boolean {
  if (justified && line.x1 < right - exactly) return true;
  const word = next.words[0];
  const space = /[-/]$/.test(line.text) ? 0 : 0.22 * line.size;
  return word !== undefined && line.x1 + space + word.x1 - word.x0 < right - 1;
}

/** Surely one sentence over two lines. */
const isContinuation = (a: Line, b: Line, frame: Frame): boolean =>
  !isFinished(a.text) && startsLow(b.text) && !markerOf(b.text) && !isShort(a, b, frame);

/** Surely two paragraphs: the first ends far from the margin. */
const isBreak = (a: Line, b: Line, { left, right }: Frame): boolean =>
  right - a.x1 > 0.15 * (right - left) && Math.abs(a.size - b.size) < 0.5 && isFinished(a.text) && !startsLow(b.text);

function widestGap(pairs: Pair[], continuing: Pair[], frameOf: Measures['frameOf']): number {
  const gap = ([a, b]: Pair) => (b.y - a.y) / a.size;
  const within = quantile((continuing.length > 2 ? continuing : pairs).map(gap), 0.5) ?? 1.3;
  const between = quantile(pairs.filter(([a, b]) => isBreak(a, b, frameOf(a))).map(gap), 0.25) ?? within;
  // Without space between paragraphs, only a blank line is told by the gap; a raised mark may widen any.
  return between > within + 0.12 ? (within + between) / 2 : within + 0.5;
}

/** Learnt from the lines that surely go on: from those behind a like marker, or else behind any line there. */
function continuations(continuing: Pair[], offset: (line: Line) => number): Measures['continuationOf'] {
  const kind = (line: Line) => (markerOf(line.text) ?? '').replace(/[\d\p{L}.]+/gu, '1');
  const place = (line: Line) => String(Math.round(offset(line) / step));
  const counts = new Map<string, Map<number, number>>();
  const count = (key: string, to: number) => {
    const row = counts.get(key) ?? new Map<number, number>();
    counts.set(key, row.set(to, (row.get(to) ?? 0) + 1));
  };
  for (const [a, b] of continuing) {
    const to = Math.round(offset(b) / step);
    count(place(a), to);
    count(`${place(a)} ${kind(a)}`, to);
  }
  return (first) => {
    const row = counts.get(`${place(first)} ${kind(first)}`) ?? counts.get(place(first));
    const [most] = [...(row ?? [])].sort((a, b) => b[1] - a[1]);
    return most ? most[0] * step : 0;
  };
}

function indents(offsets: number[]): Measures['isIndent'] {
  const counts = new Map<number, number>();
  for (const offset of offsets) counts.set(Math.round(offset / 2), (counts.get(Math.round(offset / 2)) ?? 0) + 1);
  const often = Math.max(4, offsets.length * 0.04);
  return (offset) => {
    const at = Math.round(offset / 2);
    return (counts.get(at - 1) ?? 0) + (counts.get(at) ?? 0) + (counts.get(at + 1) ?? 0) >= often;
  };
}

/** Margins: of the running text by left and right pages, since books mirror them; of other blocks by themselves. */
function frames(lines: Line[]): Measures['frameOf'] {
  const groups = new Map<string, Line[]>();
  const key = (line: Line) => (line.block === MAIN_FLOW ? `page ${line.page % 2}` : `block ${line.block}`);
  for (const line of lines) {
    const group = groups.get(key(line));
    if (group) group.push(line);
    else groups.set(key(line), [line]);
  }
  const found = new Map([...groups].map(([name, group]) => [name, frameFrom(group)]));
  return (line) => found.get(key(line)) ?? { left: line.x0, right: line.x1, justified: false };
}

function frameFrom(lines: Line[]): Frame {
  const [left, right] = [leftEdge(lines.map(({ x0 }) => x0)), rightEdge(lines.map(({ x1 }) => x1))];
  // Of lines that come near the margin by chance, few end exactly there.
  const near = lines.filter(({ x1 }) => right - x1 < 0.1 * (right - left));
  const exact = near.filter(({ x1 }) => Math.abs(right - x1) <= exactly);
  return { left, right, justified: lines.length > 5 && exact.length > 0.6 * near.length };
}

/** The outermost beginning that several lines share; a single line that sticks out is none. */
function leftEdge(edges: number[]): number {
  const sorted = edges.sort((a, b) => a - b);
  const often = Math.ceil(Math.max(2, sorted.length * 0.03));
  return sorted.find((edge, n) => (sorted[n + often - 1] ?? Infinity) - edge <= 2) ?? sorted[0] ?? 0;
}

/** Justified lines end at the margin; ragged ones come near it, the longest nearest. */
function rightEdge(edges: number[]): number {
  const sorted = edges.sort((a, b) => b - a);
  const often = Math.ceil(Math.max(3, sorted.length * 0.2));
  const justified = sorted.find((edge, n) => edge - (sorted[n + often - 1] ?? -Infinity) <= 2);
  return justified ?? sorted[Math.floor(sorted.length * 0.01)] ?? 0;
}

function quantile(values: number[], share: number): number | undefined {
  return values.sort((a, b) => a - b)[Math.floor(values.length * share)];
}
