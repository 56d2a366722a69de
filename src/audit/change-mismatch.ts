import { spanOf } from '../ast.ts';
import type { DocumentData } from '../document.ts';
import { decimalsOf, headOf, lastDigit, printAmount, quoteOf, unitOf } from '../quantity.ts';
import { changesIn, type ToldChange } from './changes.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** Increases and decreases that their own ends contradict; those told as a percentage are checked by percent-mismatch. */
export const changeMismatch: Rule = {
  id: 'change-mismatch',
  severity: 'warning',
  reason: {
    vi: 'Mức tăng, giảm phải đúng với số trước và số sau nêu cùng câu: từ 45 vụ lên 60 vụ là tăng 15 vụ; từ 6,8% xuống 5,1% là giảm 1,7 điểm phần trăm; từ 20 lên 60 là gấp 3 lần.',
    en: 'An increase or decrease must agree with the amounts before and after it in its sentence: from 45 to 60 cases is 15 more; from 6.8 % to 5.1 % is 1.7 points less; from 20 to 60 is three times as many.',
  },
  *check(_tree, data, listed) {
    for (const { paragraph } of listed)
      for (const told of changesIn(paragraph)) {
        const finding = findingOf(told, data);
        if (finding) yield finding;
      }
  },
};

function findingOf(told: ToldChange, data: DocumentData): RuleFinding | null {
  const { change, before, after } = told;
  const sign = change.change === 'increase' ? 1 : -1;
  if (change.kind === 'multiple') return timesFit(told, data) ? null : wrongTimes(told, data);
  const sameThing = change.kind === before.kind && headOf(change) === headOf(before);
  const points = before.kind === 'percent' && (change.unit ?? '').startsWith('điểm');
  if (!sameThing && !points) return null;
  // "từ 50% lên 60%, tăng 20%": a change of a percentage told in percent may be meant either way.
  const relative = (100 * (after.value - before.value)) / before.value;
  if (change.kind === 'percent' && !points && Math.abs(relative - sign * change.value) < 1) return null;
  const off = after.value - before.value - sign * change.value;
  const rounding = [change, before, after].reduce((sum, measure) => sum + roundingOf(measure, data), 0);
  return Math.abs(off) <= rounding * 1.001 + 1e-9 ? null : wrongAmount(told, data);
}

/** Half the last digit of what is printed with a fraction or a scale. */
function roundingOf(measure: ToldChange['change'], { source }: DocumentData): number {
  const quote = quoteOf(source.text, measure);
  return measure.scale === null && decimalsOf(quote) === 0 ? 0 : lastDigit(measure, quote) / 2;
}

/** "gấp 3 lần" is three times as many; "tăng 3 lần" is said of that and of four times as many. */
function timesFit({ change, before, after }: ToldChange, { source }: DocumentData): boolean {
  const [large, little] = change.change === 'increase' ? [after.value, before.value] : [before.value, after.value];
  if (!(little > 0)) return true;
  const step = 10 ** -decimalsOf(quoteOf(source.text, change));
  return [large / little, large / little - 1].some((times) => Math.abs(times - change.value) < step);
}

function wrongAmount(told: ToldChange, data: DocumentData): RuleFinding {
  const { change, before, after } = told;
  const difference = after.value - before.value;
  const amount = `${printAmount(Math.abs(difference), before, quoteOf(data.source.text, before))} ${unitOf(change)}`;
  return finding(told, data, {
    vi: `${difference >= 0 ? 'tăng' : 'giảm'} ${amount}`,
    en: `${amount} ${difference >= 0 ? 'more' : 'less'}`,
  });
}

function wrongTimes(told: ToldChange, data: DocumentData): RuleFinding {
  const { before, after, change } = told;
  const [large, little] = change.change === 'increase' ? [after.value, before.value] : [before.value, after.value];
  const times = String(Number((large / little).toFixed(2))).replace('.', ',');
  return finding(told, data, { vi: `gấp ${times} lần`, en: `${times} times` });
}

function finding(
  { change, before, after }: ToldChange,
  { source }: DocumentData,
  right: { vi: string; en: string },
): RuleFinding {
  const [stated, first, last] = [change, before, after].map((measure) => quoteOf(source.text, measure));
  const increase = change.change === 'increase';
  return {
    span: spanOf(change),
    message: {
      vi: `Ghi ${increase ? 'tăng' : 'giảm'} ${stated}, nhưng từ ${first} đến ${last} là ${right.vi}.`,
      en: `States ${increase ? 'an increase' : 'a decrease'} of ${stated}, but from ${first} to ${last} is ${right.en}.`,
    },
    related: [
      { span: spanOf(before), message: { vi: `trước: ${first}`, en: `before: ${first}` } },
      { span: spanOf(after), message: { vi: `sau: ${last}`, en: `after: ${last}` } },
    ],
  };
}
