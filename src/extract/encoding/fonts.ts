import type { LegacyEncoding } from './names.ts';

/** What a font from before Unicode makes of text. */
export interface LegacyFont {
  encoding: LegacyEncoding;
  /** It shows small letters as capitals. */
  capitals: boolean;
}

/** Weight and slant behind the name, as PDFs have them: `,Bold`, `-BoldItalic`, ` Bold`. */
const STYLE = /[-, ]*(?:bold|italic|regular|normal|mt)+$/i;

const KNOWN = new Map<string, LegacyFont | null>();

/**
 * The encoding of a font by its name: `.VnTime` and the other ABC fonts (in PDFs often without the dot), `.VnTimeH` for
 * their capitals, `VNI-Times`, `VPS Times`; `null` for all others. The prefix of a subset (`ABCDEF+`) may be there.
 */
export function legacyFont(name: string): LegacyFont | null {
  let font = KNOWN.get(name);
  if (font === undefined) {
    font = read(name.replace(/^[A-Z]{6}\+/, '').replace(STYLE, ''));
    if (KNOWN.size < 1000) KNOWN.set(name, font);
  }
  return font;
}

function read(name: string): LegacyFont | null {
  if (/^vni[- ]/i.test(name)) return { encoding: 'vni', capitals: false };
  if (/^vps[- ]/i.test(name)) return { encoding: 'vps', capitals: false };
  // Unicode fonts by Vietnamese foundries begin with VN or SVN, but never with a dot or a lone capital V.
  if (/^\.vn/i.test(name) || /^Vn[A-Z]/.test(name)) return { encoding: 'tcvn3', capitals: name.endsWith('H') };
  return null;
}
