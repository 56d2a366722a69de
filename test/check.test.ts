import { describe, expect, test } from 'vitest';
import { check } from '../src/check/index.ts';
import { ignoreComments, withoutIgnoreComments } from '../src/ignore.ts';
import { parse } from '../src/pipeline.ts';
import type { Report } from '../src/schema.ts';
import { plainLayout, type Source } from '../src/source.ts';

const text = `I. KẾT QUẢ
1. Đã giải quyết 47/52 vụ việc, đạt 92,38%.
2. Có 19/20 thôn đạt chuẩn, đạt 90%.
4. Ngày 31/02/2024 họp lần hai.
`;

const rulesOf = (input: Parameters<typeof check>[0], options?: Parameters<typeof check>[1]) =>
  check(input, options).map(({ rule, line }) => `${line} ${rule}`);

/** The text with a comment before its n-th line, from 0. */
const withComment = (comment: string, n: number, of = text) => of.split('\n').toSpliced(n, 0, comment).join('\n');

describe('check', () => {
  test('gives the findings in the order of the text', () => {
    expect(rulesOf(text)).toEqual(['2 percent-mismatch', '3 percent-mismatch', '4 numbering', '4 date-invalid']);
  });

  test('takes a text, a source or a report', () => {
    const source: Source = {
      ...{ name: 'a.txt', format: 'txt', bytes: 0, sha256: '', pages: null, encoding: null, ocr: false },
      ...{ text, layout: plainLayout(), notices: [] },
    };
    expect(check(source)).toEqual(check(text));
    expect(check(parse(text))).toEqual(check(text));
  });

  test('speaks the language asked for', () => {
    expect(check(text)[0]?.message).toBe('Ghi 92,38%, tính ra 90,38% (47/52).');
    expect(check(text, { language: 'en' })[0]?.message).toBe('States 92,38%, but 47/52 is 90,38%.');
  });

  test('applies only the rules asked for', () => {
    expect(rulesOf(text, { rules: ['numbering', 'date-invalid'] })).toEqual(['4 numbering', '4 date-invalid']);
    expect(rulesOf(text, { without: ['percent-mismatch', 'numbering'] })).toEqual(['4 date-invalid']);
    expect(rulesOf(text, { rules: ['numbering'], without: ['numbering'] })).toEqual([]);
  });

  test('refuses a rule that does not exist', () => {
    expect(() => check(text, { rules: ['percent-mismach'] })).toThrow(/percent-mismatch/);
    expect(() => check(text, { without: ['nothing-like-it'], language: 'en' })).toThrow(
      new RangeError('There is no rule "nothing-like-it"'),
    );
  });
});

describe('a dvcq-ignore comment', () => {
  const comment = '<!-- dvcq-ignore percent-mismatch: theo phần mềm của tỉnh -->';

  test('silences its rule in the next paragraph and nowhere else', () => {
    expect(rulesOf(withComment(comment, 1))).toEqual(['4 percent-mismatch', '5 numbering', '5 date-invalid']);
  });

  test('reaches over blank lines and other comments', () => {
    const other = '<!-- dvcq-ignore numbering: mục 3 đã bãi bỏ -->';
    const dates = '<!-- dvcq-ignore date-invalid: nguyên văn -->';
    expect(rulesOf(withComment(`${other}\n\n${dates}\n`, 3))).toEqual(['2 percent-mismatch', '3 percent-mismatch']);
  });

  test('may name several rules', () => {
    expect(rulesOf(withComment('<!--dvcq-ignore numbering, date-invalid: nguyên văn-->', 3))).toEqual([
      '2 percent-mismatch',
      '3 percent-mismatch',
    ]);
  });

  test('silences a whole paragraph that runs over several lines', () => {
    const wrapped = `1. Trong kỳ báo cáo, các cơ quan, đơn vị trên địa bàn đã
giải quyết xong 47/52 vụ việc thuộc thẩm quyền, đạt
92,38% theo quy định của pháp luật về tiếp công dân.
`;
    expect(rulesOf(wrapped)).toEqual(['3 percent-mismatch']);
    expect(rulesOf(`${comment}\n${wrapped}`)).toEqual([]);
  });

  test('that silences nothing is told as a note, unless its rule is left out', () => {
    const idle = withComment('<!-- dvcq-ignore sum-mismatch: cũ -->', 1);
    expect(check(idle)).toContainEqual(
      expect.objectContaining({ rule: 'unused-suppression', severity: 'info', line: 2, span: [11, 48] }),
    );
    expect(rulesOf(idle, { without: ['sum-mismatch'] })).not.toContain('2 unused-suppression');
    expect(rulesOf(idle, { without: ['unused-suppression'] })).not.toContain('2 unused-suppression');
  });

  test.each([
    ['without a reason', '<!-- dvcq-ignore percent-mismatch -->', /lý do/],
    ['with an empty reason', '<!-- dvcq-ignore percent-mismatch: -->', /lý do/],
    ['without a rule', '<!-- dvcq-ignore -->', /quy tắc/],
    ['with an unknown rule', '<!-- dvcq-ignore percent-mismach: cũ -->', /percent-mismatch/],
  ])('%s silences nothing and is an error', (_, wrong, message) => {
    const found = check(withComment(wrong, 1));
    expect(found.map(({ rule }) => rule)).toContain('percent-mismatch');
    expect(found[0]).toMatchObject({ rule: 'invalid-suppression', severity: 'error', line: 2 });
    expect(found[0]?.message).toMatch(message);
  });

  test('is one only alone on its line', () => {
    expect(ignoreComments(`đạt 90% ${comment}\n${comment} đạt 90%`)).toEqual([]);
    expect(ignoreComments('<!-- dvcq-ignore-all numbering: x -->')).toEqual([]);
    expect(ignoreComments(`  ${comment}\t\n`)).toMatchObject([{ comment: [2, 2 + comment.length], span: [0, 64] }]);
  });

  test('is nothing in a document that is no plain text', () => {
    const report = parse(withComment(comment, 1));
    const docx: Report = { ...report, source: { ...report.source, format: 'docx' } };
    expect(check(docx).map(({ rule }) => rule)).toEqual(report.diagnostics.map(({ rule }) => rule));
  });
});

describe('reading with a comment is reading without it', () => {
  const whole = `ỦY BAN NHÂN DÂN HUYỆN AN LẠC

BÁO CÁO
Kết quả tiếp công dân quý I năm 2024

I. KẾT QUẢ
1. Trong kỳ báo cáo, các cơ quan, đơn vị trên địa bàn huyện đã tiếp tổng số
48 lượt với 61 người, giải quyết 47/52 vụ việc theo Kế hoạch số 12/KH-
UBND ngày 05/01/2024 của UBND huyện, gồm:
   - Khiếu nại: 15 đơn.
   - Tố cáo: 12 đơn.

II. PHƯƠNG HƯỚNG
Tiếp tục duy trì lịch tiếp công dân.
`;
  /** What a report says, without where it stands and how it is broken into lines. */
  const said = (of: string) => {
    const { source: _source, text: _text, diagnostics: _diagnostics, ...report } = parse(of);
    const figures = report.figures.map(({ text: _, ...figure }) => ({
      ...figure,
      measures: figure.measures.map(({ text: _, ...measure }) => measure),
    }));
    const references = report.references.map(({ text: _, ...reference }) => reference);
    const places = ['span', 'headingSpan', 'line'];
    const drop = (key: string, value: unknown) => (places.includes(key) ? undefined : value);
    return JSON.stringify({ ...report, figures, references }, drop);
  };
  const lines = whole.split('\n').length;

  test.each(Array.from({ length: lines }, (_, n) => n))('before line %i', (n) => {
    const commented = withComment('<!-- dvcq-ignore numbering: # * thử 12/15 vụ -->', n, whole);
    expect(said(commented)).toBe(said(whole));
    expect(withoutIgnoreComments(commented)).toHaveLength(commented.length);
  });
});
