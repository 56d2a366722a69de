import { legacyFont } from '../encoding/fonts.ts';
import type { Word } from './model.ts';

/** Bullets of Symbol and Wingdings, which have no Unicode place of their own, as Word means them. */
const symbols: Record<string, string> = {
  '\uF02B': '+',
  '\uF02D': '-',
  '\uF02A': '*',
  '\uF0B7': '•',
  '\uF06C': '•',
  '\uF0A7': '▪',
  '\uF0D8': '➢',
  '\uF0FC': '✓',
  '\uF076': '❖',
};

/** The hyphens that are drawn as a plain one. The soft one is left: in a font of TCVN3 it is a letter. */
const hyphens = /[\u2010\u2011]/g;
const ligatures = /[\uFB00-\uFB4F]/g;
const invisible = /\p{Cc}|(?!\u00AD)\p{Cf}/gu;

/** What a glyph says: its character without ligatures, private bullets and invisible signs; a space for any blank. */
export function charOf(unicode: string): string {
  if (unicode.length === 1) {
    const code = unicode.charCodeAt(0);
    if (code > 0x20 && code < 0x7f) return unicode;
  }
  if (/^\s/.test(unicode)) return ' ';
  return (symbols[unicode] ?? unicode)
    .replace(hyphens, '-')
    .replace(invisible, '')
    .replace(ligatures, (sign) => sign.normalize('NFKC'));
}

/** A glyph as drawn, in page coordinates. */
export interface Glyph {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  bold: boolean;
  italic: boolean;
  /** Name of the font. */
  font: string;
  artifact: boolean;
}

/**
 * Gaps within a word, in ems. Kerning and letter-spacing reach 0.15; the space of text fonts is 0.22 to 0.32, and
 * lines are justified by widening it, hardly ever by narrowing it.
 */
const widestGapInWord = 0.17;
const deepestOverlap = -0.4;

/** Written out, since a spread object takes several times the memory, and a report has many words. */
const wordOf = ({ text, x0, x1, y, size, bold, italic, font, artifact }: Glyph, spaced: boolean): Word => ({
  text,
  x0,
  x1,
  y,
  size,
  bold,
  italic,
  font,
  artifact,
  spaced,
  raised: false,
});

/** Collects glyphs, in the order of drawing, to words. A blank glyph only ends a word. */
export function collectWords(): { words: Word[]; add(glyph: Glyph): void } {
  const words: Word[] = [];
  let word: Word | undefined;
  let spaced = false;
  const add = (glyph: Glyph) => {
    if (glyph.text === '') return;
    if (glyph.text === ' ') {
      word = undefined;
      spaced = true;
      return;
    }
    if (word && goesOn(word, glyph)) {
      word.text += glyph.text;
      word.x1 = Math.max(word.x1, glyph.x1);
    } else {
      word = wordOf(glyph, spaced);
      words.push(word);
    }
    spaced = false;
  };
  return { words, add };
}

/** `III.` and the like: behind it any gap at all is the tab of an automatic list, whose label nearly filled it. */
const label = /^(?:[IVXLC]{1,6}|\d{1,2}(?:\.\d{1,2})*|\p{L})[.)]$/u;
const tabGap = 0.02;

/** Whether a gap (in ems) behind what was drawn of a word ends it. */
export const isWordGap = (gap: number, text: string): boolean =>
  gap >= widestGapInWord || (gap > tabGap && label.test(text));

function goesOn(word: Word, glyph: Glyph): boolean {
  const gap = (glyph.x0 - word.x1) / glyph.size;
  return (
    !isWordGap(gap, word.text) &&
    gap > deepestOverlap &&
    Math.abs(glyph.y - word.y) < 0.05 * glyph.size &&
    Math.abs(glyph.size - word.size) < 0.05 * glyph.size &&
    glyph.bold === word.bold &&
    glyph.italic === word.italic &&
    (glyph.font === word.font || legacyFont(glyph.font) === legacyFont(word.font ?? '')) &&
    glyph.artifact === word.artifact
  );
}
