import { lettersOf, TCVN_CAPITALS, TCVN_TONES, TCVN3, VISCII, VNI, VPS } from './letters.ts';
import type { LegacyEncoding } from './names.ts';
import { decodeWindows1252, WINDOWS_1252 } from './windows-1252.ts';

type SingleByte = Exclude<LegacyEncoding, 'vni'>;

/** The letters of each encoding of single bytes, and whether the rest is punctuation of Windows. */
const definitions: Record<SingleByte, { tables: string[]; windows: boolean }> = {
  tcvn3: { tables: [TCVN3], windows: true },
  tcvn5712: { tables: [TCVN3, TCVN_CAPITALS], windows: false },
  viscii: { tables: [VISCII], windows: false },
  vps: { tables: [VPS], windows: true },
};

const units = new Map<SingleByte, Uint16Array>();

/** The UTF-16 unit of each byte of an encoding. */
function unitsOf(encoding: SingleByte): Uint16Array {
  const known = units.get(encoding);
  if (known) return known;
  const definition = definitions[encoding];
  const table = Uint16Array.from({ length: 256 }, (_, byte) =>
    definition.windows ? WINDOWS_1252.charCodeAt(byte) : byte,
  );
  for (const letters of definition.tables)
    for (const [letter, code] of lettersOf(letters)) table[Number.parseInt(code, 16)] = letter.charCodeAt(0);
  if (encoding === 'tcvn5712')
    for (const [byte, tone] of Object.entries(TCVN_TONES)) table[Number(byte)] = tone.charCodeAt(0);
  units.set(encoding, table);
  return table;
}

/** Characters made into a string at a time: more arguments than this a call may not take. */
const CHUNK = 8192;

/** Bytes in an encoding as text; not yet NFC where a tone is a character of its own. */
export function decodeBytes(bytes: Uint8Array, encoding: LegacyEncoding): string {
  if (encoding === 'vni') return decodeVni(decodeWindows1252(bytes));
  const table = unitsOf(encoding);
  const pieces: string[] = [];
  const chunk = new Uint16Array(CHUNK);
  for (let start = 0; start < bytes.length; start += CHUNK) {
    const length = Math.min(CHUNK, bytes.length - start);
    for (let n = 0; n < length; n++) chunk[n] = table[bytes[start + n]!]!;
    pieces.push(String.fromCharCode(...chunk.subarray(0, length)));
  }
  return pieces.join('');
}

/**
 * Text whose letters are shown by a font (or were pasted without it) as letters: each character stands for the byte
 * that it has in windows-1252. NFC but for a sign of VNI whose vowel is in another piece of the text.
 */
export function decodeCharacters(text: string, encoding: LegacyEncoding): string {
  if (encoding === 'vni') return decodeVni(text);
  const table = unitsOf(encoding);
  return text.replace(/[^\0-\x7F]/g, (character) => {
    const byte = bytesOf().get(character);
    return byte === undefined ? character : String.fromCharCode(table[byte]!);
  });
}

/** Signs that PDFs take for each other: µ and μ, · and ∙, ¯ and ˉ. */
const ALIKE: Record<string, number> = { '\u03BC': 0xb5, '\u2219': 0xb7, '\u02C9': 0xaf };

/** The byte of each character of windows-1252 beyond ASCII. */
const bytesOf = lazy(
  () =>
    new Map<string, number>([
      ...[...WINDOWS_1252].map((character, byte): [string, number] => [character, byte]).slice(0x80),
      ...Object.entries(ALIKE),
    ]),
);

/** The letters of VNI by their Latin-1 form, and its signs as combining marks. */
const vni = lazy(() => {
  const letters = new Map<string, string>();
  const signs = new Map<string, string>();
  for (const [letter, code] of lettersOf(VNI)) {
    if (code.length === 1) letters.set(code, letter);
    // What a sign means does not depend on the vowel: ớ is ơ and the tone that á is a and.
    else signs.set(code[1]!, letter.normalize('NFD').slice(code[0]!.normalize('NFD') === code[0] ? 1 : 2));
  }
  return { letters, signs };
});

/** A vowel with its sign, or a letter or sign alone. */
const VNI_PART = /[aeouyôö][øùûõïâàáåãäêèéúüë]|[À-ÿ]/gi;

function decodeVni(text: string): string {
  const { letters, signs } = vni();
  const shown = text.replace(VNI_PART, (part: string, at: number) => {
    const first = letters.get(part[0]!) ?? part[0]!;
    if (part.length === 2) return first + signs.get(part[1]!)!;
    // A sign that begins a run belongs to the vowel that ends the one before.
    return (at === 0 && signs.get(part)) || first;
  });
  return shown.normalize('NFC');
}

/** Computes a value when it is first asked for. */
function lazy<T>(compute: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= compute());
}
