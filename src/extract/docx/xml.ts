import { SaxesParser, type SaxesTagNS } from 'saxes';
import { unreadable } from '../office/failures.ts';
import { UnreadableError } from '../unreadable.ts';

/** An element of a part of the package, with tracked changes accepted and alternatives chosen. */
export interface XmlElement {
  /** Name with the usual prefix whatever the file uses (`w:p`, `m:t`); without prefix in foreign namespaces. */
  name: string;
  /** By local name: `val`, `id`, `type`. */
  attributes: Record<string, string>;
  children: XmlNode[];
}

/** Text is kept only where it is content (see {@link TEXT}). */
export type XmlNode = XmlElement | string;

/** A part read into memory. */
export interface XmlPart {
  root: XmlElement;
  /** Which of {@link NOTABLE} occur. */
  notable: Set<string>;
}

const OOXML = 'http://schemas.openxmlformats.org';
/** The second form of each is that of "Strict Open XML", one of Word's save types. */
const PREFIXES = new Map([
  [`${OOXML}/wordprocessingml/2006/main`, 'w:'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w:'],
  [`${OOXML}/officeDocument/2006/math`, 'm:'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm:'],
  [`${OOXML}/markup-compatibility/2006`, 'mc:'],
]);

/** Elements whose character data is content; elsewhere it is the white space of pretty-printers. */
const TEXT = new Set(['w:t', 'm:t', 'w:instrText']);
/** What tells a choice that says something from one that only draws. */
const TELLING = new Set(['w:t', 'm:t', 'w:p', 'w:sym', 'w:tab', 'w:br', 'w:numFmt']);
/** Never shown: deleted and moved-away text, former properties, the reading aid over a ruby base. */
const DROPPED = new Set([
  ...['w:del', 'w:moveFrom', 'w:delText', 'w:delInstrText', 'w:rPrChange', 'w:pPrChange', 'w:tcPrChange'],
  ...['w:trPrChange', 'w:sectPrChange', 'w:tblPrChange', 'w:numberingChange'],
  ...['w:rt', 'w:sdtPr', 'w:sdtEndPr', 'w:tblPrEx', 'w:tblGrid', 'w:proofErr', 'w:bookmarkStart'],
]);
/** Formatting that decides no text; most of the elements of a document, so that leaving them out saves time. */
const FORMATTING = new Set([
  ...['w:b', 'w:bCs', 'w:i', 'w:iCs', 'w:u', 'w:sz', 'w:szCs', 'w:color', 'w:lang', 'w:kern', 'w:shd', 'w:highlight'],
  ...['w:jc', 'w:ind', 'w:spacing', 'w:keepNext', 'w:keepLines', 'w:widowControl', 'w:tabs', 'w:contextualSpacing'],
  ...['w:tcW', 'w:vAlign', 'w:tcMar', 'w:noProof', 'w:bookmarkEnd'],
]);
/** In these, `w:del` is a flag (the paragraph mark or the row is deleted) and holds no text. */
const FLAGGED = new Set(['w:rPr', 'w:trPr']);
/** What the reader of the report is told about, and pictures, by which a scan is known. */
const NOTABLE = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:altChunk', 'w:drawing', 'w:pict']);

/** Real documents stay below 60; the tree is walked recursively, so a hostile depth must be refused. */
const MAX_DEPTH = 300;

/** A thousand pages have some hundred thousand; so many take most of the memory that there is. */
const MAX_ELEMENTS = 1_000_000;

/** Most elements have none, and an object for each would be most of the memory. */
const NO_ATTRIBUTES: Record<string, string> = Object.freeze(Object.create(null));

/** UTF-8, or UTF-16 by its byte order mark: the two encodings that the package format allows. */
function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/**
 * Reads a part. Throws an UnreadableError where it is not well-formed or declares a document type: the format
 * forbids one, and entities could be expanded without end.
 */
export function parseXml(bytes: Uint8Array): XmlPart {
  const top: Open = { name: '', attributes: {}, children: [], telling: false };
  const part: Building = { stack: [top], elements: 0, skipped: 0, notable: new Set() };
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('doctype', () => {
    throw new Error('document type declaration');
  });
  parser.on('opentag', (tag) => open(part, tag));
  parser.on('closetag', () => close(part));
  parser.on('text', (text) => characters(part, text));
  parser.on('cdata', (text) => characters(part, text));
  try {
    parser.write(decode(bytes)).close();
  } catch (error) {
    throw error instanceof UnreadableError ? error : unreadable('damaged', error);
  }
  return { root: top.children[0] as XmlElement, notable: part.notable };
}

interface Open extends XmlElement {
  /** Holds something that is shown, see {@link TELLING}. */
  telling: boolean;
}

interface Building {
  stack: Open[];
  elements: number;
  /** Depth inside a dropped element. */
  skipped: number;
  notable: Set<string>;
}

function open(part: Building, tag: SaxesTagNS): void {
  const name = (PREFIXES.get(tag.uri) ?? '') + tag.local;
  const parent = part.stack.at(-1)!;
  if (NOTABLE.has(name)) part.notable.add(name);
  const flag = FLAGGED.has(parent.name);
  if (part.skipped || (DROPPED.has(name) && !flag) || FORMATTING.has(name)) {
    part.skipped++;
    return;
  }
  if (part.stack.length > MAX_DEPTH) throw unreadable('tooDeep');
  if (++part.elements > MAX_ELEMENTS) throw unreadable('tooLong');
  const attributes = attributesOf(tag);
  const element = { name, attributes, children: [], telling: TELLING.has(name) };
  parent.children.push(element);
  part.stack.push(element);
}

function attributesOf(tag: SaxesTagNS): Record<string, string> {
  const all = Object.values(tag.attributes);
  if (!all.length) return NO_ATTRIBUTES;
  const attributes: Record<string, string> = Object.create(null);
  for (const { local, value } of all) attributes[local] = value;
  return attributes;
}

function close(part: Building): void {
  if (part.skipped) {
    part.skipped--;
    return;
  }
  const element = part.stack.pop()!;
  const parent = part.stack.at(-1)!;
  parent.telling ||= element.telling;
  if (element.name === 'mc:AlternateContent') parent.children.splice(-1, 1, ...choose(element).children);
}

/** The first choice that says something, else the fallback; never both, they say the same. */
function choose(alternatives: XmlElement): XmlElement {
  const branches = alternatives.children.filter((node) => typeof node !== 'string') as Open[];
  return branches.find((branch) => branch.telling) ?? branches.at(-1) ?? alternatives;
}

function characters(part: Building, text: string): void {
  const element = part.stack.at(-1)!;
  if (!part.skipped && TEXT.has(element.name)) element.children.push(text);
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((node) => typeof node !== 'string' && node.name === name) as XmlElement | undefined;
}

/** All children of that name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children.filter((node) => typeof node !== 'string' && node.name === name) ?? []) as XmlElement[];
}

/** The `w:val` of the first child of that name. */
export const val = (element: XmlElement | undefined, name: string): string | undefined =>
  child(element, name)?.attributes.val;

/** An on/off property: absent is `undefined`, present without value is on (ECMA-376, 17.17.4). */
export function toggle(element: XmlElement | undefined, name: string): boolean | undefined {
  const property = child(element, name);
  return property && !['0', 'false', 'off'].includes(property.attributes.val ?? '1');
}

/** The whole number of an attribute, `undefined` where there is none or where it is none. */
export function integer(value: string | undefined): number | undefined {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** The element's own character data. */
export const textOf = (element: XmlElement): string =>
  element.children.filter((node) => typeof node === 'string').join('');

/** Makes text safe inside an element or a double-quoted attribute. */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
