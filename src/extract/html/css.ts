import type { HtmlElement } from './tree.ts';
import { attribute } from './tree.ts';

/*
 * As much of CSS as decides text: Word and LibreOffice say in classes which font a paragraph is in, and what is raised,
 * hidden or numbered. Selectors are those they write: `p`, `.name`, `p.name`.
 */

/** Declarations by property, in small letters. */
export type Declarations = Map<string, string>;

/** The styles of a page. */
export interface StyleSheet {
  /** What the sheets and the element's own `style` say, the nearest word on each property. */
  of(element: HtmlElement): Declarations;
}

/** Other properties decide no text. */
const WANTED =
  /^(?:font|font-family|vertical-align|display|visibility|text-transform|white-space|list-style|list-style-type|border(?:-(?:top|left|right))?|mso-hide|mso-list|mso-tab-count|mso-element)$/;

const none: Declarations = new Map();

/** @param sheets texts of `<style>` elements */
export function readStyleSheet(sheets: string[]): StyleSheet {
  const rules = new Map<string, Declarations>();
  for (const sheet of sheets) readRules(sheet, rules);
  const own = new Map<string, Declarations>();
  const parse = (style: string): Declarations => {
    const known = own.get(style) ?? readDeclarations(style);
    own.set(style, known);
    return known;
  };
  return {
    of(element) {
      const name = element.tagName;
      const classes = (attribute(element, 'class') ?? '').split(/\s+/).filter(Boolean).slice(0, 16);
      const style = attribute(element, 'style');
      const found = [
        name,
        ...classes.map((c) => `.${c.toLowerCase()}`),
        ...classes.map((c) => `${name}.${c.toLowerCase()}`),
      ]
        .map((selector) => rules.get(selector))
        .filter((declarations) => declarations !== undefined);
      if (style) found.push(parse(style));
      if (found.length < 2) return found[0] ?? none;
      return new Map(found.flatMap((declarations) => [...declarations]));
    },
  };
}

/** Comments of CSS are dropped, signs of HTML comments, behind which old pages hide their sheets, as well. */
function withoutComments(sheet: string): string {
  const [first = '', ...others] = sheet.split('/*');
  const kept = others.map((part) => afterComment(part));
  return [first, ...kept].join(' ').replace(/<!--|-->/g, ' ');
}

const afterComment = (part: string): string => {
  const end = part.indexOf('*/');
  return end < 0 ? '' : part.slice(end + 2);
};

function readRules(sheet: string, rules: Map<string, Declarations>): void {
  const text = withoutComments(sheet);
  let at = 0;
  for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
    const selectors = text
      .slice(at, open)
      .replace(/^[\s}]+/, '')
      .trim()
      .toLowerCase();
    const close = text.indexOf('}', open);
    if (close < 0) return;
    at = close + 1;
    // Rules for printing and the like hold rules themselves; those for fonts, pages and lists do not matter.
    if (selectors.startsWith('@')) {
      if (/^@(?:media|supports|layer)/.test(selectors)) at = open + 1;
      continue;
    }
    const declarations = readDeclarations(text.slice(open + 1, close));
    for (const selector of declarations.size ? selectors.split(',') : []) add(rules, selector.trim(), declarations);
  }
}

function add(rules: Map<string, Declarations>, selector: string, declarations: Declarations): void {
  rules.set(selector, new Map([...(rules.get(selector) ?? []), ...declarations]));
}

function readDeclarations(text: string): Declarations {
  const declarations: Declarations = new Map();
  for (const declaration of text.split(';')) {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (WANTED.test(name))
      declarations.set(
        name,
        declaration
          .slice(colon + 1)
          .replace(/!\s*important/i, '')
          .trim(),
      );
  }
  return declarations;
}

/** The first font that declarations name. */
export function fontOf(declarations: Declarations): string | undefined {
  const family = declarations.get('font-family') ?? /\d\S*\s+(\D+)$/.exec(declarations.get('font') ?? '')?.[1];
  return family === undefined ? undefined : /^[\s'"]*([^'",]*)/.exec(family)![1]!.trim();
}

/** Whether a border is drawn above or beside an element; `undefined` where nothing is said. */
export function hasLines(declarations: Declarations): boolean | undefined {
  const borders = ['border', 'border-top', 'border-left', 'border-right']
    .map((side) => declarations.get(side))
    .filter((border) => border !== undefined);
  if (!borders.length) return undefined;
  return borders.some((border) => /\b(?:solid|double|dotted|dashed|groove|ridge|inset|outset)\b/i.test(border));
}
