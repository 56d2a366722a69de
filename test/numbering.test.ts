import { describe, expect, test } from 'vitest';
import { schemes } from '../grammars/numbering.ts';
import { markersAt } from '../src/structure/markers.ts';

/** Each row of grammars/numbering.ts is found in its own examples, and in no line of prose that begins alike. */
describe('markers', () => {
  const cases = schemes.flatMap(({ scheme, examples }) => examples.map((example) => [example, scheme] as const));
  test.each(cases)('%s is of the scheme %s', (example, scheme) => {
    // Words without a sign behind them are a marker only alone on their line: Phần thứ nhất.
    const line = /^\p{L}{2,}\s.*[\p{L}\d]$/u.test(example) ? example : `${example} Nội dung`;
    const found = markersAt(line);
    expect(found.map((marker) => [marker.scheme, marker.text.trim()])).toContainEqual([scheme, example]);
  });

  test.each([
    'Phần lớn các hộ đã ký',
    'Mục tiêu chung',
    'Chương trình số 5',
    'Điều kiện làm việc',
    '12 hộ nghèo',
    '(theo Điều 5) và',
  ])('%s begins with none', (line) => expect(markersAt(line)).toEqual([]));
});
