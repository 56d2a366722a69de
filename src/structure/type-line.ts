import { UPPER } from '../../grammars/alphabet.ts';
import { inCapitals, typeNames, typeOf } from '../lexicon/layout.ts';
import { lower } from '../lexicon/phrases.ts';
import { print } from '../text.ts';
import type { Line } from './lines.ts';
import { isRule } from './segments.ts';

/** The line that names the type of document. */
export interface TypeLine {
  kind: string;
  /** Begin of the title where it stands on the same line, as an offset into the line's reading. */
  rest: { line: Line; from: number } | null;
  /** Index of the line behind it, or of the line itself where the title begins on it. */
  end: number;
}

/** On a line in lower case. */
const draft = /^\(?\s*dự\s+thảo(?:\s+lần\s+\d+)?\s*\)?\s*[:-]?\s*/;
const behindType = /[\s:]*/y;
/** Old typewriting sets the type in spaced letters: B Á O  C Á O. */
const spaced = new RegExp(`^(?:[${UPPER}]\\s+){3,}[${UPPER}]$`);
const startsBig = new RegExp(`^[${UPPER}]`);
const notTitle = /^(?:[Ss][ốỐ]\s*[\d:.]|[.,;:/)])/;

/**
 * Reads the type line at an index; rules and stamps may stand above it.
 *
 * @param evident whether a letterhead stands above, so that a type need not be in capitals
 */
export function readTypeLine(lines: Line[], at: number, evident: boolean): TypeLine | null {
  let index = at;
  while (index < at + 3 && lines[index] && isRule(print(lines[index]?.reading ?? ''))) index++;
  const line = lines[index];
  if (!line || line.reading.length > 400 || line.markers.length) return null;
  return spacedType(line, index) ?? plainType(line, index, evident || isTitleBelow(lines, index));
}

/** KẾ HOẠCH HÀNH ĐỘNG / THỰC HIỆN LUẬT … at the very beginning: the title goes on in capitals, so no heading begins here. */
function isTitleBelow(lines: Line[], index: number): boolean {
  const [line, below] = [lines[index], lines[index + 1]];
  if (index > 0 || !line || !below || below.markers.length > 0) return false;
  return inCapitals(line.reading) && inCapitals(below.reading) && below.reading.trim().split(/\s+/).length > 3;
}

function spacedType(line: Line, index: number): TypeLine | null {
  const text = line.reading.trim();
  if (!spaced.test(text)) return null;
  const kind =
    typeOf(
      text
        .replace(/\s{2,}/g, '\n')
        .replace(/ /g, '')
        .replace(/\n/g, ' '),
    ) ?? typeOfLetters(text);
  return kind ? { kind, rest: null, end: index + 1 } : null;
}

/** BÁO CÁO from letters that stand equally far apart: the space between the words is tried at every place. */
function typeOfLetters(text: string): string | null {
  const letters = text.replace(/\s+/g, '');
  for (let at = 1; at < letters.length; at++) {
    const kind = typeOf(`${letters.slice(0, at)} ${letters.slice(at)}`);
    if (kind) return kind;
  }
  return null;
}

function plainType(line: Line, index: number, evident: boolean): TypeLine | null {
  const { reading } = line;
  const start = draft.exec(lower(reading))?.[0].length ?? 0;
  const name = reading.slice(start, start + typeNames.at(reading, start));
  const kind = name && typeOf(print(name));
  if (!kind) return null;
  behindType.lastIndex = start + name.length;
  const gap = behindType.exec(reading)?.[0] ?? '';
  const from = start + name.length + gap.length;
  const printed = print(reading.slice(from));
  if (printed === '' || /^\(.*\)$/.test(printed)) {
    // QUYẾT ĐỊNH: is the formula of enactment, in the middle of the text.
    const alone = !gap.includes(':') && (inCapitals(name) || evident || index === 0);
    return alone ? { kind, rest: null, end: index + 1 } : null;
  }
  // QUY ĐỊNH CHUNG is the heading of an excerpt.
  if (!evident && printed.split(' ').length < 3) return null;
  if (notTitle.test(printed) || !opensTitle(name, printed, evident)) return null;
  return { kind, rest: { line, from }, end: index };
}

/** BÁO CÁO KẾT QUẢ …: the title on the type line. In small letters only under a letterhead, and if no sentence. */
function opensTitle(name: string, rest: string, evident: boolean): boolean {
  if (inCapitals(name)) return inCapitals(rest) || startsBig.test(rest);
  return evident && startsBig.test(name) && !/[.;:,]$/.test(rest);
}
