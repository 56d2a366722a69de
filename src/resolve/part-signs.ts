import rows from '../../grammars/lexicon/part-openers.yaml';
import { startsOf } from '../../grammars/phrase-starts.ts';
import { isWordCode, phraseAt, phraseTree, skipSpaces } from '../../grammars/phrases.ts';
import type { PartOpener } from '../lexicon/schema.ts';

/** What an opener says of the parts behind it; `none`: it opens none. */
export type OpenerSays = PartOpener['says'];

/** A sign of the text that opens or ends a list of parts. Offsets into the reading. */
export interface PartSign {
  sign: '(' | ')' | ';' | ':' | '.' | 'opener';
  start: number;
  end: number;
  /** Of openers. */
  says: OpenerSays | null;
}

const openers = phraseTree((rows as PartOpener[]).flatMap((row) => row.words.map((word) => [word, row] as const)));
const starts = startsOf(
  (rows as PartOpener[]).flatMap((row) => row.words),
  '();:.!?…',
);

/** The signs between two offsets of a reading, in order. */
export function partSigns(reading: string, from: number, to: number): PartSign[] {
  const found: PartSign[] = [];
  let behind = from;
  for (const at of starts(reading, from, to)) {
    if (at < behind) continue;
    const code = reading.charCodeAt(at);
    if (!isWordCode(code)) {
      const sign = signAt(reading, at, code);
      if (sign) found.push({ sign, start: at, end: at + 1, says: null });
      continue;
    }
    const opener = phraseAt(openers, reading, at);
    const opens = opener && (!opener.value.at || beginsClause(reading, at));
    if (opens) found.push({ sign: 'opener', start: at, end: opener.edge, says: opener.value.says });
    behind = opener?.edge ?? behind;
  }
  return found;
}

const beginsClause = (reading: string, at: number): boolean =>
  /(?:^|[,;:.(])\s*$/.test(reading.slice(Math.max(0, at - 8), at));

const marks = new Map<number, PartSign['sign']>(
  ([...'();:'] as PartSign['sign'][]).map((mark) => [mark.charCodeAt(0), mark]),
);
const stops = new Set([...'.!?…'].map((mark) => mark.charCodeAt(0)));

/** A full stop ends a sentence only before a capital; the colon of "7:30" is none. */
function signAt(reading: string, at: number, code: number): PartSign['sign'] | null {
  if (stops.has(code)) return /^["”’)]?\s+["“(]?\p{Lu}/u.test(reading.slice(at + 1, at + 6)) ? '.' : null;
  const sign = marks.get(code) ?? null;
  return sign === ':' && /\d:\d/.test(reading.slice(at - 1, at + 2)) ? null : sign;
}

/** No opener is as long. */
const longest = 60;

/** What a paragraph says that is nothing but an opener: "Bao gồm:". */
export function openerAlone(reading: string): OpenerSays | null {
  const opener = reading.length > longest ? null : phraseAt(openers, reading, skipSpaces(reading, 0));
  return opener && /^[\s:,]*$/.test(reading.slice(opener.edge)) ? opener.value.says : null;
}

/** Whether a paragraph ends in a colon. */
export const endsInColon = (reading: string): boolean => /:\s*$/.test(reading.slice(-12));
