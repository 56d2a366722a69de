import { day, fullDate } from '../../grammars/date.ts';
import issuingRows from '../../grammars/lexicon/issuing.yaml';
import { phraseAt, phraseBefore, phraseTree, skipSpaces, skipSpacesBack, wordEnd } from '../../grammars/phrases.ts';
import { startsBody } from '../../grammars/reference-tokens.ts';
import { isFamilyName, nameAt } from '../../grammars/reference-words.ts';
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
const entries = (wanted: string) =>
  rows.filter(({ role }) => role === wanted).flatMap(({ words }) => words.map((word) => [word, true] as const));
const issuing = phraseTree(entries('issue'), true);
const sequels = phraseTree(entries('sequel'), true);
const manners = phraseTree(entries('manner'), true);
const mannersAhead = phraseTree(entries('manner'));
const rulings = phraseTree(entries('rule'));
const rulingNouns = phraseTree(entries('rule'), true);

const at = /\s\(?tại(?:\s+các)?\s*$/;
/** The citation stands right behind a name, or in parentheses there. */
const apposed = /\s\(?$/;
const opens = /(?:\s+các)?\s*:?\s*$/;
const did = /^\s*(?:đã|vừa|cũng)\s[^,]*$/;
/** No more than some words between ruling and "tại", nothing passive, and nobody else's rules that are carried out. */
const ruled = /^(?:\s+(?!(?:được|theo|thực hiện|triển khai|chấp hành|quán triệt|tuân thủ)\s)[^\s,.;:]+){0,8}\s*$/;
const dateBefore = new RegExp(String.raw`${day}\s*(${fullDate})(?:\s+vừa\s+qua)?\s*(?:,|[Cc]ủa)?\s*$`);
const clauseSigns = /[;:(]|\.(?=\s)/g;
/** Bộ Chính trị (khóa XII) ban hành: an aside between subject and verb. */
const asides = /\([^()]{1,60}\)(?=\s)/g;
/** Sở Y tế *- Cơ quan Thường trực Ban Chỉ đạo* tại Tờ trình số …: the capacity in which a body speaks is none of its name. */
const capacity =
  /(?:\s+[-–—]|,)\s+(?:cơ quan|đơn vị)\s+(?:(?:được giao\s+)?chủ trì|thường trực|đầu mối|chủ quản|tham mưu)(?:\s[^,;:()]{1,90})?,?\s*$/i;
const blank = (text: string): string => ' '.repeat(text.length);
const reach = 220;

/**
 * The body that the words before a citation make its issuer.
 *
 *     UBND huyện đã xây dựng, ban hành Kế hoạch số …     ý kiến của Sở Tài chính tại Công văn số …
 *     ^^^^^^^^^^                                                     ^^^^^^^^^^^^
 * @param from where the sentence is free to be read, i.e. behind the reference before
 */
export function findGovernor(reading: string, from: number, start: number, symbol: string | null): Governor | null {
  const before = reading.slice(Math.max(from, start - reach), start).replace(asides, blank);
  const isRuling = at.test(before);
  const verb = isRuling ? before.search(at) : verbStart(before);
  if (verb < 0) return proposer(before, symbol);
  const clause = lastClause(before.slice(0, verb)).replace(capacity, '');
  const name = isRuling ? ruler(clause, symbol) : subject(clause);
  if (name)
    return { issuer: print(name.text), date: dateOf(clause.slice(0, name.start)) ?? dateAhead(clause, isRuling) };
  // … và ngày 05/3/2023 ban hành Kế hoạch số …
  const date = isRuling ? null : dateOf(clause);
  return date ? { issuer: null, date } : null;
}

/** theo đề nghị của Sở Nội vụ *(Tờ trình số 5/TTr-SNV)*: whose words they are, without "tại" */
function proposer(before: string, symbol: string | null): Governor | null {
  if (!apposed.test(before) || !before.includes(' của ')) return null;
  const clause = lastClause(before.replace(apposed, '')).replace(capacity, '');
  const names = namesIn(clause);
  const name = names.find(({ end }) => end === clause.length);
  const isOf = name && rulesBefore(clause, name);
  return isOf && !conveys(symbol, name.text)
    ? { issuer: print(ownerless(clause, names, name).text), date: null }
    : null;
}

function lastClause(text: string): string {
  let start = 0;
  clauseSigns.lastIndex = 0;
  while (clauseSigns.test(text)) start = clauseSigns.lastIndex;
  return text.slice(start);
}

function dateOf(text: string): string | null {
  const [, date] = dateBefore.exec(text) ?? [];
  return date ? isoDate(date) : null;
}

/** Where the verb of issuing begins that leads to the citation: … *ban hành [và tổ chức thực hiện] [các] [:]*. */
function verbStart(before: string): number {
  let end = before.length - (opens.exec(before)?.[0].length ?? 0);
  for (let sequel = phraseBefore(sequels, before, end); sequel; sequel = phraseBefore(sequels, before, end))
    end = sequel.edge;
  end = before.slice(0, end).replace(/(?:,|\svà)\s*$/, '').length;
  return phraseBefore(issuing, before, end)?.edge ?? -1;
}

/** Ngày 14/4/2025, Tổng Bí thư … thay mặt Bộ Chính trị ký ban hành: the day that the clause begins with is that of its verb. */
const dateFirst = new RegExp(String.raw`^\s*${day}\s*(${fullDate})\s*,`);

function dateAhead(clause: string, isRuling: boolean): string | null {
  const date = isRuling ? undefined : dateFirst.exec(clause)?.[1];
  return date ? isoDate(date) : null;
}

interface Name {
  text: string;
  start: number;
  end: number;
}

/** The subject of a verb of issuing that follows the clause. */
function subject(clause: string): Name | null {
  let end = skipSpacesBack(clause, clause.length);
  const coordinate = /\svà$/.test(clause.slice(0, end));
  for (let step = -1; step !== end; ) {
    step = end;
    end = skipSpacesBack(clause, phraseBefore(manners, clause, end)?.edge ?? end);
    if (clause[end - 1] === ',') end = skipSpacesBack(clause, end - 1);
  }
  const names = namesIn(clause);
  const own = names.find((name) => name.end === end || isAddition(clause.slice(name.end, end)));
  const issuer = names.find(({ start }) => behalf.test(clause.slice(0, start)));
  if (issuer) return issuer;
  if (own) return ownerless(clause, names, own);
  return coordinate ? farSubject(clause, names) : null;
}

/** *Thay mặt* Bộ Chính trị, Thường trực Ban Bí thư đã ký ban hành: who signs is not who issues. */
const behalf = /(?:^|\s)thay mặt\s*$/i;

/** Ủy ban Pháp luật của Quốc hội: the first of the two. */
function ownerless(clause: string, names: Name[], own: Name): Name {
  const before = names[names.indexOf(own) - 1];
  return before && /^\s+của\s+$/.test(clause.slice(before.end, own.start)) ? before : own;
}

/** What may follow the name of the subject: where its place lies, or who signs for it. */
const isAddition = (text: string): boolean => isWiderPlace(text) || isPerson(text) || term.test(text);
const term = /^(?:,?\s+(?:khóa|khoá|nhiệm kỳ|(?:tại\s+)?kỳ họp)\s[^,;:()]{1,25}?)+$/i;

/** Chủ tịch UBND tỉnh Nguyễn Văn Tân đã ký: a family name and the rest of a personal name. */
const isPerson = (text: string): boolean =>
  /^(?:\s+\p{Lu}\p{Ll}*){2,4}$/u.test(text) && isFamilyName(text.trim().split(/\s/)[0] ?? '');

/** UBND xã Tân Hội, huyện Mường Sơn: where the place lies. */
function isWiderPlace(text: string): boolean {
  if (text[0] !== ',') return false;
  const from = skipSpaces(text, 1);
  const level = nameAt(text, from);
  return level?.value.includes('level') === true && /^(?:\s+\p{Lu}[^\s,]*)+$/u.test(text.slice(level.edge));
}

/** Chủ tịch UBND xã đã tổ chức đối thoại và ban hành …: the one body of the clause, if it does the first thing too. */
function farSubject(clause: string, names: Name[]): Name | null {
  const [only, more] = names;
  return only && !more && did.test(clause.slice(only.end)) ? only : null;
}

/** UBND tỉnh đã *trình* HĐND tỉnh tại Tờ trình số …: to whom it goes is not who issues it. */
const addressed = /\s(?:trình|gửi|báo cáo|đề nghị|kiến nghị|xin ý kiến)\s*$/;

/** The body before "tại", directly or with what it ruled there. */
function ruler(clause: string, symbol: string | null): Name | null {
  const names = namesIn(clause);
  const end = skipSpacesBack(clause, clause.length);
  const last = names.find((one) => one.end === end || term.test(clause.slice(one.end, end)));
  const name =
    (last && addressed.test(clause.slice(0, last.start)) ? names[names.indexOf(last) - 1] : undefined) ??
    last ??
    names.findLast((one) => rules(clause, one.end)) ??
    names.find((one) => ruledFor(clause, one));
  return name && !conveys(symbol, name.text) ? ownerless(clause, names, name) : null;
}

function rules(clause: string, from: number): boolean {
  let start = skipSpaces(clause, from);
  for (let manner = phraseAt(mannersAhead, clause, start); manner; manner = phraseAt(mannersAhead, clause, start))
    start = skipSpaces(clause, manner.edge);
  const verb = phraseAt(rulings, clause, start);
  return verb !== null && ruled.test(clause.slice(verb.edge));
}

const toWhom = /\s+(?:đối với|với|gửi|cho|về|trong)\s/y;

/** chỉ đạo của UBND tỉnh đối với các sở, huyện tại Công văn số … */
function ruledFor(clause: string, name: Name): boolean {
  toWhom.lastIndex = name.end;
  return toWhom.test(clause) && rulesBefore(clause, name);
}

/** *ý kiến của* UBND tỉnh */
function rulesBefore(clause: string, { start }: Name): boolean {
  const of = /\scủa\s*$/.exec(clause.slice(0, start));
  return of !== null && phraseBefore(rulingNouns, clause, of.index) !== null;
}

/** An office (Văn phòng) issues what it passes on for others: ý kiến của Phó Chủ tịch tỉnh tại Công văn số 5/VPUB-NC. */
const conveys = (symbol: string | null, issuer: string): boolean =>
  symbol !== null && /^VP/.test(issuerPart(symbol)) && !/văn phòng/i.test(issuer);

/** The names of bodies in a clause, in order, each as long as it goes. */
function namesIn(clause: string): Name[] {
  const names: Name[] = [];
  for (let from = skipSpaces(clause, 0); from < clause.length; ) {
    const behind = startsBody(clause, from) && !isWithin(clause, from) ? addNames(clause, from, names) : from;
    from = skipSpaces(clause, behind > from ? behind : wordEnd(clause, from));
  }
  return names.filter(({ text }) => /\p{Lu}/u.test(text));
}

/** Báo Tân *Hội* đã có: one capital syllable behind another is the rest of a proper name. */
const isWithin = (text: string, at: number): boolean =>
  /\p{Lu}\p{Ll}+\s$/u.test(text.slice(Math.max(0, at - 8), at)) &&
  /^\p{Lu}\p{Ll}*(?:\s+\p{Ll}|\s*$)/u.test(text.slice(at, at + 12));

/** Adds the names that begin at an offset: "A và B ban hành" has one subject, "…, B ban hành" begins with B. */
function addNames(clause: string, from: number, names: Name[]): number {
  let end = from;
  for (const { first, last } of readBodies(clause.slice(from)) ?? []) {
    const start = from + first.startOffset;
    const before = names.at(-1);
    const joined = before && /^\s+và\s+$/.test(clause.slice(before.end, start)) ? names.pop() : undefined;
    end = from + last.startOffset + last.image.length;
    const whole = joined?.start ?? start;
    names.push({ text: clause.slice(whole, end), start: whole, end });
  }
  return end;
}
