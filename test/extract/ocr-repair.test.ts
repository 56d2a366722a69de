import { expect, test } from 'vitest';
import { mendLabels } from '../../src/extract/ocr/labels.ts';
import { findRepairs } from '../../src/extract/ocr/repair.ts';
import { mendSymbol } from '../../src/extract/ocr/symbols.ts';
import type { PageContent, Word } from '../../src/extract/pdf/model.ts';
import { print } from '../../src/text.ts';

test('words that Vietnamese does not have are read as what they must be', () => {
  const text = 'Tống số 12 đơn, ngảy 12/5/2031, do UBNĐ xã nhận';
  const read = findRepairs(text).map(({ span, reading }) => [text.slice(...span), print(reading)]);
  expect(read).toEqual([
    ['Tống số', 'Tổng số'],
    ['ngảy', 'ngày'],
    ['UBNĐ', 'UBND'],
  ]);
});

test('real words are left alone', () => {
  expect(findRepairs('tố cáo, dần dần, tỉnh Sơn Lạc, thấm nhuần, bánh UBNDX')).toEqual([]);
});

test.each([
  ['QĐÐ', 'QĐ'],
  ['TIW', 'TW'],
  ['S5NV', 'SNV'],
  ['TTHOG', 'TTHC'],
  ['TTHCG', 'TTHC'],
  ['QĐ', null],
  // Real abbreviations that no table has: too short to tell, or not alike.
  ['GO', null],
  ['TTKC', null],
  ['NCPT', null],
  ['SXYZ', null],
])('the part %s of a symbol', (part, meant) => expect(mendSymbol(part)).toBe(meant));

test('in front of a heading in capitals more is a label, as wide as its strokes and in order', () => {
  const word = (text: string, x0: number, x1: number, y: number): Word => ({
    ...{ text, x0, x1, y, size: 10, bold: false, italic: false, artifact: false, spaced: true, raised: false },
  });
  const heading = (label: string, width: number, y: number, ...rest: string[]) => [
    word(label, 0, width, y),
    ...rest.map((text, n) => word(text, width + 4 + n * 40, width + 40 + n * 40, y)),
  ];
  const words = [
    ...heading('In', 6, 20, 'KẾT', 'QUẢ'),
    ...heading('THỊ', 13, 40, 'XÃ', 'HỒNG'),
    ...heading('IL', 10, 60, 'XỬ', 'LÝ'),
    ...heading('In', 13, 80, 'Kế', 'hoạch'),
    ...heading('HI-', 15, 100, 'NHIỆM', 'VỤ'),
  ];
  mendLabels([{ width: 595, height: 842, words, turned: [], rules: [], pictured: true }]);
  expect(words.filter(({ x0 }) => x0 === 0).map(({ text }) => text)).toEqual(['I.', 'THỊ', 'II.', 'In', 'III-']);
});

test('bold strokes are counted by their ink', () => {
  const word = (text: string, x0: number, x1: number, y: number): Word => ({
    ...{ text, x0, x1, y, size: 10, bold: false, italic: false, artifact: false, spaced: true, raised: false },
  });
  const line = (label: string, width: number, y: number) => [word(label, 0, width, y), word('KẾT', width + 4, 60, y)];
  const words = [...line('L', 5.8, 20), ...line('1H.', 9.7, 60), ...line('II.', 13.6, 100), ...line('1.', 6.3, 140)];
  const page: PageContent = { width: 595, height: 842, words, turned: [], rules: [], pictured: true };
  mendLabels([page]);
  expect(words.filter(({ x0 }) => x0 === 0).map(({ text }) => text)).toEqual(['I.', 'II.', 'III.', '1.']);
});
