import { decodeRun } from '../encoding/run.ts';

/*
 * Signs of Word's symbol fonts and raised characters as Unicode. The fonts number their signs from 0; Word adds
 * F000 to keep them apart from letters, converters of old .doc files write them as Latin-1 letters instead.
 */

/** Fonts whose letters are signs. */
const SYMBOL_FONT = /^(?:symbol|wingdings(?: [23])?|webdings|opensymbol|starsymbol|monotype sorts|zapf dingbats)$/i;

/** The signs officials take for bullets and ticks; the rest is left to mammoth's full tables. */
const WINGDINGS: Record<number, string> = {
  108: '●',
  109: '○',
  110: '■',
  111: '□',
  113: '❑',
  114: '❒',
  115: '⬧',
  116: '⧫',
  117: '◆',
  118: '❖',
  159: '•',
  161: '○',
  167: '▪',
  168: '□',
  216: '➢',
  224: '→',
  232: '➔',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};

/** Symbol is laid out as ASCII but for its letters; its minus serves as the hyphen of lists. */
const SYMBOL: Record<number, string> = {
  45: '-',
  183: '•',
  176: '°',
  177: '±',
  179: '≥',
  163: '≤',
  180: '×',
  184: '÷',
  185: '≠',
  187: '≈',
  168: '♦',
  174: '→',
  222: '⇒',
};

/**
 * The Unicode sign of a character of a symbol font, `null` where it is not one of the usual ones.
 *
 * @param code the character with or without the offset F000
 */
export function symbol(code: number, font: string): string | null {
  if (code >= 0x100 && (code < 0xf000 || code > 0xf0ff)) return null;
  const low = code & 0xff;
  if (/^wingdings/i.test(font)) return WINGDINGS[low] ?? null;
  if (SYMBOL[low]) return SYMBOL[low];
  // Digits and punctuation stand in Symbol and OpenSymbol where ASCII has them.
  return low >= 0x20 && low < 0x41 ? String.fromCharCode(low) : null;
}

/** Replaces characters of the private area that symbol fonts use; others stay. */
export const replaceSymbols = (text: string, font: string): string =>
  text.replace(/[\uF020-\uF0FF]/g, (character) => symbol(character.charCodeAt(0), font) ?? character);

/** The sign of a bullet whose definition names a font: `§` in Wingdings is `▪`, `o` in Courier is a ring. */
export function bulletSign(text: string, font: string): string {
  if (text === 'o' && /^courier/i.test(font)) return '◦';
  // The words of a label can be in an old font; a sign alone is meant as it is.
  if (!SYMBOL_FONT.test(font)) return replaceSymbols(text.length > 1 ? decodeRun(text, font) : text, '');
  return [...text].map((character) => symbol(character.codePointAt(0)!, font) ?? character).join('');
}

const RAISED = new Map(
  Object.entries({
    ...{ 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' },
    ...{ '+': '⁺', '-': '⁻', '=': '⁼', '(': '⁽', ')': '⁾', n: 'ⁿ', i: 'ⁱ', v: 'ᵛ', x: 'ˣ', l: 'ˡ', c: 'ᶜ' },
  }),
);

const raiseAll = (text: string): string => [...text].map((character) => RAISED.get(character) ?? character).join('');

/**
 * Text of a raised run. Exponents and calls (`2`, `-1`, `(1)`, `1, 2`) become raised characters, else m² would be
 * read as m2; words that someone raised are left as they are, since Unicode cannot raise them wholly.
 */
export const raise = (text: string): string => (/^[\d\s,()+\-=n]+$/.test(text) ? raiseAll(text) : text);

/** The mark of a note as it is printed at its call; also Roman ones (`iv`). */
export const raiseMark = (mark: string): string => (/^(?:\d+|[ivxlc]+)$/.test(mark) ? raiseAll(mark) : raise(mark));
