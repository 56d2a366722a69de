import { LETTER, LOWER, UPPER } from '../../grammars/alphabet.ts';
import { bodies, field } from '../lexicon/layout.ts';
import { type Found, lower, type Phrases } from '../lexicon/phrases.ts';
import { print } from '../text.ts';
import type { Line } from './lines.ts';

/** What a piece of a line of the head is. */
export type SegmentKind =
  | 'nation'
  | 'motto'
  | 'party'
  | 'union'
  | 'number'
  | 'date'
  | 'rule'
  | 'stamp'
  | 'subject'
  | 'text';

/** A piece of a line that stands in one column of the page. */
export interface Segment {
  kind: SegmentKind;
  /** Offsets into the line's reading. */
  from: number;
  to: number;
  /** As printed. */
  text: string;
  /** Of a number line: `Số: 12/2023/QĐ-UBND`. */
  number?: string | null;
  symbol?: string | null;
  /** Of a place and date line: `Tân Hội, ngày     tháng 5 năm 2023`. */
  place?: string | null;
  date?: { day: number | null; month: number | null; year: number | null };
}

type Piece = Omit<Segment, 'text'>;

const columnTitles = (['nation', 'motto', 'party', 'union'] as const).map((kind) => [kind, field(kind)] as const);
const numberLabel = field('number');
const labelEnd = /\s*[:.;]?\s*/y;
/** One part of a symbol: UBND, QĐ, TTr.HĐND. */
const symbolPart = `[${UPPER}][${LETTER}\\d&]*(?:\\.[${LETTER}\\d&]+)*`;
const numberBody = new RegExp(
  `(\\d+[a-zđ]?)?[\\s.…_]*(?:[/–-]\\s*(?:\\d{4}\\s*[/–-]\\s*)?(${symbolPart}(?:\\s?[-–/]\\s?${symbolPart})*(?:\\s?[-–/][.…_]+)?)?)?[.,;]?(?=\\s|$)`,
  'y',
);
/** `/BC-UBND` on a line of its own, torn off the label of a draft by pdftotext. */
const loneSymbol = new RegExp(`^/\\s?${symbolPart}[-–]${symbolPart}[.,;]?\\s*$`);
/** On a line in lower case: the flag `i` makes patterns slow to compile. */
const longDate = /(?:ng[àa]y\s*([\d.…_]*)\s*|(?<=,\s*))th[áa]ng\s*([\d.…_]*)\s*n[ăa]m\s*([\d.…_]*)[\s.]*$/;
const shortDate = /ngày\s*(\d{0,2})\s*[/.-]\s*(\d{0,2})\s*[/.-]\s*(\d{4})[\s.]*$/;
const wideGap = /[^\S\uFEFF]{3,}|\t/;
const lastWideGap = /^.*(?:[^\S\uFEFF]{3}|\t)/s;
const rule = new RegExp(`^[^${LETTER}\\d]+$|^[^${LETTER}\\d]*[oO0]{3}[^${LETTER}\\d]*$`);
const stamp = field('stamp');
const stampEnd = /^[\s\d:.)\]]*$/;
const subject = field('subject');
/** Words of a place: Hồ Chí Minh, Bà Rịa - Vũng Tàu, TP. Huế, but not the capitals of a body's name before it. */
const placeTail = new RegExp(
  `(?:(?<![${LETTER}\\d])(?:(?:TP|TX|TT)\\.?|[${UPPER}][${LOWER}’']+|[${UPPER}](?=\\s)|[-–])\\s*)+$`,
);

/** No line of a head is longer; a whole text on one line must not be searched column by column. */
const longest = 400;

/** Whether a text is a rule: dashes, underscores, the star of Party documents, `-----o0o-----`. */
export const isRule = (text: string): boolean => rule.test(text);

/**
 * The columns of one line of the head. The two columns of a letterhead stand apart by a wide gap, or, in a text
 * made from a PDF, by one space: then only what they say tells them apart.
 */
export function segments(line: Line): Segment[] {
  const { reading } = line;
  if (reading.length > longest) return [{ kind: 'text', from: 0, to: reading.length, text: print(reading) }];
  let pieces: Piece[] = [{ kind: 'text', from: 0, to: reading.length }];
  for (const cut of [cutColumnTitle, cutNumber, cutDate, cutGap, cutNumber, nameKind])
    pieces = pieces.flatMap((piece) => (piece.kind === 'text' ? cut(reading, piece) : [piece]));
  return pieces.map((piece) => ({ ...piece, text: print(reading.slice(piece.from, piece.to)) }));
}

/** The piece with what stands before and behind it; pieces without anything printed are dropped. */
const around = (reading: string, whole: Piece, piece: Piece): Piece[] =>
  [{ ...whole, to: piece.from }, piece, { ...whole, from: piece.to }].filter(
    ({ from, to }) => print(reading.slice(from, to)) !== '',
  );

/** UBND HUYỆN A CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM: quốc hiệu, tiêu ngữ and the like stand in the right column. */
function cutColumnTitle(reading: string, piece: Piece): Piece[] {
  const text = reading.slice(piece.from, piece.to);
  for (const [kind, title] of columnTitles) {
    const found = lastTitle(title, text) ?? title.find(text);
    if (!found || (kind === 'union' && isBodyOfUnion(text, found))) continue;
    const from = piece.from + found.index;
    return around(reading, piece, { kind, from, to: from + found.length });
  }
  return [piece];
}

/** QUỐC HỘI NƯỚC CHXHCN VIỆT NAM   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM: the right column ends the line. */
function lastTitle(title: Phrases, text: string): Found | null {
  const found = title.all(text).at(-1);
  return found && !/\S/.test(text.slice(found.index + found.length)) ? found : null;
}

/** ĐOÀN TNCS HỒ CHÍ MINH HUYỆN B, BAN CHẤP HÀNH ĐOÀN TNCS HỒ CHÍ MINH: the name of one body. */
const isBodyOfUnion = (text: string, { index, length }: Found): boolean =>
  bodies.whole(print(text.slice(0, index))) || /\S/.test(text.slice(index + length));

function cutNumber(reading: string, piece: Piece): Piece[] {
  const start = piece.from + reading.slice(piece.from, piece.to).search(/\S|$/);
  const label = numberLabel.at(reading, start);
  if (!label && !loneSymbol.test(reading.slice(start, piece.to))) return [piece];
  labelEnd.lastIndex = start + label;
  labelEnd.test(reading);
  numberBody.lastIndex = labelEnd.lastIndex;
  const match = numberBody.exec(reading);
  if (!match || numberBody.lastIndex > piece.to) return [piece];
  const symbol = match[2]?.replace(/\s|[-–/][.…_]+$/g, '').replaceAll('–', '-') ?? null;
  const found: Piece = { kind: 'number', from: piece.from, to: numberBody.lastIndex, number: match[1] ?? null, symbol };
  return around(reading, piece, found);
}

function cutDate(reading: string, piece: Piece): Piece[] {
  const text = reading.slice(piece.from, piece.to);
  const match = longDate.exec(lower(text)) ?? shortDate.exec(lower(text));
  if (!match) return [piece];
  const before = text.slice(0, match.index).replace(/[,;\s]+$/, '');
  const column = lastWideGap.exec(before)?.[0].length ?? 0;
  const at = column + placeStart(before.slice(column));
  const [day, month, year] = match.slice(1).map((blank) => {
    const digits = blank?.replace(/\.+$/, '') ?? '';
    return /^\d+$/.test(digits) ? Number(digits) : null;
  });
  const place = print(before.slice(at)).replace(/^[-–]\s*/, '') || null;
  const date = { day: day ?? null, month: month ?? null, year: (year ?? 0) > 999 ? (year ?? null) : null };
  return around(reading, piece, { kind: 'date', from: piece.from + at, to: piece.to, place, date });
}

/** Where the place begins in what stands before its date in the same column. */
function placeStart(column: string): number {
  const words = print(column).split(' ');
  const alone = words.length <= 5 && /^(?:thành|thị|xã|tp|huyện|tỉnh|phường|quận)/.test(lower(column));
  return alone ? 0 : (placeTail.exec(column)?.index ?? column.length);
}

function cutGap(reading: string, piece: Piece): Piece[] {
  const gap = wideGap.exec(reading.slice(piece.from, piece.to));
  if (!gap) return [piece];
  const at = piece.from + gap.index;
  const rest = cutGap(reading, { ...piece, from: at + gap[0].length });
  return [{ ...piece, to: at }, ...rest].filter(({ from, to }) => print(reading.slice(from, to)) !== '');
}

function nameKind(reading: string, piece: Piece): Piece[] {
  const text = print(reading.slice(piece.from, piece.to));
  if (rule.test(text)) return [{ ...piece, kind: 'rule' }];
  const open = /^[([]/.test(text) ? 1 : 0;
  const stamped = stamp.at(text, open);
  if (stamped && stampEnd.test(text.slice(open + stamped))) return [{ ...piece, kind: 'stamp' }];
  return [subject.at(text, open) ? { ...piece, kind: 'subject' } : piece];
}
