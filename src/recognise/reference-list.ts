import { type TypeRow, typeAt, typeCodes } from '../../grammars/reference-words.ts';
import type { Found } from './reference.ts';
import { issuerCodes, issuerPart, symbolParts } from './reference-code.ts';

/** Lists whose items have subjects of their own, so that the grammar of citations reads them one by one. */

/** The sentence of the list ends: nothing behind goes on with it. */
const sentenceEnd = /[.!?]\s+\p{Lu}/u;
const reach = 400;
const codeStart = /^s[ốỐ]\s*(?:hiệu\s*)?[:.]?\s*\d+[a-z]?\s*\/\s*(?:(?:19|20)\d\d\s*\/\s*)?(\p{Lu}+)/iu;

const isOneSentence = (reading: string, from: number, to: number): boolean =>
  to - from < reach && !sentenceEnd.test(reading.slice(from, to + 1));

/**
 * The type of a list of công văn that a code without type goes on, whose symbol begins with who issued it:
 * Công văn số 12/UBND-NC về tiếp dân; số 13/UBND-NC về bầu cử. `null` where there is no such list.
 */
export function listedType(reading: string, at: number, last: Found): TypeRow | null {
  const first = last.symbol ? symbolParts(last.symbol)[0] : undefined;
  if (!first || typeCodes.includes(first) || !isOneSentence(reading, last.end, at)) return null;
  const own = codeStart.exec(reading.slice(at, at + 60))?.[1];
  return own && (own === first || issuerCodes.has(own)) ? typeAt(last.kind) : null;
}

const heading = /^[^\d:]*\scủa\s[^:]{2,80}:\s*(?:số\s*)?[:.]?\s*\d/iu;
const untyped = /^(?:số\s*)?[:.]?\s*\d/iu;

/** Các Nghị định của Chính phủ: số 5/2020/NĐ-CP về …; số 6/2020/NĐ-CP về …: the issuer of the heading is that of all. */
export function shareHeading(reading: string, found: Found[]): void {
  let head: Found | undefined;
  let end = 0;
  for (const one of found) {
    // Luật Thanh tra, which a subject of the list mentions
    if (one.code === null) continue;
    const text = reading.slice(...one.span);
    const goesOn = untyped.test(text) && isOneSentence(reading, end, one.span[0]);
    end = one.end;
    if (one.issuer !== null && heading.test(text)) head = one;
    else if (!goesOn) head = undefined;
    else if (head && sameBody(one, head)) one.issuer ??= head.issuer;
  }
}

const sameBody = (a: Found, b: Found): boolean =>
  a.symbol !== null && b.symbol !== null && issuerPart(a.symbol) === issuerPart(b.symbol);
