import { LETTER, UPPER } from '../../grammars/alphabet.ts';
import rows from '../../grammars/lexicon/part-openers.yaml';
import { type Breakdown, type Figure, type Measure, type Paragraph, spanOf } from '../ast.ts';
import type { PartOpener } from '../lexicon/schema.ts';

type Says = Breakdown['says'];

/** A stretch of text whose figures may be parts: the paragraph, what stands in parentheses, what an opener opens. */
interface Frame {
  kind: 'paragraph' | 'brackets' | 'list';
  says: Says;
  /** Figures that may be the whole, the nearest first. */
  candidates: Figure[];
  breakdown: Breakdown | null;
  /** Figures of the running sentence in this frame, the nearest first, and those of the sentence before it. */
  sentence: Figure[];
  before: Figure[];
  /** Where the running sentence begins. */
  from: number;
}

/** What a paragraph leaves for the items below it. */
export interface ParagraphParts {
  /** Figures outside parentheses and lists of parts. */
  heads: Figure[];
  breakdowns: Breakdown[];
  /** An opener at the very end ("…, trong đó:"): the items below are the parts of the first of these that fits. */
  opened: { candidates: Figure[]; says: Says } | null;
}

const openerRows = (rows as PartOpener[]).flatMap(({ says, words }) =>
  words.map((word) => [word, says as Says] as const),
);
const saysOf = new Map(openerRows);
const openers = openerRows
  .map(([word]) => word)
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replaceAll(' ', String.raw`\s+`))
  .join('|');
/** Alternatives with a small or a capital first letter: a case-insensitive pattern would cost more to compile. */
const anyInitial = (words: string): string =>
  words.replace(/(^|\|)(.)/g, (_, bar: string, letter: string) => `${bar}[${letter}${letter.toUpperCase()}]`);
/** Signs that open or end a frame, and openers. A full stop ends a sentence only before a capital. */
const signs = new RegExp(
  String.raw`[();]|[.!?](?=["”’)]?\s+["“(]?[${UPPER}])|(?<![${LETTER}])(?:${anyInitial(openers)})(?![${LETTER}])`,
  'g',
);
const alone = new RegExp(String.raw`^\s*(${anyInitial(openers)})\s*:?\s*$`);
/** `(có 01 đoàn đông người)` names one part, `(01 vụ …; 03 vụ …)` lists them. */
const namesSome = /^\s*(?:[Tt]rong\s+đó\s+)?[Cc]ó\s/;

const frame = (kind: Frame['kind'], says: Says, candidates: Figure[]): Frame => ({
  kind,
  says,
  candidates,
  breakdown: null,
  sentence: [],
  before: [],
  from: 0,
});

/** Finds the wholes and parts within one paragraph. */
export function partsOf(paragraph: Paragraph): ParagraphParts {
  const { reading } = paragraph;
  const base = spanOf(paragraph)[0];
  const found: ParagraphParts = { heads: [], breakdowns: [], opened: null };
  const frames = [frame('paragraph', 'list', [])];
  let at = 0;
  for (const figure of paragraph.children) {
    if (figure.type !== 'figure') continue;
    const [start, end] = spanOf(figure);
    readSigns(reading, at, start - base, frames);
    place(figure, frames, found);
    at = end - base;
  }
  readSigns(reading, at, reading.length, frames);
  const last = frames.at(-1);
  if (last?.kind === 'list' && !last.breakdown && /[:,]?\s*$/.test(reading) && endsOpen(reading))
    found.opened = { candidates: last.candidates, says: last.says };
  return found;
}

const endsOpen = (reading: string): boolean => /:[\s\uFEFF]*$/.test(reading);

/** Whether a paragraph is nothing but an opener: "Bao gồm:". */
export function openerAlone(reading: string): Says | null {
  const match = reading.length < 40 ? alone.exec(reading) : null;
  return match ? (saysOf.get(normal(match[1] ?? '')) ?? null) : null;
}

const normal = (word: string): string => word.toLowerCase().replace(/\s+/g, ' ');

function readSigns(reading: string, from: number, to: number, frames: Frame[]): void {
  for (const match of reading.slice(from, to).matchAll(signs)) {
    const top = frames.at(-1) as Frame;
    const [sign] = match;
    if (sign === '(') frames.push(openBrackets(reading.slice(from + match.index + 1), top));
    else if (sign === ')') closeBrackets(frames);
    else if (sign === ';') closeInnerList(frames);
    else if (/^[.!?]/.test(sign)) endSentence(frames, from + match.index + 1);
    else openList(saysOf.get(normal(sign)) ?? 'open', frames, reading.slice(top.from, from + match.index));
  }
}

const openBrackets = (inside: string, top: Frame): Frame =>
  frame('brackets', namesSome.test(inside.slice(0, 24)) ? 'some' : 'open', top.sentence.slice());

function closeBrackets(frames: Frame[]): void {
  const at = frames.findLastIndex(({ kind }) => kind === 'brackets');
  if (at > 0) frames.length = at;
}

/** In "gồm: 12 đơn khiếu nại, trong đó 2 đơn đông người; 5 đơn tố cáo" the semicolon ends the inner list. */
function closeInnerList(frames: Frame[]): void {
  if (frames.at(-1)?.kind === 'list' && frames.at(-2)?.kind === 'list') frames.pop();
}

function endSentence(frames: Frame[], at: number): void {
  while (frames.at(-1)?.kind === 'list') frames.pop();
  const top = frames.at(-1) as Frame;
  if (top.sentence.length) top.before = top.sentence;
  top.sentence = [];
  top.from = at;
}

/**
 * An opener breaks down the figures before it in its sentence. At the head of a sentence ("… 45 đơn. Trong đó, …") it
 * means those of the sentence before; behind words of its own ("Bộ máy gồm 3 phòng") it means what they say.
 */
function openList(says: Says, frames: Frame[], before: string): void {
  const top = frames.at(-1) as Frame;
  if (top.kind === 'brackets' && top.sentence.length === 0) top.says = says;
  else if (top.sentence.length) frames.push(frame('list', says, top.sentence.slice()));
  else if (!before.trim()) frames.push(frame('list', says, top.before.slice()));
}

/** Puts a figure below its whole, if its frame has one that fits. */
function place(figure: Figure, frames: Frame[], found: ParagraphParts): void {
  const top = frames.at(-1) as Frame;
  const whole = top.breakdown?.whole ?? wholeOf(figure, top.candidates);
  // Brackets behind no figure say what the item itself counts: "Xử lý đơn (45 đơn/40 vụ):".
  if (frames.length === 1 || (!whole && top.kind === 'brackets' && !found.heads.length)) found.heads.push(figure);
  else if (whole && isPartOf(figure, whole)) {
    if (!top.breakdown) {
      top.breakdown = { whole, parts: [], says: top.says, complete: null };
      found.breakdowns.push(top.breakdown);
    }
    top.breakdown.parts.push(figure);
  }
  top.sentence.unshift(figure);
}

/** The nearest of some figures that a figure can be a part of; one that is smaller than its part only if no other is left. */
export function wholeOf(part: Figure, candidates: Figure[]): Figure | undefined {
  const fitting = candidates.filter((candidate) => isPartOf(part, candidate));
  return fitting.find((candidate) => !exceeds(part, candidate)) ?? fitting[0];
}

const exceeds = (part: Figure, whole: Figure): boolean =>
  part.children.some((measure) =>
    whole.children.some((other) => sameUnit(measure, other) && measure.value > other.value),
  );

/** Whether a figure can be a part of another: same unit, and not a change against another time. */
export function isPartOf(part: Figure, whole: Figure): boolean {
  const [first] = part.children;
  if (!first || part === whole || (first.change && first.change !== 'achieved')) return false;
  return part.children.some((measure) => whole.children.some((other) => sameUnit(measure, other)));
}

/**
 * Units agree where they name the same kind of thing: the head of a Vietnamese noun phrase stands first, so `vụ` and
 * `vụ việc`, `hộ nghèo` and `hộ cận nghèo` agree.
 */
export function sameUnit(a: Measure, b: Measure): boolean {
  const head = ({ unit, impliedUnit }: Measure): string => (unit ?? impliedUnit ?? '').split(/[\s,]/, 1)[0] ?? '';
  return a.kind === b.kind && head(a) === head(b);
}
