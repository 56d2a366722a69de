import { LOWER, UPPER } from '../../grammars/alphabet.ts';
import { bodies, completeBodies, field, inCapitals, placeLevels, typeOfSymbol } from '../lexicon/layout.ts';
import { lower } from '../lexicon/phrases.ts';
import type * as contract from '../schema.ts';
import type { Span } from '../source.ts';
import { FILLER, print } from '../text.ts';
import type { Line } from './lines.ts';
import { markersAt } from './markers.ts';
import { type Segment, segments } from './segments.ts';
import { readTypeLine } from './type-line.ts';

/** A printed part of the head and where it stands. */
export interface Part {
  text: string;
  span: Span;
}

/** What stands above the type line: the two columns of issuer and quốc hiệu. */
export interface Letterhead {
  /** Names of bodies, the superior first. */
  issuers: string[];
  number: string | null;
  symbol: string | null;
  place: string | null;
  date: contract.Header['date'];
  /** Trích yếu of a công văn, which stands under its number: V/v … */
  subject: Part[];
  /** Whether anything of a letterhead was found. */
  evident: boolean;
  /** Index of the first line below. */
  end: number;
}

/** The letterhead while it is read. */
interface Draft extends Letterhead {
  /** What the segment above the present one in the left column was. */
  open: 'issuer' | 'subject' | 'number' | null;
}

const goesOn = /(?:[-–,&]|(?:^|\s)(?:VÀ|CỦA|CÁC|và|của|các))$/;
const startsSmall = new RegExp(`^[${LOWER}\\d(“"]`);
const loneWord = new RegExp(`^[${UPPER}]+$`);
const issuerLabel = field('issuer');
const nation = field('nation');
const stopsSubject = field('addressee', 'opener');

const longestIssuer = 90;
/** Most lines that a letterhead takes, every column broken into short lines. */
const mostLines = 40;

/** Reads the lines above the type line; takes none where the first line is no part of a letterhead. */
export function readLetterhead(lines: Line[]): Letterhead {
  const draft: Draft = {
    issuers: [],
    number: null,
    symbol: null,
    place: null,
    date: { day: null, month: null, year: null },
    subject: [],
    evident: false,
    end: 0,
    open: null,
  };
  while (draft.end < Math.min(lines.length, mostLines)) {
    const line = wholeCell(lines, draft.end);
    const found = segments(line);
    if (startsText(lines, draft, found)) {
      draft.evident ||= found[0]?.text !== undefined && draft.issuers.length > 0 && isTypeAlone(lines, draft.end);
      break;
    }
    const beside = found.some(({ kind }) => rightColumn.has(kind));
    if (found.every((segment) => belongs(segment, line, draft, beside)))
      for (const segment of found) take(segment, line, draft);
    else if (!isUnread(lines, draft)) break;
    draft.end += line === lines[draft.end] ? 1 : 2;
  }
  // Issuers alone are no letterhead: a heading in capitals may begin with the name of a body.
  return draft.evident || draft.end === 0 ? joinLoneWords(draft) : { ...draft, issuers: [], end: 0 };
}

/** Ends in a word that asks for a number, or in the number that asks for the next word. */
const halfDate = /(?:^|[\s,])(?:ngày|tháng)(?:\s*\d{1,2})?$|,$|^số\s?:?$/;
const capitalised = `[${UPPER}][${LOWER}]+`;
const placePart = new RegExp(`^${capitalised}(?:\\s${capitalised})?$`);
const placedDate = new RegExp(`^${capitalised}(?:\\s${capitalised})?,\\s*ngày\\s`);
const dateGoesOn = /^(?:\d|ngày\s*\d|tháng|năm)/;

/** Narrow cells of a table break quốc hiệu, date and number: Tân Hội, ngày / 12 tháng 6 năm 2023; Số: / 12/BC-UBND. */
function wholeCell(lines: Line[], at: number): Line {
  const [line, next] = [lines[at] as Line, lines[at + 1]];
  if (!next || line.reading.length > 50 || next.reading.length > 50) return line;
  const between = FILLER.repeat(next.start - line.end - 1);
  const reading = `${line.reading} ${between}${next.reading}`;
  const whole = { ...line, end: next.end, reading, markers: markersAt(reading) };
  return breaksDate(line.reading, next.reading) || breaksName(line.reading, print(whole.reading)) ? whole : line;
}

/** "Đông / Hà, ngày 12 tháng 6 năm 2023" breaks the place. */
const breaksDate = (line: string, next: string): boolean =>
  placePart.test(line) ? placedDate.test(next) : dateGoesOn.test(lower(next)) && halfDate.test(lower(line));

/** CỘNG HÒA / XÃ HỘI CHỦ NGHĨA VIỆT NAM, ỦY / BAN NHÂN DÂN: words that only together name something. */
const breaksName = (line: string, whole: string): boolean =>
  nation.at(whole) > line.length || (loneWord.test(line) && !bodies.at(line) && bodies.at(whole) > line.length);

/** A short line that says nothing known, between a letterhead and its type line: a date that was typed wrong, a note. */
const isUnread = (lines: Line[], { evident, end }: Draft): boolean =>
  evident && (lines[end]?.reading.length ?? 0) <= longestIssuer && isTypeAlone(lines, end + 1);

/** BÁO CÁO alone on its line below the name of a body: a head without number and quốc hiệu. */
function isTypeAlone(lines: Line[], at: number): boolean {
  const type = readTypeLine(lines, at, false);
  return type !== null && type.rest === null && inCapitals(lines[at]?.reading.trim() ?? '');
}

/** The type line ends the letterhead, unless it completes a name: PHÒNG TÀI CHÍNH - / KẾ HOẠCH. */
function startsText(lines: Line[], draft: Draft, found: Segment[]): boolean {
  const { end, evident, open, issuers } = draft;
  const type = found.length === 1 && readTypeLine(lines, end, evident);
  if (!type) return false;
  if (type.rest && !inCapitals(found[0]?.text ?? '') && isOfficialLetter(draft)) return false;
  return !(open === 'issuer' && (incomplete(issuers.at(-1) ?? '') || numberFollows(lines, end + 1)));
}

/** BAN CHỈ ĐẠO THỰC HIỆN / QUY CHẾ DÂN CHỦ: the number stands above the type line, so one is still to come. */
const numberFollows = (lines: Line[], from: number): boolean =>
  lines.slice(from, from + 6).some((line) => {
    const found = segments(line);
    return found.some(({ kind }) => kind === 'number') && found.every(({ kind }) => kind !== 'text');
  });

/** A number whose symbol names công văn, or none of the types: 112-CV/BDVTU, 45/UBND-NV. */
const isOfficialLetter = ({ symbol }: Draft): boolean =>
  symbol !== null && (typeOfSymbol(symbol) ?? 'Công văn') === 'Công văn';

const incomplete = (issuer: string): boolean =>
  goesOn.test(issuer) || (bodies.whole(issuer) && !completeBodies.whole(issuer));

/** Whether a segment can stand in the letterhead as read so far; beside the right column any capitals are an issuer (THÔN ĐÔNG). */
function belongs(segment: Segment, line: Line, draft: Draft, beside: boolean): boolean {
  if (segment.kind === 'subject') return draft.evident;
  if (segment.kind !== 'text') return true;
  const { text } = segment;
  if (beside && inCapitals(text) && text.length <= longestIssuer && !line.markers.length) return true;
  return isIssuer(text, line, draft) || isSubject(text, draft) || labelledIssuer(text) !== null;
}

function isIssuer(text: string, line: Line, { issuers, number, symbol, open }: Draft): boolean {
  if (text.length > longestIssuer || line.markers.length) return false;
  if (bodies.at(text)) return inCapitals(text) || (text.length <= 70 && !/[.:;,]$|;|\d\/\d/.test(text));
  if (number !== null || symbol !== null) return tail.test(text);
  // TỈNH LẠC GIANG above BAN CHỈ ĐẠO 389: a Party body or a committee of the whole place.
  if (!issuers.length) return tail.test(text) || (inCapitals(text) && placeLevels.at(text) > 0);
  return inCapitals(text) || (open === 'issuer' && placeLevels.at(text) > 0);
}

/** Đơn vị: UBND xã A: the body behind the label, `null` where there is none. */
function labelledIssuer(text: string): string | null {
  const label = issuerLabel.at(text);
  const name = label && text.slice(label).trimStart().startsWith(':') ? text.slice(text.indexOf(':') + 1).trim() : '';
  return name && bodies.at(name) && name.length <= longestIssuer ? name : null;
}

/** The end of a quốc hiệu or Party name broken over two lines. */
const tail = /^(?:VIỆT )?NAM$/;
const isTail = (text: string, { issuers }: Draft): boolean =>
  tail.test(text) && !(text === 'NAM' && issuers.at(-1)?.endsWith(' VIỆT'));

/**
 * A subject goes on in lower case, or on a short line that begins no paragraph of its own. Party letters have it under
 * the number without V/v.
 */
function isSubject(text: string, draft: Draft): boolean {
  const { open } = draft;
  if (!(open === 'subject' || (open === 'number' && isOfficialLetter(draft)))) return false;
  if (open === 'subject' && startsSmall.test(text)) return true;
  return text.length <= 70 && !inCapitals(text) && !/[.:;]$/.test(text) && !stopsSubject.at(text);
}

function take(segment: Segment, line: Line, draft: Draft): void {
  const part = (): Part => ({ text: segment.text, span: [line.start + segment.from, line.start + segment.to] });
  switch (segment.kind) {
    case 'text': {
      if (isTail(segment.text, draft)) return;
      const labelled = labelledIssuer(segment.text);
      if (labelled) {
        addIssuer(labelled, draft);
        draft.evident = true;
      } else if (isSubject(segment.text, draft)) {
        draft.subject.push(part());
        draft.open = 'subject';
      } else addIssuer(segment.text, draft);
      return;
    }
    case 'subject':
      draft.subject.push(part());
      draft.open = 'subject';
      return;
    case 'number':
      draft.number ??= segment.number ?? null;
      draft.symbol ??= segment.symbol ?? null;
      draft.open = 'number';
      break;
    case 'date':
      draft.place ??= segment.place ?? null;
      draft.date = segment.date ?? draft.date;
  }
  if (segment.kind !== 'stamp' && segment.kind !== 'rule') draft.evident = true;
}

/**
 * A line that begins with the name of a body is a body of its own: UBND TỈNH A / SỞ NỘI VỤ. One that does not goes
 * on with the name above: ỦY BAN NHÂN DÂN / XÃ B; and so does any line under a name that is not whole yet:
 * VĂN PHÒNG / HĐND VÀ UBND, SỞ LAO ĐỘNG - / THƯƠNG BINH VÀ XÃ HỘI.
 */
function addIssuer(text: string, draft: Draft): void {
  const above = draft.issuers.at(-1);
  if (above !== undefined && (!bodies.at(text) || (incomplete(above) && !isLoneWord(above, draft))))
    draft.issuers[draft.issuers.length - 1] = `${above} ${text}`;
  else draft.issuers.push(text);
  draft.open = 'issuer';
}

/** SỞ TÀI NGUYÊN VÀ MÔI / TRƯỜNG: one syllable under a name is its end, though it could begin another. */
const isLoneWord = (text: string, { issuers }: Draft): boolean => issuers.length > 1 && loneWord.test(text);

function joinLoneWords(draft: Draft): Draft {
  const issuers: string[] = [];
  for (const issuer of draft.issuers)
    issuers.push(issuers.length && isLoneWord(issuer, draft) ? `${issuers.pop()} ${issuer}` : issuer);
  return Object.assign(draft, { issuers });
}

/**
 * The rest of the right column, where a two-column head was written out cell by cell and the left cell went on down
 * to the addressee.
 *
 * @param numbered whether the number may stand there
 * @returns index of the first line below
 */
export function readRightColumn(lines: Line[], at: number, letterhead: Letterhead, numbered = false): number {
  let index = at;
  for (; index < lines.length; index++) {
    const line = lines[index] as Line;
    const found = segments(line);
    const dated = letterhead.date.year !== null;
    if (
      !found.every(({ kind }) => (kind === 'date' ? !dated : rightColumn.has(kind) || (numbered && kind === 'number')))
    )
      break;
    for (const segment of found) take(segment, line, letterhead as Draft);
  }
  return index;
}

const rightColumn: ReadonlySet<string> = new Set(['nation', 'motto', 'party', 'union', 'date', 'rule']);
