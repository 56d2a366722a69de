import { legacyFont } from '../encoding/fonts.ts';
import { WINDOWS_1252 } from '../encoding/windows-1252.ts';

/** A font of the font table. */
export interface RtfFont {
  name: string;
  /** Value of `\fcharset`, `null` where the file does not say. */
  charset: number | null;
}

/** Windows code pages by `\fcharset` (RTF 1.9.1, Font Table); Asian ones of two bytes are not read. */
const CODE_PAGES: Record<number, number> = {
  0: 1252,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** The code page of fonts whose bytes are signs; Windows keeps them from F000 on. */
const SYMBOL_CHARSET = 2;

const tables = new Map<string, string>();

/** The 256 characters of an encoding of single bytes. */
function tableOf(encoding: string): string {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  tables.set(encoding, table);
  return table;
}

/** F000 to F0FF. */
const SYMBOLS = String.fromCharCode(...Array.from({ length: 256 }, (_, byte) => 0xf000 + byte));

/**
 * The characters for the bytes of text in a font.
 *
 * @param codePage the file's own, e.g. 1258, for fonts that name none
 */
export function charactersOf(font: RtfFont | undefined, codePage: number): string {
  // The bytes of fonts from before Unicode are kept as windows-1252 has them, whatever the file says.
  if (font && legacyFont(font.name)) return WINDOWS_1252;
  if (font?.charset === SYMBOL_CHARSET) return SYMBOLS;
  const page = CODE_PAGES[font?.charset ?? -1] ?? codePage;
  return page !== 1252 && Object.values(CODE_PAGES).includes(page) ? tableOf(`windows-${page}`) : WINDOWS_1252;
}
