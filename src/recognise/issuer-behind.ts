import { startsBody } from '../../grammars/reference-tokens.ts';
import { nameAt } from '../../grammars/reference-words.ts';
import { follows, startsWith, sticky } from '../../grammars/sticky.ts';
import { print } from '../text.ts';
import { readBodies } from './reference-window.ts';

/** (Nghị quyết số 5/NQ-HĐND) *do* …, Nghị quyết số 5/NQ-HĐND *(do* …, Công điện số 5 *đã được* … */
const link = sticky(
  String.raw`\s*\)\s*,?\s*(?:(?:đã\s+)?được\s+)?do\s+|\s*\(\s*do\s+|\s*,?\s*(?:(?:đã|vừa|mới)\s+)?được\s+`,
);
const mayLink = startsWith('()đvm,');
/** The verb, at once or behind the name of who holds the office: được Thủ tướng *Nguyễn Văn Tân ký ban hành*. */
const issues = follows(
  String.raw`(?:\s+[A-ZÀ-ỸĐ][a-zà-ỹđ]+){0,4}\s+(?:ký\s+)?(?:ban\s+hành|ký|phát\s+hành)(?!\s+[A-ZÀ-ỸĐ])`,
);
const reach = 110;

/** The issuer that the sentence names behind a citation, its subject or its parenthesis; `null` where it names none. */
export function issuerBehind(reading: string, at: number): string | null {
  const first = reading.charAt(at) === ' ' ? at + 1 : at;
  if (!mayLink(reading, first)) return null;
  const start = link(reading, at);
  if (start === at || !(startsBody(reading, start) || isPlace(reading, start))) return null;
  const text = reading.slice(start, start + reach);
  const body = readBodies(text)?.[0];
  const end = body ? body.last.startOffset + body.last.image.length : 0;
  return body && issues(text, end) ? print(text.slice(0, end)) : null;
}

const isPlace = (text: string, at: number): boolean => nameAt(text, at)?.value.includes('level') === true;
