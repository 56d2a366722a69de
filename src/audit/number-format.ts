import { nounAt } from '../../grammars/unit.ts';
import { type Measure, type PlacedParagraph, spanOf } from '../ast.ts';
import { printNumber, unitOf } from '../quantity.ts';
import type { Message } from '../source.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** Numbers that are not written as Vietnamese writes them, so that their value is in doubt. */
export const numberFormat: Rule = {
  id: 'number-format',
  severity: 'warning',
  reason: {
    vi: 'Dấu chấm phân nhóm ba chữ số, dấu phẩy là dấu thập phân. Số viết khác đi (10.039.3; 22,178 người) có thể bị đọc sai giá trị.',
    en: 'A full stop groups thousands and a comma is the decimal mark. A number written otherwise (10.039.3; 22,178 người) may be read as another value.',
  },
  *check(_tree, { source }, listed) {
    const printed = [...marked(listed, source.text)];
    const grouped = new Set(printed.filter(({ digits }) => isGrouped(digits)).map(sameAmount));
    for (const one of printed) {
      const finding = problemOf(one, grouped);
      if (finding) yield finding;
    }
  },
};

/** The measures whose numbers have a mark inside. */
function* marked(listed: PlacedParagraph[], text: string): Generator<Printed> {
  for (const { paragraph } of listed)
    for (const figure of paragraph.children)
      for (const measure of figure.type === 'figure' ? figure.children : []) {
        const [digits] = number.exec(text.slice(...spanOf(measure))) ?? [];
        if (digits && /[.,]/.test(digits)) yield { measure, digits: digits.replace(/\s+/g, ' ') };
      }
}

/** A measure with its number as printed. */
interface Printed {
  measure: Measure;
  digits: string;
}

const isGrouped = (digits: string): boolean => /^\d{1,3}(?:\.\d{3})+$/.test(digits);

/** The same for "22.178 ha" and "22,178 ha". */
const sameAmount = ({ measure, digits }: Printed): string =>
  `${digits.replace(/\D/g, '')} ${measure.scale} ${unitOf(measure)}`;

const number = /\d+(?:[.,]\s?\d+)*/;

function problemOf(printed: Printed, grouped: Set<string>): RuleFinding | null {
  const { measure, digits } = printed;
  const problem =
    malformed(digits) ??
    fractionOfCount(measure, digits) ??
    (/^\d{1,3},\d{3}$/.test(digits) && grouped.has(sameAmount(printed)) ? elsewhere : null);
  if (problem) return { span: spanOf(measure), message: sayDoubt(digits, measure, problem) };
  if (!isDecimalPoint(digits)) return null;
  return { severity: 'info', span: spanOf(measure), message: sayDoubt(digits, measure, decimalPoint) };
}

const groups = {
  vi: 'các nhóm sau dấu chấm không đủ ba chữ số',
  en: 'the groups behind a full stop have not three digits',
};
const gap = { vi: 'có dấu cách trong số', en: 'there is a space inside the number' };
const fraction = {
  vi: 'số đếm không có phần lẻ, dấu phẩy có lẽ phải là dấu chấm',
  en: 'a count has no fraction, the comma should perhaps be a full stop',
};
const elsewhere = {
  vi: 'ở chỗ khác cùng số này được ghi với dấu chấm',
  en: 'elsewhere the same number has a full stop',
};
const decimalPoint = { vi: 'dấu thập phân là dấu phẩy', en: 'the decimal mark is a comma' };

/** Two full stops or more of which one parts no thousands; two commas; a space behind a mark. */
function malformed(digits: string): Message | null {
  if (/[.,]\s/.test(digits)) return gap;
  const marks = digits.replace(/\d/g, '');
  if (marks.length < 2) return null;
  const whole = digits.split(',')[0] ?? '';
  return /,.*[.,]/.test(digits) || !/^\d{1,3}(?:\.\d{3})*$/.test(whole) ? groups : null;
}

/** "22,178 người", "12.34 hộ", "1.2345 vụ": marks that would leave a fraction of something that has none. */
function fractionOfCount(measure: Measure, digits: string): Message | null {
  if (measure.kind !== 'count' || measure.scale !== null || !isWhole(measure)) return null;
  if (/^\d{1,3},\d{3}$/.test(digits)) return fraction;
  return /^\d+\.(?:\d{1,2}|\d{4,})$/.test(digits) ? groups : null;
}

/** Most things that the lexicon knows are counted in whole numbers. */
function isWhole(measure: Measure): boolean {
  const row = nounAt(unitOf(measure), 0)?.row;
  return row != null && row.kind === undefined && !divisible.has(row.unit);
}

/** What is counted in fractions as well: "1,5 ngày công", "tăng 2,35 điểm". */
const divisible = new Set(['ngày công', 'điểm', 'điểm phần trăm', 'bậc', 'lần', 'suất', 'liều']);

const isDecimalPoint = (digits: string): boolean => /^\d+\.(?:\d{1,2}|\d{4,})$/.test(digits);

const sayDoubt = (digits: string, { value }: Measure, why: Message): Message => ({
  vi: `Số "${digits}" viết sai quy ước (${why.vi}); được đọc là ${printNumber(value)}.`,
  en: `The number "${digits}" breaks the convention (${why.en}); read as ${printNumber(value)}.`,
});
