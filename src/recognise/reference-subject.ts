import subjectRows from '../../grammars/lexicon/subjects.yaml';
import { anySmall } from '../../grammars/phrase.ts';
import * as word from '../../grammars/reference-words.ts';
import type { SubjectWords } from '../lexicon/schema.ts';
import { print } from '../text.ts';
import type { Found, ReferenceMatch } from './reference.ts';

const rows: SubjectWords[] = subjectRows;
const words = (wanted: string): string[] => rows.filter(({ role }) => role === wanted).flatMap((row) => row.words);

/** Opens a subject; group 1 is what is no part of it. */
const opening = new RegExp(
  String.raw`[\s,]*(?:\((?:khóa|khoá|Khóa)[^()]{1,20}\)\s*)?((?:${anySmall(words('about'))})\s*[“"]?\s*|[“"]\s*${anySmall(words('about'))}\s*)?(?=(${anySmall(words('act'))})|\S)`,
  'y',
);
/** Where a subject ends at the latest: its sentence, a list, a new clause with its own subject. */
const sentenceEnd = new RegExp(
  String.raw`[;:”"]|[.](?=\s|$|/)|\s*[()]|,\s+(?=(?:${word.seat}|${word.position}|${word.head})(?=[^,.;:]{0,60}?\s(?:đã|đang|sẽ|vừa|cũng|ban hành|báo cáo|triển khai|chỉ đạo|xây dựng|tổ chức|yêu cầu|đề nghị)\s))`,
  'g',
);
const longest = 400;

/**
 * Gives each reference its subject (trích yếu), the words behind it up to the end of its clause. Citations inside a
 * subject are part of it; a citation that goes on the list ends it.
 */
export function addSubjects(reading: string, found: Found[]): ReferenceMatch[] {
  return found.map(({ end, ...match }, n) => {
    const next = found[n + 1];
    return match.name && !match.date && !match.code
      ? match
      : { ...match, subject: subjectAt(reading, end, next?.span[0]) };
  });
}

function subjectAt(reading: string, end: number, next: number | undefined): string | null {
  opening.lastIndex = end;
  const [lead, about, act] = opening.exec(reading) ?? [];
  if (lead === undefined || (!about && !act)) return null;
  const start = end + lead.length;
  sentenceEnd.lastIndex = start;
  const stop = Math.min(sentenceEnd.exec(reading)?.index ?? reading.length, start + longest);
  const joined = next !== undefined && next < stop ? joint(reading, start, next) : null;
  return print(reading.slice(start, joined ?? stop)).replace(/[\s,.]+$/, '') || null;
}

/** Where "và" or a comma before the next citation ends the subject, `null` where the citation belongs to it. */
function joint(reading: string, start: number, next: number): number | null {
  const before = /(?:,|\s+và)\s*(?:các\s+)?$/.exec(reading.slice(start, next));
  return before ? start + before.index : null;
}
