import { type Draft, startDraft, take, write, writeCall, writeShown } from '../office/draft.ts';
import { isLegacy } from '../office/run.ts';
import { type Call, callKey, type Paragraph, type Piece } from '../office/story.ts';
import { bulletSign } from '../office/symbols.ts';
import type { Declarations, StyleSheet } from './css.ts';
import { nextLabel, openList } from './lists.ts';
import { callOf, leadsBack, noteIn } from './notes.ts';
import { type Place, placeIn, TOP } from './place.ts';
import { readTable } from './table.ts';
import { attribute, type HtmlElement, type HtmlNode, isElement } from './tree.ts';

/** What the reading of all parts of a page shares. */
export interface Context {
  styles: StyleSheet;
  calls: Map<string, Call>;
  notes: Map<string, Paragraph[]>;
  /** What was met on the way that the reader of the report must be told of. */
  met: Set<string>;
  pictures: boolean;
}

/** Paragraphs of one container, and the one being written. */
export interface Sink {
  paragraphs: Paragraph[];
  draft: Draft;
  /** White space is dropped here: at the start of a line, and behind white space. */
  spaced: boolean;
  /** Whether anything is in the draft, if only white space that counts. */
  started: boolean;
  /** The label that waits for the text of its item. */
  label: string;
}

/** An empty container. */
export const startSink = (): Sink => ({ paragraphs: [], draft: startDraft(), spaced: true, started: false, label: '' });

/** No text of the page. */
const DROPPED = new Set([
  ...['head', 'title', 'script', 'style', 'template', 'noscript', 'noframes', 'iframe', 'frame', 'object', 'embed'],
  ...['applet', 'svg', 'audio', 'video', 'canvas', 'map', 'select', 'datalist', 'textarea', 'button', 'input', 'xml'],
  ...['rp', 'rt'],
]);

/** Elements that stand on lines of their own. */
const BLOCKS = new Set([
  ...['html', 'body', 'p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ol', 'ul', 'li', 'dl', 'dt', 'dd', 'pre'],
  ...['blockquote', 'center', 'address', 'section', 'article', 'main', 'aside', 'nav', 'header', 'footer', 'hr'],
  ...['figure', 'figcaption', 'form', 'fieldset', 'legend', 'details', 'summary', 'dir', 'menu', 'caption'],
]);

/** Reads the paragraphs of a container. */
export function readAll(nodes: HtmlNode[], context: Context, place: Place): Paragraph[] {
  const sink = startSink();
  for (const node of nodes) readNode(node, sink, context, place);
  endParagraph(sink, place);
  return sink.paragraphs;
}

function readNode(node: HtmlNode, sink: Sink, context: Context, place: Place): void {
  if (!isElement(node)) {
    if ('value' in node) readText(node.value, sink, context, place);
  } else if (!DROPPED.has(node.tagName)) readElement(node, sink, context, place);
}

function readElement(element: HtmlElement, sink: Sink, context: Context, place: Place): void {
  const style = context.styles.of(element);
  const inside = placeIn(place, element, style);
  const { tagName } = element;
  if (tagName === 'br') breakLine(sink, inside);
  else if (tagName === 'img') context.pictures = true;
  else if (tagName === 'del') context.met.add('w:del');
  else if (tagName === 'table') {
    endParagraph(sink, place);
    for (const paragraph of readTable(element, style, context, inside)) sink.paragraphs.push(paragraph);
  } else if (!readNote(element, sink, context, inside) && !readWord(element, style, sink, context, inside))
    readContent(element, style, sink, context, inside);
}

function readContent(element: HtmlElement, style: Declarations, sink: Sink, context: Context, place: Place): void {
  const { tagName, childNodes } = element;
  const isBlock = BLOCKS.has(tagName);
  if (isBlock) endParagraph(sink, place);
  if (tagName === 'li' && place.list) sink.label += nextLabel(place.list, element, style);
  const isList = tagName === 'ol' || tagName === 'ul';
  const inside = isList ? { ...place, list: openList(element, style, place.list) } : place;
  if (tagName === 'ins') context.met.add('w:ins');
  for (const node of childNodes) readNode(node, sink, context, inside);
  if (isBlock) endParagraph(sink, inside, tagName === 'p' || tagName === 'li');
}

/** Notes and their calls; returns whether the element is one. */
function readNote(element: HtmlElement, sink: Sink, context: Context, place: Place): boolean {
  if (element.tagName === 'a') {
    const call = callOf(element);
    if (call) callNote(call, sink, context);
    return call !== null || leadsBack(element);
  }
  const key = noteIn(element);
  if (key === null || context.notes.has(key)) return false;
  endParagraph(sink, place);
  context.notes.set(key, []);
  context.notes.set(key, readAll(element.childNodes, context, TOP));
  return true;
}

function callNote(call: Call, sink: Sink, context: Context): void {
  const key = callKey(call.kind, call.id);
  if (!context.calls.has(key)) context.calls.set(key, call);
  start(sink);
  writeCall(sink.draft, key);
  sink.spaced = false;
}

/** What Word and LibreOffice write for themselves: heads and feet of pages, labels of lists, tabs, comments; returns whether the element is such a thing. */
function readWord(element: HtmlElement, style: Declarations, sink: Sink, context: Context, place: Place): boolean {
  if (/^(?:comment|header|footer)/.test(style.get('mso-element') ?? '')) return true;
  if (element.tagName === 'div' && /^(?:header|footer)$/.test(attribute(element, 'title') ?? '')) return true;
  if (/\bignore\b/i.test(style.get('mso-list') ?? '')) {
    const label = labelIn(element, context, place).trim();
    sink.label += label && `${label} `;
    return true;
  }
  const tabs = style.get('mso-tab-count');
  if (tabs === undefined) return false;
  const count = Math.min(64, Math.max(1, Number.parseInt(tabs, 10) || 1));
  readText('\t'.repeat(count), sink, context, { ...place, kept: true });
  return true;
}

/** The text of a label; its bullets are letters of symbol fonts. */
function labelIn(element: HtmlElement, context: Context, place: Place): string {
  const parts = element.childNodes.map((node) => {
    if (isElement(node)) return labelIn(node, context, placeIn(place, node, context.styles.of(node)));
    return 'value' in node ? bulletSign(node.value.replace(/\s+/g, ' '), place.format.font) : '';
  });
  return parts.join('');
}

function readText(text: string, sink: Sink, context: Context, place: Place): void {
  let shown = place.kept ? text.replace(/\r\n?/g, '\n') : text.replace(/[ \t\n\r\f]+/g, ' ');
  if (!place.kept && sink.spaced) shown = shown.replace(/^ /, '');
  if (!shown) return;
  if (place.hidden) {
    if (/\S/.test(shown)) context.met.add('hidden');
    return;
  }
  start(sink);
  sink.spaced = !place.kept && shown.endsWith(' ');
  if (isLegacy(shown, place.format.font)) context.met.add('legacy');
  write(sink.draft, shown, place.format);
}

/** Puts the label before what comes first. */
function start(sink: Sink): void {
  if (sink.label) writeShown(sink.draft, sink.label);
  sink.label = '';
  sink.started = true;
}

function breakLine(sink: Sink, place: Place): void {
  if (place.hidden) return;
  sink.started = true;
  sink.spaced = true;
  write(sink.draft, '\n', place.format);
}

/** @param always also where nothing stands in it: an empty paragraph is a blank line */
export function endParagraph(sink: Sink, { cell, contents }: Place, always = false): void {
  // The label of an item waits for its text, which may be in a paragraph of its own.
  if (!sink.started && !(always && sink.label)) return;
  start(sink);
  sink.paragraphs.push({ pieces: trimEnd(take(sink.draft)), cell, contents });
  sink.started = false;
  sink.spaced = true;
}

/** White space at the end of a block is not shown. */
function trimEnd(pieces: Piece[]): Piece[] {
  const last = pieces.at(-1);
  if (last && 'text' in last) last.text = last.text.replace(/ $/, '');
  return pieces;
}
