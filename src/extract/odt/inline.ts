import { type Draft, write, writeCall } from '../office/draft.ts';
import { isLegacy, type RunFormat } from '../office/run.ts';
import { type Call, callKey, type Paragraph } from '../office/story.ts';
import type { Counter, OpenList } from './lists.ts';
import { merge, type Styles, type TextFormat } from './styles.ts';
import { child, integer, type XmlElement, type XmlNode } from './xml.ts';

/** What the reading of all parts of a document shares. */
export interface Context {
  styles: Styles;
  counter: Counter;
  calls: Map<string, Call>;
  notes: Map<string, Paragraph[]>;
  /** What was met on the way that the reader of the report must be told of. */
  met: Set<string>;
  pictures: boolean;
  /** Reads the paragraphs, lists and tables of a text box or note. */
  blocks(nodes: XmlNode[], context: Context, place: Place): Paragraph[];
}

/** Where a paragraph stands. */
export interface Place {
  cell: boolean;
  contents: boolean;
  list: OpenList | null;
}

/** Outside of tables, lists and indexes. */
export const TOP: Place = { cell: false, contents: false, list: null };

/** A paragraph being read. */
export interface Line {
  draft: Draft;
  /** Text boxes that hang on it. */
  boxes: Paragraph[];
  /** White space is dropped here: at the start, and behind white space (OpenDocument 1.3 part 3, 6.1.2). */
  spaced: boolean;
}

/** Never shown: comments, reading aids, what only hidden conditions show, forms, and what was deleted. */
const DROPPED = new Set([
  ...['office:annotation', 'office:annotation-end', 'text:ruby-text', 'text:hidden-text', 'text:hidden-paragraph'],
  ...['text:tracked-changes', 'office:forms', 'office:event-listeners', 'text:alphabetical-index-mark', 'text:script'],
]);

/** A file can ask for any number of spaces. */
const MAX_SPACES = 100;

/** Reads what stands in a paragraph. */
export function readInline(nodes: XmlNode[], line: Line, format: TextFormat, context: Context): void {
  for (const node of nodes)
    if (typeof node === 'string') readCharacters(node, line, format, context);
    else if (!DROPPED.has(node.name)) readElement(node, line, format, context);
}

function readCharacters(text: string, line: Line, format: TextFormat, context: Context): void {
  let shown = text.replace(/[ \t\r\n]+/g, ' ');
  if (line.spaced) shown = shown.replace(/^ /, '');
  if (!shown) return;
  line.spaced = shown.endsWith(' ');
  put(shown, line, format, context);
}

function put(text: string, line: Line, format: TextFormat, context: Context): void {
  if (!format.hidden) {
    if (isLegacy(text, format.font ?? '')) context.met.add('legacy');
    write(line.draft, text, runOf(format));
  } else if (/\S/.test(text)) context.met.add('hidden');
}

const runOf = ({ font = '', raised = false, capitals = false }: TextFormat): RunFormat => ({ font, raised, capitals });

function readElement(node: XmlElement, line: Line, format: TextFormat, context: Context): void {
  if (node.name === 'text:note') readNote(node, line, context);
  else if (node.name.startsWith('draw:')) line.boxes.push(...readDrawing(node, context));
  else if (node.name === 'text:s') {
    const count = integer(node.attributes['text:c']) ?? 1;
    put(' '.repeat(Math.min(MAX_SPACES, Math.max(0, count))), line, format, context);
  } else if (node.name === 'text:tab' || node.name === 'text:line-break') {
    put(node.name === 'text:tab' ? '\t' : '\n', line, format, context);
    line.spaced = false;
  } else {
    const style = node.attributes['text:style-name'];
    const styled = node.name === 'text:span' && style !== undefined;
    readInline(node.children, line, styled ? over(format, context.styles.text('text', style)) : format, context);
  }
}

const over = (format: TextFormat, style: TextFormat): TextFormat => merge([style, format]);

/** Paragraphs of a text box or shape; a picture has none. */
export function readDrawing(node: XmlElement, context: Context): Paragraph[] {
  if (node.name === 'draw:image' || node.name === 'draw:object') context.pictures = true;
  return context.blocks(node.children, context, TOP);
}

function readNote(node: XmlElement, line: Line, context: Context): void {
  const kind = node.attributes['text:note-class'] === 'endnote' ? 'endnote' : 'footnote';
  const citation = child(node, 'text:note-citation');
  const mark = textOf(citation).trim();
  const id = String(context.calls.size);
  const key = callKey(kind, id);
  context.calls.set(key, { kind, id, mark, typed: false });
  writeCall(line.draft, key);
  line.spaced = false;
  context.notes.set(key, context.blocks(child(node, 'text:note-body')?.children ?? [], context, TOP));
}

const textOf = (element: XmlElement | undefined): string =>
  (element?.children ?? []).map((node) => (typeof node === 'string' ? node : textOf(node))).join('');
