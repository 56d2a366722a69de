import { decodeShown, likeliest } from './detect.ts';
import { evidenceOf, GENUINE, likelihood } from './evidence.ts';
import { legacyFont } from './fonts.ts';
import { looksPasted } from './foreign.ts';
import type { LegacyEncoding } from './names.ts';

/**
 * The text of a run as its font shows it. Runs in fonts from before Unicode (see {@link legacyFont}) are converted,
 * others are returned as they are. Call it before anything takes soft hyphens away: in TCVN3 that is the letter ư.
 *
 * A run that is Unicode already is left alone: fonts outlive what was typed in them, and Word then shows another one.
 *
 * @param text as stored, each letter as windows-1252 has its byte
 * @param font name of the font, empty or `undefined` where it is not known
 */
export function decodeRun(text: string, font: string | undefined): string {
  const legacy = font ? legacyFont(font) : null;
  if (!legacy) return text;
  if (!/[^\0-\x7F]/.test(text)) return legacy.capitals ? text.toUpperCase() : text;
  if (isUnicode(text) || !encodingOfLetters(text, legacy.encoding)) return text;
  const decoded = decodeShown(text, legacy.encoding);
  return legacy.capitals ? decoded.toUpperCase() : decoded;
}

/** Whether a text has letters that only Unicode has. */
export const isUnicode = (text: string): boolean => GENUINE.test(text);

/** A guess without the name of a font must be likelier than this. */
const SURE = 0.99;

/**
 * The encoding of letters shown by a font, `null` where they are Unicode.
 *
 * @param text letters of one font
 * @param named the encoding that its name tells; without one the letters must leave no doubt
 */
export function encodingOfLetters(text: string, named: LegacyEncoding | undefined): LegacyEncoding | null {
  if (named) {
    const isBetter = likelihood(evidenceOf(text)) > likelihood(evidenceOf(decodeShown(text, named)));
    return isBetter ? null : named;
  }
  if (isUnicode(text) || !looksPasted(text)) return null;
  const guess = likeliest<'utf-8' | 'tcvn3' | 'vni'>([
    ['utf-8', text, 0],
    ['tcvn3', decodeShown(text, 'tcvn3'), 0],
    ['vni', decodeShown(text, 'vni'), 0],
  ]);
  return !guess || guess.encoding === 'utf-8' || guess.certainty < SURE ? null : guess.encoding;
}
