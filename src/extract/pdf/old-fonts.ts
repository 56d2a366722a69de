import type { Notice } from '../../source.ts';
import { decodeShown } from '../encoding/detect.ts';
import { legacyFont } from '../encoding/fonts.ts';
import type { LegacyEncoding } from '../encoding/names.ts';
import { encodingOfLetters, isUnicode } from '../encoding/run.ts';
import { noticesOf } from '../office/notices.ts';
import type { PageContent, Word } from './model.ts';

/** Characters of a font that are looked at to tell its encoding. */
const SAMPLE = 16 * 1024;

/**
 * Converts the text of fonts from before Unicode, which a text layer has as other letters. Fonts are known by name;
 * others, as converters rename them, by what their letters make. Then soft hyphens, which in TCVN3 are the letter ư,
 * become the hyphens that they look like.
 *
 * @param pages the words are changed in place
 * @returns what the reader must be told
 */
export function decodeOldFonts(pages: (PageContent | null)[]): Notice[] {
  const words = pages.flatMap((page) => (page ? [page.words, page.turned] : [])).flat();
  const fonts = new Map([...samplesOf(words)].map(([font, sample]) => [font, encodingOf(font, sample)]));
  let converted = false;
  for (const word of words) {
    const encoding = fonts.get(word.font ?? '');
    if (encoding && !isUnicode(word.text)) {
      converted ||= /[\xA1-\xFF]/.test(word.text);
      const text = decodeShown(word.text, encoding);
      word.text = legacyFont(word.font ?? '')?.capitals ? text.toUpperCase() : text;
    } else if (word.text.includes('\u00AD')) word.text = word.text.replaceAll('\u00AD', '-');
  }
  return noticesOf(new Set(converted ? ['legacy'] : []));
}

/** Words by font, as far as they are needed. */
function samplesOf(words: Word[]): Map<string, string> {
  const samples = new Map<string, { words: string[]; length: number }>();
  for (const { font = '', text } of words) {
    let sample = samples.get(font);
    if (!sample) samples.set(font, (sample = { words: [], length: 0 }));
    if (sample.length > SAMPLE || !/[^\0-\x7F]/.test(text)) continue;
    sample.words.push(text);
    sample.length += text.length;
  }
  return new Map([...samples].map(([font, sample]) => [font, sample.words.join(' ')]));
}

/** Fonts outlive what was typed in them: what their letters make has the last word. */
const encodingOf = (font: string, sample: string): LegacyEncoding | null =>
  encodingOfLetters(sample, legacyFont(font)?.encoding);
