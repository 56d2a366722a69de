import { LETTER, UPPER } from '../../grammars/alphabet.ts';
import {
  bodies,
  capacities,
  collectives,
  field,
  honorifics,
  inCapitals,
  isFamilyName,
  positions,
} from '../lexicon/layout.ts';
import type { Found, Phrases } from '../lexicon/phrases.ts';
import type * as contract from '../schema.ts';

type Signature = contract.Closing['signature'];

/** A part of a signature as printed. */
export interface SignedPart {
  role: keyof Signature;
  text: string;
}

/** A signature while it is read: the first signer counts. */
export interface Signed {
  signature: Signature;
  /** What was read last, for a line that goes on with it. */
  last: keyof Signature | null;
  /** Which of two columns the signer's is. */
  side: 0 | 1;
}

export const unsigned = (): Signed => ({
  signature: { authority: null, capacity: null, position: null, name: null },
  last: null,
  side: 0,
});

const authority = capacities('authority', 'witness');
const capacity = capacities('capacity');
const acting = capacities('position');
const anySign = capacities('authority', 'witness', 'capacity');
const signed = field('signed');
const preparer = field('preparer');
const markEnd = /[^)\]:]*[)\]:]?\s*/y;
const nameWord = `[${UPPER}][${LETTER}'’]*`;
const nameShape = new RegExp(`^${nameWord}(?:(?:\\s|\\s?[-–]\\s?)${nameWord}){1,5}$`);
/** Lưu VT, Lưu CB: the last item of the recipients, though Lưu is a family name too. */
const abbreviation = new RegExp(`\\s[${UPPER}]{2,}$`);
const signBeside = new RegExp(`\\s(?=[${UPPER}]{1,3}[./]\\s?[${UPPER}]{2,}[${UPPER}\\s]*$)`);

/** Length of the mark of a copy or of a digital signature at the head of a text: (Đã ký). */
function markOf(text: string): number {
  const open = /^[([{<$]*\s*/.exec(text)?.[0].length ?? 0;
  const words = signed.at(text, open);
  if (!words) return 0;
  markEnd.lastIndex = open + words;
  markEnd.test(text);
  return markEnd.lastIndex;
}

export const isSigningMark = (text: string): boolean => markOf(text) > 0;

/** A text behind the words at its head. */
const behind = (words: Phrases, text: string): string => text.slice(words.at(text)).trimStart();

/**
 * The parts of a signature that one column of one line says, in order; `null` where it says none.
 *
 * @param above what was read before: in a foot that has begun, an office or a name need not be unmistakable
 */
export function signedParts(text: string, above: Signed): SignedPart[] | null {
  if (authority.at(text)) return isSignLine(text) ? split(text, 'authority', 0) : null;
  if (capacity.at(text)) {
    // T/L BAN THƯỜNG VỤ says whose authority it is, TL. CHỦ TỊCH whose office.
    const role = collectives.at(behind(capacity, text)) ? 'authority' : 'capacity';
    return isSignLine(text) ? split(text, role, 1) : null;
  }
  const office = behind(acting, text);
  if (positions.at(office) && (inCapitals(text) || (above.last !== null && positions.whole(office))))
    return [{ role: 'position', text }];
  const name = text.slice(markOf(text)).replace(/\s*\([^)]*\)$/, '');
  return isName(name, above) ? [{ role: 'name', text: name }] : null;
}

/** TM. before a sentence is no signature: a line of one is short and no sentence, its words in capitals or few. */
const isSignLine = (text: string): boolean =>
  text.length <= 120 &&
  !/[:;]/.test(text) &&
  (inCapitals(text) || (text.split(' ').length <= 9 && !/[.,]$/.test(text)));

/** TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH on one line; a sign for somebody takes the first office with it. */
function split(text: string, role: 'authority' | 'capacity', offices: number): SignedPart[] {
  const inner = anySign.find(text, 1);
  if (inner)
    return [
      ...split(text.slice(0, inner.index).trim(), role, offices),
      ...(signedParts(text.slice(inner.index), unsigned()) ?? []),
    ];
  const next = officesIn(text)[offices];
  if (!next) return [{ role, text }];
  return [
    { role, text: text.slice(0, next.index).replace(/[\s–-]+$/, '') },
    { role: 'position', text: text.slice(next.index) },
  ];
}

/** Offices in a text; ĐOÀN CHỦ TỊCH and BAN BÍ THƯ are bodies. */
const officesIn = (text: string): Found[] =>
  positions.all(text).filter(({ index }) => index > 0 && !/(?:ĐOÀN|BAN)\s+$/.test(text.slice(0, index)));

/**
 * Whether a text is a personal name. By its shape where an office or a sign stands above it; else, and in
 * capitals, only with a family name at its head.
 */
function isName(text: string, { last }: Signed): boolean {
  let name = text;
  for (let length = honorifics.at(name); length; length = honorifics.at(name)) name = name.slice(length).trimStart();
  if (!nameShape.test(name) || (!inCapitals(name) && abbreviation.test(name))) return false;
  const [family = ''] = name.split(/[\s'’]/, 1);
  if (isFamilyName(family) || isFamilyName(`${family}'`)) return last !== null || text.split(' ').length <= 6;
  return last !== null && !inCapitals(name) && !bodies.at(name);
}

/** `- Như trên; KT. CHỦ TỊCH`, `- Lưu: VT. Lê Văn Tám`: a recipient and, one space behind it, the other column. */
export function splitBeside(text: string, signed: Signed): { item: string; beside: SignedPart[] } {
  for (const { index } of text.matchAll(/(?<=[;.,:)])\s/gu)) {
    // Lưu: VT, KT. is filed in the office and at the section Kinh tế.
    const rest = text.slice(index + 1);
    const beside = rest.includes(' ') ? signedParts(rest, signed) : null;
    if (beside) return { item: text.slice(0, index), beside };
  }
  const sign = signBeside.exec(text);
  const beside = sign && signedParts(text.slice(sign.index + 1), signed);
  return beside ? { item: text.slice(0, sign.index), beside } : { item: text, beside: [] };
}

const hasSign = (column: SignedPart[] | undefined): boolean =>
  column?.some(({ role }) => role === 'authority' || role === 'capacity') ?? false;

/** THƯ KÝ | CHỦ TỌA: the first column is the helper's, the second has an office too. */
const isBesideHelper = ([first, second]: SignedPart[][]): boolean =>
  first?.[0] !== undefined && preparer.at(first[0].text) > 0 && second?.[0]?.role === 'position';

/**
 * Adds a line's signature; of two columns side by side (joint signature) the first one counts, unless only the other
 * signs for a body (NGƯỜI LẬP BIỂU | TM. ỦY BAN NHÂN DÂN), or is in charge.
 */
export function sign(columns: SignedPart[][], signed: Signed): void {
  const { signature } = signed;
  if (signature.name !== null) return;
  const closed = signature.position !== null;
  const isSecond = (!hasSign(columns[0]) && hasSign(columns[1])) || isBesideHelper(columns);
  if (signed.last === null && isSecond) signed.side = 1;
  for (const { role, text } of columns[Math.min(signed.side, columns.length - 1)] ?? []) {
    // The second signer's column goes on below: his signs come after the office of the first.
    if (closed && (role === 'authority' || role === 'capacity')) continue;
    signature[role] ??= text;
    signed.last = role;
  }
}

/**
 * A line in capitals under a sign or an office goes on with it: TM. ỦY BAN NHÂN DÂN / XÃ TÂN HỘI. A recipient may be all
 * in capitals too: - TT.TU, TT.HĐND TP;
 */
export const wrapsSigned = (text: string, { last, signature }: Signed): boolean =>
  !/^[-–+•*]|;$/.test(text) &&
  last !== null &&
  last !== 'name' &&
  signature.name === null &&
  inCapitals(text) &&
  text.length <= 60;

export function wrapSigned(text: string, signed: Signed): void {
  const { last, signature } = signed;
  if (last) signature[last] = `${signature[last]} ${text}`;
}
