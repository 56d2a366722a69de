import { LETTER, LOWER, UPPER } from '../../grammars/alphabet.ts';
import { ordinalWords, romanValue, schemes } from '../../grammars/numbering.ts';
import { isWordCode } from '../../grammars/phrases.ts';
import type { Scheme } from '../schema.ts';

/** A marker at the start of a line, as one of the schemes reads it. */
export interface Marker {
  scheme: Scheme;
  /** As printed: `I.`, `3.2`, `a)`, `-`, `1.1 -`. */
  text: string;
  ordinal: string;
  /** The ordinal as a number from 1, `0` for bullets. */
  value: number;
  /** Outermost first; a document's own sequence comes before it. */
  rank: number;
  /** Whether strokes were read as letters: `ll.` for `II.`. */
  misread: boolean;
}

/** "Phần một" and "Phần bốn" stand beside "Phần thứ nhất" and "Phần thứ tư". */
const cardinals: Record<string, string> = { một: 'nhất', bốn: 'tư' };
/** Bảng chữ cái dùng để đánh điểm: without f, j, w, z; đ after d. */
const alphabet = 'abcdđeghiklmnopqrstuvxy';

/**
 * The readings of the marker that a line begins with, most usual first: none for running text, two for a letter
 * that is also a Roman numeral (`I.`, `V.`, `C.`).
 */
export function markersAt(line: string): Marker[] {
  const found: Marker[] = [];
  if (!begins.test(line)) return found;
  const kind = kindOf(line.charCodeAt(0));
  let rank = -1;
  for (const { scheme, begins, pattern } of schemes) {
    rank++;
    if (!begins.includes(kind)) continue;
    pattern.lastIndex = 0;
    const match = pattern.exec(line);
    if (!match) continue;
    const ordinal = (match[1] ?? match[2] ?? '').replace(/\s/g, '');
    found.push({ scheme, text: match[0], ordinal, value: valueIn(scheme, ordinal), rank, misread: false });
    // A letter may be a Roman numeral as well: `I.` after `H.`, `i)` after `h)`.
    if (scheme !== 'upper-letter' && !(scheme === 'letter' && /[ivx]/.test(ordinal))) break;
  }
  const misread = misreadsAt(line);
  return misread.length ? [...misread, ...found.reverse()] : found.reverse();
}

function kindOf(code: number): 'letter' | 'digit' | 'sign' {
  if (code >= 48 && code <= 57) return 'digit';
  return isWordCode(code) ? 'letter' : 'sign';
}

/** A heading in capitals belongs to an outer level. */
const isCapital = new RegExp(`^\\S+\\s+[^${LOWER}]*$`);

/** Strokes that scanning programs take for each other: `l. Kết quả`, `ll. KẾT QUẢ`, `lV. KIẾN NGHỊ`. */
const strokes = new RegExp(`^(?=[IVX]*[l|])([IVXl|]{1,5})[.)/-]\\s+(?=["“]?[${UPPER}])`);

/** The readings of a marker made of strokes, the likeliest first: a Roman numeral, 1 or 11. */
function misreadsAt(line: string): Marker[] {
  const [text, printed = ''] = strokes.exec(line) ?? [];
  if (text === undefined) return [];
  const asNumeral = (scheme: Scheme, stroke: string): Marker => {
    const ordinal = printed.replace(/[Il|]/g, stroke);
    const rank = schemes.findIndex((row) => row.scheme === scheme);
    return { scheme, text: text.trimEnd(), ordinal, value: valueIn(scheme, ordinal), rank, misread: true };
  };
  const number = /^[Il|]{1,2}$/.test(printed) ? [asNumeral('decimal', '1')] : [];
  const isRoman = printed.length > 1 || isCapital.test(line);
  return isRoman ? [asNumeral('roman', 'I'), ...number] : number;
}

/** `1, Công tác`, `a: Kết quả`: a comma or colon where a stop should stand. */
export const isSlip = ({ text, value }: Marker): boolean => value > 0 && /^[\p{L}\d]{1,6}[,:]$/u.test(text);

/** A cheap look at the first characters that spares most lines the patterns. */
const begins = new RegExp(
  `^(?:[-–—−‒+*•●○▪■□◦➢➤►▶→✓✔❖⁃·»§\\uF020-\\uF0FF]|\\(?[${LETTER}\\d]{1,5}[.)/:,]|\\(?[${LETTER}\\d]{1,6}\\s?[-–.]|\\d|[oOØvqü]\\s|[Pp][Hh][ầụẦỤ]|M[ụỤ][cC]\\s|[Cc][Hh][ưƯ]|[đĐ][Ii][ềỀ])`,
);

function valueIn(scheme: Scheme, ordinal: string): number {
  switch (scheme) {
    case 'dash':
    case 'plus':
    case 'star':
    case 'bullet':
      return 0;
    case 'decimal-2':
    case 'decimal-3':
      return lastNumber(ordinal);
    case 'letter':
    case 'upper-letter':
      return /\d$/.test(ordinal) ? lastNumber(ordinal) : alphabet.indexOf(ordinal.slice(-1).toLowerCase()) + 1;
    default:
      return ordinalValue(ordinal.toLowerCase());
  }
}

const lastNumber = (ordinal: string): number => Number(/\d+$/.exec(ordinal));

function ordinalValue(ordinal: string): number {
  if (/^\d/.test(ordinal)) return Number.parseInt(ordinal, 10);
  const word = ordinalWords.indexOf(cardinals[ordinal] ?? ordinal);
  if (word >= 0) return word + 1;
  return /^[ivx]+$/.test(ordinal) ? romanValue(ordinal) : alphabet.indexOf(ordinal) + 1;
}
