import type { VFileMessage } from 'vfile-message';
import {
  type CitedDocument,
  type Figure,
  type Measure,
  type Paragraph,
  type PlacedParagraph,
  paragraphs,
  type Reference,
  type Root,
  type Section,
  spanOf,
} from '../ast.ts';
import type { Document } from '../document.ts';
import type * as contract from '../schema.ts';
import type { Span } from '../source.ts';
import { print } from '../text.ts';

const emptyHeader: contract.Header = {
  parentIssuer: null,
  issuer: null,
  number: null,
  symbol: null,
  place: null,
  date: { day: null, month: null, year: null },
  type: null,
  title: null,
  addressee: null,
  period: null,
};

const emptyClosing: contract.Closing = {
  recipients: [],
  signature: { authority: null, capacity: null, position: null, name: null },
};

/** The tree as the flat lists of the output contract. */
export function renderReport(tree: Root, file: Document): contract.Report {
  const { source, locator } = file.data;
  const slice = ([start, end]: Span) => source.text.slice(start, end);
  const listed = paragraphs(tree);
  const ids = identify(tree, listed);
  const lineOf = ({ position }: Section | Figure | Reference) => position.start.line;
  const pageOf = ({ position }: Section | Figure | Reference) => locator.page(position.start.offset ?? 0);

  const sections: contract.Section[] = [];
  const loose: { preamble: contract.Passage[]; conclusion: contract.Passage[] } = { preamble: [], conclusion: [] };
  const footnotes: contract.Footnote[] = [];
  let header = emptyHeader;
  let closing = emptyClosing;
  for (const child of tree.children) {
    if (child.type === 'section') sections.push(section(child, 1));
    else if (child.type === 'paragraph') loose[sections.length ? 'conclusion' : 'preamble'].push(passage(child));
    else if (child.type === 'head') {
      const { type: _type, position: _position, children: _children, kind, ...fields } = child;
      header = { ...fields, type: kind };
    } else if (child.type === 'foot') closing = { recipients: child.recipients, signature: child.signature };
    else footnotes.push({ marker: child.marker, ...passage(child.children[0]), calls: child.calls });
  }

  const figures: contract.Figure[] = [];
  const references: contract.Reference[] = [];
  for (const { paragraph, section: owner } of listed) {
    const sectionId = owner ? (ids.sections.get(owner) ?? null) : null;
    for (const inline of paragraph.children)
      if (inline.type === 'figure') figures.push(figure(inline, sectionId));
      else references.push(reference(inline, sectionId));
  }

  const { name, format, bytes, sha256, pages, encoding, ocr } = source;
  return {
    schema: 'dvcq/1',
    source: { name, format, bytes, sha256, pages, encoding, ocr },
    text: source.text,
    header,
    preamble: loose.preamble,
    sections,
    footnotes,
    figures,
    breakdowns: tree.breakdowns.map(({ whole, parts, complete }) => ({
      whole: ids.figures.get(whole) ?? '',
      parts: parts.map((part) => ids.figures.get(part) ?? ''),
      complete,
    })),
    references,
    documents: tree.documents.map(citedDocument),
    indicators: [],
    conclusion: loose.conclusion,
    closing,
    diagnostics: file.messages.map(diagnostic),
  };

  function passage(paragraph: Paragraph): contract.Passage {
    return { text: print(paragraph.reading), span: spanOf(paragraph) };
  }

  function section(node: Section, level: number): contract.Section {
    let title: string | null = null;
    let isFirst = true;
    const paragraphs: contract.Passage[] = [];
    const children: contract.Section[] = [];
    for (const child of node.children) {
      if (child.type === 'section') children.push(section(child, level + 1));
      else {
        if (isFirst) title = titleOf(node, child);
        isFirst = false;
        addBody(node, child, paragraphs);
      }
    }
    return {
      id: ids.sections.get(node) ?? '',
      marker: node.marker,
      scheme: node.scheme,
      level,
      title,
      headingSpan: node.heading,
      span: spanOf(node),
      line: lineOf(node),
      page: pageOf(node),
      paragraphs,
      children,
    };
  }

  /** Adds what of a paragraph is left behind the title that it may begin with. */
  function addBody(node: Section, paragraph: Paragraph, passages: contract.Passage[]): void {
    const [start, end] = spanOf(paragraph);
    const from = node.heading && node.heading[0] >= start && node.heading[0] < end ? node.heading[1] : start;
    const rest = paragraph.reading.slice(from - start);
    const lead = from === start ? 0 : rest.search(/[^\s.:;,]/u);
    const text = lead < 0 ? '' : print(rest.slice(lead));
    if (text) passages.push({ text, span: [from + lead, end] });
  }

  /** The title, for the first paragraph of a section. */
  function titleOf(node: Section, paragraph: Paragraph): string | null {
    if (!node.heading) return null;
    const [start] = spanOf(paragraph);
    return print(paragraph.reading.slice(node.heading[0] - start, node.heading[1] - start));
  }

  function figure(node: Figure, owner: string | null): contract.Figure {
    const span = spanOf(node);
    return {
      id: ids.figures.get(node) ?? '',
      span,
      text: slice(span),
      line: lineOf(node),
      page: pageOf(node),
      section: owner,
      label: node.label,
      parent: node.parent ? (ids.figures.get(node.parent) ?? null) : null,
      measures: node.children.map(measure),
    };
  }

  /** By name, as in src/recognise/index.ts. */
  function measure(node: Measure): contract.Measure {
    const span = spanOf(node);
    return {
      span,
      text: slice(span),
      kind: node.kind,
      value: node.value,
      of: node.of,
      to: node.to,
      unit: node.unit,
      impliedUnit: node.impliedUnit,
      scale: node.scale,
      approx: node.approx,
      change: node.change,
    };
  }

  function reference(node: Reference, owner: string | null): contract.Reference {
    const span = spanOf(node);
    return {
      id: ids.references.get(node) ?? '',
      span,
      text: slice(span),
      line: lineOf(node),
      page: pageOf(node),
      section: owner,
      type: node.kind,
      number: node.number,
      year: node.year,
      symbol: node.symbol,
      code: node.code,
      repaired: node.repaired || isRepaired(span),
      name: node.name,
      date: node.date,
      issuer: node.issuer,
      subject: node.subject,
      document: ids.documents.get(node) ?? '',
    };
  }

  function citedDocument(node: CitedDocument, n: number): contract.CitedDocument {
    return {
      id: `d${n + 1}`,
      type: node.type,
      code: node.code,
      name: node.name,
      date: node.date,
      issuer: node.issuer,
      subject: node.subject,
      mentions: node.mentions.map((mention) => ids.references.get(mention) ?? ''),
    };
  }

  /** Whether OCR misread anything in a span. */
  function isRepaired([start, end]: Span): boolean {
    return (source.layout.repairs ?? []).some(({ span }) => span[0] < end && start < span[1]);
  }

  function diagnostic(message: VFileMessage): contract.Diagnostic {
    const place = message.place && 'start' in message.place ? message.place : null;
    const span: Span | null = place ? [place.start.offset ?? 0, place.end.offset ?? 0] : null;
    return {
      rule: message.ruleId ?? 'note',
      severity: message.fatal === true ? 'error' : message.fatal === false ? 'warning' : 'info',
      message: message.reason,
      span,
      line: place ? place.start.line : null,
      page: span ? locator.page(span[0]) : null,
      related: 'related' in message ? (message.related as contract.Diagnostic['related']) : [],
    };
  }
}

const bullets: Partial<Record<contract.Scheme, string>> = { dash: '-', plus: '+', star: '*', bullet: '•' };

/** Gives every section, figure and reference its id, in the order of the text. */
function identify(tree: Root, listed: PlacedParagraph[]) {
  const sections = new Map<Section, string>();
  const figures = new Map<Figure, string>();
  const references = new Map<Reference, string>();
  const documents = new Map<Reference, string>();
  const used = new Map<string, number>();
  const name = (node: Section | Root, prefix: string): void => {
    const counts = new Map<string, number>();
    for (const child of node.children) {
      if (child.type !== 'section') continue;
      const bullet = bullets[child.scheme];
      if (bullet) counts.set(bullet, (counts.get(bullet) ?? 0) + 1);
      const own = `${prefix}${bullet ? `${bullet}${counts.get(bullet)}` : child.ordinal}`;
      const times = (used.get(own) ?? 0) + 1;
      used.set(own, times);
      const id = times > 1 ? `${own}~${times}` : own;
      sections.set(child, id);
      name(child, `${id}.`);
    }
  };
  name(tree, '');
  for (const { paragraph } of listed)
    for (const inline of paragraph.children)
      if (inline.type === 'figure') figures.set(inline, `f${figures.size + 1}`);
      else references.set(inline, `r${references.size + 1}`);
  for (const [n, { mentions }] of tree.documents.entries())
    for (const mention of mentions) documents.set(mention, `d${n + 1}`);
  return { sections, figures, references, documents };
}
