import { LETTER, UPPER } from './alphabet.ts';

/**
 * Số, ký hiệu of a document as pattern sources (Decree 30/2020/NĐ-CP, Annex I, II.3; guide 36-HD/VPTW):
 * state style `30/KH-UBND`, with year `48/2021/QĐ-UBND`, Party style `31-KH/HU`, công văn `689/UBND-VX`.
 * Any of the signs may have white space around it, from sloppy typing or a broken line.
 */

/** 30, 05a, 1.211 */
export const number = String.raw`(?:\d{1,2}\.\d{3}|\d{1,6})(?:[a-zA-Z](?=\s*[/-]))?`;
const year = String.raw`\s*/\s*(?:19|20)\d\d`;
/** One abbreviation of a symbol: capitals and digits, with the few small letters that types and bodies carry (TTg, CTr, QĐi). */
const part = `(?:[TC]tr|[TC][rgh]|Đ[it](?![a-z])|[${UPPER}])(?:[TC]tr|[TCĐ][rghi]|[${UPPER}\\d])*`;
const whole = `(?![${LETTER}])`;
/** Behind the first abbreviation a sign may stand free (QĐ - TTg); behind later ones that would swallow a list's dash. */
const firstSign = String.raw`\s*[/–&-]\s*`;
const laterSign = String.raw`[/–&-]\s*`;
export const symbol = `${part}${whole}(?:${firstSign}${part}${whole}(?:${laterSign}${part}${whole})*)?`;

/** A full code. The sign before the symbol may be missing behind a year (75/2007QĐ-TTg). */
export const code = String.raw`${number}(?:${year}(?:\s*[/–-])?|\s*[/–-])\s*${symbol}`;

/** A code whose sign behind the number is missing: the symbol must begin with a type's own abbreviation (30KH-UBND). */
export const signlessCode = (abbreviations: string): string =>
  String.raw`${number.replace('(?:[a-zA-Z](?=\\s*[/-]))?', '')}\s?(?:${abbreviations})\s*[/–-]\s*${part}${whole}(?:${laterSign}${part}${whole})*`;

/** A number and year without symbol: Nghị định 30/2020. */
export const yearedNumber = String.raw`\d{1,6}${year}(?![/–\d-])`;
