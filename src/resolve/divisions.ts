import complementRows from '../../grammars/lexicon/complements.yaml';
import { type Breakdown, type Figure, type Paragraph, spanOf } from '../ast.ts';
import type { Complement } from '../lexicon/schema.ts';
import { sumsOf } from '../quantity.ts';
import { exceeds, isDoubtful, isPartOf } from './wholes.ts';

/** A breakdown as found; `candidates` are figures that might be its whole as well. */
export interface Draft extends Omit<Breakdown, 'complete'> {
  candidates: readonly Figure[];
}

/**
 * Says of a breakdown whether it names all parts, and parts it where it holds several divisions of one whole: "Tổng số
 * 60 đơn: kỳ trước chuyển sang 10 đơn, trong kỳ 50 đơn; thuộc thẩm quyền 40 đơn, không thuộc thẩm quyền 20 đơn".
 * Whether parts are all is told by the opener (gồm), by what they are called, or by their sum.
 */
export function divide(draft: Draft, text: string): Breakdown[] {
  const { says } = draft;
  const parts = withoutDoubtful(draft, says === 'list' || says === 'bare' ? withoutLarger(draft) : draft.parts, text);
  if (!parts.length) return [];
  const whole = wholeBySum(draft, parts, text);
  const division = (some: Figure[], complete: boolean | null): Breakdown => ({ whole, parts: some, says, complete });
  if (parts.length < 2) return [division(parts, says === 'left' ? null : isSame(whole, parts[0]))];
  if (fits(whole, parts, text)) return [division(parts, true)];
  if (says === 'all' || says === 'some') return [division(parts, says === 'all')];
  // "12 vụ (năm 2022: 15 vụ; năm 2021: 18 vụ)": other years, unless they add up.
  if (says === 'bare' && parts.every(({ label }) => /^năm\s+\d{4}/i.test(label ?? ''))) return [];
  const runs = runsThatFit(whole, parts, text);
  if (runs) return runs.map((run) => division(run, true));
  return byComplements(whole, parts, text).map(([some, complete]) => division(some, complete));
}

/**
 * Of figures that no opener calls parts, those that are more than the whole are none; but one among others is rather a
 * slip, and so is a whole smaller than all that stands in parentheses behind it.
 */
function withoutLarger({ whole, parts, says }: Draft): Figure[] {
  const smaller = parts.filter((part) => !exceeds(part, whole));
  if (says === 'bare' && parts.length > 1) return parts;
  return parts.length - smaller.length === 1 && smaller.length > 0 ? parts : smaller;
}

/** Parts by other names are parts if all together make up the whole. */
function withoutDoubtful({ whole }: Draft, parts: Figure[], text: string): Figure[] {
  const sure = parts.filter((part) => !isDoubtful(part, whole));
  return sure.length === parts.length || fits(whole, parts, text) ? parts : sure;
}

/** The whole that the parts add up to, if the text leaves a choice. */
function wholeBySum({ whole, candidates }: Draft, parts: Figure[], text: string): Figure {
  if (parts.length < 2 || fits(whole, parts, text)) return whole;
  const holdsAll = (other: Figure) => parts.every((part) => isPartOf(part, other, true));
  return candidates.find((other) => other !== whole && holdsAll(other) && fits(other, parts, text)) ?? whole;
}

const isSame = (whole: Figure, part: Figure | undefined): boolean =>
  whole.children.some(({ value }, n) => value === part?.children[n]?.value);

const fits = (whole: Figure, parts: Figure[], text: string): boolean =>
  sumsOf(whole, parts, text).some((sum) => sum.fits && sum.whole.value > 0);

/** A longer list is no longer searched for several divisions in it. */
const longest = 40;

/** Runs of two parts and more that each make up the whole, if all parts are in one of them. */
function runsThatFit(whole: Figure, parts: Figure[], text: string): Figure[][] | null {
  if (parts.length > longest) return null;
  const runs: Figure[][] = [];
  let run: Figure[] = [];
  for (const part of parts) {
    run.push(part);
    if (run.length < 2 || !fits(whole, run, text)) continue;
    runs.push(run);
    run = [];
  }
  return run.length ? null : runs;
}

/** "lĩnh vực khác", "còn lại": what is named last so leaves nothing out. */
const isRest = (name: string): boolean => /(?:^|\s)(?:khác|còn lại)\s*$/.test(name);

const rows = (complementRows as Complement[]).map(({ members, also = [] }) => ({
  members,
  words: [...members, ...also].sort((a, b) => b.length - a.length),
}));

/** The divisions whose complements are all there, and the parts in none of them, each with whether it is complete. */
function byComplements(whole: Figure, parts: Figure[], text: string): [Figure[], boolean | null][] {
  const names = parts.map((part) => nameOf(part, text));
  const divisions = fullest(rows.flatMap((row) => membersOf(row, parts, names)));
  const taken = new Set(divisions.flat());
  const rest = parts.filter((part) => !taken.has(part));
  // A part that belongs to no pair may belong to this one under a name that is not known: "đình chỉ 01 vụ".
  const named = rest.every((part) => part.children[0]?.of != null);
  const last = rest.length > 1 && isRest(names.at(-1) ?? '') ? true : null;
  if (!named && !divisions.some((division) => fits(whole, division, text))) return [[parts, last]];
  const lists = divisions.map((division): [Figure[], boolean | null] => [
    division,
    named || fits(whole, division, text) ? true : null,
  ]);
  if (rest.length) lists.push([rest, last]);
  return lists;
}

/** The parts that a row of complements names, if every member of it is there. */
function membersOf({ members, words }: (typeof rows)[number], parts: Figure[], names: string[]): Figure[][] {
  const found = names.map((name) => words.find((word) => name.includes(word)));
  return members.every((member) => found.includes(member)) ? [parts.filter((_, n) => found[n] !== undefined)] : [];
}

/** Whether figures of a paragraph are all of one pair or set of complements: "đúng hạn", "trễ hạn". */
export function areComplements(parts: Figure[], { reading, position }: Paragraph): boolean {
  const names = parts.map((part) => nameOf(part, reading, position.start.offset));
  return rows.some((row) => membersOf(row, parts, names).some((members) => members.length === parts.length));
}

/** Lists that share no part, the longest first. */
function fullest(lists: Figure[][]): Figure[][] {
  const chosen: Figure[][] = [];
  for (const list of lists.sort((a, b) => b.length - a.length))
    if (!chosen.some((other) => list.some((part) => other.includes(part)))) chosen.push(list);
  return chosen;
}

/** What a part is called: its label, or what follows its number up to the next sign. */
function nameOf(part: Figure, text: string, base = 0): string {
  const [start, end] = spanOf(part).map((offset) => offset - base) as [number, number];
  if (part.label) return part.label.toLowerCase();
  const behind = /^[^,;.()\n]{0,60}/.exec(text.slice(end, end + 60))?.[0] ?? '';
  return (text.slice(start, end) + behind).toLowerCase();
}
