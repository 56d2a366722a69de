import { type CitedDocument, type Reference, spanOf } from '../ast.ts';
import type { DocumentData } from '../document.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { wrongSymbols } from './symbols.ts';

/** One cited document with two dates or symbols, or one date, body and subject with two numbers that a slip of the pen tells apart. */
export const referenceConflict: Rule = {
  id: 'reference-conflict',
  severity: 'warning',
  reason: {
    vi: 'Một văn bản chỉ có một số, ký hiệu và một ngày ban hành; các chỗ dẫn cùng một văn bản phải ghi như nhau, và ký hiệu phải là của cơ quan ban hành (NQ/TU là của Tỉnh ủy, NQ/TW là của Trung ương).',
    en: 'A document has one number, one symbol and one date of issue; all citations of it must agree, and its symbol must be that of its issuer (NQ/TU is of a provincial Party committee, NQ/TW of the central one).',
  },
  *check(tree, data) {
    for (const cited of tree.documents) for (const said of [date, symbol]) yield* disagreements(cited, data, said);
    yield* transposedNumbers(tree.documents, data);
    for (const cited of tree.documents) yield* wrongSymbols(cited, data);
  },
};

const vietnamese = (iso: string): string => iso.split('-').reverse().join('/');
const label = ({ type, code, name }: CitedDocument): string => `${type} ${code ?? name}`;

/** Where mentions stand, as `dòng 4, 9`. */
const lines = (mentions: Reference[], { locator }: DocumentData): string =>
  [...new Set(mentions.map((mention) => locator.point(spanOf(mention)[0]).line))].join(', ');

/** What mentions of one document may say differently, as it is compared and as it is shown. */
interface Statement {
  of: (mention: Reference) => string | null;
  vi: (mention: Reference) => string;
  en: (mention: Reference) => string;
}

const date: Statement = {
  of: (mention) => mention.date,
  vi: (mention) => `ngày ${vietnamese(mention.date ?? '')}`,
  en: (mention) => `dated ${vietnamese(mention.date ?? '')}`,
};
/** Signs do not count, since those of a style are told by the symbols themselves. */
const symbol: Statement = {
  of: (mention) => mention.symbol?.toUpperCase().replace(/[/&]/g, '-') ?? null,
  vi: (mention) => `ký hiệu ${mention.symbol}`,
  en: (mention) => `with the symbol ${mention.symbol}`,
};

function* disagreements(cited: CitedDocument, data: DocumentData, { of, vi, en }: Statement): Generator<RuleFinding> {
  const byValue = new Map<string, Reference[]>();
  for (const mention of cited.mentions) {
    const value = of(mention);
    if (value) byValue.set(value, [...(byValue.get(value) ?? []), mention]);
  }
  const [agreed, ...others] = byValue.values();
  const first = agreed?.[0];
  if (!agreed || !first) return;
  for (const mentions of others) {
    const one = mentions[0] as Reference;
    yield {
      span: spanOf(one),
      message: {
        vi: `${label(cited)}: ${vi(one)} ở dòng ${lines(mentions, data)}, nhưng ${vi(first)} ở dòng ${lines(agreed, data)}.`,
        en: `${label(cited)}: ${en(one)} in line ${lines(mentions, data)}, but ${en(first).replace(/^dated /, '')} in line ${lines(agreed, data)}.`,
      },
      related: [...mentions.slice(1), ...agreed].map((mention) => ({
        span: spanOf(mention),
        message: { vi: `ghi ${vi(mention)}`, en: en(mention) },
      })),
    };
  }
}

/**
 * Two documents of one symbol, day and body whose numbers have the same digits in another order, the rarer of them
 * without a subject that would tell it from the other: 657 written 675. Bodies do issue two documents a day, but
 * seldom with such numbers.
 */
function* transposedNumbers(documents: CitedDocument[], data: DocumentData): Generator<RuleFinding> {
  const seen = new Map<string, CitedDocument>();
  for (const cited of documents) {
    const { number, symbol, year } = cited.mentions[0] as Reference;
    if (!number || number.length < 3 || !symbol || !cited.date || !cited.issuer) continue;
    const key = [[...number].sort().join(''), year, symbol, cited.date].join(' ');
    const other = seen.get(key);
    if (!other) seen.set(key, cited);
    else if (confusable(cited, other)) yield transposed(cited, other, data);
  }
}

const confusable = (a: CitedDocument, b: CitedDocument): boolean =>
  (a.subject === null || b.subject === null || a.subject === b.subject) &&
  (a.mentions.length === 1 || b.mentions.length === 1);

function transposed(cited: CitedDocument, other: CitedDocument, data: DocumentData): RuleFinding {
  const [rare, usual] = cited.mentions.length <= other.mentions.length ? [cited, other] : [other, cited];
  const day = vietnamese(rare.date ?? '');
  return {
    span: spanOf(rare.mentions[0] as Reference),
    message: {
      vi: `${label(rare)} ở dòng ${lines(rare.mentions, data)}, nhưng số ${usual.code} cùng ngày ${day} ở dòng ${lines(usual.mentions, data)}.`,
      en: `${label(rare)} in line ${lines(rare.mentions, data)}, but ${usual.code} of the same day ${day} in line ${lines(usual.mentions, data)}.`,
    },
    related: usual.mentions.map((mention) => ({
      span: spanOf(mention),
      message: { vi: `ghi số ${usual.code}`, en: `numbered ${usual.code}` },
    })),
  };
}
