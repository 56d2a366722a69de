import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptsOf } from '../../src/render/findings/excerpt.ts';
import { locate } from '../../src/text.ts';

/** The excerpt of a text in which `[...]` is the primary mark and `{...}` others, each labelled with its own words. */
function draw(marked: string, width: number): string[] {
  const marks = [...marked.matchAll(/[[{]([^\]}]*)[\]}]/g)].map(({ 0: whole, 1: inner = '', index }, n) => {
    const start = index - 2 * n;
    return { span: [start, start + inner.length] as [number, number], primary: whole.startsWith('['), label: inner };
  });
  const text = marked.replace(/[[\]{}]/g, '');
  return excerptsOf({ text, locator: locate(text, []) }, marks, width).flatMap(({ line, shown, underlines }) => [
    `${line} ${shown}`,
    ...underlines.map(
      ({ column, length, primary }) => `  ${' '.repeat(column)}${(primary ? '^' : '-').repeat(length)}`,
    ),
  ]);
}

describe('excerpts', () => {
  test('a line that fits is shown whole, without its indentation', () => {
    expect(draw('trước\n   Đạt [92,38%] số vụ.\nsau', 40)).toEqual(['2 Đạt 92,38% số vụ.', '      ^^^^^^']);
  });

  test('marks on one line stand in one excerpt, the primary one first', () => {
    expect(draw('Giải quyết {47/52 vụ}, đạt [92,38%].', 40)).toEqual([
      '1 Giải quyết 47/52 vụ, đạt 92,38%.',
      '                           ^^^^^^',
      '             --------',
    ]);
  });

  test('a long line is cut at words on both sides', () => {
    expect(draw('Ủy ban nhân dân xã đã giải quyết {47/52 vụ}, đạt [92,38%], còn lại đang được xem xét', 40)).toEqual([
      '1 …quyết 47/52 vụ, đạt 92,38%, còn lại…',
      '                       ^^^^^^',
      '         --------',
    ]);
  });

  test('a mark at the start or the end leaves the room to the other side', () => {
    expect(draw('[92,38%] là tỷ lệ giải quyết các vụ việc thuộc thẩm quyền', 30)).toEqual([
      '1 92,38% là tỷ lệ giải quyết…',
      '  ^^^^^^',
    ]);
    expect(draw('Tỷ lệ giải quyết các vụ việc thuộc thẩm quyền là [92,38%]', 30)).toEqual([
      '1 …thuộc thẩm quyền là 92,38%',
      '                       ^^^^^^',
    ]);
  });

  test('marks too far apart for one window get one each', () => {
    expect(
      draw('Tiếp nhận {63 đơn} trong kỳ báo cáo, sau khi phân loại và xử lý theo luật thì có [64 đơn]', 30),
    ).toEqual([
      '1 Tiếp nhận 63 đơn trong kỳ…',
      '            ------',
      '1 …lý theo luật thì có 64 đơn',
      '                       ^^^^^^',
    ]);
  });

  test('a mark over wrapped lines is underlined on each of them', () => {
    expect(draw('Theo [Kế hoạch số 12/KH-\n  UBND ngày 05/01] của huyện', 40)).toEqual([
      '1 Theo Kế hoạch số 12/KH-',
      '       ^^^^^^^^^^^^^^^^^^',
      '2 UBND ngày 05/01 của huyện',
      '  ^^^^^^^^^^^^^^^',
    ]);
  });

  test('of many lines the first and the last', () => {
    expect(draw('[một\nhai\nba\nbốn\nnăm]', 40)).toEqual(['1 một', '  ^^^', '5 năm', '  ^^^']);
  });

  test('a mark longer than the line is cut', () => {
    expect(draw('[một hai ba bốn năm sáu bảy tám chín mười mười một]', 20)).toEqual([
      '1 một hai ba bốn năm…',
      '  ^^^^^^^^^^^^^^^^^^',
    ]);
  });

  test('what has no width takes a column all the same', () => {
    expect(draw('Đạt\t\u200B[92%]\x1b', 40)).toEqual(['1 Đạt  92% ', '       ^^^']);
  });

  test('underlines stand under what they mark, within the width', () => {
    const words = fc.array(fc.stringMatching(/^[a-zạ-ỹ0-9]{1,12}$/), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), fc.integer({ min: 20, max: 100 }), (of, a, b, width) => {
        const text = of.join(' ');
        const start = a % text.length;
        const end = Math.min(text.length, start + 1 + (b % 30));
        const mark = { span: [start, end] as [number, number], label: '', primary: true };
        for (const { shown, underlines } of excerptsOf({ text, locator: locate(text, []) }, [mark], width)) {
          expect(shown.length).toBeLessThanOrEqual(width);
          for (const { column, length } of underlines) {
            expect(length).toBeGreaterThan(0);
            expect(text.slice(start, end)).toContain(shown.slice(column, column + length).trim());
          }
        }
      }),
    );
  });
});
