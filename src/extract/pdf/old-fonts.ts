import type { Notice } from '../../source.ts';
import { restoreCapitals } from '../encoding/capitals.ts';
import { decodeShown } from '../encoding/detect.ts';
import { evidenceOf } from '../encoding/evidence.ts';
import { legacyFont } from '../encoding/fonts.ts';
import type { LegacyEncoding } from '../encoding/names.ts';
import { encodingOfLetters, isUnicode } from '../encoding/run.ts';
import { noticesOf } from '../office/notices.ts';
import type { PageContent, Word } from './model.ts';

/** Characters of a font that are looked at to tell its encoding. */
const SAMPLE = 16 * 1024;

/** What became of text in old fonts. */
export interface Converted {
  notices: Notice[];
  /** Gives back to the whole text the capitals that were lost with the names of the fonts of capitals. */
  finish(text: string): string;
}

/**
 * Converts the text of fonts from before Unicode, which a text layer has as other letters. Fonts are known by name;
 * others, as converters rename them, by what their letters make. Then soft hyphens, which in TCVN3 are the letter ư,
 * become the hyphens that they look like.
 *
 * @param pages the words are changed in place
 */
export function decodeOldFonts(pages: (PageContent | null)[]): Converted {
  const samples = samplesOf(pages);
  const fonts = encodingsOf(samples);
  let converted = false;
  for (const page of pages)
    for (const word of page ? [...page.words, ...page.turned] : []) {
      const encoding = fonts.get(word.font ?? '');
      if (encoding && !isUnicode(word.text)) {
        converted ||= /[\xA1-\xFF]/.test(word.text);
        decode(word, encoding);
      } else if (word.text.includes('\u00AD')) word.text = word.text.replaceAll('\u00AD', '-');
    }
  const isUnnamed = [...samples].every(([font, sample]) =>
    fonts.get(font) ? fonts.get(font) === 'tcvn3' && !legacyFont(font) : !isUnicode(sample),
  );
  return {
    notices: noticesOf(new Set(converted ? ['legacy'] : [])),
    finish: (text) => (converted && isUnnamed ? restoreCapitals(text) : text),
  };
}

function decode(word: Word, encoding: LegacyEncoding): void {
  const text = decodeShown(word.text, encoding);
  word.text = legacyFont(word.font ?? '')?.capitals ? text.toUpperCase() : text;
}

/** Words with letters beyond ASCII, by font, as many as are needed. */
function samplesOf(pages: (PageContent | null)[]): Map<string, string> {
  const samples = new Map<string, { words: string[]; length: number }>();
  for (const page of pages)
    for (const { font = '', text } of page ? [...page.words, ...page.turned] : []) {
      const sample = samples.get(font) ?? { words: [], length: 0 };
      if (sample.length > SAMPLE || !/[^\0-\x7F]/.test(text)) continue;
      samples.set(font, sample);
      sample.words.push(text);
      sample.length += text.length;
    }
  return new Map([...samples].map(([font, sample]) => [font, sample.words.join(' ')]));
}

/**
 * The encoding of each font, `null` for Unicode. Fonts outlive what was typed in them: what their letters make has the
 * last word. A font with too few letters to tell goes with the others, if it gains by that.
 */
function encodingsOf(samples: Map<string, string>): Map<string, LegacyEncoding | null> {
  const told = new Map(
    [...samples].map(([font, sample]) => [font, encodingOfLetters(sample, legacyFont(font)?.encoding)]),
  );
  const others = [...told.values()].filter((encoding) => encoding !== null);
  for (const [font, sample] of samples) {
    if (told.get(font) || isUnicode(sample)) continue;
    const gains = others.find((encoding) => evidenceOf(decodeShown(sample, encoding)).good > evidenceOf(sample).good);
    if (gains) told.set(font, gains);
  }
  return told;
}
