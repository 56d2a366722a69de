import { skipSpaces, skipSpacesBack } from './phrases.ts';
import { type Noun, nounAt } from './unit.ts';

const attribute = /\s+\p{Ll}+(?=\s*\/\s*\d)/uy;

/** "980 hộ vay/25 tổ": a word between the noun and the next measure belongs to the noun. */
function behindAttribute(text: string, end: number): number {
  attribute.lastIndex = end;
  return attribute.test(text) ? attribute.lastIndex : end;
}

/** The words of a material: "rác", "rác thải", "nước sạch". */
const material = /\s+\p{Ll}+(?:\s+\p{Ll}+)?\s*(?=\/)/uy;

/** "6,8 tấn rác/ngày", "45 m2 sàn/người": what is measured stands behind the unit. The end of it, or of the unit. */
function behindMaterial(text: string, { end, row }: Noun): number {
  if (!row?.kind) return behindAttribute(text, end);
  if (row.kind === 'duration') return end;
  material.lastIndex = end;
  if (!material.test(text)) return end;
  const edge = skipSpacesBack(text, material.lastIndex);
  const per = nounAt(text, skipSpaces(text, material.lastIndex + 1), true)?.row;
  return per?.kind === 'duration' || per?.group === 'person' ? edge : end;
}

const numberOf = /(?:tổng\s+)?số\s+/iuy;
const opened = /["“”«]\s*/uy;
const closed = /\s*["“”»]/uy;

/** "2/3 số hộ", '05 "tổ tự quản"': the noun stands behind words or a sign that say nothing of it. */
function dressedNounAt(text: string, at: number): Noun | null {
  numberOf.lastIndex = opened.lastIndex = at;
  if (numberOf.test(text)) {
    const counted = nounAt(text, numberOf.lastIndex);
    if (counted?.row) return counted;
  }
  if (!opened.test(text)) return nounAt(text, at);
  const quoted = nounAt(text, opened.lastIndex);
  if (!quoted) return null;
  closed.lastIndex = quoted.end;
  return { ...quoted, end: closed.test(text) ? closed.lastIndex : quoted.end };
}

/** The noun behind a number, with the words and signs around it that belong to it. */
export function countedNounAt(text: string, at: number): Noun | null {
  const found = dressedNounAt(text, at);
  return found && { ...found, end: behindMaterial(text, found) };
}
