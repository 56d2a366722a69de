import { raise } from '../office/symbols.ts';
import { child, childrenOf, textOf, val, type XmlElement } from './xml.ts';

/** Parts of a formula that say how it is drawn, not what it says. */
const PROPERTIES = /^(?:m:\w+Pr|w:rPr)$/;

/** A formula (`m:oMath`) on one line, as one would type it: `a/b`, `m²`, `√(x)`. */
export function linearMath(element: XmlElement | undefined): string {
  if (!element || PROPERTIES.test(element.name)) return '';
  const part = (name: string) => linearMath(child(element, `m:${name}`));
  switch (element.name) {
    case 'm:t':
      return textOf(element);
    case 'm:f':
      return `${group(part('num'))}/${group(part('den'))}`;
    case 'm:sSup':
      return part('e') + power(part('sup'));
    case 'm:sSubSup':
      return part('e') + part('sub') + power(part('sup'));
    case 'm:rad':
      return `√${group(part('e'))}`;
    case 'm:d':
      return delimited(element);
    default:
      return inner(element);
  }
}

const inner = (element: XmlElement): string =>
  element.children.map((node) => (typeof node === 'string' ? '' : linearMath(node))).join('');

function delimited(element: XmlElement): string {
  const properties = child(element, 'm:dPr');
  const parts = childrenOf(element, 'm:e').map(linearMath);
  return `${val(properties, 'm:begChr') ?? '('}${parts.join(', ')}${val(properties, 'm:endChr') ?? ')'}`;
}

/** Parentheses where a line needs them and the two-dimensional drawing does not. */
const group = (text: string): string => (/^[\p{L}\p{N}.,%]*$/u.test(text) ? text : `(${text})`);

const power = (text: string): string => (raise(text) === text ? `^${group(text)}` : raise(text));
