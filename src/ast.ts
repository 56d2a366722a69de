import type { Node, Position } from 'unist';
import type * as contract from './schema.ts';
import type { Span } from './source.ts';

/**
 * The unist tree between the stages. Every node that stands in the text has a `position` whose offsets are
 * UTF-16 offsets into the document's text; what it says is never stored but sliced out of the text.
 */

interface Placed extends Node {
  position: Position;
}

/** One measured number: `177 lượt`, `59/63 vụ việc`, `93,65%`. */
export interface Measure extends Placed, Omit<contract.Measure, 'span' | 'text'> {
  type: 'measure';
}

/** One expression of one or more measures: `177 lượt/237 người với 167 vụ việc`. */
export interface Figure extends Placed {
  type: 'figure';
  label: string | null;
  /** The figure it is a part of. */
  parent: Figure | null;
  children: Measure[];
}

/** One mention of another document. */
export interface Reference
  extends Placed,
    Omit<contract.Reference, 'id' | 'span' | 'text' | 'line' | 'page' | 'section' | 'document' | 'type'> {
  type: 'reference';
  /** Tên loại, e.g. `Kế hoạch`; `type` in the contract. */
  kind: string;
}

export type Inline = Figure | Reference;

/**
 * A paragraph of the document, over wrapped lines and page turns. In a section item it begins behind the
 * marker and includes the title.
 */
export interface Paragraph extends Placed {
  type: 'paragraph';
  /**
   * The paragraph's text with line breaks, furniture and footnotes inside it as spaces and markup signs as
   * U+FEFF: as long as the paragraph's span, so that an offset here plus the paragraph's start is an offset there.
   */
  reading: string;
  children: Inline[];
}

/** A marker that structures the text, with all that stands under it. */
export interface Section extends Placed {
  type: 'section';
  marker: string;
  scheme: contract.Scheme;
  /** The printed ordinal without punctuation: `I`, `3.2`, `a`, `-`. */
  ordinal: string;
  /** The ordinal as a number from 1 (`3.2` is 2), `0` for bullets. */
  value: number;
  /** Where the title stands, `null` for bullets and plain numbered paragraphs. */
  heading: Span | null;
  children: (Paragraph | Section)[];
}

export interface Footnote extends Placed {
  type: 'footnote';
  marker: string;
  calls: Span[];
  children: [Paragraph];
}

/** Thể thức đầu: what stands above the text. */
export interface Head extends Placed, Omit<contract.Header, 'type'> {
  /** Tên loại, `type` in the contract. */
  kind: string | null;
  type: 'head';
  /** The title as a paragraph of its own, since it may hold references. */
  children: Paragraph[];
}

/** Thể thức cuối: Nơi nhận and signature. */
export interface Foot extends Placed, contract.Closing {
  type: 'foot';
  children: [];
}

/** A cited document: all mentions that mean the same one. */
export interface CitedDocument extends Omit<contract.CitedDocument, 'id' | 'mentions'> {
  mentions: Reference[];
}

/** A whole and the parts of one division of it (trong đó, gồm, parentheses, list level). */
export interface Breakdown {
  whole: Figure;
  parts: Figure[];
  /** Whether these are all parts; `null` where the text does not tell. */
  complete: boolean | null;
  /**
   * By what the parts are known: an opener that says that these are `all` (gồm), `some` (trong đó có) or leaves it
   * `open` (trong đó); `bare` parentheses or a colon; the `list` level; what is `left` (còn lại); their `sum`.
   */
  says: 'all' | 'open' | 'some' | 'bare' | 'list' | 'left' | 'sum';
}

export interface Root extends Placed {
  type: 'report';
  /** In the order of the text: head?, preamble, sections, conclusion, foot?; footnotes last. */
  children: (Head | Paragraph | Section | Foot | Footnote)[];
  documents: CitedDocument[];
  breakdowns: Breakdown[];
}

/** The span of a placed node. */
export const spanOf = (node: Placed): Span => [node.position.start.offset ?? 0, node.position.end.offset ?? 0];

/** A paragraph with the section it stands in. */
export interface PlacedParagraph {
  paragraph: Paragraph;
  section: Section | null;
}

/** All paragraphs below a node in the order of the text, with the section each stands in. */
export function paragraphs(
  node: Root | Section | Head | Footnote,
  section: Section | null = node.type === 'section' ? node : null,
): PlacedParagraph[] {
  const found: PlacedParagraph[] = [];
  // A stack of its own: the sections of a hostile text are deeper than that of the program.
  const levels: { children: Root['children'] | Section['children']; at: number; section: Section | null }[] = [
    { children: node.children, at: 0, section },
  ];
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const child = level.children[level.at++];
    if (!child) levels.pop();
    else if (child.type === 'paragraph') found.push({ paragraph: child, section: level.section });
    else if (child.type === 'section') levels.push({ children: child.children, at: 0, section: child });
    else if (child.type !== 'foot') levels.push({ children: child.children, at: 0, section: level.section });
  }
  return found;
}
