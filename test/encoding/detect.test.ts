import { readdirSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { extractText } from '../../src/extract/txt.ts';
import { encodeTcvn3, encodeVni, encodeVps, partsOf1258, showVni } from '../support/legacy.ts';

/*
 * Plain text has no fonts: which encoding it is in is told by which one makes Vietnamese syllables of it.
 */

/** Nothing that one of the encodings lacks. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/[^\0-\x7FÀ-ỹ]/g, '?');

const folder = new URL('../../samples/', import.meta.url);
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => plain(readFileSync(new URL(name, folder), 'utf8')));

const writers: [encoding: string, write: (text: string) => Uint8Array][] = [
  ['windows-1258', (text) => iconv.encode(partsOf1258(text), 'windows1258')],
  ['tcvn5712', (text) => iconv.encode(text, 'tcvn')],
  ['tcvn3', encodeTcvn3],
  ['vni', encodeVni],
  ['viscii', (text) => iconv.encode(text, 'viscii')],
  ['vps', encodeVps],
];

/** Capitals with a tone come back only where a word or line shows that it is in capitals. */
const expected = (text: string, encoding: string) => (encoding === 'tcvn3' ? text.toLowerCase() : text);

describe.each(writers)('%s', (encoding, write) => {
  test('is told in every sample, without a warning', async () => {
    for (const text of samples) {
      const read = await extractText(write(text));
      expect(read).toMatchObject({ encoding, notices: [{ rule: 'encoding-guessed', severity: 'info', span: null }] });
      expect(expected(read.text, encoding)).toBe(expected(text, encoding));
    }
  });

  // Longer pieces are always told; of short ones some hold too few words, and then it is said, never guessed wrong.
  test.each([
    [1000, 1],
    [200, 0.98],
    [50, 0.95],
  ])('is told from %i characters', async (size, share) => {
    const results = { all: 0, right: 0, sureAndWrong: 0 };
    for (const text of samples)
      for (let at = 0; at + size <= text.length; at += Math.max(size, 97)) {
        const piece = text.slice(at, at + size).replace(/^\S*\s|\s\S*$/g, '');
        if (!/[À-ỹ]/.test(piece)) continue;
        const read = await extractText(write(piece)).catch(() => null);
        const isRight = read !== null && expected(read.text, encoding) === expected(piece, encoding);
        results.all++;
        if (isRight) results.right++;
        else if (read?.notices[0]?.severity === 'info') results.sureAndWrong++;
      }
    expect(results.sureAndWrong).toBe(0);
    expect(results.right / results.all).toBeGreaterThanOrEqual(share);
  });
});

describe('how certain it is', () => {
  test('a few words are warned of', async () => {
    const { text, notices } = await extractText(encodeVni('Tiếp công dân định kỳ: 12 lượt.'));
    expect(text).toBe('Tiếp công dân định kỳ: 12 lượt.');
    expect(notices).toMatchObject([
      { severity: 'warning', message: { en: expect.stringMatching(/about 9\d% certain/) } },
    ]);
  });

  test('one word is not guessed', async () => {
    await expect(extractText(encodeVni('Số 12'))).rejects.toThrow(/unknown encoding/);
  });

  test('Unicode is never guessed', async () => {
    for (const text of samples)
      for (const form of [text, text.normalize('NFD')])
        expect(await extractText(Buffer.from(form))).toMatchObject({ text, encoding: 'utf-8', notices: [] });
  });

  test('accents partly of their own letter, partly behind it, become one form', async () => {
    const [first = ''] = samples;
    const mixed = [...first].map((letter, n) => (n % 2 ? letter.normalize('NFD') : letter)).join('');
    expect(await extractText(Buffer.from(mixed))).toMatchObject({ text: first, encoding: 'utf-8', notices: [] });
  });
});

test('a hat typed behind the tone makes the same letter', async () => {
  const { text } = await extractText(Buffer.from('xa\u0301\u0302p xe\u0309\u0302p, bằ\u0306\u0300, \u0302'));
  expect(text).toBe('xấp xểp, bằ\u0306\u0300, \u0302');
});

describe('the encoding that is asked for', () => {
  test.each(writers)('%s', async (encoding, write) => {
    const read = await extractText(write('Số 12 của ấp'), encoding as 'vni');
    expect(read).toMatchObject({ text: 'Số 12 của ấp', encoding, notices: [] });
  });

  test('Unicode that was pasted without its font', async () => {
    const read = await extractText(Buffer.from(showVni('Số 12')), 'vni');
    expect(read).toMatchObject({ text: 'Số 12', encoding: 'utf-8+vni', notices: [] });
  });

  test('UTF-8 keeps what would be converted', async () => {
    const shown = showVni('Ủy ban nhân dân xã đã tiếp 12 lượt công dân');
    expect(await extractText(Buffer.from(shown), 'utf-8')).toMatchObject({ text: shown, notices: [] });
  });

  test('UTF-8 of which most is damaged', async () => {
    const read = await extractText(Buffer.from('h\xE9t', 'latin1'), 'utf-8');
    expect(read).toMatchObject({ text: 'h\uFFFDt', notices: [{ rule: 'encoding-damaged' }] });
  });

  test('what the bytes cannot be', async () => {
    await expect(extractText(Buffer.from([0x00, 0xd8]), 'utf-16le')).rejects.toThrow(/is not utf-16le text/);
  });
});
