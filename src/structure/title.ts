import { LOWER, UPPER } from '../../grammars/alphabet.ts';
import { bodies, field, inCapitals, placeLevels, positions } from '../lexicon/layout.ts';
import { lower } from '../lexicon/phrases.ts';
import { print } from '../text.ts';
import type { Part } from './letterhead.ts';
import type { Line } from './lines.ts';
import { isRule } from './segments.ts';
import type { TypeLine } from './type-line.ts';

export interface TitleMatch {
  parts: Part[];
  /** Index of the first line behind it. */
  end: number;
}

const addressee = field('addressee');
const headEnd = field('addressee', 'attached', 'recipients', 'nation');
const outlook = field('outlook');
/** Openers begin a paragraph with a capital; in a title in capitals the same words are no sign. */
const opener = field('opener');
/** A title does not end here: "… của UBND tỉnh / Bắc Lâm về". */
const connector = /(?:[,;&–-]|(?:^|\s)(?:và|của|về|theo|tại|trong|cho|với|từ|đến|các|những|năm|số|ngày|tháng))$/;
const isOpen = (text: string): boolean => connector.test(lower(text)) || placeLevels.ends(text);
const time = /^\(?(?:từ ngày|từ tháng|từ năm|tháng|quý|năm|giai đoạn|nhiệm kỳ|tuần|\d+ tháng)(?![a-zà-ỹ])/;
const sentenceEnd = /(?:[.:;!?…]|\.\/\.)["”)]*$/;
const innerEnd = new RegExp(`(?:[${LOWER}]{2}|\\d)[.;:]\\s+[${UPPER}]`);
const startsSmall = new RegExp(`^[${LOWER}]`);

/** The grounds of a decision (căn cứ ban hành) stand below the authority. */
const grounds = /^Căn cứ\s/;

const mostLines = 14;
const longest = 600;

/** Trích yếu: the lines between the type line and the addressee, the grounds, the first marker or sentence. */
export function readTitle(lines: Line[], at: number, rest: TypeLine['rest']): TitleMatch {
  const parts: Part[] = [];
  let index = at;
  if (rest) {
    parts.push(partOf(rest.line, rest.from));
    index++;
  }
  for (; index < lines.length && parts.length < mostLines; index++) {
    const line = lines[index] as Line;
    const text = print(line.reading);
    if (isRule(text)) {
      if (parts.length) break;
    } else if (parts.length ? goesOn(lines, index, text, parts, rest !== null) : opensTitle(lines, index, text))
      parts.push(partOf(line));
    else break;
  }
  while (lines[index] && isRule(print(lines[index]?.reading ?? ''))) index++;
  return { parts, end: index };
}

const partOf = (line: Line, from = 0): Part => ({
  text: print(line.reading.slice(from)),
  span: [line.start + from, line.end],
});

const endsHead = (line: Line, text: string): boolean =>
  line.markers.length > 0 || headEnd.at(text, /^[(“"]/.test(text) ? 1 : 0) > 0;

function opensTitle(lines: Line[], index: number, text: string): boolean {
  if (endsHead(lines[index] as Line, text) || text.length > longest) return false;
  return inCapitals(text) || !(opener.at(text) && isSentence(lines, index));
}

/** Whether a line goes on with the title above it. */
function goesOn(lines: Line[], index: number, text: string, parts: Part[], titleOnTypeLine: boolean): boolean {
  const line = lines[index] as Line;
  if (endsHead(line, text) || text.length > longest) return false;
  const above = lines[index - 1] as Line;
  const sameParagraph = line.block >= 0 && line.block === above.block;
  const title = parts.at(-1)?.text ?? '';
  if (inCapitals(text)) {
    // ỦY BAN NHÂN DÂN XÃ A, CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ A under the title of a decision is the authority that enacts.
    if (!sameParagraph && grounds.test(lines[index + 1]?.reading ?? '') && (bodies.at(text) || positions.at(text)))
      return false;
    return inCapitals(title) && (sameParagraph || isOpen(title) || !bodies.at(text));
  }
  // "… năm 2022;⏎phương hướng … năm 2023": two clauses of one title.
  if (/^\d/.test(text) || startsSmall.test(text)) return !sentenceEnd.test(title) || title.endsWith(';');
  if (time.test(lower(text)) && !isSentence(lines, index)) return true;
  if (inCapitals(title)) {
    // THÀNH TÍCH CỦA TẬP THỂ / Khối Dân vận xã A: a line below in small letters, no paragraph of the text.
    const below = (titleOnTypeLine && parts.length === 1) || (line.gap === 0 && text.length <= 100 && !opener.at(text));
    return below && !isSentence(lines, index);
  }
  // "… năm 2022;⏎Phương hướng … năm 2023.": the whole title may end with a stop.
  if (/[;,]$/.test(title) && outlook.at(text)) return true;
  if (isSentence(lines, index)) return false;
  if (sameParagraph || isOpen(title) || outlook.at(text)) return true;
  return line.gap === 0 && line.block < 0 && !opener.at(text);
}

/** Whether the paragraph that begins on a line is a sentence of the text rather than a title. */
function isSentence(lines: Line[], at: number): boolean {
  let text = '';
  for (let index = at; index < Math.min(lines.length, at + mostLines); index++) {
    if (index > at && !wraps(lines[index - 1] as Line, lines[index] as Line)) break;
    text += ` ${print((lines[index] as Line).reading)}`;
    if (text.length > longest) return true;
  }
  return sentenceEnd.test(text) || innerEnd.test(text);
}

/** Whether the second line goes on with the paragraph of the first, as far as two lines can tell. */
function wraps(above: Line, line: Line): boolean {
  if (line.block >= 0) return line.block === above.block;
  const text = print(line.reading);
  if (endsHead(line, text)) return false;
  return startsSmall.test(text) || (line.gap === 0 && above.reading.length >= 60 && !sentenceEnd.test(above.reading));
}

const bullet = /^[-–—+•*]\s*/;

/** `- UBND huyện; - Phòng Nội vụ`: a new item on the same line. */
const innerBullet = /[;,]\s*[-–]\s+/;
const isAside = (text: string): boolean => text.startsWith('(') || isRule(text);

/**
 * Kính gửi: what stands behind the label, or the list below it, joined by "; ".
 *
 * @returns no text, and `end` where it looked, where no addressee stands there
 */
export function readAddressee(lines: Line[], at: number): { text: string | null; end: number } {
  let index = at;
  // (Kèm theo …) and rules may stand between the title and the addressee.
  while (index < at + 3 && lines[index] && isAside(print(lines[index]?.reading ?? ''))) index++;
  const first = print(lines[index]?.reading ?? '');
  const label = addressee.at(first);
  if (!label) return { text: null, end: at };
  const items: string[] = [];
  let open = first.slice(label).replace(/^[\s:]+/, '');
  let listed = open === '' || bullet.test(open);
  for (index++; index < lines.length && items.length < 60; index++) {
    const line = lines[index] as Line;
    const text = print(line.reading);
    if (bullet.test(text) && (listed || /;$/.test(open))) {
      items.push(open);
      open = text;
      listed = true;
    } else if (open === '' && !endsHead(line, text)) open = text.replace(/^[\s:]+/, '');
    else if (continuesAddressee(lines, index, open, text)) open = `${open} ${text}`;
    else break;
  }
  items.push(open);
  const clean = items
    .flatMap((item) => (bullet.test(item) ? item.split(innerBullet) : [item]))
    .map((item) => item.replace(bullet, '').replace(/[\s;,.:]+$/, ''))
    .filter(Boolean);
  return { text: clean.join('; ') || null, end: index };
}

function continuesAddressee(lines: Line[], index: number, open: string, text: string): boolean {
  const line = lines[index] as Line;
  if (/\.$/.test(open) || endsHead(line, text) || opener.at(text)) return false;
  if (line.block >= 0 && line.block === lines[index - 1]?.block) return true;
  return (
    startsSmall.test(text) || (isOpen(open) && text.length <= 100 && (bodies.at(text) > 0 || !isSentence(lines, index)))
  );
}
