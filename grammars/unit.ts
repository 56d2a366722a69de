import stopRows from './lexicon/not-units.yaml';
import unitRows from './lexicon/units.yaml';
import { addPhrase, isWordCode, phraseAt, phraseTree, skipSpaces, wordEnd } from './phrases.ts';

/** A row of units.yaml; what its fields mean stands at the head of the table. */
export interface UnitRow {
  unit: string;
  also?: string[];
  kind?: 'money' | 'area' | 'length' | 'mass' | 'volume' | 'duration';
  print?: string;
  group?: string;
  weak?: 'yes';
  measured?: 'yes' | 'calendar';
  of?: 'yes';
}

/** The noun phrase that a number counts. */
export interface Noun {
  /** Offset behind it. */
  end: number;
  /** Its row in the lexicon, `null` for a noun that the lexicon does not have. */
  row: UnitRow | null;
}

const units = phraseTree<UnitRow>([]);
for (const row of unitRows as UnitRow[]) {
  addPhrase(units, row.unit, row);
  for (const form of row.also ?? []) addPhrase(units, form, row);
}
const stops = phraseTree(
  (stopRows as { kind: string; words: string[] }[]).flatMap(({ kind, words }) =>
    words.map((word) => [word, kind] as const),
  ),
);

/** Syllables that an unknown noun phrase may have: "mái che di động" has four. */
const longest = 4;

const isDigitCode = (code: number): boolean => code >= 48 && code <= 57;
const startsNoun = (code: number): boolean => isWordCode(code) && !isDigitCode(code);
/** Whether the character at `at` is a capital letter. */
export const isCapital = (text: string, at: number): boolean => {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
};

/** Whether a proper name begins at `at`; "thôn, xóm ĐBKK" is followed by an abbreviation. */
const beginsName = (text: string, at: number): boolean =>
  isCapital(text, at) && !(isCapital(text, at + 1) && isCapital(text, at + 2));

/** Whether the word at `at` begins no noun. */
export const isStop = (text: string, at: number): boolean => phraseAt(stops, text, at) !== null;

/** Whether the word at `at` begins no name either: "Tại Tổ 5", but "Cao Bằng". */
export function isVerbOrFunctionWord(text: string, at: number): boolean {
  const kind = phraseAt(stops, text, at)?.value;
  return kind === 'verbs' || kind === 'function words';
}

/** Whether a verb begins at `at`. */
export const isVerb = (text: string, at: number): boolean => phraseAt(stops, text, at)?.value === 'verbs';

/**
 * Reads the noun phrase that begins at `at`. A noun of the lexicon is taken with its like ("xã, thị trấn"); any other
 * is taken up to a word that begins no noun (verb, preposition), a proper name or a sign.
 *
 * @param certain a noun must stand here, whatever the word looks like: behind the "/" of a rate
 */
export function nounAt(text: string, at: number, certain = false): Noun | null {
  if (!startsNoun(text.charCodeAt(at))) return null;
  const glued = at > 0 && isDigitCode(text.charCodeAt(at - 1));
  const known = phraseAt(units, text, at);
  const stop = certain ? null : phraseAt(stops, text, at);
  if (stop && (!known || stop.edge > known.edge)) return null;
  if (!known) return glued ? null : unknownNoun(text, at, certain);
  const { edge, value: row } = known;
  // "5G", "3M": a symbol of one letter is small. "7 triệu năm 2005": the year is no unit.
  if (edge - at === 1 && glued && isCapital(text, at)) return null;
  if (row.kind === 'duration' && isDigitCode(text.charCodeAt(skipSpaces(text, edge)))) return null;
  const next = skipSpaces(text, edge);
  const of = row.of ? phraseAt(units, text, next) : null;
  if (of && !of.value.weak && !of.value.kind)
    return { end: of.value.group ? withItsLike(text, next, of.edge, of.value) : of.edge, row };
  return { end: row.group ? withItsLike(text, at, edge, row) : edge, row };
}

/** "29 bộ, ngành giai đoạn 2022 - 2026": a year opens nothing. */
const year = /^(?:19|20)\d\d(?!\d)/;

/** Words that a noun may have before the number of the next part: "13 đơn, lĩnh vực khác 09 đơn". */
const nearest = 3;

/** Whether a number follows before any sign or verb: then the noun before `at` opens the next part. */
function opensNext(text: string, at: number): boolean {
  for (let words = 0; words <= nearest; words++) {
    const code = text.charCodeAt(at);
    if (isDigitCode(code)) return !year.test(text.slice(at, at + 5));
    if (!isWordCode(code) || (isStop(text, at) && !/^khác(?!\p{L})/u.test(text.slice(at, at + 5)))) return false;
    at = skipSpaces(text, wordEnd(text, at));
  }
  return false;
}

/**
 * "17 xã, thị trấn" and "5 xã/phường" count one thing in two words. Not where a name or a number follows, since then
 * a new statement begins: "05 xã, thị trấn Bình An".
 */
function withItsLike(text: string, at: number, end: number, row: UnitRow): number {
  for (;;) {
    const sign = text.charAt(skipSpaces(text, end));
    if (sign !== ',' && !(sign === '/' && (row.group === 'place' || row.group === 'paper')) && !isDash(sign, row))
      return end;
    const start = skipSpaces(text, skipSpaces(text, end) + 1);
    const next = phraseAt(units, text, start);
    if (next && text.slice(at, end).startsWith(text.slice(start, next.edge))) return end;
    if (!next || next.value.group !== row.group || (next.value.weak && row.group !== 'place')) return end;
    if ((phraseAt(stops, text, start)?.edge ?? 0) > next.edge) return end;
    const behind = skipSpaces(text, next.edge);
    if (beginsName(text, behind) || opensNext(text, behind)) return end;
    end = next.edge;
  }
}

/** "14 xã - thị trấn". */
const isDash = (sign: string, row: UnitRow): boolean => row.group === 'place' && /[-–]/.test(sign);

function unknownNoun(text: string, at: number, certain: boolean): Noun | null {
  const name = isCapital(text, at);
  let end = at;
  for (let words = 0, start = at; words < longest; words++) {
    const stop = wordEnd(text, start);
    if (!startsNoun(text.charCodeAt(start))) break;
    if (!(certain && words === 0) && phraseAt(stops, text, start)) break;
    if (words > 0 && !name && isCapital(text, start)) break;
    end = stop;
    start = skipSpaces(text, stop);
    if (start === stop) break;
  }
  return end > at ? { end, row: null } : null;
}
