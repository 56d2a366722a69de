import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeBytes, decodeCharacters } from '../../src/extract/encoding/decode.ts';
import { ALPHABET, CAPITALS, encodeTcvn3, encodeVni, encodeVps, LETTERS } from '../support/legacy.ts';

/**
 * Each table is compared, letter by letter, with another description of the same encoding: iconv-lite's for the
 * registered ones, the rule by which VNI is made, and VPS in the order of its bytes.
 */
describe('the whole alphabet, byte by byte', () => {
  test('has 67 letters beyond ASCII, small and capital', () => {
    expect([LETTERS.length, CAPITALS.length, new Set(ALPHABET).size]).toEqual([67, 67, 134]);
  });

  test.each(ALPHABET)('%s', (letter) => {
    expect(decodeBytes(iconv.encode(letter, 'tcvn'), 'tcvn5712')).toBe(letter);
    expect(decodeBytes(iconv.encode(letter, 'viscii'), 'viscii')).toBe(letter);
    expect(decodeBytes(encodeVps(letter), 'vps')).toBe(letter);
    expect(decodeBytes(encodeVni(letter), 'vni')).toBe(letter);
  });

  test.each(LETTERS)('%s in the ABC fonts', (letter) => {
    expect(decodeBytes(iconv.encode(letter, 'tcvn'), 'tcvn3')).toBe(letter);
  });

  test('the ABC fonts have the capitals without tone', () => {
    expect(decodeBytes(iconv.encode('ĂÂĐÊÔƠƯ', 'tcvn'), 'tcvn3')).toBe('ĂÂĐÊÔƠƯ');
  });
});

describe('letters in their surroundings', () => {
  // Every letter before and behind every other one: in VNI a sign must not be taken by the wrong vowel.
  const pairs = ALPHABET.flatMap((one) => ALPHABET.map((other) => one + other)).join(' ');

  test.each<[Parameters<typeof decodeBytes>[1], (text: string) => Uint8Array]>([
    ['tcvn5712', (text) => iconv.encode(text, 'tcvn')],
    ['viscii', (text) => iconv.encode(text, 'viscii')],
    ['vps', encodeVps],
    ['vni', encodeVni],
  ])('%s', (encoding, encode) => {
    expect(decodeBytes(encode(pairs), encoding)).toBe(pairs);
  });

  test('VNI and ASCII', () => {
    const mixed = ALPHABET.flatMap((letter) => [...'aeiouyAEIOUYnN'].map((plain) => plain + letter + plain)).join(' ');
    expect(decodeBytes(encodeVni(mixed), 'vni')).toBe(mixed);
  });

  test('the punctuation of Windows stays in TCVN3 and VNI', () => {
    const said = 'mục “nói đi đôi với làm” – 15°… • 20.000 m²';
    expect(decodeBytes(encodeVni(said), 'vni')).toBe(said);
    expect(decodeBytes(encodeTcvn3(said), 'tcvn3')).toBe(said);
  });
});

describe('as characters', () => {
  test.each(LETTERS)('%s', (letter) => {
    const shown = (bytes: Uint8Array) => iconv.decode(Buffer.from(bytes), 'windows1252');
    expect(decodeCharacters(shown(iconv.encode(letter, 'tcvn')), 'tcvn3')).toBe(letter);
    expect(decodeCharacters(shown(encodeVni(letter)), 'vni')).toBe(letter);
    expect(decodeCharacters(shown(encodeVps(letter)), 'vps')).toBe(letter);
  });

  test('other characters stay', () => {
    for (const encoding of ['tcvn3', 'vni'] as const)
      expect(decodeCharacters('“Mục 2” – 15 ha • Đ', encoding)).toMatch(/^“M.c 2” – 15 ha • Đ$/);
  });
});
