import { HYPHEN, LETTER, UPPER } from './alphabet.ts';

/**
 * Số, ký hiệu of a document as pattern sources (Decree 30/2020/NĐ-CP, Annex I, II.3; guide 36-HD/VPTW):
 * state style `30/KH-UBND`, with year `48/2021/QĐ-UBND`, Party style `31-KH/HU`, công văn `689/UBND-VX`.
 * Any of the signs may have white space around it, from sloppy typing or a broken line.
 */

/** 30, 05a, 1.211, and 0 1, torn by conversion */
export const number = String.raw`(?:\d{1,2}\.\d{3}|0 [1-9](?=\s?[/${HYPHEN}])|\d{1,7})(?:[a-zA-Z](?=\s*[/${HYPHEN}]))?`;
const year = String.raw`\s*/\s*(?:19|20)\d\d`;
/** 18-2019-TT-BNV, as names of files have it */
const dashedYear = String.raw`\s*[${HYPHEN}]\s*(?:19|20)\d\d(?=\s*[/${HYPHEN}])`;
/** One abbreviation of a symbol: capitals and digits, with the few small letters that types and bodies carry (TTg, CTr, QĐi, SNgV). */
const part = `(?:[BSP]GD\\s(?=ĐT)|(?:B[ộỘ]|S[ởỞ])\\s?(?=[${UPPER}]{2})|TBo|Qy|[TC]tr|[TCN][rgh]|Đi|[QN]đ|[${UPPER}])(?:[TC]tr|[TCĐN][rghi]|[${UPPER}\\d])*`;
/** The end of an abbreviation: no letter behind it but of a word that conversion glued to it (NQ/TWngày). */
const whole = `(?:(?![${LETTER}])|(?=ngày|của))`;
/** A hyphen typed with the shift key (QĐ_UBND) and a doubled slash are slips, each read as the one sign it stands for. */
/** Behind the first abbreviation a sign may stand free (QĐ - TTg); behind later ones that would swallow a list's dash. */
const firstSign = String.raw`(?:\s*(?:[&_${HYPHEN}]|//?)\s*|(?<!UBND|HĐND)\.(?=[${UPPER}]{2,}${whole}))`;
const laterSign = String.raw`(?:(?:[&_${HYPHEN}]|//?)\s*|\.(?=[${UPPER}]{2}|[IVX]${whole})(?!UBND|HĐND)|(?<=VP)\.(?=UBND|HĐND))`;
/** … unless the citation visibly goes on behind it: số 66/BGD&ĐT -NGCB ngày … */
const looseSign = String.raw`\s[${HYPHEN}](?=[${UPPER}]{2,},?\s+(?:ngày|của|về|[Vv]/v)\s)`;
/** … or all signs of the symbol stand free: KH - MTTQ - BTT, but not KH - UBND - UBND xã. */
const spacedSign = String.raw`\s[/&${HYPHEN}]\s`;
/** A team within who drafts, in brackets: số 823/PV11(CS). */
const team = String.raw`\([${UPPER}]{1,5}\)`;
const spaced = `${spacedSign}${part}${whole}(?:${spacedSign}${part}${whole}(?!\\s+(?:tỉnh|huyện|xã|phường|thị|thành))){1,4}`;
export const symbol = `${part}${whole}(?:${spaced}|(?:${firstSign}${part}${whole}(?:(?:${laterSign}|${looseSign})${part}${whole})*)?(?:${team})?)`;

/** A full code. The sign before the symbol may be missing behind a year (75/2007QĐ-TTg). */
export const code = String.raw`${number}(?:(?:${year}|${dashedYear})(?:\s*(?:[${HYPHEN}]|//?))?|\s*(?:[${HYPHEN}]|//?))\s*${symbol}`;

/** What follows the type's own abbreviation in a code whose sign behind the number is missing: 30KH*-UBND*. */
export const signlessRest = String.raw`\s*[/${HYPHEN}]\s*${part}${whole}(?:${laterSign}${part}${whole})*`;

/** A number and year without symbol: Nghị định 30/2020. */
export const yearedNumber = String.raw`\d{1,6}${year}(?![/\d${HYPHEN}])`;
