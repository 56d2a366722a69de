import { formatNumber } from '../office/number-format.ts';
import type { Declarations } from './css.ts';
import { attribute, type HtmlElement, isElement } from './tree.ts';

/** A list that is open. */
export interface OpenList {
  /** Kind of marker, as CSS calls it. */
  type: string;
  /** How many lists without numbers it stands in. */
  depth: number;
  next: number;
  step: 1 | -1;
}

const TYPES: Record<string, string> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** Names of `w:numFmt` by the names of CSS. */
const FORMATS: Record<string, string> = {
  decimal: 'decimal',
  'decimal-leading-zero': 'decimalZero',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
};

const BULLETS: Record<string, string> = { disc: '•', circle: '◦', square: '▪', none: '' };
const BY_DEPTH = ['disc', 'circle', 'square'];

const integer = (value: string | undefined): number | undefined => {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isSafeInteger(number) ? number : undefined;
};

/** Starts an `ol` or `ul`. */
export function openList(element: HtmlElement, style: Declarations, outer: OpenList | null): OpenList {
  const ordered = element.tagName === 'ol';
  const depth = ordered ? 0 : (outer?.depth ?? 0) + 1;
  const standard = ordered ? 'decimal' : BY_DEPTH[Math.min(depth, BY_DEPTH.length) - 1]!;
  const reversed = ordered && attribute(element, 'reversed') !== undefined;
  const items = reversed ? element.childNodes.filter((node) => isElement(node) && node.tagName === 'li').length : 1;
  return {
    type: typeOf(element, style) ?? standard,
    depth,
    next: integer(attribute(element, 'start')) ?? items,
    step: reversed ? -1 : 1,
  };
}

/** The kind of marker that a list or an item asks for. */
function typeOf(element: HtmlElement, style: Declarations): string | undefined {
  const shorthand = style.get('list-style');
  const said = style.get('list-style-type') ?? (shorthand && wordOf(shorthand));
  const type = attribute(element, 'type');
  return said ?? (type === undefined ? undefined : (TYPES[type] ?? type.toLowerCase()));
}

/** A name of a marker, or text for one, in a shorthand. */
const wordOf = (shorthand: string): string | undefined =>
  /^(["']).*?\1/.exec(shorthand)?.[0] ?? shorthand.split(/\s+/).find((word) => word in FORMATS || word in BULLETS);

/** The label of the next item, with the space behind it. */
export function nextLabel(list: OpenList, item: HtmlElement, style: Declarations): string {
  const value = integer(attribute(item, 'value')) ?? list.next;
  list.next = value + list.step;
  const type = typeOf(item, style) ?? list.type;
  const text = /^(["'])(.*)\1$/.exec(type)?.[2];
  if (text !== undefined) return text.trim() && `${text.trim()} `;
  const bullet = BULLETS[type];
  if (bullet !== undefined) return bullet && `${bullet} `;
  return `${formatNumber(value, FORMATS[type] ?? 'decimal')}. `;
}
