import { bodies, field, inCapitals, placeLevels } from '../lexicon/layout.ts';
import { print } from '../text.ts';
import type { Part } from './letterhead.ts';
import type { Line } from './lines.ts';
import { markersOf } from './markers.ts';
import { isRule } from './segments.ts';
import type { TypeLine } from './type-line.ts';

export interface TitleMatch {
  parts: Part[];
  /** Index of the first line behind it. */
  end: number;
}

const label = (name: Parameters<typeof field>[0]) => new RegExp(`^[(“"]?\\s*${field(name)}`, 'iu');
const addressee = label('addressee');
const attached = label('attached');
const recipients = label('recipients');
const outlook = label('outlook');
const nation = label('nation');
const body = new RegExp(`^${bodies}`, 'iu');
/** Openers begin a paragraph with a capital; in a title in capitals the same words are no sign. */
const opener = new RegExp(`^${field('opener')}`, 'iu');
/** A title does not end here: "… của UBND tỉnh / Bắc Lâm về". */
const connector = new RegExp(
  `(?:[,;&–-]|(?<![a-zà-ỹ])(?:và|của|về|theo|tại|trong|cho|với|từ|đến|các|những|năm|số|ngày|tháng)|${placeLevels})$`,
  'iu',
);
const time = /^\(?(?:từ ngày|từ tháng|từ năm|tháng|quý|năm|giai đoạn|nhiệm kỳ|tuần|\d+ tháng)(?![a-zà-ỹ])/iu;
const sentenceEnd = /(?:[.:;!?…]|\.\/\.)["”)]*$/u;
const innerEnd = /(?:\p{Ll}{2}|\d)[.;:]\s+\p{Lu}/u;

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
  markersOf(line).length > 0 ||
  addressee.test(text) ||
  attached.test(text) ||
  recipients.test(text) ||
  nation.test(text);

function opensTitle(lines: Line[], index: number, text: string): boolean {
  if (endsHead(lines[index] as Line, text) || text.length > longest) return false;
  return inCapitals(text) || !(opener.test(text) && isSentence(lines, index));
}

/** Whether a line goes on with the title above it. */
function goesOn(lines: Line[], index: number, text: string, parts: Part[], titleOnTypeLine: boolean): boolean {
  const line = lines[index] as Line;
  if (endsHead(line, text) || text.length > longest) return false;
  const above = lines[index - 1] as Line;
  const sameParagraph = line.block >= 0 && line.block === above.block;
  const title = parts.at(-1)?.text ?? '';
  if (inCapitals(text)) {
    // ỦY BAN NHÂN DÂN XÃ A under the title of a decision is the authority that enacts.
    return inCapitals(title) && (sameParagraph || connector.test(title) || !body.test(text));
  }
  if (/^[\p{Ll}\d]/u.test(text)) return !sentenceEnd.test(title);
  if (time.test(text) && !isSentence(lines, index)) return true;
  if (inCapitals(title)) {
    // THÀNH TÍCH CỦA TẬP THỂ / Khối Dân vận xã A: a line below in small letters, no paragraph of the text.
    const below =
      (titleOnTypeLine && parts.length === 1) || (line.gap === 0 && text.length <= 100 && !opener.test(text));
    return below && !isSentence(lines, index);
  }
  if (isSentence(lines, index)) return false;
  if (sameParagraph || connector.test(title) || outlook.test(text)) return true;
  return line.gap === 0 && line.block < 0 && !opener.test(text);
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
  return /^\p{Ll}/u.test(text) || (line.gap === 0 && above.reading.length >= 60 && !sentenceEnd.test(above.reading));
}

const bullet = /^[-–—+•*]\s*/u;

/**
 * Kính gửi: what stands behind the label, or the list below it, joined by "; ".
 *
 * @returns no text, and `end` where it looked, where no addressee stands there
 */
export function readAddressee(lines: Line[], at: number): { text: string | null; end: number } {
  let index = at;
  // (Kèm theo …) and rules may stand between the title and the addressee.
  while (index < at + 3 && lines[index] && /^[(]|^[^\p{L}\p{N}]+$/u.test(print(lines[index]?.reading ?? ''))) index++;
  const match = addressee.exec(print(lines[index]?.reading ?? ''));
  if (!match) return { text: null, end: at };
  const items: string[] = [];
  let open = print((lines[index] as Line).reading)
    .slice(match[0].length)
    .replace(/^[\s:]+/, '');
  let listed = open === '' || bullet.test(open);
  for (index++; index < lines.length && items.length < 60; index++) {
    const line = lines[index] as Line;
    const text = print(line.reading);
    if (bullet.test(text) && (listed || /;$/.test(open))) {
      items.push(open);
      open = text;
      listed = true;
    } else if (open === '' && !endsHead(line, text)) open = text;
    else if (continuesAddressee(lines, index, open, text)) open = `${open} ${text}`;
    else break;
  }
  items.push(open);
  const clean = items.map((item) => item.replace(bullet, '').replace(/[\s;,.:]+$/u, '')).filter(Boolean);
  return { text: clean.join('; ') || null, end: index };
}

function continuesAddressee(lines: Line[], index: number, open: string, text: string): boolean {
  const line = lines[index] as Line;
  if (/\.$/.test(open) || endsHead(line, text) || opener.test(text)) return false;
  if (line.block >= 0 && line.block === lines[index - 1]?.block) return true;
  return (
    /^\p{Ll}/u.test(text) ||
    (connector.test(open) && text.length <= 100 && (body.test(text) || !isSentence(lines, index)))
  );
}
