import { type Measure, type Paragraph, spanOf } from '../ast.ts';
import type { DocumentData } from '../document.ts';
import { decimalsOf, printNumber, quoteOf } from '../quantity.ts';
import type { RuleFinding } from './rule.ts';

/** The shares of a structure: "Cơ cấu kinh tế: nông nghiệp chiếm 21,5%, công nghiệp 38,2%, dịch vụ 40,3%". */
const structure = /(?<!\p{L})cơ\s+cấu(?!\p{L})/iu;

/** Sums beyond these are several structures, or only some of its shares. */
const [least, most] = [95, 115];

/** Shares of one structure that do not make up 100 %. */
export function* wrongStructures(paragraph: Paragraph, data: DocumentData): Generator<RuleFinding> {
  const { reading, children } = paragraph;
  const at = children.length < 3 ? -1 : reading.search(structure);
  if (at < 0) return;
  const base = spanOf(paragraph)[0];
  const rest = reading.slice(at);
  const end = at + (/[.;](?=\s|$)/.exec(rest)?.index ?? rest.length);
  const shares = children
    .flatMap((child) => (child.type === 'figure' ? child.children : []))
    .filter((share) => isShare(share, spanOf(share)[0] - base, at, end));
  const sum = shares.reduce((total, { value }) => total + value, 0);
  const rounding = shares.reduce((total, share) => total + 10 ** -decimalsOf(quoteOf(data.source.text, share)), 0) / 2;
  if (shares.length < 3 || Math.abs(sum - 100) <= rounding * 1.001 || sum < least || sum > most) return;
  if (opensBrackets(reading.slice(at, end))) return;
  yield wrong(shares, sum, data);
}

const isShare = ({ kind, change, approx, to }: Measure, start: number, from: number, end: number): boolean =>
  kind === 'percent' && change === null && !approx && to === null && start > from && start < end;

/** In parentheses stand changes and former shares. */
const opensBrackets = (text: string): boolean => /\([^)]*%/.test(text);

function wrong(shares: Measure[], sum: number, { source }: DocumentData): RuleFinding {
  const [first, ...others] = shares as [Measure, ...Measure[]];
  const terms = shares.map(({ value }) => printNumber(value)).join(' + ');
  return {
    severity: sum > 100 ? 'warning' : 'info',
    span: spanOf(first),
    message: {
      vi: `Cơ cấu cộng lại là ${printNumber(sum)}%, không phải 100%: ${terms}.`,
      en: `The shares of the structure add up to ${printNumber(sum)} %, not to 100 %: ${terms}.`,
    },
    related: others.map((share) => {
      const text = quoteOf(source.text, share);
      return { span: spanOf(share), message: { vi: `phần: ${text}`, en: `part: ${text}` } };
    }),
  };
}
