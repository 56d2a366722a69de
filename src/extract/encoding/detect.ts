import { restoreCapitals, restoreWords } from './capitals.ts';
import { decodeBytes, decodeCharacters } from './decode.ts';
import { certainties, evidenceOf, likelihood } from './evidence.ts';
import type { Encoding, LegacyEncoding } from './names.ts';

/** Encodings of 8 bits that Vietnamese is found in. */
export type EightBit = LegacyEncoding | 'windows-1258';

/** An encoding told by statistics, with the likelihood from 0 to 1 that it is the right one. */
export interface Guess<T extends Encoding = EightBit> {
  encoding: T;
  certainty: number;
}

/**
 * How likely each is before anything is read, as a logarithm. The ABC fonts and VNI were everywhere, VISCII and VPS
 * abroad; the capitals of TCVN 5712 were hardly ever typed. Where two read a text alike, the first is named.
 */
const candidates: [encoding: EightBit, before: number][] = [
  ['tcvn3', 0],
  ['vni', 0],
  ['windows-1258', 0],
  ['viscii', -0.3],
  ['vps', -0.3],
  ['tcvn5712', -1],
];

/** Bytes that are looked at: far more than are needed to be sure. */
const SAMPLE = 32 * 1024;

/** A guess that is less likely than this is none. */
const LIKELY = 0.5;

/** The text of bytes in an encoding of 8 bits, NFC. */
export function decodeEightBit(bytes: Uint8Array, encoding: EightBit): string {
  if (encoding === 'windows-1258') return new TextDecoder(encoding).decode(bytes).normalize('NFC');
  const text = decodeBytes(bytes, encoding).normalize('NFC');
  return encoding === 'tcvn3' ? restoreCapitals(text) : text;
}

/** Letters that were pasted without their font as they were meant, NFC. */
export function decodePasted(text: string, encoding: LegacyEncoding): string {
  const decoded = decodeCharacters(text, encoding);
  return encoding === 'tcvn3' ? restoreCapitals(decoded) : decoded;
}

/** Letters as their font shows them: capitals with a tone have a font of their own, so that small ones are small. */
export function decodeShown(text: string, encoding: LegacyEncoding): string {
  const decoded = decodeCharacters(text, encoding);
  return encoding === 'tcvn3' ? restoreWords(decoded) : decoded;
}

/** The likeliest encoding of bytes that are no UTF-8; `null` when they make no Vietnamese in any. */
export function detectEncoding(bytes: Uint8Array): Guess | null {
  const sample = sampleOf(bytes);
  return likeliest(candidates.map(([encoding, before]) => [encoding, decodeEightBit(sample, encoding), before]));
}

/** The likeliest of several readings of a text; `null` when none is likely. */
export function likeliest<T extends Encoding>(
  readings: [encoding: T, text: string, before: number][],
): Guess<T> | null {
  const distinct = readings.filter(([, text], n) => readings.findIndex(([, other]) => other === text) === n);
  const certain = certainties(distinct.map(([, text, before]) => likelihood(evidenceOf(text)) + before));
  const best = certain.indexOf(Math.max(...certain));
  const found = distinct[best];
  return found && certain[best]! >= LIKELY ? { encoding: found[0], certainty: certain[best]! } : null;
}

/** The part of a text that begins with the line of its first byte beyond ASCII. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = first < 0 ? 0 : bytes.lastIndexOf(0x0a, first) + 1;
  return bytes.subarray(start, start + SAMPLE);
}
