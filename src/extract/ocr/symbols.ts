import typeRows from '../../../grammars/lexicon/document-types.yaml';
import issuerRows from '../../../grammars/lexicon/issuer-codes.yaml';
import type { DocumentType, IssuerCodes } from '../../lexicon/schema.ts';

const known = new Set([
  ...(typeRows as DocumentType[]).flatMap(({ code, codes }) => [...(code ? [code] : []), ...(codes ?? [])]),
  ...(issuerRows as IssuerCodes[]).flatMap(({ codes }) => codes),
]);

/**
 * An abbreviation as it looks to OCR: eth for Đ, a letter read twice, the bar of T as a stroke of its own, Đ and D,
 * zero and O, five beside S, and specks.
 */
const shape = (part: string): string =>
  part
    .replace(/[^\p{L}\p{N}|!]/gu, '')
    .replace(/[ÐĐD]+/gu, 'D')
    .replace(/[0Ọ]/g, 'O')
    .replace(/[S5]+/g, 'S')
    .replace(/[T1l|!I]+/g, 'I');

/** Round letters that run into each other: a C of small print is read as G, O, or two of them. In short parts it says too little. */
const roundShape = (part: string): string | null =>
  part.length < LONG ? null : `round ${shape(part).replace(/[CGOQ]+/g, 'C')}`;
const LONG = 4;

const byShape = new Map<string, Set<string>>();
for (const part of known)
  for (const form of [shape(part), roundShape(part)])
    if (form) byShape.set(form, (byShape.get(form) ?? new Set()).add(part));

/**
 * The known abbreviation that a part of a symbol was misread from; `null` where it is known itself, or where none or
 * several look like it.
 */
export function mendSymbol(part: string): string | null {
  if (known.has(part) || part.length < 2) return null;
  const alike = [...(byShape.get(shape(part)) ?? byShape.get(roundShape(part) ?? '') ?? [])];
  // QĐÐ holds QĐ whole, and of QD only the Q.
  const whole = alike.filter((candidate) => isWithin(candidate, part));
  const [only, other] = whole.length ? whole : alike;
  return only && !other ? only : null;
}

/** Whether all letters of a candidate stand in a part, in order. */
function isWithin(candidate: string, part: string): boolean {
  let at = -1;
  for (const letter of candidate) {
    at = part.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}
