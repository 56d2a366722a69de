import type { Level, List, Lists } from '../office/numbering.ts';
import { startNumbering } from '../office/numbering.ts';
import { bulletSign } from '../office/symbols.ts';
import type { Styles } from './styles.ts';
import { child, elementsOf, integer, type XmlElement } from './xml.ts';

/*
 * Lists (OpenDocument 1.3 part 3, 5.3, 16.30 and 19.880): a list is an element with items in it; its style tells the
 * label of each level. Lists with the same text between them are several elements, of which the later ones say that
 * they continue the first. The labels are counted as Word's are, so the counting is shared.
 */

/** Names of `w:numFmt` by the value of `style:num-format`. */
const FORMATS: Record<string, string> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '': 'none',
};

const LEVELS = 10;
/** Word's own limit for the text of a label; a longer one, before every paragraph, could fill any memory. */
const MAX_TEXT = 255;

/** A list as it is being read. */
export interface OpenList {
  style: string | undefined;
  /** Lists of one sequence continue each other. */
  sequence: string;
  /** 0-based. */
  level: number;
}

/** Counts through the lists of a document. */
export interface Counter {
  /** A `text:list` begins inside another one or in the text. */
  open(list: XmlElement, outer: OpenList | null): OpenList;
  /** The label of the next item, with the space behind it; `start` is the number it begins again with. */
  label(style: string, sequence: string, level: number, start?: number): string;
}

/** The sequence of numbered headings, which are in no list. */
export const OUTLINE = 'outline';

/** Starts at the beginning of a document. */
export function startCounter(styles: Styles): Counter {
  const lists: Lists = new Map();
  const number = startNumbering(lists);
  const levels = new Map<string, List['levels']>();
  const sequences = { byId: new Map<string, string>(), byStyle: new Map<string | undefined, string>(), count: 0 };
  let starts = 0;
  const levelsOf = (style: string): List['levels'] => {
    const known = levels.get(style) ?? readLevels(style === OUTLINE ? styles.outline : styles.lists.get(style), styles);
    levels.set(style, known);
    return known;
  };
  return {
    open: (element, outer) => openList(element, outer, sequences),
    label(style, sequence, level, start) {
      // What starts again is a list of its own to the counting, in the same sequence.
      const id = start === undefined ? `${sequence} ${style}` : `start ${starts++}`;
      const startOverrides: List['startOverrides'] = [];
      if (start !== undefined) startOverrides[level] = start;
      if (!lists.has(id)) lists.set(id, { sequence, levels: levelsOf(style), startOverrides });
      return number(id, level) ?? '';
    },
  };
}

interface Sequences {
  byId: Map<string, string>;
  byStyle: Map<string | undefined, string>;
  count: number;
}

function openList({ attributes }: XmlElement, outer: OpenList | null, sequences: Sequences): OpenList {
  const style = attributes['text:style-name'] ?? outer?.style;
  const continued =
    sequences.byId.get(attributes['text:continue-list'] ?? '') ??
    (attributes['text:continue-numbering'] === 'true' ? sequences.byStyle.get(style) : undefined);
  const sequence = outer?.sequence ?? continued ?? `list ${sequences.count++}`;
  const id = attributes['xml:id'];
  if (id) sequences.byId.set(id, sequence);
  if (!outer) sequences.byStyle.set(style, sequence);
  return { style, sequence, level: outer ? Math.min(LEVELS - 1, outer.level + 1) : 0 };
}

function readLevels(definition: XmlElement | undefined, styles: Styles): List['levels'] {
  const levels: (Level | undefined)[] = new Array(LEVELS).fill(undefined);
  for (const element of elementsOf(definition)) {
    const at = (integer(element.attributes['text:level']) ?? 0) - 1;
    if (at >= 0 && at < LEVELS) levels[at] = readLevel(element, at, styles);
  }
  return levels;
}

function readLevel(element: XmlElement, at: number, styles: Styles): Level {
  const { attributes } = element;
  const properties = child(element, 'style:list-level-properties');
  const alignment = child(properties, 'style:list-level-label-alignment');
  const { hidden, capitals } = styles.read(child(element, 'style:text-properties'));
  const isBullet = element.name === 'text:list-level-style-bullet';
  const text = (isBullet ? bulletOf(element, styles) : patternOf(attributes, at)).slice(0, MAX_TEXT);
  const written = attributes['style:num-format'] ?? '1';
  return {
    start: integer(attributes['text:start-value']) ?? 1,
    format: isBullet ? 'bullet' : (FORMATS[written] ?? (written.startsWith('01') ? 'decimalZero' : 'decimal')),
    pattern: '',
    text: hidden ? '' : capitals ? text.toUpperCase() : text,
    legal: false,
    restart: null,
    suffix: alignment?.attributes['text:label-followed-by'] === 'nothing' ? 'nothing' : 'tab',
    style: null,
  };
}

/** The text of a label with `%1` for the number of the first level. */
function patternOf(attributes: XmlElement['attributes'], at: number): string {
  // Newer files say it as a whole, `%1%.%2%.`.
  const whole = attributes['style:num-list-format'] ?? attributes['loext:num-list-format'];
  if (whole !== undefined) return whole.replace(/%(\d+)%/g, '%$1');
  // A level without format has no number, but what stands around it.
  const isEmpty = attributes['style:num-format'] === '';
  const shown = isEmpty ? 0 : Math.min(at + 1, integer(attributes['text:display-levels']) ?? 1);
  const numbers = Array.from({ length: shown }, (_, n) => `%${at + 2 - shown + n}`);
  return (attributes['style:num-prefix'] ?? '') + numbers.join('.') + (attributes['style:num-suffix'] ?? '');
}

function bulletOf(element: XmlElement, styles: Styles): string {
  const { attributes } = element;
  const own = styles.read(child(element, 'style:text-properties')).font;
  const font = own ?? styles.text('text', attributes['text:style-name']).font ?? '';
  return bulletSign(attributes['text:bullet-char'] ?? '', font);
}
