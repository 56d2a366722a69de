import {
  bodies,
  capacities,
  collectives,
  familyNames,
  field,
  honorifics,
  inCapitals,
  positions,
} from '../lexicon/layout.ts';
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
}

export const unsigned = (): Signed => ({
  signature: { authority: null, capacity: null, position: null, name: null },
  last: null,
});

const authority = new RegExp(`^${capacities('authority', 'witness')}\\s*`, 'iu');
const capacity = new RegExp(`^${capacities('capacity')}\\s*`, 'iu');
const acting = new RegExp(`^${capacities('position')}\\s*`, 'iu');
const anySign = new RegExp(`${capacities('authority', 'witness', 'capacity')}`, 'giu');
const office = new RegExp(positions, 'giu');
const startsWithOffice = new RegExp(`^${positions}`, 'iu');
const onlyOffice = new RegExp(`^${positions}$`, 'iu');
const startsWithBody = new RegExp(`^${bodies}`, 'iu');
const ofCollective = new RegExp(`^${capacities('capacity')}\\s*${collectives}`, 'iu');
const mark = new RegExp(`^[(\\[]?\\s*${field('signed')}[^)\\]:]*[)\\]:]?\\s*`, 'iu');
const degree = new RegExp(`^(?:${honorifics}\\s*)+`, 'iu');
const nameShape = /^\p{Lu}[\p{L}'’]*(?:(?:\s|\s?[-–]\s?)\p{Lu}[\p{L}'’]*){1,5}$/u;

/** Whether a text is the mark of a copy or of a digital signature: (Đã ký). */
export const isSigningMark = (text: string): boolean => mark.test(text);

/**
 * The parts of a signature that one column of one line says, in order; `null` where it says none.
 *
 * @param signed what was read before: in a foot that has begun, an office or a name need not be unmistakable
 */
export function signedParts(text: string, signed: Signed): SignedPart[] | null {
  if (authority.test(text)) return isSignLine(text) ? split(text, 'authority', 0) : null;
  if (capacity.test(text))
    return isSignLine(text) ? split(text, ofCollective.test(text) ? 'authority' : 'capacity', 1) : null;
  const rest = text.replace(acting, '');
  if (startsWithOffice.test(rest) && (inCapitals(text) || (signed.last !== null && onlyOffice.test(rest))))
    return [{ role: 'position', text }];
  const name = text.replace(mark, '').replace(/\s*\([^)]*\)$/u, '');
  return isName(name, signed) ? [{ role: 'name', text: name }] : null;
}

/** TM. before a sentence is no signature: a line of one is short and no sentence, its words in capitals or few. */
const isSignLine = (text: string): boolean =>
  text.length <= 120 &&
  !/[:;]/.test(text) &&
  (inCapitals(text) || (text.split(' ').length <= 9 && !/[.,]$/.test(text)));

/** TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH on one line; a sign for somebody takes the first office with it. */
function split(text: string, role: 'authority' | 'capacity', offices: number): SignedPart[] {
  for (const { index } of text.matchAll(anySign)) {
    if (index > 0)
      return [
        ...split(text.slice(0, index).trim(), role, offices),
        ...(signedParts(text.slice(index), unsigned()) ?? []),
      ];
  }
  const next = [...text.matchAll(office)][offices];
  if (!next || next.index === 0) return [{ role, text }];
  return [
    { role, text: text.slice(0, next.index).trim() },
    { role: 'position', text: text.slice(next.index) },
  ];
}

/**
 * Whether a text is a personal name. By its shape where an office or a sign stands above it; else, and in
 * capitals, only with a family name at its head.
 */
function isName(text: string, { last }: Signed): boolean {
  const name = text.replace(degree, '');
  if (!nameShape.test(name)) return false;
  const [family = ''] = name.toLowerCase().split(/[\s'’]/, 1);
  if (familyNames.has(family) || familyNames.has(`${family}'`)) return last !== null || text.split(' ').length <= 6;
  return last !== null && !inCapitals(name) && !startsWithBody.test(name);
}

/** `- Như trên; KT. CHỦ TỊCH`, `- Lưu: VT. Lê Văn Tám`: a recipient and, one space behind it, the other column. */
export function splitBeside(text: string, signed: Signed): { item: string; beside: SignedPart[] } {
  for (const { index } of text.matchAll(/(?<=[;.,:)])\s/gu)) {
    const beside = signedParts(text.slice(index + 1), signed);
    if (beside) return { item: text.slice(0, index), beside };
  }
  const sign = /\s(?=\p{Lu}{1,3}[./]\s?\p{Lu}{2,}[\p{Lu}\s]*$)/u.exec(text);
  const beside = sign && signedParts(text.slice(sign.index + 1), signed);
  return beside ? { item: text.slice(0, sign.index), beside } : { item: text, beside: [] };
}

/** Adds a line's signature; of two columns side by side (joint signature) the first one counts. */
export function sign(columns: SignedPart[][], signed: Signed): void {
  const { signature } = signed;
  if (signature.name !== null) return;
  const closed = signature.position !== null;
  for (const { role, text } of columns[0] ?? []) {
    // The second signer's column goes on below: his signs come after the office of the first.
    if (closed && (role === 'authority' || role === 'capacity')) continue;
    signature[role] ??= text;
    signed.last = role;
  }
}

/** A line in capitals under a sign or an office goes on with it: TM. ỦY BAN NHÂN DÂN / XÃ TÂN HỘI. */
export const wrapsSigned = (text: string, { last, signature }: Signed): boolean =>
  last !== null && last !== 'name' && signature.name === null && inCapitals(text) && text.length <= 60;

export function wrapSigned(text: string, signed: Signed): void {
  const { last, signature } = signed;
  if (last) signature[last] = `${signature[last]} ${text}`;
}
