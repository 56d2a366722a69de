import { child, childrenOf, integer, toggle, val, type XmlElement } from './xml.ts';

/** What of a run's formatting decides its text; `undefined` where the place says nothing about it. */
export interface RunFormat {
  hidden: boolean | undefined;
  capitals: boolean | undefined;
  /** `superscript`, `subscript` or `baseline`. */
  position: string | undefined;
  font: string | undefined;
}

/** A paragraph's or style's `w:numPr`; list and level are inherited one by one. */
export interface NumberingProperties {
  numId: string | undefined;
  level: number | undefined;
}

/** The document's styles, each with what it inherits. */
export interface Styles {
  /** The style and those it is based on, the style first. */
  chain(id: string | undefined): string[];
  /** List and level that a paragraph style gives. */
  numbering(id: string | undefined): NumberingProperties;
  /** The list of a numbering style. */
  listOf(id: string): string | undefined;
  /** Whether a table style draws lines. */
  hasLines(id: string): boolean;
  /** The formatting of runs of that character style in a paragraph of that style, before the run's own. */
  run(paragraphStyle: string | undefined, characterStyle: string | undefined): RunFormat;
}

interface Style extends NumberingProperties {
  basedOn: string | undefined;
  format: RunFormat;
  lines: boolean;
}

/** Reads the formatting of a `w:rPr`. */
export function readRunFormat(properties: XmlElement | undefined): RunFormat {
  return {
    hidden: toggle(properties, 'w:vanish'),
    capitals: toggle(properties, 'w:caps'),
    position: val(properties, 'w:vertAlign'),
    font: fontOf(child(properties, 'w:rFonts')?.attributes),
  };
}

/**
 * The font of letters beyond ASCII, which is that of `w:hAnsi` (ECMA-376 part 1, 17.3.2.26); a font of the theme, which
 * is none from before Unicode, goes before one that is named.
 */
function fontOf(fonts: XmlElement['attributes'] | undefined): string | undefined {
  if (fonts?.hAnsiTheme !== undefined) return '';
  return fonts?.hAnsi ?? (fonts?.asciiTheme === undefined ? fonts?.ascii : '');
}

const SIDES = ['w:insideV', 'w:left', 'w:start', 'w:right', 'w:end', 'w:top', 'w:insideH', 'w:bottom'];

/** Whether a set of borders (`w:tblBorders`, `w:tcBorders`) draws a line, other than on these sides. */
export const drawsLines = (borders: XmlElement | undefined, except = ''): boolean =>
  SIDES.some((side) => side !== except && !['nil', 'none', undefined].includes(val(borders, side)));

/** Reads the list and level of a `w:pPr`. */
export function readNumbering(properties: XmlElement | undefined): NumberingProperties {
  const numbering = child(properties, 'w:numPr');
  return { numId: val(numbering, 'w:numId'), level: integer(val(numbering, 'w:ilvl')) };
}

/** Reads `word/styles.xml`; a document can do without. */
export function readStyles(root: XmlElement | undefined): Styles {
  const styles = new Map<string, Style>();
  let standard: string | undefined;
  for (const element of childrenOf(root, 'w:style')) {
    const { styleId, type } = element.attributes;
    if (!styleId || styles.has(styleId)) continue;
    if (type === 'paragraph' && ['1', 'true', 'on'].includes(element.attributes.default ?? '')) standard = styleId;
    styles.set(styleId, {
      basedOn: val(element, 'w:basedOn'),
      ...readNumbering(child(element, 'w:pPr')),
      format: readRunFormat(child(element, 'w:rPr')),
      lines: drawsLines(child(child(element, 'w:tblPr'), 'w:tblBorders')),
    });
  }
  const defaults = readRunFormat(child(child(child(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'));
  return resolver(styles, standard, defaults);
}

function resolver(styles: Map<string, Style>, standard: string | undefined, defaults: RunFormat): Styles {
  const chain = memo((id) => chainOf(styles, id));
  const first = <K extends keyof Style>(id: string, field: K): Style[K] | undefined =>
    chain(id)
      .map((name) => styles.get(name)![field])
      .find((value) => value !== undefined);
  const format = memo((id) => inherit(chain(id).map((name) => styles.get(name)!.format)));
  const none = inherit([]);
  const runs = memo((key) => {
    const [paragraphStyle = '', characterStyle = ''] = key.split('\n');
    return combine(defaults, format(paragraphStyle), characterStyle ? format(characterStyle) : none);
  });
  return {
    chain: (id) => chain(id ?? standard ?? ''),
    numbering: (id = standard ?? '') => ({ numId: first(id, 'numId'), level: first(id, 'level') }),
    listOf: (id) => first(id, 'numId'),
    hasLines: (id) => styles.get(id)?.lines ?? false,
    run: (paragraphStyle = standard ?? '', characterStyle = '') => runs(`${paragraphStyle}\n${characterStyle}`),
  };
}

/** Remembers results: a document has thousands of runs and some dozens of styles. */
function memo<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key)!;
  };
}

/** Word allows eleven; the limit keeps a hostile chain of thousands from being walked for each of its styles. */
const MAX_CHAIN = 64;

/** Follows `w:basedOn`; a style that is missing or based on itself ends the chain. */
function chainOf(styles: Map<string, Style>, id: string): string[] {
  const chain = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && styles.has(at) && !chain.has(at); ) {
    if (chain.size === MAX_CHAIN) break;
    chain.add(at);
    at = styles.get(at)!.basedOn;
  }
  return [...chain];
}

/** The first word on each property, from the nearest to the farthest. */
const inherit = (formats: RunFormat[]): RunFormat => ({
  hidden: formats.find((f) => f.hidden !== undefined)?.hidden,
  capitals: formats.find((f) => f.capitals !== undefined)?.capitals,
  position: formats.find((f) => f.position !== undefined)?.position,
  font: formats.find((f) => f.font !== undefined)?.font,
});

/** On/off properties set by both styles cancel each other out (ECMA-376 part 1, 17.7.3); others override. */
const combine = (defaults: RunFormat, paragraph: RunFormat, run: RunFormat): RunFormat => ({
  hidden: Boolean(defaults.hidden) || Boolean(paragraph.hidden) !== Boolean(run.hidden),
  capitals: Boolean(defaults.capitals) || Boolean(paragraph.capitals) !== Boolean(run.capitals),
  position: run.position ?? paragraph.position ?? defaults.position,
  font: run.font ?? paragraph.font ?? defaults.font,
});
