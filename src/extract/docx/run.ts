import { isLegacy, shownText } from '../office/run.ts';
import type { NoteKind } from '../office/story.ts';
import { symbol } from '../office/symbols.ts';
import type { Fields } from './fields.ts';
import { linearMath } from './math.ts';
import type { Notes } from './notes.ts';
import { type RunFormat, readRunFormat, type Styles } from './styles.ts';
import { child, escapeXml, integer, textOf, val, type XmlElement, type XmlNode } from './xml.ts';

/** What the writing of all parts shares. */
export interface Context {
  styles: Styles;
  fields: Fields;
  notes: Notes;
  /** See {@link startNumbering}. */
  label(numId: string, level: number): string | null;
  /** The level of a list that is linked to one of these styles. */
  levelOf(numId: string, styles: string[]): number | undefined;
  /** Writes the paragraphs and tables of a text box. */
  blocks(nodes: XmlNode[], context: Context): string;
  /** What was met on the way that the reader must be told of: `hidden` text left out, text in a `legacy` font. */
  met: Set<'hidden' | 'legacy'>;
}

/** A paragraph being written: the XML of its one run, and text that waits to be put in. */
export interface Line {
  xml: string;
  text: string;
  style: string | undefined;
  /** Whether it belongs to a table of contents. */
  contents: boolean;
}

/** XML of a piece of text inside a run. */
export const textXml = (text: string): string => (text ? `<w:t xml:space="preserve">${escapeXml(text)}</w:t>` : '');

/** Adds markup to the line after the text that waits. */
function addXml(line: Line, xml: string): void {
  line.xml += textXml(line.text) + xml;
  line.text = '';
}

/** The finished content of the line's run. */
export function finish(line: Line): string {
  addXml(line, '');
  return line.xml;
}

/**
 * Writes what stands in a paragraph. Wrappers (links also with a dangling address, simple fields, smart tags,
 * content controls, insertions) are passed through: text comes only from runs and formulas.
 */
export function writeInline(nodes: XmlNode[], line: Line, context: Context): void {
  for (const node of nodes) {
    if (typeof node === 'string' || node.name === 'w:pPr') continue;
    if (node.name === 'w:r') writeRun(node, line, context);
    else if (node.name === 'm:oMath') line.text += linearMath(node);
    else writeInline(node.children, line, context);
  }
}

function writeRun(run: XmlElement, line: Line, context: Context): void {
  const format = formatOf(run, line, context);
  for (const node of run.children) {
    if (typeof node === 'string' || node.name === 'w:rPr') continue;
    if (node.name === 'w:fldChar') line.text += context.fields.mark(node);
    else if (node.name === 'w:instrText') context.fields.code(textOf(node));
    else if (format.hidden) meetHidden(context, node);
    else if (!context.fields.hidden()) writeContent(node, run, format, line, context);
  }
  line.contents ||= context.fields.contents();
}

/** The run's own formatting over that of its styles. */
function formatOf(run: XmlElement, line: Line, context: Context): RunFormat {
  const properties = child(run, 'w:rPr');
  const inherited = context.styles.run(line.style, val(properties, 'w:rStyle'));
  if (!properties) return inherited;
  const own = readRunFormat(properties);
  return {
    hidden: own.hidden ?? inherited.hidden,
    capitals: own.capitals ?? inherited.capitals,
    position: own.position ?? inherited.position,
    font: own.font ?? inherited.font,
  };
}

function writeContent(node: XmlElement, run: XmlElement, format: RunFormat, line: Line, context: Context): void {
  switch (node.name) {
    case 'w:t':
      if (isLegacy(textOf(node), format.font ?? '')) context.met.add('legacy');
      line.text += shown(node, format);
      break;
    case 'w:tab':
    case 'w:ptab':
      line.text += '\t';
      break;
    case 'w:noBreakHyphen':
      line.text += '-';
      break;
    case 'w:softHyphen':
      // LibreOffice makes it of a letter of old fonts.
      line.text += shownAs('\u00AD', format);
      break;
    case 'w:br':
    case 'w:cr':
      addXml(line, '<w:br/>');
      break;
    case 'w:sym':
      writeSymbol(node, line);
      break;
    case 'w:footnoteReference':
      writeCall('footnote', node, run, line, context);
      break;
    case 'w:endnoteReference':
      writeCall('endnote', node, run, line, context);
      break;
    case 'w:lastRenderedPageBreak':
      context.notes.turn('eachPage');
      break;
    case 'w:ruby':
      writeInline(node.children, line, context);
      break;
    default:
      writeBoxes(node, line, context);
  }
}

/** Notes that hidden text was met; blanks are nothing to speak of. */
function meetHidden(context: Context, node: XmlElement): void {
  if (node.name === 'w:t' && /\S/.test(textOf(node))) context.met.add('hidden');
}

/** Text as it is shown. White space at its ends counts only if the file says so, and a break is no line break. */
function shown(node: XmlElement, format: RunFormat): string {
  let text = textOf(node).replace(/[\t\n\r]/g, ' ');
  if (node.attributes.space !== 'preserve') text = text.replace(/^ +/, '').replace(/(?<! ) +$/, '');
  return shownAs(text, format);
}

const shownAs = (text: string, { font = '', capitals = false, position }: RunFormat): string =>
  shownText(text, { font, capitals, raised: position === 'superscript' });

function writeSymbol(node: XmlElement, line: Line): void {
  const { font = '', char = '' } = node.attributes;
  const code = integer(/^[0-9a-f]{1,4}$/i.test(char) ? String(Number.parseInt(char, 16)) : undefined);
  if (code === undefined) return;
  const sign = symbol(code, font);
  if (sign) line.text += sign;
  else addXml(line, `<w:sym w:font="${escapeXml(font)}" w:char="${char.toUpperCase()}"/>`);
}

/** A call; its number is Word's to count, unless the mark is typed, which then follows in the same run. */
function writeCall(kind: NoteKind, node: XmlElement, run: XmlElement, line: Line, context: Context): void {
  const { id = '', customMarkFollows = '0' } = node.attributes;
  const typed = ['1', 'true', 'on'].includes(customMarkFollows);
  const mark = typed ? takeText(run) || '*' : null;
  context.notes.call(kind, id, mark);
  addXml(line, `<w:${kind}Reference w:id="${escapeXml(id)}"/>`);
}

/** Takes the text out of a run, as it is going to be printed with the call. */
function takeText(run: XmlElement): string {
  const texts = run.children.filter((node) => typeof node !== 'string' && node.name === 'w:t') as XmlElement[];
  const text = texts.map(textOf).join('').trim();
  for (const element of texts) element.children = [];
  return text;
}

/** Text boxes inside a drawing, each as one that mammoth puts after the paragraph of its anchor. */
function writeBoxes(node: XmlElement, line: Line, context: Context): void {
  if (node.name === 'w:txbxContent') {
    const blocks = context.blocks(node.children, context);
    addXml(line, `<w:pict><w:txbxContent>${blocks}</w:txbxContent></w:pict>`);
  } else for (const inner of node.children) if (typeof inner !== 'string') writeBoxes(inner, line, context);
}
