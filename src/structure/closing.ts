import { LETTER, UPPER } from '../../grammars/alphabet.ts';
import { bodies, field, inCapitals } from '../lexicon/layout.ts';
import type * as contract from '../schema.ts';
import { print } from '../text.ts';
import type { Line } from './lines.ts';
import { addRecipients, goesOn, isItem, noRecipients, type RecipientList } from './recipients.ts';
import { isRule, segments } from './segments.ts';
import {
  isSigningMark,
  type Signed,
  type SignedPart,
  sign,
  signedParts,
  splitBeside,
  unsigned,
  wrapSigned,
  wrapsSigned,
} from './signature.ts';

/** Thể thức cuối as found in the lines. */
export interface FootMatch extends contract.Closing {
  /** Index of the first line of the foot. */
  start: number;
  /** Index of the first line behind it: an appendix, or the end. */
  end: number;
}

/** The foot while it is read. */
interface Draft {
  list: RecipientList;
  signed: Signed;
}

const recipients = field('recipients');
const labelEnd = /\s*(?:[:.]\s*|(?=[-–+•])|$)/y;
/** An appendix, or the head of another document. */
const next = field('appendix', 'nation', 'party');
const wideGap = /[^\S\uFEFF]{3,}/;
/** A foot begins with its label or in capitals: a cheap look that spares the lines of the text the rest. */
const mayBegin = new RegExp(`^[^${LETTER}]{0,8}(?:N[ƠơOo]|[${UPPER}][${UPPER}./]|Thay mặt|Thừa)`);

/** Longest line of a foot: a recipient over the whole page, with the signature beside it. */
const longest = 220;
const mostLines = 90;

/**
 * Reads the foot of a document: recipients and signature, in either order or side by side.
 *
 * @param from index of the first line to look at
 * @returns `null` where the text ends without one
 */
export function findFoot(lines: Line[], from: number): FootMatch | null {
  for (let index = from; index < lines.length; index++) {
    const { reading } = lines[index] as Line;
    if (reading.length > longest || !mayBegin.test(reading)) continue;
    const [first = ''] = columnsOf(reading);
    const labelled = labelOf(first) > 0;
    if (!labelled && !signedParts(first, unsigned())) continue;
    const foot = readFoot(lines, index);
    if (isFoot(foot, labelled, lines)) return withLinesAbove(lines, from, foot);
    // A shorter foot inside it would end on the same line, and be none for the same reason.
    index = Math.max(index, foot.end - 1);
  }
  return null;
}

/**
 * A label with a list, or a sign (TM., KT.) with a name, is a foot. An office alone (CHỦ TỊCH) or a name may stand
 * in a table too: it is a foot where both are there and the document ends below.
 */
function isFoot({ recipients, signature, end }: FootMatch, labelled: boolean, lines: Line[]): boolean {
  const { authority, capacity, position, name } = signature;
  const over = end === lines.length || next.at(print(lines[end]?.reading ?? '')) > 0;
  if (labelled) return recipients.length > 0 || position !== null || authority !== null;
  if (authority !== null || capacity !== null) return name !== null || over;
  return position !== null && (name !== null || recipients.length > 0) && over;
}

/** What belongs to the foot above its first sure line: the signer's body without TM., the date of a signature. */
function withLinesAbove(lines: Line[], from: number, foot: FootMatch): FootMatch {
  const { signature } = foot;
  let { start } = foot;
  const short = (): Line | null => {
    const line = start > from ? lines[start - 1] : undefined;
    return line && line.reading.length <= 80 ? line : null;
  };
  let { authority } = signature;
  const name = print(short()?.reading ?? '');
  if (authority === null && signature.position !== null && inCapitals(name) && bodies.at(name)) {
    authority = name;
    start--;
  }
  const date = short();
  if (date && segments(date).every(({ kind }) => kind === 'date') && !isRest(date, lines[start - 2])) start--;
  return { ...foot, start, signature: { ...signature, authority } };
}

/** "… hoàn thành trước⏎ngày 30/9/2024." is the end of the text, not the date of a signature. */
const isRest = (line: Line, above: Line | undefined): boolean =>
  above !== undefined &&
  (line.block >= 0 ? line.block === above.block : line.gap === 0) &&
  /^\p{Ll}/u.test(line.reading) &&
  !/[.;:!?…/]\S?$/.test(above.reading);

function readFoot(lines: Line[], start: number): FootMatch {
  const draft: Draft = { list: noRecipients(), signed: unsigned() };
  let index = start;
  for (; index < Math.min(lines.length, start + mostLines); index++) {
    if (!readLine(lines[index] as Line, lines[index - 1], draft)) break;
  }
  return { recipients: draft.list.items, signature: draft.signed.signature, start, end: index };
}

/** Reads one line into the foot; `false`, and nothing done, where it is no part of it. */
function readLine(line: Line, above: Line | undefined, draft: Draft): boolean {
  if (line.reading.length > longest) return false;
  const { list, signed } = draft;
  const columns: SignedPart[][] = [];
  for (const [n, text] of columnsOf(line.reading).entries()) {
    const labelled = labelOf(text);
    if (labelled && list.items.length) return false;
    const rest = text.slice(labelled);
    if (labelled) list.labelled = true;
    if (!rest || isRule(rest)) continue;
    if (n === 0 && next.at(rest)) return false;
    const own = signedParts(rest, signed);
    if (own) columns.push(own);
    else if (wrapsSigned(rest, signed)) wrapSigned(rest, signed);
    else if (!isSigningMark(rest) && !readItem(rest, line, above, draft, columns)) return false;
  }
  sign(columns, signed);
  return true;
}

function readItem(text: string, line: Line, above: Line | undefined, draft: Draft, columns: SignedPart[][]): boolean {
  const { list, signed } = draft;
  if (!list.labelled || !(isItem(text) || goesOn(text, line, above, list))) return false;
  const { item, beside } = splitBeside(text, signed);
  addRecipients(item, list);
  if (beside.length) columns.push(beside);
  return true;
}

/** Length of "Nơi nhận:" at the head of a text, 0 where it is no label: Nơi nhận hồ sơ … */
function labelOf(text: string): number {
  const words = recipients.at(text);
  labelEnd.lastIndex = words;
  return words && labelEnd.test(text) ? labelEnd.lastIndex : 0;
}

/** The columns of a line as printed. */
const columnsOf = (reading: string): string[] => reading.split(wideGap).map(print).filter(Boolean);
