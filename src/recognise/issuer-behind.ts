import { day, fullDate } from '../../grammars/date.ts';
import { startsBody } from '../../grammars/reference-tokens.ts';
import { nameAt } from '../../grammars/reference-words.ts';
import { startsWith, sticky } from '../../grammars/sticky.ts';
import { print } from '../text.ts';
import type { Governor } from './issuer-before.ts';
import { isoDate } from './reference-date.ts';
import { readBodies } from './reference-window.ts';

/** (Nghị quyết số 5/NQ-HĐND) *do* …, Nghị quyết số 5/NQ-HĐND *(do* …, Công điện số 5 *đã được* … */
const link = sticky(
  String.raw`\s*\)\s*,?\s*(?:(?:đã\s+)?được\s+)?do\s+|\s*\(\s*(?:do|(?:đã\s+)?được)\s+|\s*,?\s*(?:(?:đã|vừa|mới)\s+)?được\s+`,
);
/** Nghị định số 5/2021/NĐ-CP *(sau đây gọi là Nghị định số 5) của* Chính phủ */
const alias = sticky(String.raw`\s*\(\s*(?:sau đây|gọi|viết tắt)\s[^()]{2,80}\)\s+của\s+`);
const mayLink = startsWith('()đvm,');

const term = String.raw`(?:,?\s+(?:khóa|khoá|nhiệm kỳ|(?:tại\s+)?kỳ họp)\s[^,;:()]{1,25}?)`;
const person = String.raw`(?:\s+[A-ZÀ-ỸĐ][a-zà-ỹđ]+)`;
const before = `(?:${term}{0,3}|${person}{0,4})`;
/** What is issued is the document itself, nothing that follows the verb: được Sở Tài chính ký hợp đồng, ban hành công văn. */
const onItself = String.raw`(?=\s*(?:[.,;:()]|$)|\s+(?:ngày|tại|vào|theo|từ|và|nhằm|để|với|đã|năm|trong|về|kèm|có|là)\s)`;
/** The verb, at once or behind the term of the body or the name of who holds the office: được Thủ tướng *Nguyễn Văn Tân ký ban hành*. */
const issues = sticky(String.raw`${before}\s+(?:ký\s+)?(?:ban\s+hành|ký|phát\s+hành)${onItself}`);
/** What an assembly passes is its own only if it is a resolution or a law: a proposal is not. */
const passes = sticky(String.raw`${before}\s+thông\s+qua${onItself}`);
const passed = /^(?:Nghị quyết|Luật|Bộ luật|Pháp lệnh)$/;
const onDay = new RegExp(String.raw`\s+${day}\s*(${fullDate})`, 'y');
const reach = 130;

/** The issuer that the sentence names behind a citation, its subject or its parenthesis, and the day; `null` where it names none. */
export function issuerBehind(reading: string, at: number, kind: string): Governor | null {
  if (!mayLink(reading, reading.charAt(at) === ' ' ? at + 1 : at)) return null;
  const of = alias(reading, at);
  const start = of > at ? of : link(reading, at);
  if (start === at || !(startsBody(reading, start) || isPlace(reading, start))) return null;
  const text = reading.slice(start, start + reach);
  const body = readBodies(text)?.[0];
  if (!body) return null;
  const end = body.last.startOffset + body.last.image.length;
  const verb = of > at ? end : verbEnd(text, end, kind);
  return of > at || verb > end ? { issuer: print(text.slice(0, end)), date: dayAt(text, verb) } : null;
}

function verbEnd(text: string, at: number, kind: string): number {
  const end = issues(text, at);
  return end > at || !passed.test(kind) ? end : passes(text, at);
}

function dayAt(text: string, at: number): string | null {
  onDay.lastIndex = at;
  const [, date] = onDay.exec(text) ?? [];
  return date ? isoDate(date) : null;
}

const isPlace = (text: string, at: number): boolean => nameAt(text, at)?.value.includes('level') === true;
