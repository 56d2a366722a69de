import { field, inCapitals, typeOfSymbol } from '../lexicon/layout.ts';
import type * as contract from '../schema.ts';
import type { Span } from '../source.ts';
import { print } from '../text.ts';
import { type Letterhead, readLetterhead, readRightColumn } from './letterhead.ts';
import type { Line } from './lines.ts';
import { readAddressee, readTitle, type TitleMatch } from './title.ts';
import { readTypeLine } from './type-line.ts';

/** Thể thức đầu as found in the lines. */
export interface HeadMatch extends Omit<contract.Header, 'type' | 'period'> {
  /** Tên loại, e.g. `Báo cáo`. */
  kind: string | null;
  /** Index of the first line of the text proper. */
  end: number;
  /** From the begin to the end of the title; in a two-column head the other column may stand between. */
  titleSpan: Span | null;
}

const addressee = field('addressee');

/**
 * Reads the head of a document: issuers, number, place and date, type, title, addressee.
 *
 * @returns `null` where the text begins without one, as an excerpt does
 */
export function findHead(lines: Line[]): HeadMatch | null {
  const letterhead = readLetterhead(lines);
  const type = readTypeLine(lines, letterhead.end, letterhead.evident);
  // A type line between the columns: "Số:" / BÁO CÁO / "/BC-UBND   Tân Hội, ngày …".
  const isBetween = type !== null && type.rest === null && letterhead.date.year === null;
  const atTitle = isBetween ? readRightColumn(lines, type.end, letterhead, true) : (type?.end ?? letterhead.end);
  const title = type
    ? readTitle(lines, atTitle, type.rest)
    : letterhead.subject.length
      ? { parts: letterhead.subject, end: atTitle }
      : readUntypedTitle(lines, atTitle, letterhead);
  const to = readAddressee(lines, title.end);
  if (!letterhead.evident && !type && !to.text) return null;
  const end = readRightColumn(lines, to.end, letterhead);
  const [first, last] = [title.parts[0], title.parts.at(-1)];
  return {
    parentIssuer: letterhead.issuers.at(-2) ?? null,
    issuer: letterhead.issuers.at(-1) ?? null,
    number: letterhead.number,
    symbol: letterhead.symbol,
    place: letterhead.place,
    date: letterhead.date,
    kind: type?.kind ?? kindWithoutTypeLine(letterhead, to.text),
    title:
      title.parts
        .map(({ text }) => text)
        .join(' ')
        .replace(/[\s.:;,]+$/u, '') || null,
    titleSpan: first && last ? [first.span[0], last.span[1]] : null,
    addressee: to.text,
    end,
  };
}

/** A công văn has no type line but a subject (V/v) under its number, or only an addressee (Decree 30/2020, mẫu 1.5). */
function kindWithoutTypeLine({ symbol, subject }: Letterhead, to: string | null): string | null {
  const coded = symbol && typeOfSymbol(symbol);
  if (coded) return coded;
  return subject.length || (symbol && to) ? 'Công văn' : null;
}

/** A title in capitals right under the letterhead, where the type line is missing. */
function readUntypedTitle(lines: Line[], at: number, { evident }: Letterhead): TitleMatch {
  const line = lines[at];
  const text = line ? print(line.reading) : '';
  const isTitle = evident && line && inCapitals(text) && !line.markers.length && !addressee.at(text);
  return isTitle ? readTitle(lines, at, null) : { parts: [], end: at };
}
