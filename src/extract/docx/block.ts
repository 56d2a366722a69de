import { type Context, finish, type Line, textXml, writeInline } from './run.ts';
import { readNumbering } from './styles.ts';
import { writeTable } from './table.ts';
import { child, toggle, val, type XmlElement, type XmlNode } from './xml.ts';

/** Style given to paragraphs of a table of contents, so that they are known behind mammoth. */
export const CONTENTS_STYLE = 'dvcq-contents';

/** Paragraphs and tables of one container: the body, a cell, a text box, a note. */
interface Flow {
  xml: string;
  /** Content of a paragraph whose mark is hidden: it goes on in the next one, before its label. */
  before: string;
  /** Content of a paragraph whose mark is deleted: it is part of the next one, behind its label. */
  after: string;
}

/** Writes the blocks of a container, whatever wraps them (content controls, custom XML). */
export function writeBlocks(nodes: XmlNode[], context: Context): string {
  const flow: Flow = { xml: '', before: '', after: '' };
  writeInto(flow, nodes, context);
  release(flow);
  return flow.xml;
}

function writeInto(flow: Flow, nodes: XmlNode[], context: Context): void {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    if (node.name === 'w:p') writeParagraph(flow, node, context);
    else if (node.name === 'w:tbl') {
      release(flow);
      flow.xml += writeTable(node, context);
    } else writeInto(flow, node.children, context);
  }
}

/** Ends what waits for a next paragraph: a table, or the end of the container, stops it. */
function release(flow: Flow): void {
  if (flow.before || flow.after) put(flow, '', '');
}

function put(flow: Flow, label: string, content: string, style = ''): void {
  const properties = style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  flow.xml += `<w:p>${properties}<w:r>${flow.before}${label}${flow.after}${content}</w:r></w:p>`;
  flow.before = flow.after = '';
}

function writeParagraph(flow: Flow, paragraph: XmlElement, context: Context): void {
  const properties = child(paragraph, 'w:pPr');
  const mark = child(properties, 'w:rPr');
  const deleted = child(mark, 'w:del') ?? child(mark, 'w:moveFrom');
  const line: Line = { xml: '', text: '', style: val(properties, 'w:pStyle'), contents: false };
  // A paragraph that is going to vanish counts for no list; one that is only empty or hidden does.
  const label = deleted ? '' : textXml(labelOf(properties, line.style, context));
  writeInline(paragraph.children, line, context);
  const content = finish(line);
  if (deleted) flow.after += content;
  else if (runsOn(properties, mark)) hold(flow, label, content);
  else put(flow, label, content, line.contents ? CONTENTS_STYLE : '');
  if (child(properties, 'w:sectPr')) context.notes.turn('eachSect');
}

/** Whether the next paragraph goes on in the same line: the mark is hidden, or this is the big first letter of it. */
const runsOn = (properties: XmlElement | undefined, mark: XmlElement | undefined): boolean =>
  toggle(mark, 'w:vanish') ||
  toggle(mark, 'w:specVanish') ||
  ['drop', 'margin'].includes(child(properties, 'w:framePr')?.attributes.dropCap ?? '');

/** A paragraph with a hidden mark: without visible content nothing of it is seen, its label neither. */
function hold(flow: Flow, label: string, content: string): void {
  if (!content && !flow.after) return;
  flow.before += label + flow.after + content;
  flow.after = '';
}

/** The label Word shows before a paragraph, with the space behind it. */
function labelOf(properties: XmlElement | undefined, style: string | undefined, context: Context): string {
  const { styles } = context;
  const own = readNumbering(properties);
  const inherited = styles.numbering(style);
  const numId = own.numId ?? inherited.numId;
  // 0 takes the numbering of the style away.
  if (numId === undefined || numId === '0') return '';
  const level = own.level ?? context.levelOf(numId, styles.chain(style)) ?? inherited.level ?? 0;
  const label = context.label(numId, level) ?? '';
  const mark = styles.run(style, undefined);
  return mark.capitals ? label.toUpperCase() : label;
}
