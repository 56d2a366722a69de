import { decodePasted } from './detect.ts';
import { evidenceOf, GENUINE, likelihood } from './evidence.ts';
import { legacyFont } from './fonts.ts';

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
  if (GENUINE.test(text)) return text;
  const decoded = decodePasted(text, legacy.encoding);
  if (likelihood(evidenceOf(text)) > likelihood(evidenceOf(decoded))) return text;
  return legacy.capitals ? decoded.toUpperCase() : decoded;
}
