import { phraseAt, phraseTree, skipSpaces } from '../../grammars/phrases.ts';
import { isCapital, nounAt } from '../../grammars/unit.ts';
import { type Figure, type Measure, type Paragraph, paragraphs, type Root, type Section } from '../ast.ts';
import type { Document } from '../document.ts';
import { print } from '../text.ts';

/**
 * Gives bare numbers the unit that their place implies, and drops those whose place implies none: they count nothing.
 * The unit comes from the label ("Số hộ nghèo: 25"), from what the paragraph counted before ("45 đơn: khiếu nại 21,
 * tố cáo 24"), or from the list: the item before, or the one above.
 */
export function implyUnits(tree: Root, _file: Document): void {
  implyIn(tree, null);
  for (const child of tree.children)
    if (child.type === 'head' || child.type === 'footnote')
      for (const { paragraph } of paragraphs(child)) implyInParagraph(paragraph, null);
}

/** Walks a level of the tree in order; returns the unit its first figure counts, for the next item of the list. */
function implyIn(node: Root | Section, above: string | null): string | null {
  let inherited = above;
  let own: string | null = null;
  for (const child of node.children) {
    let unit: string | null = null;
    if (child.type === 'paragraph') unit = implyInParagraph(child, inherited);
    else if (child.type === 'section') unit = implyIn(child, inherited);
    else continue;
    own ??= unit;
    // A section with sections of its own is no item of a list; what it counted is not what the next one counts.
    const isItem = child.type === 'paragraph' || child.children.every(({ type }) => type === 'paragraph');
    inherited = isItem ? (unit ?? inherited) : above;
  }
  return own;
}

const quantities = phraseTree(
  ['số', 'tổng số', 'số lượng', 'tổng số lượng', 'tổng'].map((phrase) => [phrase, true] as const),
);

const isCount = ({ kind }: Measure): boolean => kind === 'count';
const isBare = (measure: Measure): boolean => isCount(measure) && measure.unit === null && measure.impliedUnit === null;

/** Returns the unit that the paragraph's first count has. */
function implyInParagraph(paragraph: Paragraph, inherited: string | null): string | null {
  let first: string | null = null;
  let last: string | null = null;
  let whole: Figure | null = null;
  const outside = unitsOutside(paragraph);
  paragraph.children = paragraph.children.filter((inline) => {
    if (inline.type !== 'figure') return true;
    last = outside(inline, last);
    recount(paragraph, inline, last);
    if (!inline.children.some(isBare)) whole = inline;
    else if (whole && isWithin(paragraph, whole, inline)) return implyFromWhole(inline, whole);
    const keep = imply(inline, last ?? (inline.label === null ? null : inherited));
    const counted = inline.children.find(isCount);
    last = counted?.unit ?? counted?.impliedUnit ?? last;
    first ??= last;
    return keep;
  });
  return first;
}

/**
 * "172 người (111 người chết, 61 người mất tích), gồm: Bình An 103": behind parentheses goes on what was counted before
 * them. Gives, for each figure in turn, the unit counted last as it is there.
 */
function unitsOutside({
  reading,
  position,
  children,
}: Paragraph): (figure: Figure, last: string | null) => string | null {
  // Only bare numbers ask for what was counted before them.
  const asked = children.some((child) => child.type === 'figure' && child.children.some(isBare));
  if (!asked || !reading.includes('(')) return (_, last) => last;
  const base = position.start.offset ?? 0;
  let before: string | null = null;
  let at = 0;
  return (figure, last) => {
    const gap = reading.slice(at, (figure.position.start.offset ?? 0) - base);
    at = (figure.position.end.offset ?? 0) - base;
    const [opened, closed] = [gap.lastIndexOf('('), gap.lastIndexOf(')')];
    const unit = closed >= 0 ? (before ?? last) : last;
    if (closed >= 0) before = null;
    if (opened > closed) before = unit;
    return unit;
  };
}

const verbBefore = /(?:(?<!\p{L})(?:là|đạt|còn|lên)|:)\s+(?:(?:hơn|gần|trên|khoảng)\s+)?$/u;

const sameNumber = /(?<!\p{L})con số(?!\p{L})/iu;

/** "Số thuê bao đạt 1,2 triệu": a scale without a unit counts đồng, but not where the subject is a number of something. */
function recount({ reading, position }: Paragraph, figure: Figure, last: string | null): void {
  const measure = figure.children[0];
  if (measure?.kind !== 'money' || measure.unit !== null || measure.impliedUnit !== 'đồng') return;
  const at = (figure.position.start.offset ?? 0) - (position.start.offset ?? 0);
  const before = reading.slice(Math.max(0, at - 160), at);
  if (!verbBefore.test(before)) return;
  const subject = before.slice(before.search(/[^.,;:()]*:?\s*[^.,;:()]*$/u)).trimStart();
  const quantity = phraseAt(quantities, subject, 0);
  const counted = quantity && nounAt(subject, skipSpaces(subject, quantity.edge))?.row;
  // "con số này của năm trước là 73 nghìn": the number of what was counted before.
  const unit = sameNumber.test(subject) ? last : counted && !counted.kind ? unitOfLabel(subject) : null;
  if (unit) Object.assign(measure, { kind: 'count', impliedUnit: unit });
}

/** Whether a figure stands in parentheses behind another: "80 ha (Bình An 30, An Hải 50)". */
function isWithin({ reading, position }: Paragraph, whole: Figure, figure: Figure): boolean {
  const start = position.start.offset ?? 0;
  const from = (whole.position.end.offset ?? 0) - start;
  const between = reading.slice(from, (figure.position.start.offset ?? 0) - start);
  const open = between.indexOf('(');
  return open >= 0 && !between.includes(')') && !/[.;]\s/.test(between.slice(0, open)) && !/\.\s/.test(between);
}

/** Numbers in parentheses count what is before them; of money and shares a bare number says nothing. */
function implyFromWhole(figure: Figure, whole: Figure): boolean {
  const { unit, impliedUnit, kind } = whole.children.at(-1) ?? {};
  if (kind !== 'count' && kind !== 'area' && kind !== 'mass' && kind !== 'length' && kind !== 'volume') return false;
  for (const measure of figure.children.filter(isBare))
    Object.assign(measure, { kind, impliedUnit: unit ?? impliedUnit });
  return true;
}

/** Sets the implied unit of a figure's bare measures; false where there is none for a number that stands alone. */
function imply(figure: Figure, counted: string | null): boolean {
  const bare = figure.children.filter(isBare);
  if (!bare.length) return true;
  const named = figure.label && unitOfLabel(figure.label);
  const unit = counted && figure.label && category.test(figure.label) ? counted : (named ?? counted);
  for (const measure of bare) measure.impliedUnit = unit;
  return unit !== null || bare.some(({ of }) => of !== null);
}

/** "đất đai 388, lĩnh vực khác 207", "nam 50, nữ 45": a kind of what is counted, not what is counted. */
const category = /^(?:(?:các\s+)?(?:lĩnh vực|loại|nhóm|ngành)|nội dung)\s|^(?:nam|nữ)$/iu;

const sex = /^(?:nam|nữ)$/iu;

/** "Tổng số thủ tục hành chính rà soát" counts thủ tục hành chính, "Đảng viên mới kết nạp" đảng viên mới. */
function unitOfLabel(label: string): string | null {
  // "chết 5, bị thương 9", "nam 12, nữ 15": there are nouns for those to whom it happened, or who they are.
  if (sex.test(label) || nounAt(`người ${label}`, 0)?.end === label.length + 6) return 'người';
  const quantity = phraseAt(quantities, label, 0);
  const start = quantity ? skipSpaces(label, quantity.edge) : 0;
  const noun = nounAt(label, start);
  // "mũi 03", "Thanh Hóa": a number or a capital behind the noun makes a name of it.
  if (!noun || /^\s*\d/.test(label.slice(noun.end))) return null;
  if (isCapital(label, start) && isCapital(label, skipSpaces(label, noun.end))) return null;
  if (!quantity && (!noun.row || noun.row.weak)) return null;
  return print(label.slice(start, noun.end)).toLowerCase();
}
