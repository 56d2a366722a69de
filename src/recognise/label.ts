import breakdownRows from '../../grammars/lexicon/breakdowns.yaml';
import type { Breakdown } from '../lexicon/schema.ts';
import { print } from '../text.ts';

/** A figure as far as its label goes: where it stands, and where the words that belong to its number begin. */
export interface Labelled {
  span: readonly [start: number, end: number];
  /** Start of "đạt hơn" in "đạt hơn 12 vụ": what stands before may be the label. */
  lead: number;
  /** Unit of its first measure; parts of one whole share it. */
  unit: string | null;
}

/** The parts of a text that a figure may find its label in: the paragraph, or what stands in parentheses. */
interface Scope {
  /** Start of the list element: behind ";", a colon, or the opening word of a breakdown. */
  element: number;
  /** Text before the colon of this element, and a number for that colon. */
  label: string | null;
  /** Number of the colon, or below zero of the sentence: the figures of one run may be a list. */
  run: number;
  /** Parts of a whole are being listed. */
  parts: boolean;
  /** End of the last figure, -1 before the first. */
  last: number;
}

/** What the text offers for one figure. */
interface Offer {
  /** The label for certain: a part of a whole, or the subject of "là". */
  certain: string | null;
  colon: string | null;
  /** The words before the number: the label, if figures of this run have such words and one unit. */
  phrase: string | null;
  run: number;
  unit: string | null;
  /** Nothing but a separator follows the figure. */
  closed: boolean;
}

const openers = (breakdownRows as Breakdown[])
  .flatMap(({ words }) => words)
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replaceAll(' ', '\\s+'))
  .join('|');
const opener = new RegExp(`(?<!\\p{L})(?:${openers})(?!\\p{L})\\s*[:,]?`, 'giu');
const onlyOpener = new RegExp(`^\\s*(?:${openers})\\s*,?\\s*$`, 'iu');
const leadingOpener = new RegExp(`^(?:${openers})(?!\\p{L})[\\s,:]*`, 'iu');

/** A label longer than this is a sentence. */
const longest = 220;

/**
 * Finds what each figure is stated for. "Label: figures" labels all figures of the list element; in a breakdown
 * ("trong đó khiếu nại 21 đơn", "(huyện: 11 vụ; xã 06 vụ)") it is the phrase right before the number. A noun that
 * follows the number is no label: it is what is counted.
 *
 * @param figures in the order of the text
 * @returns a label or `null` for each of them
 */
export function labelsOf(text: string, figures: Labelled[]): (string | null)[] {
  const offers: Offer[] = [];
  let runs = 1;
  const scopes: Scope[] = [scopeAt(0, false, -runs)];
  for (const event of events(text, figures)) {
    const scope = scopes.at(-1) ?? scopeAt(0, false, -runs);
    if (typeof event === 'object') offers.push(offerOf(text, event, scope));
    else {
      const sign = text.charAt(event);
      if (sign === '(') scopes.push(scopeAt(event + 1, true, -++runs));
      else if (sign === ')') scopes.length > 1 && scopes.pop();
      else if (sign === ';') Object.assign(scope, { element: event + 1, label: null, last: -1 });
      else if (sign === ':') openLabel(text, event, scope, ++runs);
      else Object.assign(scope, scopeAt(event + 1, false, -++runs));
    }
  }
  return choose(offers);
}

const scopeAt = (element: number, parts: boolean, run: number): Scope => ({
  element,
  label: null,
  run,
  parts,
  last: -1,
});

const sign = /[:;()]|[.!?…](?=["”’\s]|$)/g;

/** Signs and figures in the order of the text; signs inside a figure are none. */
function* events(text: string, figures: Labelled[]): Generator<number | Labelled> {
  let at = 0;
  for (const figure of figures) {
    yield* signs(text, at, figure.span[0]);
    yield figure;
    at = figure.span[1];
  }
}

function* signs(text: string, from: number, end: number): Generator<number> {
  // One character more, which the sign looks at; a search of all the text for each figure would be quadratic.
  for (const { index } of text.slice(from, end + 1).matchAll(sign)) {
    const at = from + index;
    if (at < end && !isInsideWord(text, at)) yield at;
  }
}

/** The colon of "7:30" and the full stop of "TP. Nam An". */
function isInsideWord(text: string, at: number): boolean {
  if (text.charAt(at) === ':') return /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1));
  return text.charAt(at) === '.' && /\p{Lu}/u.test(text.charAt(at - 1)) && at + 1 < text.length;
}

/** "198 vụ việc: khiếu nại 47, tố cáo 06": names with numbers that have no unit of their own are parts. */
const bareList = /^\s*\p{L}[^\d:;.]{1,40}\s\d[\d.]*\s*[,;]/u;

/** At a colon: what stands before it is a label, or opens a breakdown. */
function openLabel(text: string, at: number, scope: Scope, run: number): void {
  const follows = scope.last > scope.element;
  const before = text.slice(follows ? scope.last : scope.element, at);
  const opens = lastOpener(before) >= 0 || bareList.test(text.slice(at + 1, at + 60));
  if (follows && opens) Object.assign(scope, { parts: true, label: null });
  // "bằng 60% mức phụ cấp: cụ thể 315.000 đồng" goes on with the label it has; ", năm 2022:" is a new one.
  else if (follows && !/^\s*[,–-]/.test(before)) {
    scope.last = at + 1;
    return;
  } else {
    const label = before.length > 2 * longest ? '' : trimmed(before).replace(leadingOpener, '');
    if (!label || onlyOpener.test(before)) Object.assign(scope, { parts: true, label: null });
    else Object.assign(scope, { label: label.length <= longest ? label : null, run });
  }
  Object.assign(scope, { element: at + 1, last: -1 });
}

function offerOf(text: string, { span, lead, unit }: Labelled, scope: Scope): Offer {
  const from = Math.max(scope.element, scope.last);
  let gap = text.slice(from, Math.max(from, lead));
  const opened = lastOpener(gap);
  // "…: cụ thể 315.000 đồng" says the same again and keeps its label.
  if (opened >= 0 && !(scope.label !== null && onlyOpener.test(gap) && text.charAt(from - 1) === ':')) {
    gap = gap.slice(opened);
    Object.assign(scope, { parts: true, label: null });
  } else if (scope.last >= scope.element) gap = behindSeparator(gap);
  const phrase = phraseOf(gap);
  const told = scope.run < 0 && phrase !== null && /(?<!\p{L})là\s*:?\s*$/iu.test(text.slice(lead, span[0]));
  scope.last = span[1];
  return {
    certain: scope.label !== null ? null : scope.parts ? phrase : told ? quantity(phrase) : null,
    colon: scope.label,
    phrase,
    run: scope.run,
    unit,
    closed: /^\s*(?:[,;.)]|và(?!\p{L})|$)/u.test(text.slice(span[1], span[1] + 8)),
  };
}

/** Where the last opening word of a breakdown in a gap ends, -1 without one. */
function lastOpener(gap: string): number {
  opener.lastIndex = 0;
  let end = -1;
  while (opener.exec(gap)) end = opener.lastIndex;
  return end;
}

/** In "…, hàng giả " all behind the comma; in " khiếu nại, " the noun belongs to the figure before, nothing is left. */
function behindSeparator(between: string): string {
  // Parentheses behind a figure belong to it: "trực tuyến 37 hồ sơ (chiếm 76%), trực tiếp và qua bưu chính 14 hồ sơ".
  const gap = between.replace(/^\s*\([^()]*\)/u, '');
  const first = /^\s*(?:[,;+–-]|và\s|\)\s*[,;]?)/u.exec(gap);
  if (first) return gap.slice(first[0].length);
  const and = gap.lastIndexOf(' và ');
  return gap.slice(Math.max(gap.lastIndexOf(',') + 1, gap.lastIndexOf(';') + 1, and < 0 ? 0 : and + 4));
}

const functionWords =
  /(?<!\p{L})(?:và|có|đã|được|là|riêng|còn|lại|với|gồm|trong|các|thì|cũng|của|cho|số|tổng|từ|do|tại|ở|bị|đó|nay|thêm|chiếm|bằng|đạt|tương\s+ứng|tương\s+đương|tỷ\s+lệ|so)(?!\p{L})|\s/giu;

/** A phrase as a label: without what only leads over, `null` if nothing is left or it is a sentence. */
function phraseOf(gap: string): string | null {
  if (gap.length > 2 * longest) return null;
  let phrase = trimmed(gap);
  // "trong năm 2022, toàn xã": a part with a date is no name of a part.
  for (let comma = phrase.indexOf(','); comma >= 0 && /\d/.test(phrase.slice(0, comma)); comma = phrase.indexOf(','))
    phrase = trimmed(phrase.slice(comma + 1));
  if (!phrase.replace(functionWords, '') || phrase.length > longest) return null;
  // "có mặt 68 người", "có nội dung đúng, có nội dung sai 01 vụ": here "có" belongs to the name.
  return phrase.replace(/^(?:và|riêng|gồm|có(?!\s+mặt(?!\p{L})|.*,\s*có\s))\s+/iu, '');
}

/** "Tổng số thủ tục rà soát là 318": the subject of "là" where it names a quantity. */
function quantity(phrase: string): string | null {
  const subject = phrase.slice(phrase.lastIndexOf(',') + 1).trim();
  return /^(?:tổng|số|tỷ lệ|tỉ lệ|diện tích|mức|chiều|thời gian|thời hạn|tuổi|giá trị|kinh phí)(?!\p{L})/iu.test(
    subject,
  )
    ? subject
    : null;
}

const trimmed = (text: string): string => print(text).replace(/^[\s,;:.\-–+•*"“”)]+|[\s,;:\-–"“”(]+$/gu, '');

/**
 * A colon's label serves all figures behind it ("Dự án A: 84 tỷ đồng, diện tích 19 ha"), unless they are a list with
 * names of their own and one unit ("Kết quả: khiếu nại 21 đơn, tố cáo 03 đơn"). Without a colon such a list must be
 * longer and hold nothing else ("Xã An Bình 5 hộ, xã An Hải 7 hộ, xã An Lâm 12 hộ.").
 */
function choose(offers: Offer[]): (string | null)[] {
  const runs = new Map<number, Offer[]>();
  for (const offer of offers) {
    const run = runs.get(offer.run);
    if (!run) runs.set(offer.run, [offer]);
    else if (run.length < 3) run.push(offer);
  }
  return offers.map(
    (offer) => offer.certain ?? (isListed(offer, runs.get(offer.run) ?? []) ? offer.phrase : offer.colon),
  );
}

/** @param begin the first figures of the run, at most three */
function isListed({ run, phrase, closed }: Offer, begin: Offer[]): boolean {
  const heads = run > 0 ? begin.slice(0, 2) : begin;
  if (!phrase || heads.length < (run > 0 ? 2 : 3)) return false;
  const alike = heads.every((head) => head.phrase && head.unit === heads[0]?.unit);
  return alike && (run > 0 || (closed && heads.every((head) => head.closed && head.unit && head.certain === null)));
}
