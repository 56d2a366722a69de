import subjectRows from '../../grammars/lexicon/subjects.yaml';
import { phraseAt, phraseTree, skipSpaces, wordEnd } from '../../grammars/phrases.ts';
import { startsBody } from '../../grammars/reference-tokens.ts';
import { isSmall, nameAt } from '../../grammars/reference-words.ts';
import { sticky } from '../../grammars/sticky.ts';
import type { SubjectWords } from '../lexicon/schema.ts';
import { readBodies } from './reference-window.ts';

const treeOf = (wanted: SubjectWords['role']) =>
  phraseTree(
    (subjectRows as SubjectWords[])
      .filter(({ role }) => role === wanted)
      .flatMap(({ words }) => words.map((word) => [word, true] as const)),
  );
const onward = treeOf('onward');
const predicates = treeOf('predicate');
const doings = treeOf('doing');
const groups = treeOf('group');

/** How far the verb of a clause may stand from its beginning, in characters. */
const reach = 160;
/** Bộ Nội vụ (cơ quan thường trực) hướng dẫn: an aside between subject and verb. */
const asides = /\([^()]*\)/g;
const blank = (text: string): string => ' '.repeat(text.length);
const sign = /[.;:()“”"]/;
/** các cơ quan, đơn vị, địa phương *đã* …: names of groups, then a tense */
const groupDid = /^(?:[^\s,]+\s+){1,14}(?:[^\s,]*,\s*(?:[^\s,]+\s+){1,14}){0,4}(?:đã|đang|sẽ|luôn)\s/;
const past = /(?:^|\s)(?:đã|đang|sẽ|luôn)\s/;

/**
 * Whether the sentence leads on behind a comma: with a word for it, or with a new clause, whose subject is a body or
 * bodies (…, UBND huyện yêu cầu …), or whose verb has a tense (…, công tác này đã …).
 */
export function opensClause(reading: string, at: number, needsPredicate: boolean): boolean {
  if (phraseAt(onward, reading, at)) return true;
  const clause = reading.slice(at, at + reach).replace(asides, blank);
  const end = clause.search(sign);
  const parts = (end < 0 ? clause : clause.slice(0, end)).split(',');
  // Where the citation still waits for its predicate, the verb is that: … về một cửa, một cửa liên thông đã được ban hành.
  if (past.test(parts[0] ?? '')) return !needsPredicate;
  if (phraseAt(groups, parts[0] ?? '', 0)) return groupDid.test(parts.join(','));
  // Sở Y tế, Sở Nội vụ đã …: one clause, though each part could be the end of a list
  for (const part of parts) {
    const start = skipSpaces(part, 0);
    if (!isBody(part, start)) return false;
    if (findWord(doings, part, start, inner(part)) >= 0) return true;
  }
  return false;
}

const charges = sticky(String.raw`(?:giao|yêu cầu|đề nghị|chỉ đạo|phân công|cử|mời)\s+`);
/**
 * Whether a comma goes on the list of those whom the subject charges: giao Sở Tài chính*,* Sở Xây dựng tham mưu …; what a
 * body has done already (…, Sở Xây dựng đã …) is a new clause.
 */
export function goesOnAddressees(reading: string, start: number, comma: number, behind: number): boolean {
  const from = charges(reading, start);
  if (from === start || !isBody(reading, behind) || !isBody(reading, from)) return false;
  const [clause = ''] = reading.slice(behind, behind + reach).split(sign, 1);
  const bodies = past.test(clause) ? null : readBodies(reading.slice(from, comma));
  const last = bodies?.at(-1)?.last;
  return last !== undefined && from + last.startOffset + last.image.length === comma;
}

/** Where a part goes on within the clause before: huyện Tân Hội *và* giao …, Sở Y tế *trong* việc tổ chức … */
const within = /\s(?:và\s+\p{Ll}|(?:của|cho|tại|trong|để|khi|do|bởi)\s)/u;

function inner(part: string): number {
  const at = part.search(within);
  return at < 0 ? part.length : at;
}

const isBody = (text: string, at: number): boolean =>
  startsBody(text, at) || nameAt(text, at)?.value.includes('level') === true;

/** Where the first phrase of a tree begins, in small letters, behind the first word of a stretch, -1 where none does. */
function findWord(tree: ReturnType<typeof treeOf>, text: string, from: number, to: number): number {
  for (let at = skipSpaces(text, wordEnd(text, from)); at < to; at = skipSpaces(text, wordEnd(text, at)))
    if (isSmall(text, at) && phraseAt(tree, text, at)) return at;
  return -1;
}

/** The citation begins its sentence, or only "việc thực hiện" does before it: then it needs a predicate. */
const alone =
  /(?:^|[.;:!?]\s)[\s\-–+*•]*(?:(?:Từ|Kể từ|Ngày|Đến)\s[^.;:,]{3,40},\s*)?(?:(?:[Vv]iệc|Quá trình|Công tác)\s[^,.;:]{0,160})?$/;

/** Whether a citation is the subject of its sentence, not governed as in Thực hiện Quyết định số 5. */
export const isSubject = (reading: string, citation: number): boolean =>
  alone.test(reading.slice(Math.max(0, citation - 180), citation));

/**
 * Where the predicate begins of a sentence whose subject is a citation: Quyết định số 5 về giá đất *đã được ban hành*;
 * `to` where none does.
 */
export function predicateOf(reading: string, from: number, to: number): number {
  const at = findWord(predicates, reading, from, to);
  return at < 0 ? to : at;
}
