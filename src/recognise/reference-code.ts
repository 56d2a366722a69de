import { HYPHEN } from '../../grammars/alphabet.ts';
import issuerCodeRows from '../../grammars/lexicon/issuer-codes.yaml';
import { codesOf, type TypeRow, typeCodes, types } from '../../grammars/reference-words.ts';
import type { IssuerCodes } from '../lexicon/schema.ts';

/** Số, ký hiệu as read; `code` is in the printed style, `repaired` says that a missing sign was added. */
export interface CodeReading {
  number: string;
  year: number | null;
  symbol: string | null;
  code: string;
  repaired: boolean;
}

/** Abbreviations of issuers in symbols. */
export const issuerCodes = new Set((issuerCodeRows as IssuerCodes[]).flatMap(({ codes }) => codes));
const hyphens = new RegExp(`[${HYPHEN}]`, 'g');
const dashedYear = /^(\d+)-((?:19|20)\d\d)(?=[/-])/;
const form = /^(\d+(?:\.\d{3})?(?:[a-zA-ZđĐ](?=[/-]))?)(?:\/((?:19|20)\d{2})(?!\d))?([/-]?)(.*)$/;

/**
 * Reads a code token, through white space and a missing hyphen or slash (Decree 30/2020: 30/KHUBND is 30/KH-UBND).
 * A sign too few is added only where both halves are known abbreviations; nothing else is ever corrected.
 */
export function readCode(token: string, type: TypeRow | null): CodeReading {
  const typed = token.replace(/\s/g, '');
  const compact = withoutSlips(typed).replace(hyphens, '-').replace(dashedYear, '$1/$2');
  const [, number = '', year = '', sign = '', rest = ''] = form.exec(compact) ?? [];
  if (!rest)
    return {
      number,
      year: year ? Number(year) : null,
      symbol: null,
      code: year ? `${number}/${year}` : number,
      repaired: false,
    };
  // 84 QĐ/TW: with a slash behind the type, the missing sign can only be the hyphen of the Party
  const party = !year && (sign === '-' || (sign === '' && /^[^-&]*\//.test(rest)));
  const split = splitSymbol(rest, party ? '/' : '-', type);
  const symbol = split ?? rest;
  return {
    number,
    year: year ? Number(year) : null,
    symbol,
    code: `${[number, year].filter(Boolean).join('/')}${party ? '-' : '/'}${symbol}`,
    repaired: split !== null || sign === '' || slip.test(typed),
  };
}

/** QĐ_UBND, 45//QĐ-UBND */
const slip = /_|\/\//;
const withoutSlips = (code: string): string =>
  slip.test(code) ? code.replaceAll('_', '-').replaceAll('//', '/') : code;

/** KHUBND as KH and UBND, where these are the type's abbreviation and an issuer's. */
function splitSymbol(symbol: string, sign: string, type: TypeRow | null): string | null {
  if (/[-/&]/.test(symbol) || typeCodes.includes(symbol)) return null;
  for (const code of type ? codesOf(type) : typeCodes)
    if (symbol.startsWith(code) && issuerCodes.has(symbol.slice(code.length)))
      return code + sign + symbol.slice(code.length);
  return null;
}

/** The parts of a symbol: TTLT, BYT, BNV. */
export const symbolParts = (symbol: string): string[] => symbol.split(/[-/&.]/);

/** The issuer in a symbol: of `KH-BDV-UBND`, `BDV-UBND`; of a công văn's `UBND-VX`, `UBND`, for VX is who drafted it. */
export function issuerPart(symbol: string): string {
  const [first = '', ...rest] = symbolParts(symbol);
  return rest.length && typeCodes.includes(first) ? rest.join('-') : first;
}

/** The type that a code alone tells, `null` for a công văn's or an unknown one. */
export const typeOfSymbol = (symbol: string): TypeRow | null => {
  const [first = '', ...rest] = symbolParts(symbol);
  return rest.length ? (types.find((type) => codesOf(type).includes(first)) ?? null) : null;
};

/** Whether a symbol begins with an abbreviation of this type. */
export const hasOwnCode = (symbol: string, type: TypeRow): boolean =>
  codesOf(type).includes(symbolParts(symbol)[0] ?? '');
