import subjectRows from '../../grammars/lexicon/subjects.yaml';
import { phraseAt, phraseTree } from '../../grammars/phrases.ts';
import { isLaw, types } from '../../grammars/reference-words.ts';
import type { SubjectWords } from '../lexicon/schema.ts';
import { print } from '../text.ts';
import { issuerBehind } from './issuer-behind.ts';
import type { Found, ReferenceMatch } from './reference.ts';
import { goesOnAddressees, isSubject, opensClause, predicateOf } from './reference-clause.ts';
import { issuerAfter } from './reference-name.ts';

const openings = phraseTree(
  (subjectRows as SubjectWords[])
    .filter(({ role }) => role === 'about' || role === 'act')
    .flatMap(({ role, words }) => words.map((word) => [word, role] as const)),
);
const laws = new Set(types.filter(isLaw).map(({ name }) => name));

const term = String.raw`(?:khóa|khoá|Khóa|Khoá)\s+[IVXL\d]+`;
const session = String.raw`(?:tại\s+)?[Kk]ỳ\s+họp\s+(?:lần\s+)?thứ\s+[\p{L}\d]+`;
const tenure = String.raw`nhiệm\s+kỳ\s+\d{4}\s*[-–]\s*\d{4}`;
const partDate = String.raw`(?:ngày\s*\d{1,2}\s*[/-]\s*\d{1,2}|(?:tháng\s*\d{1,2}\s*[/-]?\s*)?(?:năm\s*)?(?:19|20)\d\d)(?![\d/-])`;
/**
 * What may stand before a subject and is none of it: the term of the body (khóa XI, kỳ họp thứ 5), its short name (TTCP),
 * a date in part, a comma.
 */
const aside = new RegExp(
  String.raw`(?:[\s,]*(?:\(\s*${term}[^()]{0,20}\)|\(\p{Lu}[\p{L}&]{1,12}\)|\((?:[Cc]ó\s+hiệu\s+lực|nay\s+là)[^()]{0,60}\)|${term}|${session}|${tenure}|${partDate}))*[\s,]*`,
  'uy',
);
/**
 * Who signs for the issuer, to whom it is sent, whose organ it is or which one drafted: của Thủ tướng Chính phủ *Nguyễn
 * Văn Tân* về …, của Ủy ban Pháp luật *của Quốc hội* về …, của Bộ Nội vụ *- Vụ Tổ chức* về …
 */
const signer =
  /(?:\s+[-–]\s+(?:Tổng cục|Cục|Vụ|Phòng|Ban|Văn phòng)\s[^,.;:()]{2,50}?|(?:\s+\p{Lu}\p{Ll}*){2,4}|\s+của\s+\p{Lu}[^,.;:()]{2,50}?|\s+gửi\s+[^.;:()]{2,120}?)(?=\s+(?:về|v\/v)\s)|\s+gửi\s+[^.;:()]{2,120}?(?=\s+(?:đề nghị|yêu cầu|xin)\s)/uy;
/** Whom a joint document binds: giữa A và B về …; they are no issuers, but stand where these do. */
const between = /giữa\s[^.;:()]{5,200}?\s(?=(?:[Hh]ướng dẫn\s+|[Qq]uy định\s+)?(?:về|v\/v)\s)/y;
const quote = /[“"'‘]\s*/y;
/** v/v: "…" */
const colon = /[\s:]*/y;
/** What sets a subject apart in a list: Quyết định số 5: Phê duyệt …, Kế hoạch số 6 - Về …, Kế hoạch số 7 (về …). */
const mark = /\s*(?:[:–-]\s+|\(\s*(?=(?:về|v\/v)\s))/iuy;
/** Where a subject ends at the latest: its sentence or its place in a list; at a comma it may. */
const ending = /[;:()“”"]|\.(?=\s|$|\/)|,\s+/g;
/** What a parenthesis says of the document rather than of its subject: (sau đây gọi là …), (khóa XI), (Nghị quyết 5). */
const remark = /\(\s*(?:sau đây|gọi|viết|kèm|ban hành|có |đã |khóa|khoá|\p{Lu}\p{Ll}+ (?:\p{Ll}+ )?số )/iuy;
const goesOn = /\)\s+(?=\p{Ll})(?!và\s)/uy;
/** giai đoạn (2016 - 2020), but not the period of the report itself behind a complete subject. */
const period = /\(\s*\d[\d\s./–-]*\)/y;
const ofPeriod = /(?:giai\s+đoạn|thời\s+kỳ|\d\s+năm)\s*$/;
/** phê duyệt báo cáo kinh tế - kỹ thuật công trình: Đường thôn Đông: what the colon brings is the name of the thing. */
const introduces = /\s(?:công\s+trình|dự\s+án|hạng\s+mục|gói\s+thầu|đề\s+tài|chuyên\s+đề|chủ\s+đề)\s*$/iu;
const joint = /(?:,|\s+và)\s*(?:các\s+)?$/;
const longest = 400;

/** Where a subject stands in the reading; an end of quotation marks is surer than others. */
interface Stretch {
  start: number;
  end: number;
  quoted: boolean;
}

/**
 * Gives each reference its subject (trích yếu): the words behind it up to the end of its clause. A citation inside
 * a subject is part of it; one that goes on the list ends it.
 */
export function addSubjects(reading: string, found: Found[]): ReferenceMatch[] {
  const stretches: (Stretch | null)[] = new Array(found.length).fill(null);
  for (let n = found.length - 1; n >= 0; n--) stretches[n] = stretchAt(reading, found, n, stretches);
  let claimed = -1;
  for (const [n, match] of found.entries()) {
    const stretch = stretches[n];
    if (match.issuer === null) addIssuerBehind(reading, match, stretch?.end ?? match.end);
    if (!stretch) continue;
    const subject = print(reading.slice(stretch.start, stretch.end)).replace(/[\s,.]+$/, '');
    match.subject = subject || null;
    if (match.issuer !== null) continue;
    const owner = ownerBehind(reading, stretch);
    const [tail, issuer] = (!owner && subject.includes('hành') && issuedBy.exec(subject)) || [];
    if (owner) {
      match.issuer = owner.issuer;
      match.subject = print(reading.slice(stretch.start, owner.at));
    } else if (tail && issuer) {
      if (stretch.end > claimed) match.issuer = issuer;
      match.subject = subject.slice(0, subject.indexOf(tail));
      claimed = stretch.end;
    } else match.issuer = quotedIssuer(reading, stretch);
  }
  return found;
}

function addIssuerBehind(reading: string, match: Found, end: number): void {
  const behind = issuerBehind(reading, end, match.kind);
  match.issuer = behind?.issuer ?? null;
  match.date ??= behind?.date ?? null;
}

/** … về sắp xếp đơn vị hành chính *do Ủy ban Thường vụ Quốc hội ban hành*: said of the outermost document. */
const issuedBy =
  /\s+do\s+((?:\p{Lu}|(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)(?=\s))[^,;:()“”"]{0,70}?)\s+(?:ký\s+)?ban\s+hành(?=$|\s*\(|\s+(?:đã|bị|được|có hiệu lực|hết hiệu lực)\s)/u;

/** … về tổng kết thi đua*, của Sở Nội vụ*: behind its comma said of the document, if the subject has no owner itself. */
function ownerBehind(reading: string, { start, end }: Stretch): { at: number; issuer: string } | null {
  const text = reading.slice(start, end);
  const at = text.search(/\s*,\s*của\s/);
  if (at < 0 || /\scủa\s/.test(text.slice(0, at))) return null;
  const owner = issuerAfter(reading, start + text.indexOf(',', at) + 1);
  return owner && !/[^\s,.…]/.test(reading.slice(owner.end, end)) ? { at: start + at, issuer: owner.text } : null;
}

/** … về “Tăng cường công tác kiểm tra” *của Ban Bí thư*: behind a quotation it is said of the document. */
const quotedIssuer = (reading: string, { end, quoted }: Stretch): string | null =>
  quoted && /[”"’]/.test(reading.charAt(end)) ? (issuerAfter(reading, end + 1)?.text ?? null) : null;

const skip = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
};

/** The subject of the n-th reference; those behind it are known already. */
function stretchAt(reading: string, found: Found[], n: number, known: (Stretch | null)[]): Stretch | null {
  const { end, code, date, kind, span } = found[n] as Found;
  if (code === null && date === null && laws.has(kind)) return null;
  const opening = openingAt(reading, end, found[n + 1]?.span[0]);
  if (!opening) return null;
  const { start, quoted } = opening;
  const limit = endBefore(reading, found, n, known, start, Math.min(reading.length, start + longest));
  const stop = quoted ? closing(reading, start, limit) : clauseEnd(reading, span[0], start, limit);
  return { start, end: stop, quoted };
}

function clauseEnd(reading: string, citation: number, start: number, limit: number): number {
  const needsPredicate = isSubject(reading, citation);
  const end = subjectEnd(reading, start, limit, needsPredicate);
  return needsPredicate ? predicateOf(reading, start, end) : end;
}

/** Only a document does this: của Chính phủ, *quy định chi tiết* … */
const detailing = /^(?:quy định chi tiết|sửa đổi,? bổ sung)\s/i;

/** Where the subject begins behind a citation, and whether it is put in quotation marks. */
function openingAt(reading: string, end: number, next: number | undefined): { start: number; quoted: boolean } | null {
  const lead = skip(mark, reading, skip(between, reading, skip(aside, reading, skip(signer, reading, end))));
  const start = skip(quote, reading, lead);
  const opening = phraseAt(openings, reading, start);
  if (start === next) return null;
  if (!opening) return start > lead ? { start, quoted: true } : null;
  if (opening.value === 'about') {
    const about = skip(colon, reading, opening.edge);
    const text = skip(quote, reading, about);
    return { start: text, quoted: start > lead || text > about };
  }
  // "…, Hướng dẫn số 5" goes on the list; a verb behind a comma, or a passive one, goes on the sentence.
  const goesOnSentence =
    (/,\s*$/.test(reading.slice(end, lead)) && !detailing.test(reading.slice(start, start + 20))) ||
    /^\s*được\s/.test(reading.slice(opening.edge, opening.edge + 10));
  return goesOnSentence ? null : { start, quoted: start > lead };
}

/**
 * The end that the references behind set: the next goes on the list, or a dated one does behind an undated one that the
 * subject mentions, or the subject ends with the quotation of one that it mentions.
 */
function endBefore(
  reading: string,
  found: Found[],
  n: number,
  known: (Stretch | null)[],
  start: number,
  stop: number,
): number {
  for (let k = n + 1; k < found.length; k++) {
    const { span, date } = found[k] as Found;
    if (span[0] >= stop) break;
    const lead = joint.exec(reading.slice(start, span[0]));
    const parallel = k === n + 1 || (date !== null && found[n]?.date !== null && found[k - 1]?.date === null);
    if (lead && parallel) return start + lead.index;
    const inner = known[k];
    if (inner?.quoted && inner.end < stop && /^[”"’']\s*,/.test(reading.slice(inner.end))) return inner.end + 1;
  }
  return stop;
}

/** The end of a quotation: "Tăng cường …". */
function closing(reading: string, start: number, limit: number): number {
  const isSingle = /‘\s*$/.test(reading.slice(start - 2, start));
  const length = reading.slice(start, limit).search(isSingle ? /’/ : /[”"]/);
  return length < 0 ? subjectEnd(reading, start, limit, false) : start + length;
}

function subjectEnd(reading: string, start: number, limit: number, needsPredicate: boolean): number {
  let open = false;
  ending.lastIndex = start;
  for (let hit = ending.exec(reading); hit && hit.index < limit; hit = ending.exec(reading)) {
    const behind = ending.lastIndex;
    const [sign] = hit;
    if (/[“”"]/.test(sign)) {
      if (!open && sign === '”') return hit.index;
      open = sign !== '”' && !open;
    } else if (!open && sign === '(') {
      const over = parenthesisEnd(reading, hit.index, limit);
      if (over < 0) return hit.index;
      ending.lastIndex = over;
    } else if (
      !open &&
      !(sign === ':' && introduces.test(reading.slice(start, hit.index))) &&
      (!sign.startsWith(',') ||
        (opensClause(reading, behind, needsPredicate) && !goesOnAddressees(reading, start, hit.index, behind)))
    )
      return hit.index;
  }
  return limit;
}

/** Where a parenthesis within a subject ends, as in "kế hoạch 5 năm (2021 - 2025) theo …"; -1 where the subject ends before it. */
function parenthesisEnd(reading: string, at: number, limit: number): number {
  const years = skip(period, reading, at);
  if (years > at && ofPeriod.test(reading.slice(Math.max(0, at - 12), at))) return years;
  if (skip(remark, reading, at) > at) return -1;
  const close = reading.indexOf(')', at);
  return close > 0 && close < limit && close - at < 60 && skip(goesOn, reading, close) > close ? close + 1 : -1;
}
