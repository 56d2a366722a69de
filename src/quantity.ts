import { type Figure, type Measure, spanOf } from './ast.ts';
import type { Span } from './source.ts';

/** A number as Vietnamese prints it: "." groups thousands, "," is the decimal mark; at most four decimals. */
export function printNumber(value: number): string {
  const [whole = '', decimals] = String(Number(value.toFixed(4))).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, '.') + (decimals ? `,${decimals}` : '');
}

/** How many digits stand behind the decimal mark of a printed number: 2 of "93,65%" and of "27.15%". */
export function decimalsOf(printed: string): number {
  const [number = ''] = /\d[\d.,]*/.exec(printed) ?? [];
  const comma = number.lastIndexOf(',');
  if (comma >= 0) return number.length - comma - 1;
  const dot = number.lastIndexOf('.');
  return dot >= 0 && number.length - dot - 1 !== 3 ? number.length - dot - 1 : 0;
}

/** What the printed number is multiplied by: 1 000 000 000 of "1,25 tỷ đồng". */
function scaleOf(measure: Measure, printed: string): number {
  const [number = ''] = /\d[\d.,]*/.exec(printed) ?? [];
  const digits = Number(number.replace(/[.,]/g, '')) / 10 ** decimalsOf(printed);
  return digits && measure.scale ? Math.abs(measure.value) / digits : 1;
}

/** The part of the whole amount that one unit of the last printed digit is worth: 10 000 000 of "1,25 tỷ đồng". */
export const lastDigit = (measure: Measure, printed: string): number =>
  scaleOf(measure, printed) / 10 ** decimalsOf(printed);

/** An amount in the scale of a measure, without its unit: 10 600 000 000 as "10,6 tỷ" where the measure is in tỷ. */
export function printAmount(value: number, measure: Measure, printed: string): string {
  const number = printNumber(value / scaleOf(measure, printed));
  return measure.scale ? `${number} ${measure.scale}` : number;
}

/** A measure's unit as a message names it. */
export const unitOf = ({ unit, impliedUnit }: Measure): string => unit ?? impliedUnit ?? '';

/** The first word of a measure's unit, which says what kind of thing it counts: `vụ` of "vụ việc". */
export const headOf = (measure: Measure): string => firstNoun(unitOf(measure));

/** The first word of a unit. */
export function firstNoun(unit: string): string {
  const space = unit.indexOf(' ');
  const word = space < 0 ? unit : unit.slice(0, space);
  const comma = word.indexOf(',');
  return comma < 0 ? word : word.slice(0, comma);
}

/** Whether a measure says by how much something changed. */
export const isChange = ({ change }: Measure): boolean => change === 'increase' || change === 'decrease';

/** Kinds whose amounts add up. */
export const isAdditive = ({ kind }: Measure): boolean =>
  kind !== 'percent' && kind !== 'rate' && kind !== 'rank' && kind !== 'multiple';

/**
 * The measure of a part that counts the same thing as a measure of the whole: the same unit rather than a like one, or
 * the only measure of the part if it is the only one of the whole too ("187 công chức", "38 người").
 */
export function counterpart(measure: Measure, part: Figure, whole?: Figure): Measure | null {
  const unit = unitOf(measure);
  const head = firstNoun(unit);
  let like: Measure | null = null;
  for (const other of part.children) {
    if (other.kind !== measure.kind) continue;
    if (unitOf(other) === unit) return other;
    if (headOf(other) === head) like ??= other;
  }
  const [only] = part.children;
  const alone = whole?.children.length === 1 && part.children.length === 1 && only?.kind === measure.kind;
  return like ?? (alone ? only : null);
}

/** A slice of the document's text on one line, for messages. */
export const quoteOf = (text: string, node: Figure | Measure): string => {
  const [start, end]: Span = spanOf(node);
  const quote = text.slice(start, end);
  return untidy.test(quote) ? quote.replace(/\s+/g, ' ') : quote;
};

/** Most quotations stand on one line, and to find that out is cheaper than to fold them. */
const untidy = /\s\s|[^\S ]/;

/** One measure of a whole with those of its parts, added up. */
export interface Sum {
  whole: Measure;
  parts: Measure[];
  figures: Figure[];
  sum: number;
  /** Whether the sum is the whole, but for rounding: of the whole as printed, of the parts at the finest digit of any. */
  fits: boolean;
  /** Whether it would be if each were rounded at its own last digit: "10,53 tỷ đồng, gồm 6 tỷ đồng và 4,5 tỷ đồng". */
  rounded: boolean;
}

/** Adds up parts, measure by measure of their whole; none for a measure that a part lacks or states only about. */
export function sumsOf(whole: Figure, figures: Figure[], text: string): Sum[] {
  return whole.children.flatMap((measure) => addUp(measure, whole, figures, text) ?? []);
}

function addUp(whole: Measure, figure: Figure, figures: Figure[], text: string): Sum | null {
  if (!isAdditive(whole) || whole.approx || whole.to !== null) return null;
  const parts = figures.map((part) => counterpart(whole, part, figure));
  if (!parts.every((part): part is Measure => part !== null && isTermOf(whole, part))) return null;
  const sum = parts.reduce((total, { value }) => total + value, 0);
  const off = Math.abs(sum - whole.value);
  const own = roundingOf(whole, text);
  const steps = parts.map((measure) => roundingOf(measure, text));
  const finest = Math.min(own, ...steps);
  const loosest = steps.reduce((total, step) => total + step, own);
  const fits = off <= (own + finest * parts.length) * 1.001;
  return { whole, parts, figures, sum, fits, rounded: !fits && off <= loosest * 1.001 };
}

/** Whether an amount can be added up to a whole: exact, and no share of anything else than this whole. */
const isTermOf = (whole: Measure, { approx, to, of }: Measure): boolean =>
  !approx && to === null && (of === null || of === whole.value || whole.of !== null);

/** What rounding may have taken from an amount: half its last digit, nothing from a plain count. */
function roundingOf(measure: Measure, text: string): number {
  if (measure.kind === 'count' && measure.scale === null) return 0;
  return lastDigit(measure, quoteOf(text, measure)) / 2;
}
