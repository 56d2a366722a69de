import { SaxesParser, type SaxesTagNS } from 'saxes';
import { unreadable } from '../office/failures.ts';
import { UnreadableError } from '../unreadable.ts';

/** An element of an OpenDocument file. */
export interface XmlElement {
  /** Name with the usual prefix whatever the file uses (`text:p`); without prefix in foreign namespaces. */
  name: string;
  /** By names of the same kind (`text:style-name`). */
  attributes: Record<string, string>;
  children: XmlNode[];
}

/** Text is kept only in paragraphs. */
export type XmlNode = XmlElement | string;

const ODF = 'urn:oasis:names:tc:opendocument:xmlns:';
const PREFIXES = new Map([
  ...['office', 'text', 'style', 'table', 'manifest'].map((name) => [`${ODF}${name}:1.0`, `${name}:`] as const),
  [`${ODF}drawing:1.0`, 'draw:'],
  [`${ODF}xsl-fo-compatible:1.0`, 'fo:'],
  [`${ODF}svg-compatible:1.0`, 'svg:'],
  ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0', 'loext:'],
  ['http://www.w3.org/XML/1998/namespace', 'xml:'],
]);

/** Elements that hold text; elsewhere it is the white space of pretty-printers. */
const PARAGRAPHS = new Set(['text:p', 'text:h']);
/** Real documents stay below 60; the tree is walked recursively, so a hostile depth must be refused. */
const MAX_DEPTH = 300;

/** A thousand pages have some hundred thousand. */
const MAX_ELEMENTS = 1_000_000;

/** Many elements have none, and an object for each would be most of the memory. */
const NO_ATTRIBUTES: Record<string, string> = Object.freeze(Object.create(null));

interface Building {
  stack: XmlElement[];
  elements: number;
  /** How many paragraphs are open: they hold frames, which hold paragraphs. */
  paragraphs: number;
}

/**
 * Reads a part of the package. Throws an UnreadableError where it is not well-formed or declares a document type, whose
 * entities could be expanded without end.
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, children: [] };
  const building: Building = { stack: [top], elements: 0, paragraphs: 0 };
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('doctype', () => {
    throw new Error('document type declaration');
  });
  parser.on('opentag', (tag) => open(building, tag));
  parser.on('closetag', () => {
    if (PARAGRAPHS.has(building.stack.pop()!.name)) building.paragraphs--;
  });
  const characters = (text: string) => {
    if (building.paragraphs) building.stack.at(-1)!.children.push(text);
  };
  parser.on('text', characters);
  parser.on('cdata', characters);
  try {
    parser.write(new TextDecoder().decode(bytes)).close();
  } catch (error) {
    throw error instanceof UnreadableError ? error : unreadable('damaged', error);
  }
  return top.children[0] as XmlElement;
}

const nameOf = (uri: string, local: string): string => (PREFIXES.get(uri) ?? '') + local;

function open(building: Building, tag: SaxesTagNS): void {
  const { stack } = building;
  if (stack.length > MAX_DEPTH) throw unreadable('tooDeep');
  if (++building.elements > MAX_ELEMENTS) throw unreadable('tooLong');
  const element = { name: nameOf(tag.uri, tag.local), attributes: attributesOf(tag), children: [] };
  stack.at(-1)!.children.push(element);
  stack.push(element);
  if (PARAGRAPHS.has(element.name)) building.paragraphs++;
}

function attributesOf(tag: SaxesTagNS): Record<string, string> {
  const all = Object.values(tag.attributes);
  if (!all.length) return NO_ATTRIBUTES;
  const attributes: Record<string, string> = Object.create(null);
  for (const { uri, local, value } of all) attributes[nameOf(uri, local)] = value;
  return attributes;
}

/** The elements among the children. */
export const elementsOf = (element: XmlElement | undefined): XmlElement[] =>
  (element?.children.filter((node) => typeof node !== 'string') ?? []) as XmlElement[];

/** The first child of that name. */
export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  elementsOf(element).find((node) => node.name === name);

/** A whole number, `undefined` where there is none. */
export function integer(value: string | undefined): number | undefined {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isSafeInteger(number) ? number : undefined;
}
