import { phraseAt } from '../../grammars/phrases.ts';
import { codesOf, isLaw, lawKey, lawNames, types } from '../../grammars/reference-words.ts';
import type { Reference } from '../ast.ts';
import { meetingKey } from './meeting-key.ts';

/** What a mention of a document can be found by: its code, its name. */

export const laws = new Set(types.filter(isLaw).map(({ name }) => name));

/** The keys under which a mention stands, and under which another of the same document is looked for. */
export function keys({ kind, number, year, symbol, name, subject }: Reference): string[] {
  const list: string[] = [];
  const count = Number.parseInt(number ?? '', 10);
  if (symbol) {
    const plain = signless(symbol);
    const usual = usualForm(kind, plain);
    list.push(`${count}/${year ?? ''}/${plain}`);
    if (usual !== plain) list.push(`${count}/${year ?? ''}/${kind} ${usual}`);
  } else if (number) list.push(`${kind} ${count}/${year ?? ''}`);
  if (name) list.push(`${kind} ${laws.has(kind) ? lawKey(name) : meetingKey(name)}`);
  else if (subject && laws.has(kind) && isLawName(subject)) list.push(`${kind} ${lawKey(subject)}`);
  return list;
}

/** A symbol whose signs are mixed up is the same: 217-QĐ/TW, 217/QĐ-TW. */
const signless = (symbol: string): string => symbol.toUpperCase().replace(/[/&]/g, '-');

const codes = new Map(types.map((type) => [type.name, codesOf(type).map((code) => code.toUpperCase())]));

/**
 * A symbol with any of its type's abbreviations alike (11-QĐi/TW, 11-QĐ/TW), and those of the National Assembly with
 * the type or without it (34/2007/PL-UBTVQH11, 34/2007/UBTVQH11).
 */
function usualForm(kind: string, plain: string): string {
  const [first = '', ...rest] = plain.split('-');
  const own = codes.get(kind)?.includes(first) ?? false;
  if (!own || !rest.length) return /^(?:UBTV)?QH\d/.test(plain) ? `- ${plain}` : plain;
  return `- ${rest.join('-')}`;
}

/** The code of a law without the abbreviation of its type, which many leave out. */
export const lawCode = (code: string): string => code.replace(/\/(?:PL|NQ|L)[-/](?=(?:UBTV)?QH)/, '/');

/** Pháp lệnh số 34/2007/PL-UBTVQH11 về *thực hiện dân chủ ở xã*: the subject of a law is its name. */
const isLawName = (subject: string): boolean => phraseAt(lawNames(), subject, 0)?.edge === subject.length;
