import { type CitedDocument, type Reference, spanOf } from '../ast.ts';
import type { DocumentData } from '../document.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { wrongSymbols } from './symbols.ts';

/** One cited document with two dates, or one date, body and subject with two numbers that a slip of the pen tells apart. */
export const referenceConflict: Rule = {
  id: 'reference-conflict',
  severity: 'warning',
  reason: {
    vi: 'Một văn bản chỉ có một số, ký hiệu và một ngày ban hành; các chỗ dẫn cùng một văn bản phải ghi như nhau, và ký hiệu phải là của cơ quan ban hành (NQ/TU là của Tỉnh ủy, NQ/TW là của Trung ương).',
    en: 'A document has one number, one symbol and one date of issue; all citations of it must agree, and its symbol must be that of its issuer (NQ/TU is of a provincial Party committee, NQ/TW of the central one).',
  },
  *check(tree, data) {
    for (const cited of tree.documents) yield* twoDates(cited, data);
    yield* transposedNumbers(tree.documents, data);
    for (const cited of tree.documents) yield* wrongSymbols(cited, data);
  },
};

const vietnamese = (iso: string): string => iso.split('-').reverse().join('/');
const label = ({ type, code, name }: CitedDocument): string => `${type} ${code ?? name}`;

/** Where mentions stand, as `dòng 4, 9`. */
const lines = (mentions: Reference[], { locator }: DocumentData): string =>
  [...new Set(mentions.map((mention) => locator.point(spanOf(mention)[0]).line))].join(', ');

function* twoDates(cited: CitedDocument, data: DocumentData): Generator<RuleFinding> {
  const byDate = new Map<string, Reference[]>();
  for (const mention of cited.mentions)
    if (mention.date) byDate.set(mention.date, [...(byDate.get(mention.date) ?? []), mention]);
  const [[firstDate, agreed] = ['', []], ...others] = byDate;
  for (const [date, mentions] of others)
    yield {
      span: spanOf(mentions[0] as Reference),
      message: {
        vi: `${label(cited)}: ngày ${vietnamese(date)} ở dòng ${lines(mentions, data)}, nhưng ngày ${vietnamese(firstDate)} ở dòng ${lines(agreed, data)}.`,
        en: `${label(cited)}: dated ${vietnamese(date)} in line ${lines(mentions, data)}, but ${vietnamese(firstDate)} in line ${lines(agreed, data)}.`,
      },
      related: [...mentions.slice(1), ...agreed].map((mention) => ({
        span: spanOf(mention),
        message: { vi: `ghi ngày ${vietnamese(mention.date ?? '')}`, en: `dated ${vietnamese(mention.date ?? '')}` },
      })),
    };
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
