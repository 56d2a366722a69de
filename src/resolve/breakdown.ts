import type { Figure, Footnote, Head, Root, Section } from '../ast.ts';
import type { Document } from '../document.ts';
import { headOf } from '../quantity.ts';
import { type Draft, divide } from './divisions.ts';
import { type ParagraphParts, partsOf } from './parts.ts';
import { isPartOf, wholeOf } from './wholes.ts';

/** What the items that come next are parts of. */
interface Whole {
  candidates: Figure[];
  says: Draft['says'];
}

/** One level of a list on its way. */
interface Level {
  /** What its items are parts of, and those found so far: one list for each whole, "1.208 lượt, 1.455 người". */
  whole: Whole | null;
  groups: Draft[];
  /** A total among the items ("+ Tổng số đơn: 12 đơn") and the parts behind it. */
  total: { whole: Whole; groups: Draft[] } | null;
  /** What was divided by the criterion of an item before ("a) Theo nội dung: 298 đơn"). */
  divided: Whole | null;
}

/**
 * Finds for each figure the whole it is a part of (phần của tổng): within its paragraph by openers and parentheses,
 * and over list levels, where the items below "Tổng số đơn: 45 đơn, trong đó:" are its parts. An item without a
 * figure of its own ("- Phân loại theo nội dung:") passes on the whole above it: its items break it down once more.
 */
export function resolveBreakdowns(tree: Root, file: Document): void {
  const found: Draft[] = [];
  walk(tree, null, null, found);
  tree.breakdowns = found.flatMap((draft) => divide(draft, file.data.source.text));
  for (const { whole, parts } of tree.breakdowns) for (const part of parts) part.parent ??= whole;
}

/** @param own what the first paragraph of a section gives */
function walk(
  node: Root | Section | Head | Footnote,
  inherited: Whole | null,
  own: ParagraphParts | null,
  found: Draft[],
): void {
  const level: Level = { whole: inherited, groups: [], total: null, divided: null };
  for (const [n, child] of node.children.entries()) {
    if (child.type === 'section') walkItem(child, level, found);
    else if (child.type === 'head' || child.type === 'footnote') walk(child, null, null, found);
    else if (child.type === 'paragraph') {
      const first = n === 0 && node.type === 'section';
      readParagraph((first && own) || partsOf(child), first, level, found);
    }
  }
}

const bulletSchemes = new Set(['dash', 'plus', 'star', 'bullet']);

function walkItem(section: Section, level: Level, found: Draft[]): void {
  const [first] = section.children;
  const own = first?.type === 'paragraph' ? partsOf(first) : null;
  const heads = own ? headsOf(own) : [];
  const criterion = first?.type === 'paragraph' && byCriterion.test(first.reading);
  const passed = criterion && !heads.length && level.divided ? level.divided : level.whole;
  // A titled section without a figure is about something else, unless an opener has said that parts follow.
  const blocked = passed?.says === 'list' && section.heading !== null && !criterion && !heads.length;
  if (criterion && heads.length) level.divided = { candidates: heads, says: 'list' };
  if (bulletSchemes.has(section.scheme) && isTotal(heads)) {
    addParts(heads, level, found);
    level.total = { whole: { candidates: heads, says: 'list' }, groups: [] };
  } else if (level.total) addParts(heads, level.total, found);
  else if (!criterion || !restates(heads, level.whole)) addParts(heads, level, found);
  walk(section, blocked ? null : passed, own, found);
}

/** "+ Tổng số đơn: 12 đơn" is the whole of the bullets behind it. */
const isTotal = ([first]: Figure[]): boolean => /^tổng(?!\p{L})/iu.test(first?.label ?? '');

/** "Phân loại theo nội dung:": another division of what was divided before. */
const byCriterion = /^\s*(?:(?:phân loại|phân|chia|xét|tính|kết quả phân loại)\s+)?theo\s/iu;

/** "- Phân loại theo nội dung: 45 đơn" below "45 đơn" says the whole again. */
const restates = ([first]: Figure[], whole: Whole | null): boolean =>
  whole?.candidates.some((figure) => figure.children.some(({ value }) => value === first?.children[0]?.value)) ?? false;

/** How many figures before a list may be its whole. */
const nearest = 16;

/** Takes a paragraph's own breakdowns, and says what the items behind it are parts of. */
function readParagraph(parts: ParagraphParts, first: boolean, level: Level, found: Draft[]): void {
  const { heads, breakdowns, opened, alone, leads } = parts;
  found.push(...breakdowns);
  if (alone && alone !== 'none') openItems(level, level.whole && { ...level.whole, says: alone });
  else if (opened) openItems(level, opened);
  else if (!heads.length) {
    if (!first && !leads) openItems(level, null);
  } else if (!goesOn(parts, first, level, found))
    openItems(level, { candidates: heads.slice(-nearest).reverse(), says: 'list' });
}

function openItems(level: Level, whole: Whole | null): void {
  level.whole = whole;
  level.groups = [];
}

/** "Label: amount" lines below an item go on with its parts; any other figure is a whole of its own. */
function goesOn({ heads, leads }: ParagraphParts, first: boolean, level: Level, found: Draft[]): boolean {
  if (first || !level.whole || heads.length !== 1 || heads[0]?.label == null || leads) return false;
  return addParts(heads, level, found);
}

/** The figures that an item states of itself: its first, or several with labels or units of their own. */
function headsOf({ heads: all, apart }: ParagraphParts): Figure[] {
  const heads = all.filter((figure) => !apart.has(figure));
  const areApart = (values: (string | null | undefined)[]) =>
    new Set(values).size === heads.length && !values.includes(null);
  if (areApart(heads.map(({ label }) => label))) return heads;
  const [first] = heads;
  const sameLabel = first?.label != null && heads.every(({ label }) => label === first.label);
  return sameLabel && areApart(heads.map(({ children: [measure] }) => measure && headOf(measure)))
    ? heads
    : heads.slice(0, 1);
}

/** Adds figures to the parts of the wholes that they fit, beginning a list with the first; says whether any fits. */
function addParts(figures: Figure[], list: { whole: Whole | null; groups: Draft[] }, found: Draft[]): boolean {
  let added = false;
  for (const figure of figures) {
    const group = groupOf(figure, list, found);
    if (!group) continue;
    group.parts.push(figure);
    added = true;
  }
  return added;
}

function groupOf(figure: Figure, list: { whole: Whole | null; groups: Draft[] }, found: Draft[]): Draft | null {
  const known = list.groups.find(({ whole }) => isPartOf(figure, whole));
  const whole = known || !list.whole ? undefined : wholeOf(figure, list.whole.candidates);
  if (known || !list.whole || !whole) return known ?? null;
  const group: Draft = { whole, parts: [], says: list.whole.says, candidates: list.whole.candidates };
  list.groups.push(group);
  found.push(group);
  return group;
}
