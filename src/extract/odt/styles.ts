import { child, elementsOf, type XmlElement } from './xml.ts';

/** What of the formatting of text decides the text; `undefined` where nothing is said. */
export interface TextFormat {
  hidden: boolean | undefined;
  capitals: boolean | undefined;
  raised: boolean | undefined;
  font: string | undefined;
}

/** The styles of a document, each with what it inherits. */
export interface Styles {
  /** Formatting that a style of a family (`paragraph`, `text`) gives, with the defaults of the family. */
  text(family: string, name: string | undefined): TextFormat;
  /** The list style that a paragraph style names: empty where it takes numbers away. */
  list(name: string | undefined): string | undefined;
  /** Whether a cell style draws lines. */
  hasLines(cell: string | undefined): boolean;
  /** The formatting of a `style:text-properties`. */
  read(properties: XmlElement | undefined): TextFormat;
  /** Definitions of lists, by name. */
  lists: Map<string, XmlElement>;
  outline: XmlElement | undefined;
}

interface Style {
  parent: string | undefined;
  list: string | undefined;
  text: TextFormat;
  lines: boolean;
}

/** Deeper chains are only met in hostile files. */
const MAX_CHAIN = 64;

const key = (family: string, name: string): string => `${family} ${name}`;

/** @param roots of `styles.xml` and `content.xml`: the common styles, and those of single passages */
export function readStyles(roots: XmlElement[]): Styles {
  const groups = roots.flatMap((root) => elementsOf(root).filter(({ name }) => /^office:.*styles$/.test(name)));
  const fonts = readFonts(roots);
  const read = (properties: XmlElement | undefined) => readText(properties, fonts);
  const styles = new Map<string, Style>();
  const lists = new Map<string, XmlElement>();
  let outline: XmlElement | undefined;
  for (const element of groups.flatMap(elementsOf)) {
    const { attributes } = element;
    const name = attributes['style:name'] ?? '';
    if (element.name === 'text:list-style') lists.set(name, element);
    else if (element.name === 'text:outline-style') outline = element;
    else if (element.name === 'style:style' || element.name === 'style:default-style')
      styles.set(key(attributes['style:family'] ?? '', name), readStyle(element, read));
  }
  return { ...resolver(styles), read, lists, outline };
}

function readStyle(element: XmlElement, read: Styles['read']): Style {
  const { attributes } = element;
  return {
    parent: attributes['style:parent-style-name'],
    list: attributes['style:list-style-name'],
    text: read(child(element, 'style:text-properties')),
    lines: drawsLines(child(element, 'style:table-cell-properties')),
  };
}

/** A line below a cell does not count: the rule under the issuer's name (Decree 30, Annex I) may be drawn so. */
const drawsLines = (cell: XmlElement | undefined): boolean =>
  ['fo:border', 'fo:border-top', 'fo:border-left', 'fo:border-right'].some(
    (side) => !/\b(?:none|hidden)\b/.test(cell?.attributes[side] ?? 'none'),
  );

function readText(properties: XmlElement | undefined, fonts: Map<string, string>): TextFormat {
  const attributes = properties?.attributes ?? {};
  const display = attributes['text:display'];
  const transform = attributes['fo:text-transform'];
  const position = attributes['style:text-position'];
  const named = attributes['style:font-name'];
  return {
    hidden: display === undefined ? undefined : display === 'none',
    capitals: transform === undefined ? undefined : transform === 'uppercase',
    // Raised by a share of the height, or by the word.
    raised: position === undefined ? undefined : /^(?:super|[1-9])/.test(position),
    font: named === undefined ? familyOf(attributes['fo:font-family']) : (fonts.get(named) ?? named),
  };
}

/** The first name of a list of fonts as CSS writes it. */
const familyOf = (family: string | undefined): string | undefined =>
  family === undefined ? undefined : /^[\s'"]*([^'",]*)/.exec(family)![1]!.trim();

/** Names of fonts by the names that the file gives them. */
const readFonts = (roots: XmlElement[]): Map<string, string> =>
  new Map(
    roots
      .flatMap((root) => elementsOf(child(root, 'office:font-face-decls')))
      .map(({ attributes }) => [attributes['style:name'] ?? '', familyOf(attributes['svg:font-family']) ?? '']),
  );

function resolver(styles: Map<string, Style>): Pick<Styles, 'text' | 'list' | 'hasLines'> {
  const chain = (family: string, name: string | undefined): Style[] => {
    const found: Style[] = [];
    for (let at = name === undefined ? undefined : styles.get(key(family, name)); at && found.length < MAX_CHAIN; ) {
      found.push(at);
      at = at.parent === undefined ? undefined : styles.get(key(family, at.parent));
    }
    const standard = styles.get(key(family, ''));
    return standard ? [...found, standard] : found;
  };
  const known = new Map<string, TextFormat>();
  return {
    text(family, name) {
      const id = key(family, name ?? '');
      const format = known.get(id) ?? merge(chain(family, name).map(({ text }) => text));
      known.set(id, format);
      return format;
    },
    list: (name) => chain('paragraph', name).find(({ list }) => list !== undefined)?.list,
    hasLines: (name) => chain('table-cell', name).some(({ lines }) => lines),
  };
}

/** The first word on each property, from the nearest to the farthest. */
export const merge = (formats: TextFormat[]): TextFormat => ({
  hidden: formats.find(({ hidden }) => hidden !== undefined)?.hidden,
  capitals: formats.find(({ capitals }) => capitals !== undefined)?.capitals,
  raised: formats.find(({ raised }) => raised !== undefined)?.raised,
  font: formats.find(({ font }) => font !== undefined)?.font,
});
