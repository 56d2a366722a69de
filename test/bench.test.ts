import { expect, test } from 'vitest';
import { median, spread } from '../build/bench/statistics.mjs';
import { tableOf } from '../build/bench/table.mjs';

test('the middle of the measurements, whatever their order', () => {
  expect(median([30, 1, 2])).toBe(2);
  expect(median([10, 9, 8, 900])).toBe(10);
});

test('how far apart the middle half is, whatever the farthest are', () => {
  expect(spread([100, 100, 100])).toBe(0);
  expect(spread([1, 90, 100, 110, 9000])).toBe(20);
});

test('a table as wide as what stands in it', () => {
  const rows = [
    { format: 'docx', 'ms a page': 12.345, pages: 16 },
    { format: 'pdf', 'ms a page': 1.234, pages: 9 },
  ];
  expect(`${tableOf('Cost', rows)}\n`).toBe(`Cost
  format  ms a page  pages
  docx         12.3     16
  pdf          1.23      9
`);
});
