import subjectRows from '../../grammars/lexicon/subjects.yaml';
import { phraseAt, phraseTree, skipSpaces } from '../../grammars/phrases.ts';
import { startsBody } from '../../grammars/reference-tokens.ts';
import type { SubjectWords } from '../lexicon/schema.ts';
import { print } from '../text.ts';
import type { Found, ReferenceMatch } from './reference.ts';

const openings = phraseTree(
  (subjectRows as SubjectWords[]).flatMap(({ role, words }) => words.map((word) => [word, role] as const)),
);
/** What may stand before a subject and is none of it: (khóa XI), a comma, an opening quotation mark. */
const aside = /(?:\s*\((?:khóa|khoá|Khóa|Khoá)[^()]{1,20}\))?[\s,]*/y;
const quote = /[“"']\s*/y;
/** Where a subject ends at the latest: its sentence or its place in a list; at a comma it may. */
const ending = /[;:()“”"]|\.(?=\s|$|\/)|,\s+/g;
/** What leads on in the sentence behind a comma. */
const leadsOn = /(?:theo|đồng thời|trong đó|qua đó|từ đó|nhằm|góp phần|trên cơ sở)(?!\p{L})/uy;
/** A new clause behind a comma: …, UBND huyện đã ban hành. */
const predicate =
  /^[^,.;:]{0,70}?\s(?:đã|đang|sẽ|vừa|cũng|xin|ban hành|báo cáo|triển khai|chỉ đạo|xây dựng|tổ chức|yêu cầu|đề nghị|kính)\s/;
const longest = 400;

/**
 * Gives each reference its subject (trích yếu): the words behind it up to the end of its clause. A citation inside
 * a subject is part of it; one that goes on the list ends it.
 */
export const addSubjects = (reading: string, found: Found[]): ReferenceMatch[] =>
  found.map(({ end, ...match }, n) => {
    const citable = match.code !== null || match.date !== null;
    return citable ? { ...match, subject: subjectAt(reading, end, found[n + 1]?.span[0]) } : match;
  });

const skip = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
};

function subjectAt(reading: string, end: number, next: number | undefined): string | null {
  const lead = skip(aside, reading, end);
  let start = skip(quote, reading, lead);
  const opening = phraseAt(openings, reading, start);
  // "…, Hướng dẫn số 5" goes on the list; a verb behind a comma goes on the sentence.
  if (!opening || start === next || (opening.value === 'act' && reading.slice(end, lead).includes(','))) return null;
  let quoted = start > lead;
  if (opening.value === 'about') {
    const about = skipSpaces(reading, opening.edge);
    start = skip(quote, reading, about);
    quoted ||= start > about;
  }
  const stop = quoted ? closing(reading, start) : subjectEnd(reading, start);
  const joint =
    next !== undefined && next < stop ? /(?:,|\s+và)\s*(?:các\s+)?$/.exec(reading.slice(start, next)) : null;
  return print(reading.slice(start, joint ? start + joint.index : stop)).replace(/[\s,.]+$/, '') || null;
}

/** The end of a quotation: "Tăng cường …". */
function closing(reading: string, start: number): number {
  const length = reading.slice(start, start + longest).search(/[”"]/);
  return length < 0 ? subjectEnd(reading, start) : start + length;
}

function subjectEnd(reading: string, start: number): number {
  const limit = Math.min(reading.length, start + longest);
  let open = false;
  ending.lastIndex = start;
  for (let hit = ending.exec(reading); hit && hit.index < limit; hit = ending.exec(reading)) {
    const behind = ending.lastIndex;
    const [sign] = hit;
    if (/[“”"]/.test(sign)) {
      if (!open && sign === '”') return hit.index;
      open = sign !== '”' && !open;
    } else if (!open && (!sign.startsWith(',') || opensClause(reading, behind))) return hit.index;
  }
  return limit;
}

const opensClause = (reading: string, at: number): boolean =>
  skip(leadsOn, reading, at) > at || (startsBody(reading, at) && predicate.test(reading.slice(at, at + 100)));
