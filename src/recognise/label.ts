import { choose, type Offer } from './label-list.ts';
import { endsInOpener, isOpener, lastOpener, withoutOpener, withoutResumption } from './label-opener.ts';
import { isPlaceName, isSentence, leadsOver, longest, phraseOf, quantityOf, trimmed } from './label-phrase.ts';
import { namesInTurn } from './label-series.ts';

/** A figure as far as its label goes: where it stands, and where the words that belong to its number begin. */
export interface Labelled {
  span: readonly [start: number, end: number];
  /** Start of "đạt hơn" in "đạt hơn 12 vụ": what stands before may be the label. */
  lead: number;
  /** Unit of its first measure; parts of one whole share it. */
  unit: string | null;
  /** A number without a unit, which only its place in a list makes a figure. */
  bare: boolean;
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
  /** Names told before the numbers, for those still to come. */
  series: string[];
}

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
    if (typeof event === 'object') offers.push(offerOf(text, event, scope, offers));
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
  series: [],
});

/** What may part a text; of a colon and a stop, what stands around them tells. */
const sign = /[:;().!?…]/g;

/** Signs and figures in the order of the text, up to the last figure; signs inside a figure are none. */
function events(text: string, figures: Labelled[]): (number | Labelled)[] {
  const found: (number | Labelled)[] = [];
  let next = 0;
  let free = 0;
  sign.lastIndex = 0;
  for (let hit = sign.exec(text); hit; hit = sign.exec(text)) {
    const at = hit.index;
    for (let figure = figures[next]; figure && figure.span[0] <= at; figure = figures[++next]) {
      found.push(figure);
      free = figure.span[1];
    }
    if (next === figures.length) return found;
    if (at >= free && parts(text, at)) found.push(at);
  }
  for (; next < figures.length; next++) found.push(figures[next] as Labelled);
  return found;
}

/** A full stop without a space behind it ("đạt 5%.Tổng thu"), but not in "Tp.Nam An". */
const gluedStop = /(?<=[\p{Ll}\d%),\s]{3})\.(?=\p{Lu}\p{Ll})/uy;

/** Whether a sign parts the text: not the colon of "7:30", nor the full stop of "1.250" and "TP. Nam An". */
function parts(text: string, at: number): boolean {
  const printed = text.charAt(at);
  if (printed === ':') return !(/\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1)));
  if (';()'.includes(printed) || at + 1 === text.length) return true;
  if (printed === '.' && /\p{Lu}/u.test(text.charAt(at - 1))) return false;
  if (/["”’\s]/.test(text.charAt(at + 1))) return true;
  gluedStop.lastIndex = at;
  return gluedStop.test(text);
}

/** "198 vụ việc: khiếu nại 47, tố cáo 06": names with numbers that have no unit of their own are parts. */
const bareList = /^\s*\p{L}[^\d:;.]{1,40}\s\d[\d.]*\s*[,;]/u;

/** At a colon: what stands before it is a label, or opens a breakdown. */
function openLabel(text: string, at: number, scope: Scope, run: number): void {
  const follows = scope.last > scope.element;
  // "35 đơn (đạt 89%), đơn trùng: 04 đơn": parentheses belong to the figure before them.
  const before = text.slice(follows ? scope.last : scope.element, at).replace(follows ? /^\s*\([^()]*\)/u : /^/, '');
  const opens = lastOpener(before) >= 0 || bareList.test(text.slice(at + 1, at + 60));
  if (follows && opens) Object.assign(scope, { parts: true, label: null });
  // "bằng 60% mức phụ cấp: cụ thể 315.000 đồng" goes on with the label it has; ", năm 2022:" is a new one.
  else if (follows && !/^\s*[,–-]/.test(before)) {
    scope.last = at + 1;
    return;
  } else {
    const label = before.length > 2 * longest ? '' : withoutOpener(trimmed(before));
    if (!label || endsInOpener(before) || leadsOver(label)) Object.assign(scope, { parts: true, label: null });
    else Object.assign(scope, { label: label.length <= longest && !isLongSentence(label) ? label : null, run });
  }
  Object.assign(scope, { element: at + 1, last: -1 });
}

/** "Trong kỳ, UBND xã đã tổ chức … như: " is a sentence that goes on behind its colon; names are no longer than this. */
const isLongSentence = (label: string): boolean => label.length > 120 || (label.length > 60 && isSentence(label));

function offerOf(text: string, figure: Labelled, scope: Scope, offers: Offer[]): Offer {
  const { span, unit, bare } = figure;
  const stated = scope.label === null ? (inTurn(text, figure, scope) ?? statedFor(text, figure, scope, offers)) : null;
  const gap = gapBefore(text, figure, scope);
  scope.last = span[1];
  return {
    at: span[0],
    certain: scope.label === null ? (stated ?? certainIn(text, figure, scope, gap)) : null,
    colon: scope.label,
    gap,
    run: scope.run,
    unit,
    bare,
    closed: /^\s*(?:[,;.()]|và(?!\p{L})|$)/u.test(text.slice(span[1], span[1] + 8)),
  };
}

/** The words before a figure that may be its label; an opening word among them makes parts of what follows. */
function gapBefore(text: string, { lead, span }: Labelled, scope: Scope): string {
  const from = Math.max(scope.element, scope.last);
  const first = scope.last < scope.element;
  let gap = behindParentheses(text.slice(from, Math.max(from, lead)));
  if (first) gap = withoutResumption(gap);
  const opened = lastOpener(gap);
  // "…: cụ thể 315.000 đồng" says the same again and keeps its label.
  if (opened >= 0 && !(scope.label !== null && isOpener(gap) && text.charAt(from - 1) === ':')) {
    Object.assign(scope, { parts: true, label: null });
    return gap.slice(opened);
  }
  if (first || text.charAt(from - 1) === ':') return gap;
  return behindSeparator(gap, /^với(?!\p{L})/iu.test(text.slice(lead, span[0])));
}

/** The label of a figure in a list of parts, or right behind the name of a place ("Lào Cai 5 người", "Lào Cai (12)"). */
function certainIn(text: string, { span, lead }: Labelled, scope: Scope, gap: string): string | null {
  if (scope.element === span[0] && text.charAt(span[0] - 1) === '(' && text.charAt(span[1]) === ')')
    return placeIn(/[^,;:(]*$/u.exec(text.slice(Math.max(0, span[0] - 60), span[0] - 1))?.[0] ?? '');
  return scope.parts ? phraseOf(gap) : lead === span[0] ? placeIn(gap) : null;
}

function placeIn(gap: string): string | null {
  const place = trimmed(gap);
  return isPlaceName(place) ? place : null;
}

const separator = /^\s*(?:[,;]?\s*và\s|[,;])\s*$/u;

const saysInTurn = (text: string, at: number): boolean =>
  text.startsWith('lần lượt', at) || text.startsWith('Lần lượt', at);

/** "Số vụ, số người chết lần lượt là 12 vụ và 3 người": each name for the number in its turn. */
function inTurn(text: string, { span, lead }: Labelled, scope: Scope): string | null {
  if (lead < span[0] && saysInTurn(text, lead))
    scope.series = namesInTurn(text.slice(Math.max(scope.element, scope.last, lead - longest), lead));
  else if (scope.series.length && !separator.test(text.slice(scope.last, lead))) scope.series = [];
  return scope.series.shift() ?? null;
}

/** The subject of "là" before a figure where it names a quantity; figures inside of it are stated for nothing. */
function statedFor(text: string, { span, lead }: Labelled, scope: Scope, offers: Offer[]): string | null {
  if (!/(?<!\p{L})là(?!\p{L})/iu.test(text.slice(lead, span[0])) || saysInTurn(text, lead)) return null;
  const from = Math.max(scope.element, lead - longest);
  const clause = text.slice(from, lead);
  const opened = Math.max(0, lastOpener(clause));
  const found = quantityOf(clause.slice(opened), scope.last - from - opened);
  if (!found) return null;
  const start = from + opened + found.start;
  for (let n = offers.length - 1; n >= 0 && (offers[n]?.at ?? 0) > start; n--)
    Object.assign(offers[n] ?? {}, { certain: null, gap: '' });
  return found.label;
}

const closing = /^.*\)(?=\s*[,;])/su;
const remark = /^.*\([^()]*(?:\d|gồm|trong đó)[^()]*\)(?=\s*\S)/su;

/** "(bao gồm cả va chạm), xã An Bình ": what stands in parentheses is a remark on what is before them. */
const behindParentheses = (gap: string): string =>
  gap.includes(')') ? gap.replace(closing, '').replace(remark, '') : gap;

/**
 * In "…, hàng giả " all behind the comma; in " khiếu nại, " the noun belongs to the figure before, nothing is left.
 * @param joined the figure is joined to the one before: "9 vụ tham nhũng, chức vụ với 8 bị can"
 */
function behindSeparator(between: string, joined: boolean): string {
  // Parentheses behind a figure belong to it: "trực tuyến 37 hồ sơ (chiếm 76%), trực tiếp và qua bưu chính 14 hồ sơ".
  const gap = between.replace(/^\s*\([^()]*\)/u, '');
  const first = /^\s*(?:[,;+–-]|và\s|\)\s*[,;]?)/u.exec(gap);
  // "5 cân đồng hồ và cân điện tử, 7 ô tô": what "và" adds to the figure before ends with the comma.
  if (first && /^\s*và\s[^,;]*[,;]\s*$/u.test(gap)) return '';
  if (first || joined) return first ? gap.slice(first[0].length) : '';
  // Separators inside parentheses part nothing.
  const open = gap.includes('(') ? gap.replace(/\([^()]*\)/gu, (inside) => '_'.repeat(inside.length)) : gap;
  const and = open.lastIndexOf(' và ');
  const start = Math.max(open.lastIndexOf(',') + 1, open.lastIndexOf(';') + 1, and < 0 ? 0 : and + 4);
  // "tụ điểm đánh bạc với 12 đối tượng": without a separator all belongs to the figure before.
  return start > 0 ? gap.slice(start) : '';
}
