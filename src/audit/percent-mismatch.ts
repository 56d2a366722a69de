import { spanOf } from '../ast.ts';
import type { DocumentData } from '../document.ts';
import { decimalsOf, isChange, lastDigit, printAmount, printNumber, quoteOf } from '../quantity.ts';
import type { Claim } from './claim.ts';
import { type Claims, claimsIn } from './percent-claims.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { intended } from './slip.ts';

/** Percentages that their own numbers contradict. */
export const percentMismatch: Rule = {
  id: 'percent-mismatch',
  severity: 'warning',
  reason: {
    vi: 'Tỷ lệ phần trăm phải đúng với chính các số mà nó tính từ đó (59/63 là 93,65%), cho phép làm tròn hoặc cắt bớt ở chữ số cuối được in. Khi văn bản không nói rõ tính từ số nào thì chỉ là lưu ý, và chỉ khi sai một chữ số là đủ giải thích.',
    en: 'A percentage must agree with the numbers it is computed from (59/63 is 93.65 %); rounding and truncation of the last printed digit are both accepted. Where the text leaves open what it is computed from it is a note, and only where one wrong digit would explain it.',
  },
  *check(_tree, data, listed) {
    for (const { paragraph } of listed)
      for (const claims of claimsIn(paragraph)) {
        const finding = findingOf(claims, data);
        if (finding) yield finding;
      }
  },
};

function findingOf({ stated, joint, possible }: Claims, data: DocumentData): RuleFinding | null {
  if (joint.some((claim) => agrees(claim, data))) return null;
  if (stated) return agrees(stated, data) || isOwnRate(stated, data) ? null : mismatch(stated, data);
  if (possible.some((claim) => agrees(claim, data))) return null;
  const suspect = possible.find((claim) => isSlipAway(claim, data));
  if (!suspect) return null;
  // With one decimal a slip may explain almost anything.
  const precise = decimalsOf(quoteOf(data.source.text, suspect.percent)) >= 2;
  return { ...mismatch(suspect, data), severity: precise ? 'warning' : 'info' };
}

/**
 * "thụ lý 5.581 vụ; trong đó cấp tỉnh giải quyết 334 vụ (68,9%)": far from its share of the whole, a part that is done
 * has a rate of its own, against a number that is not named.
 */
function isOwnRate(claim: Claim, data: DocumentData): boolean {
  const [part, whole] = claim.sources;
  if (!part || !whole || part.of !== null || isChange(part)) return false;
  const at = spanOf(part)[0];
  return done.test(data.source.text.slice(Math.max(0, at - 40), at)) && !isSlipAway(claim, data);
}

const done = /(?:giải quyết|xử lý|hoàn thành|thi hành|đạt|thu|giải ngân)(?:\s+(?:xong|được|trên))?\s*$/iu;

/** Rounding and truncation of the last printed digit are both right; so is a whole of zero, which has no share. */
function agrees({ percent, part, whole }: Claim, { source }: DocumentData): boolean {
  if (!(whole > 0)) return true;
  return isRounded((100 * part) / whole, percent.value, 10 ** -decimalsOf(quoteOf(source.text, percent)));
}

function isRounded(exact: number, printed: number, step: number): boolean {
  const off = exact - printed;
  return off > -step / 2 - 1e-9 && off < step + 1e-9;
}

/** Whether one wrong digit in the percentage or in one of its amounts keeps them from agreeing. */
function isSlipAway({ percent, part, whole, sources: [a, b] }: Claim, { source }: DocumentData): boolean {
  const printed = quoteOf(source.text, percent);
  const step = 10 ** -decimalsOf(printed);
  const exact = (100 * part) / whole;
  for (const digits of intended(numberIn(printed))) if (isRounded(exact, digits * step, step)) return true;
  if (!a || !b) return false;
  const tries = (measure: typeof a) => {
    const quote = quoteOf(source.text, measure);
    return [...intended(numberIn(quote))].map((digits) => digits * lastDigit(measure, quote));
  };
  return (
    tries(a).some((value) => value <= whole && isRounded((100 * value) / whole, percent.value, step)) ||
    tries(b).some((value) => value >= part && isRounded((100 * part) / value, percent.value, step))
  );
}

const numberIn = (quote: string): string => /\d+(?:[.,]\d+)*/.exec(quote)?.[0] ?? '';

function mismatch({ percent, part, whole, sources }: Claim, { source }: DocumentData): RuleFinding {
  const stated = quoteOf(source.text, percent);
  const digits = Math.max(2, decimalsOf(stated));
  const right = printNumber(Number(((100 * part) / whole).toFixed(Math.min(digits, 4))));
  const [scale = percent] = sources;
  const amount = (value: number) => printAmount(value, scale, quoteOf(source.text, scale));
  const ratio = `${amount(part)}/${amount(whole)}`;
  return {
    span: spanOf(percent),
    message: {
      vi: `Ghi ${stated}, tính ra ${right}% (${ratio}).`,
      en: `States ${stated}, but ${ratio} is ${right}%.`,
    },
    related: sources.map((measure) => {
      const text = quoteOf(source.text, measure);
      return { span: spanOf(measure), message: { vi: `tính từ ${text}`, en: `computed from ${text}` } };
    }),
  };
}
