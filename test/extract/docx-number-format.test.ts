import { expect, test } from 'vitest';
import { formatNumber } from '../../src/extract/office/number-format.ts';

test.each([
  ['decimal', [0, 1, 12], ['0', '1', '12']],
  ['decimalZero', [1, 9, 10], ['01', '09', '10']],
  ['upperRoman', [1, 4, 9, 14, 40, 1994], ['I', 'IV', 'IX', 'XIV', 'XL', 'MCMXCIV']],
  ['lowerRoman', [3, 8], ['iii', 'viii']],
  ['lowerLetter', [1, 26, 27, 28, 53], ['a', 'z', 'aa', 'bb', 'aaa']],
  ['upperLetter', [2, 27], ['B', 'AA']],
  ['ordinal', [1, 2, 3, 4, 11, 21, 112], ['1st', '2nd', '3rd', '4th', '11th', '21st', '112th']],
  ['ordinalText', [1, 2, 4, 21], ['Thứ nhất', 'Thứ hai', 'Thứ tư', 'Thứ hai mươi mốt']],
  ['cardinalText', [5, 10, 15, 34], ['Năm', 'Mười', 'Mười lăm', 'Ba mươi bốn']],
  ['numberInDash', [3], ['- 3 -']],
  ['decimalEnclosedCircle', [1, 20, 21], ['①', '⑳', '21']],
  ['chicago', [1, 4, 5], ['*', '§', '**']],
  ['bullet', [1], ['']],
  ['none', [1], ['']],
  ['aFormatOfAnotherScript', [7], ['7']],
])('%s', (format, values, written) => {
  expect(values.map((value) => formatNumber(value, format))).toEqual(written);
});

test('a custom format pads to the width of its pattern', () => {
  expect(formatNumber(7, 'custom', '001, 002, 003, ...')).toBe('007');
});

test('numbers that a format has no sign for are written in digits, and never at length', () => {
  for (const format of ['upperRoman', 'lowerLetter', 'chicago', 'cardinalText', 'decimalEnclosedParen']) {
    expect(formatNumber(-3, format)).toBe('-3');
    expect(formatNumber(2 ** 31, format)).toBe('2147483648');
  }
});
