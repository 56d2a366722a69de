import typeRows from '../../grammars/lexicon/document-types.yaml';
import bodyRows from '../../grammars/lexicon/symbol-bodies.yaml';
import { type CitedDocument, type Reference, spanOf } from '../ast.ts';
import type { DocumentData } from '../document.ts';
import type { DocumentType, SymbolBody } from '../lexicon/schema.ts';
import type { RuleFinding } from './rule.ts';

const bodies = new Map((bodyRows as SymbolBody[]).map((row) => [row.code, row] as const));

/** Types whose symbol bears their own abbreviation and no other: a Kế hoạch may not have QĐ in its symbol. */
const plain = ['Quyết định', 'Kế hoạch', 'Chỉ thị', 'Nghị quyết', 'Thông báo', 'Báo cáo', 'Tờ trình', 'Kết luận'];
const codes = new Map((typeRows as DocumentType[]).map(({ name, code, codes = [] }) => [name, [code ?? '', ...codes]]));
const typeOfCode = new Map(plain.map((name) => [codes.get(name)?.[0] ?? '', name] as const));

/** Symbols that are not those of the issuer named beside them, or of the type; the first such mention of a document. */
export function* wrongSymbols(cited: CitedDocument, data: DocumentData): Generator<RuleFinding> {
  for (const find of [wrongBody, wrongStyle, wrongType])
    for (const mention of cited.mentions) {
      const finding = mention.symbol ? find(mention, data) : null;
      if (!finding) continue;
      yield finding;
      break;
    }
}

/** The last part of a symbol: `TU` of NQ/TU, `UBND` of KH-UBND. */
const endOf = (symbol: string): string => /[^-/]+$/.exec(symbol)?.[0] ?? '';

/** NQ/TU, "của Ban Chấp hành Trung ương": only where the issuer stands right behind, so that it is this one's. */
function wrongBody(mention: Reference, data: DocumentData): RuleFinding | null {
  const { symbol, issuer } = mention;
  const own = bodies.get(endOf(symbol ?? ''));
  if (!own || !issuer || !isRightBehind(mention, issuer, data)) return null;
  const name = issuer.toLowerCase().replaceAll('uỷ', 'ủy');
  const names = ({ words }: SymbolBody) => words.some((word) => name.includes(word));
  if (names(own)) return null;
  const other = [...bodies.values()].find(names);
  if (!other) return null;
  return {
    ...at(mention),
    message: {
      vi: `Ký hiệu ${symbol} không phải của ${issuer}; ký hiệu của cơ quan này kết thúc bằng ${other.code}.`,
      en: `The symbol ${symbol} is not that of ${issuer}, which ends in ${other.code}.`,
    },
  };
}

function isRightBehind(mention: Reference, issuer: string, { source }: DocumentData): boolean {
  const end = spanOf(mention)[1];
  const behind = source.text.slice(end, end + issuer.length + 20).replace(/\s+/g, ' ');
  return behind.toLowerCase().startsWith(` của ${issuer.toLowerCase()}`);
}

/** "12/KH-TU", "45-QĐ/UBND": Party bodies write 12-KH/TU (Hướng dẫn 36-HD/VPTW), the state 45/QĐ-UBND (Nghị định 30/2020). */
function wrongStyle(mention: Reference, data: DocumentData): RuleFinding | null {
  const { symbol, number, repaired, year } = mention;
  const [, type, sign, end] = /^([\p{L}]+)([-/])([\p{L}]+)$/u.exec(symbol ?? '') ?? [];
  const own = bodies.get(end ?? '');
  if (!own || !type || repaired || !isTypeCode(type)) return null;
  if ((own.style === 'party') === (sign === '/')) return null;
  const [start, last] = spanOf(mention);
  const printed = data.source.text.slice(start, last);
  if (!printed.includes(number ?? '')) return null;
  const right =
    own.style === 'party' ? `${number}-${type}/${end}` : `${number}/${year ? `${year}/` : ''}${type}-${end}`;
  return {
    ...at(mention),
    severity: 'info',
    message: {
      vi: `Ký hiệu ${symbol} không đúng thể thức của ${own.style === 'party' ? 'Đảng' : 'Nhà nước'}; đúng ra là ${right}.`,
      en: `The symbol ${symbol} is not in the style of ${own.style === 'party' ? 'the Party' : 'the state'}; expected ${right}.`,
    },
  };
}

const allCodes = new Set([...codes.values()].flat());
const isTypeCode = (code: string): boolean => allCodes.has(code);

/** "Kế hoạch số 45/QĐ-UBND": only a note, since a plan is often cited by the decision that issues it. */
function wrongType(mention: Reference): RuleFinding | null {
  const { symbol, kind } = mention;
  const [code = ''] = /^[\p{L}]+/u.exec(symbol ?? '') ?? [];
  const type = typeOfCode.get(code);
  if (!type || !plain.includes(kind) || type === kind) return null;
  return {
    ...at(mention),
    severity: 'info',
    message: {
      vi: `Ghi là ${kind}, nhưng ký hiệu ${symbol} là của ${type}.`,
      en: `Called ${kind}, but the symbol ${symbol} is that of a ${type}.`,
    },
  };
}

const at = (mention: Reference) => ({ span: spanOf(mention) });
