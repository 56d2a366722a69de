import { fullDate } from '../../grammars/date.ts';
import issuingRows from '../../grammars/lexicon/issuing.yaml';
import { anyOf, anySmall } from '../../grammars/phrase.ts';
import * as word from '../../grammars/reference-words.ts';
import type { IssuingWords } from '../lexicon/schema.ts';
import { print } from '../text.ts';
import { issuerPart } from './reference-code.ts';
import { isoDate } from './reference-date.ts';
import { readBodies } from './reference-window.ts';

/** Who issued a document, and when, as the sentence before its citation says. */
export interface Governor {
  issuer: string | null;
  date: string | null;
}

const rows: IssuingWords[] = issuingRows;
const words = (wanted: string): string[] => rows.filter(({ role }) => role === wanted).flatMap((row) => row.words);

/** … ban hành [các] [:] before the citation. */
const issues = new RegExp(String.raw`(?:^|[\s,;])(${anyOf(words('issue'))})(?:\s+các)?\s*:?\s*$`);
const at = /\stại(?:\s+các)?\s*$/;
const manner = new RegExp(String.raw`(?:^|[\s,])${anySmall(words('manner'))}[\s,]*$`);
const ruling = new RegExp(
  String.raw`^\s*(?:(?:đã|cũng|vừa|có)\s+)*${anySmall(words('rule'))}(?:\s+(?!được\s|theo\s)[^\s,.;:]+){0,8}\s*$`,
);
const bodyStart = new RegExp(`(?:${word.position}|${word.seat}|${word.head}|${word.acronym})`, 'g');
const did = /^\s*(?:đã|vừa|cũng)\s/;
const dateBefore = new RegExp(String.raw`ngày\s*(${fullDate})\s*,?\s*$`, 'i');
const reach = 220;

/**
 * The body that the words before a citation make its issuer.
 *
 *     UBND huyện đã xây dựng, ban hành Kế hoạch số …     ý kiến của Sở Tài chính tại Công văn số …
 *     ^^^^^^^^^^                                                     ^^^^^^^^^^^^
 * @param from where the sentence is free to be read, i.e. behind the reference before
 */
export function findGovernor(reading: string, from: number, start: number, symbol: string | null): Governor | null {
  const low = Math.max(from, start - reach);
  const before = reading.slice(low, start);
  const clause = before.slice(
    Math.max(...[';', '. ', ':', '('].map((sign) => before.trimEnd().slice(0, -1).lastIndexOf(sign))) + 1,
  );
  const name = at.test(before) ? ruler(clause.replace(at, ''), symbol) : subject(clause);
  return name && { issuer: print(name.text), date: isoDateBefore(clause.slice(0, name.start)) };
}

interface Name {
  text: string;
  start: number;
  end: number;
}

function isoDateBefore(clause: string): string | null {
  const [, date] = dateBefore.exec(clause) ?? [];
  return date ? isoDate(date) : null;
}

/** The subject of a verb of issuing that ends the clause. */
function subject(clause: string): Name | null {
  const verb = issues.exec(clause);
  if (!verb) return null;
  let head = clause.slice(0, verb.index);
  const coordinate = /\svà$/.test(head);
  for (let shorter = head.replace(manner, ''); shorter !== head; shorter = head.replace(manner, '')) head = shorter;
  const names = namesIn(head);
  return names.find(({ end }) => end === head.trimEnd().length) ?? (coordinate ? farSubject(clause, names) : null);
}

/** Chủ tịch UBND xã đã tổ chức đối thoại và ban hành …: the one body of the clause, if it does the first thing too. */
function farSubject(clause: string, names: Name[]): Name | null {
  const [only, more] = names;
  return only && !more && did.test(clause.slice(only.end)) && !/,/.test(clause.slice(only.end)) ? only : null;
}

/** The body before "tại", directly or with what it ruled there. */
function ruler(clause: string, symbol: string | null): Name | null {
  const names = namesIn(clause);
  const name =
    names.find(({ end }) => end === clause.trimEnd().length) ??
    names.findLast(({ end }) => ruling.test(clause.slice(end)));
  return name && !conveys(symbol, name.text) ? name : null;
}

/** An office (Văn phòng) issues what it passes on for others: ý kiến của Phó Chủ tịch tỉnh tại Công văn số 5/VPUB-NC. */
const conveys = (symbol: string | null, issuer: string): boolean =>
  symbol !== null && /^VP/.test(issuerPart(symbol)) && !/văn phòng/i.test(issuer);

/** The names of bodies in a clause, in order, each as long as it goes. */
function namesIn(clause: string): Name[] {
  const names: Name[] = [];
  bodyStart.lastIndex = 0;
  for (let hit = bodyStart.exec(clause); hit; hit = bodyStart.exec(clause)) {
    if (/[\p{L}\d]$/u.test(clause.slice(0, hit.index))) continue;
    const last = readBodies(clause.slice(hit.index))?.at(-1)?.last;
    if (!last) continue;
    const end = hit.index + last.startOffset + last.image.length;
    names.push({ text: clause.slice(hit.index, end), start: hit.index, end });
    bodyStart.lastIndex = end;
  }
  return names.filter(({ text }) => /\p{Lu}/u.test(text));
}
