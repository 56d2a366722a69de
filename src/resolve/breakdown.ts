import type { Breakdown, Figure, Footnote, Head, Paragraph, Root, Section } from '../ast.ts';
import type { Document } from '../document.ts';
import { divide } from './divisions.ts';
import { isPartOf, openerAlone, partsOf, wholeOf } from './parts.ts';

/** What the items that come next are parts of. */
interface Whole {
  candidates: Figure[];
  says: Breakdown['says'];
}

/**
 * Finds for each figure the whole it is a part of (phần của tổng): within its paragraph by openers and parentheses,
 * and over list levels, where the items below "Tổng số đơn: 45 đơn, trong đó:" are its parts. An item without a
 * figure of its own ("- Phân loại theo nội dung:") passes on the whole above it: its items break it down once more.
 */
export function resolveBreakdowns(tree: Root, file: Document): void {
  const found: Breakdown[] = [];
  walk(tree, null, found);
  tree.breakdowns = found.flatMap((breakdown) => divide(breakdown, file.data.source.text));
  for (const { whole, parts } of tree.breakdowns) for (const part of parts) part.parent ??= whole;
}

function walk(node: Root | Section | Head | Footnote, inherited: Whole | null, found: Breakdown[]): void {
  let whole = inherited;
  let group: Breakdown | null = null;
  let total: { whole: Whole; group: Breakdown | null } | null = null;
  for (const [n, child] of node.children.entries()) {
    if (child.type === 'foot') continue;
    if (child.type === 'head' || child.type === 'footnote') walk(child, null, found);
    else if (child.type === 'section') {
      const heads = headsOf(child);
      if (bulletSchemes.has(child.scheme) && isTotal(heads)) {
        group = addParts(heads, whole, group, found);
        total = { whole: { candidates: heads, says: 'list' }, group: null };
      } else if (total) total.group = addParts(heads, total.whole, total.group, found);
      else group = addParts(heads, whole, group, found);
      walk(child, whole, found);
    } else {
      const next = readParagraph(child, { first: n === 0 && node.type === 'section', whole, group, found });
      if (next.whole !== whole) group = null;
      whole = next.whole;
      group = next.group ?? group;
    }
  }
}

const bulletSchemes = new Set(['dash', 'plus', 'star', 'bullet']);

/** "+ Tổng số đơn: 12 đơn" is the whole of the bullets behind it. */
const isTotal = ([first]: Figure[]): boolean => /^tổng(?!\p{L})/iu.test(first?.label ?? '');

interface Reading {
  /** Whether it is the paragraph of the item itself. */
  first: boolean;
  whole: Whole | null;
  group: Breakdown | null;
  found: Breakdown[];
}

/** Takes a paragraph's own breakdowns, and says what the items behind it are parts of. */
function readParagraph(
  paragraph: Paragraph,
  { first, whole, group, found }: Reading,
): { whole: Whole | null; group: Breakdown | null } {
  const { heads, breakdowns, opened } = partsOf(paragraph);
  found.push(...breakdowns);
  const says = openerAlone(paragraph.reading);
  if (says) return { whole: whole && { ...whole, says }, group: null };
  if (opened) return { whole: opened, group: null };
  if (!heads.length) return { whole: first || endsInColon(paragraph) ? whole : null, group: null };
  // "Label: amount" lines below an item go on with its parts; any other figure is a whole of its own.
  const isLine = !first && whole !== null && heads.length === 1 && heads[0]?.label != null && !endsInColon(paragraph);
  if (isLine) {
    const next = addParts(heads, whole, group, found);
    if (next) return { whole, group: next };
  }
  return { whole: { candidates: heads.slice().reverse(), says: 'list' }, group: null };
}

const endsInColon = ({ reading }: Paragraph): boolean => /:[\s\uFEFF]*$/.test(reading);

/** The figures that an item states of itself: its first, or several with labels of their own. */
function headsOf({ children: [first] }: Section): Figure[] {
  if (first?.type !== 'paragraph') return [];
  const { heads } = partsOf(first);
  const labels = new Set(heads.map(({ label }) => label));
  return labels.size === heads.length && !labels.has(null) ? heads : heads.slice(0, 1);
}

/** Adds figures to the parts of a whole that they fit, beginning the list with the first. */
function addParts(
  figures: Figure[],
  whole: Whole | null,
  group: Breakdown | null,
  found: Breakdown[],
): Breakdown | null {
  let current = group;
  for (const figure of figures) {
    const fits = current?.whole ?? (whole && wholeOf(figure, whole.candidates));
    if (!whole || !fits || !isPartOf(figure, fits)) continue;
    if (!current) {
      current = { whole: fits, parts: [], says: whole.says, complete: null };
      found.push(current);
    }
    current.parts.push(figure);
  }
  return current;
}
