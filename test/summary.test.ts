import { expect, test } from 'vitest';
import { parse } from '../src/pipeline.ts';
import { renderSummary } from '../src/render/summary.ts';
import type { Figure, Report } from '../src/schema.ts';

const plain = { width: 72, colour: false } as const;

/** A report with one figure of one measure. */
function withMeasure(measure: Partial<Figure['measures'][number]>, label = 'Thu ngân sách'): Report {
  const report = parse('Báo cáo');
  const whole = { span: [0, 1], text: 'x', kind: 'count', value: 0, of: null, to: null, unit: null } as const;
  const rest = { impliedUnit: null, scale: null, approx: null, change: null } as const;
  const measures = [{ ...whole, ...rest, span: [0, 1] as [number, number], ...measure }];
  report.figures = [
    { id: 'f1', span: [0, 1], text: 'x', line: 7, page: null, section: null, label, parent: null, measures },
  ];
  return report;
}

const row = (report: Report, language: 'vi' | 'en' = 'vi') =>
  renderSummary(report, { ...plain, language })
    .trimEnd()
    .split('\n')
    .at(-1);

test.each<[string, Partial<Figure['measures'][number]>, string]>([
  ['money in đồng', { kind: 'money', value: 1_250_000_000 }, '1.250.000.000  đồng'],
  ['a decimal', { value: 1234.5, unit: 'ha' }, '1.234,5  ha'],
  ['a part of a whole', { value: 59, of: 63, unit: 'vụ' }, '59/63  vụ'],
  ['a range, about', { value: 30, to: 35, approx: '~' }, '≈ 30–35'],
  ['an increase', { value: 12.5, unit: '%', change: 'increase' }, '↑ 12,5  %'],
  ['an implied unit', { value: 3, impliedUnit: 'đơn' }, '3  (đơn)'],
])('a measure: %s', (_, measure, shown) => {
  expect(row(withMeasure(measure))?.replace(/ {3,}/g, '  ')).toContain(shown);
});

test('numbers follow the language', () => {
  expect(row(withMeasure({ value: 1234.5 }), 'en')).toContain('1,234.5');
});

test('a long label gives way, the other columns stay whole', () => {
  const line = row(withMeasure({ value: 1234, unit: 'lượt người' }, 'Số người được hỗ trợ '.repeat(9)));
  expect(line).toMatch(/^ {2}Số người được hỗ trợ .+… +1\.234 {2}lượt người +7$/);
  expect(line?.length).toBeLessThanOrEqual(plain.width);
});

test('colours are only added: without them the text is the same', () => {
  const report = withMeasure({ value: 1 });
  const coloured = renderSummary(report, { ...plain, language: 'vi', colour: true });
  expect(coloured).not.toBe(renderSummary(report, { ...plain, language: 'vi' }));
  expect(coloured.replace(/\x1b\[\d+m/g, '')).toBe(renderSummary(report, { ...plain, language: 'vi' }));
});
