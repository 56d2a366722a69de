import type { Measure } from '../ast.ts';
import { lastDigit, quoteOf, type Sum } from '../quantity.ts';

/**
 * Slips of the pen (gõ nhầm) in numbers: a wrong digit, or two digits exchanged. Where the text does not say for certain
 * that numbers belong together, one that such a slip alone keeps from agreeing is suspect.
 */

/** The digits of a printed number. */
const digitsOf = (printed: string): string => printed.replace(/\D/g, '');

/**
 * Whether one slip turns the right amount into the printed number.
 *
 * @param printed a number as printed, "1.745" or "05"
 * @param right the amount that it should be, in units of its last printed digit
 */
export function isSlip(printed: string, right: number): boolean {
  if (!Number.isInteger(right) || right < 0) return false;
  const wrong = digitsOf(printed);
  const wanted = String(right).padStart(wrong.length, '0');
  return wanted.length === wrong.length && (isOneDigitOff(wrong, wanted) || isExchanged(wrong, wanted));
}

/** Whether one slip in one of its numbers keeps a sum from fitting. */
export function isSlipAway({ whole, parts, sum }: Sum, text: string): boolean {
  const off = whole.value - sum;
  return isSlipIn(whole, sum, text) || parts.some((part) => isSlipIn(part, part.value + off, text));
}

function isSlipIn(measure: Measure, right: number, text: string): boolean {
  const quote = quoteOf(text, measure);
  const step = lastDigit(measure, quote);
  return isSlip(/\d+(?:[.,]\d+)*/.exec(quote)?.[0] ?? '', Math.round((right / step) * 1e6) / 1e6);
}

/** Numbers in units of the last printed digit that one wrong digit, or two exchanged, may have turned into this one. */
export function* intended(printed: string): Generator<number> {
  const digits = digitsOf(printed);
  for (let at = 0; at < digits.length; at++) {
    for (let digit = 0; digit < 10; digit++)
      if (digit !== Number(digits[at])) yield Number(digits.slice(0, at) + digit + digits.slice(at + 1));
    if (at) yield Number(digits.slice(0, at - 1) + digits[at] + digits[at - 1] + digits.slice(at + 1));
  }
}

function isOneDigitOff(one: string, other: string): boolean {
  let apart = 0;
  for (let n = 0; n < one.length; n++) if (one[n] !== other[n]) apart++;
  return apart === 1;
}

function isExchanged(one: string, other: string): boolean {
  const at = [...one].findIndex((digit, n) => digit !== other[n]);
  return one.slice(0, at) + one[at + 1] + one[at] + one.slice(at + 2) === other;
}
