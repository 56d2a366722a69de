import { bodies, field } from '../lexicon/layout.ts';
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

const columnKinds = (['nation', 'motto', 'party', 'union'] as const).map(
  (kind) => [kind, new RegExp(`${field(kind)}(?=[\\s.,;:]|$)`, 'iu')] as const,
);
const bareBody = new RegExp(`^${bodies}$`, 'iu');
const numberLabel = new RegExp(`${field('number')}\\s*[:.;]?\\s*`, 'iuy');
// No case-folding here: a symbol begins with a capital, the words behind it do not.
const numberBody =
  /(\d+[a-zđ]?)?[\s.…_]*(?:[/–-]\s*(?:\d{4}\s*[/–-]\s*)?(\p{Lu}[\p{L}\d&]*(?:\.[\p{L}\d&]+)*(?:\s?[-–/]\s?\p{Lu}[\p{L}\d&]*(?:\.[\p{L}\d&]+)*)*)?)?[.,;]?(?=\s|$)/uy;
const blank = '[\\d.…_]*';
const longDate = new RegExp(
  `(?:ngày\\s*(${blank})\\s*|(?<=,\\s*))tháng\\s*(${blank})\\s*năm\\s*(${blank})[\\s.]*$`,
  'iu',
);
const shortDate = /ngày\s*(\d{0,2})\s*[/.-]\s*(\d{0,2})\s*[/.-]\s*(\d{4})[\s.]*$/iu;
const wideGap = /[^\S\uFEFF]{3,}|\t/u;
const lastWideGap = /^.*(?:[^\S\uFEFF]{3}|\t)/su;
const rule = /^[^\p{L}\p{N}]+$|^[^\p{L}\p{N}]*[oO0]{3}[^\p{L}\p{N}]*$/u;
const stamp = new RegExp(`^[(\\[]?${field('stamp')}[\\s\\d:.)\\]]*$`, 'iu');
const subject = new RegExp(`^[(]?${field('subject')}`, 'iu');
/** Words of a place: Hồ Chí Minh, Bà Rịa - Vũng Tàu, TP. Huế, but not the capitals of a body's name before it. */
const placeTail = /(?:(?<![\p{L}\p{N}])(?:(?:TP|TX|TT)\.?|[\p{Lu}][\p{Ll}’']+|\p{Lu}(?=\s)|[-–])\s*)+$/u;

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
  for (const [kind, pattern] of columnKinds) {
    const match = pattern.exec(text);
    // BAN CHẤP HÀNH ĐOÀN TNCS HỒ CHÍ MINH is the name of one body.
    if (!match || (kind === 'union' && bareBody.test(print(text.slice(0, match.index))))) continue;
    const from = piece.from + match.index;
    return around(reading, piece, { kind, from, to: from + match[0].length });
  }
  return [piece];
}

function cutNumber(reading: string, piece: Piece): Piece[] {
  numberLabel.lastIndex = piece.from + reading.slice(piece.from, piece.to).search(/\S|$/u);
  if (!numberLabel.test(reading)) return [piece];
  numberBody.lastIndex = numberLabel.lastIndex;
  const match = numberBody.exec(reading);
  if (!match || numberBody.lastIndex > piece.to) return [piece];
  const symbol = match[2]?.replace(/\s/g, '').replaceAll('–', '-') ?? null;
  const found: Piece = { kind: 'number', from: piece.from, to: numberBody.lastIndex, number: match[1] ?? null, symbol };
  return around(reading, piece, found);
}

function cutDate(reading: string, piece: Piece): Piece[] {
  const text = reading.slice(piece.from, piece.to);
  const match = longDate.exec(text) ?? shortDate.exec(text);
  if (!match) return [piece];
  const before = text.slice(0, match.index).replace(/[,;\s]+$/u, '');
  const column = lastWideGap.exec(before)?.[0].length ?? 0;
  const at = column + placeStart(before.slice(column));
  const [day, month, year] = match.slice(1).map((digits) => (/^\d+$/.test(digits ?? '') ? Number(digits) : null));
  const place = print(before.slice(at)).replace(/^[-–]\s*/, '') || null;
  const date = { day: day ?? null, month: month ?? null, year: match[3]?.length === 4 ? (year ?? null) : null };
  return around(reading, piece, { kind: 'date', from: piece.from + at, to: piece.to, place, date });
}

/** Where the place begins in what stands before its date in the same column. */
function placeStart(column: string): number {
  const words = print(column).split(' ');
  const alone =
    words.length <= 5 && /^\p{Ll}/u.test(column) && /^(?:thành|thị|xã|tp|huyện|tỉnh|phường|quận)/iu.test(column);
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
  if (stamp.test(text)) return [{ ...piece, kind: 'stamp' }];
  return [subject.test(text) ? { ...piece, kind: 'subject' } : piece];
}
