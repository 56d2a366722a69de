import { decodeRun } from '../encoding/run.ts';
import { raise, replaceSymbols } from './symbols.ts';

/** What of a run's formatting decides its text. */
export interface RunFormat {
  /** Name of the font; empty where it is not known. */
  font: string;
  raised: boolean;
  /** Shown in capitals whatever was typed. */
  capitals: boolean;
}

/** Text without any formatting. */
export const PLAIN: RunFormat = { font: '', raised: false, capitals: false };

/** Whether text of both can be read as one run. */
export const sameFormat = (a: RunFormat, b: RunFormat): boolean =>
  a === b || (a.font === b.font && a.raised === b.raised && a.capitals === b.capitals);

/** Whether letters of a run are others than their codes say; Latin letters and digits are the same in old fonts. */
export const isLegacy = (text: string, font: string): boolean =>
  /[\xA1-\xFF]/.test(text) && decodeRun(text, font) !== text;

/** Text of a run as it is shown: letters for those of old fonts, signs for symbols, plain hyphens, capitals, raised digits. */
export function shownText(text: string, format: RunFormat): string {
  // Where a word may be hyphenated is no part of it; but in TCVN3 that character is the letter ư, so fonts come first.
  let shown = replaceSymbols(decodeRun(text, format.font), format.font)
    .replaceAll('\u2011', '-')
    .replaceAll('\u00AD', '');
  if (format.capitals) shown = shown.toUpperCase();
  return format.raised ? raise(shown) : shown;
}
