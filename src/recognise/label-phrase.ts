import wordRows from '../../grammars/lexicon/label-words.yaml';
import {
  type PhraseTree,
  phraseAt,
  phraseBefore,
  phraseTree,
  skipSpaces,
  skipSpacesBack,
  wordEnd,
  wordStart,
} from '../../grammars/phrases.ts';
import { isVerb, nounAt } from '../../grammars/unit.ts';
import type { LabelWords } from '../lexicon/schema.ts';
import { print } from '../text.ts';

type Role = LabelWords['role'];

const treeOf = (roles: Role[], backward = false): PhraseTree<true> =>
  phraseTree(
    (wordRows as LabelWords[])
      .filter(({ role }) => roles.includes(role))
      .flatMap(({ words }) => words.map((word) => [word, true] as const)),
    backward,
  );

const fillers = treeOf(['filler']);
const leads = treeOf(['lead']);
const names = treeOf(['name']);
const tails = treeOf(['tail'], true);
const begins = treeOf(['begins-clause']);
const ends = treeOf(['ends-clause'], true);
const clauses = treeOf(['clause']);
const aspects = treeOf(['aspect']);
const quantities = treeOf(['quantity']);

/** A label longer than this is a sentence. */
export const longest = 220;

/** The text without signs at its ends, as one line. */
export const trimmed = (text: string): string =>
  print(text).replace(/^(?:\s*\(\d{1,2}\))?[\s,;:.\-–+•*"“”)]*|[\s,;:\-–+"“”(]+$/gu, '');

/** Walks over the words of a text; true where `test` is true of the start of one. */
function someWord(text: string, test: (at: number) => boolean): boolean {
  for (let at = 0; at < text.length; at = skipSpaces(text, wordEnd(text, at))) if (test(at)) return true;
  return false;
}

function isFiller(phrase: string): boolean {
  for (let at = 0; at < phrase.length; ) {
    const found = phraseAt(fillers, phrase, at);
    if (!found) return false;
    at = skipSpaces(phrase, found.edge);
  }
  return true;
}

/** Whether a phrase says that a subject did something: "UBND huyện đã tiếp", but not "đơn đã giải quyết". */
export function isSentence(phrase: string): boolean {
  const start = phraseAt(plurals, phrase, 0)?.edge ?? 0;
  const counted = nounAt(phrase, skipSpaces(phrase, start))?.row;
  // Papers and works have things done to them, bodies do them: "Đội thuế đã thu".
  const passive = counted && !counted.weak && counted.group !== 'body' && counted.group !== 'place';
  if (passive || phraseAt(quantities, phrase, 0)) return false;
  if (counted?.group === 'body' && endsInVerb(phrase)) return true;
  return someWord(phrase, (at) => at > 0 && phraseAt(aspects, phrase, at) !== null);
}

/** Whether the last word or two of a phrase are a verb: "Phòng Giáo dục huyện quản lý". */
function endsInVerb(phrase: string): boolean {
  const last = wordStart(phrase, phrase.length);
  return isVerb(phrase, last) || isVerb(phrase, wordStart(phrase, skipSpacesBack(phrase, last)));
}

const plurals = phraseTree(['các', 'những'].map((word) => [word, true] as const));

/** Whether a phrase before a number is a clause or a circumstance, and names nothing that a figure is stated for. */
const isClause = (phrase: string): boolean =>
  /^\d/.test(phrase) ||
  phraseAt(begins, phrase, 0) !== null ||
  phraseBefore(ends, phrase, phrase.length) !== null ||
  someWord(phrase, (at) => phraseAt(clauses, phrase, at) !== null) ||
  isSentence(phrase);

/** "tai nạn tăng cao so với cùng kỳ với số vụ": what the clause is said with is what the number is stated for. */
function behindWith(phrase: string): string {
  const at = phrase.lastIndexOf(' với ');
  const rest = phrase.slice(at + 5);
  return at > 0 && !/(?:so|đối|cùng)$/u.test(phrase.slice(0, at)) && phraseAt(quantities, rest, 0) ? rest : phrase;
}

/** The end of the word that leads over to the phrase, 0 without one; "có nội dung đúng, có nội dung sai" is a name. */
function leadEnd(text: string): number {
  const lead = phraseAt(leads, text, 0);
  if (!lead || phraseAt(names, text, 0) || /^có .*, có /u.test(text)) return 0;
  return skipSpaces(text, lead.edge);
}

function stripped(phrase: string): string {
  let text = phrase;
  const tail = phraseBefore(tails, text, text.length);
  if (tail && tail.edge > 0) text = trimmed(text.slice(0, tail.edge));
  for (let end = leadEnd(text); end > 0 && end < text.length; end = leadEnd(text)) text = trimmed(text.slice(end));
  return text;
}

/** Whether a phrase leads over to what follows, and names nothing itself: "một số cây trồng chính như". */
export const leadsOver = (phrase: string): boolean => phraseBefore(ends, phrase, phrase.length) !== null;

/** "một số sản phẩm tăng mạnh như tôm đông lạnh": one of several is named. */
const forExample = /^(?:[Mm]ột số|[Cc]ác|[Nn]hững|[Nn]hiều) .*? như (?!sau)/;

/** A phrase before a number as a label: without what only leads over; `null` if nothing is left or it is a clause. */
export function phraseOf(gap: string): string | null {
  if (gap.length > 2 * longest) return null;
  let phrase = trimmed(gap);
  // "trong năm 2022, toàn xã": a part with a date is no name of a part.
  for (let comma = phrase.indexOf(','); comma >= 0 && /\d/.test(phrase.slice(0, comma)); comma = phrase.indexOf(','))
    phrase = trimmed(phrase.slice(comma + 1));
  // "chủ yếu buôn lậu, trị giá hàng vi phạm": the quantity, unless it stands alone ("xác minh tài sản, thu nhập").
  const last = phrase.lastIndexOf(', ') + 2;
  const quantity = last > 1 ? phraseAt(quantities, phrase, last) : null;
  if (quantity && quantity.edge < phrase.length) phrase = phrase.slice(last);
  phrase = stripped(behindWith(phrase.replace(forExample, '')));
  return phrase.length > longest || isFiller(phrase) || isClause(phrase) ? null : phrase;
}

/** A quantity that a clause names, and where in the clause its name begins. */
export interface Quantity {
  label: string;
  start: number;
}

/**
 * "Tổng số thủ tục rà soát là 318", "số trẻ tiêm đủ 02 mũi là 120 trẻ": the subject of "là" where it names a quantity.
 * @param last where the figure before ends in the clause; behind it a subject may go over commas
 */
export function quantityOf(clause: string, last: number): Quantity | null {
  const joint = Math.max(clause.lastIndexOf(' và ') + 4, clause.lastIndexOf(' với ') + 5);
  const joined = joint > 4 && !(joint < last && isStatement(clause.slice(joint)));
  if (joined && phraseAt(quantities, clause, joint)) return { label: trimmed(clause.slice(joint)), start: joint };
  for (let end = clause.length, commas = 0; end > 0 && commas < 3; commas++) {
    const comma = clause.lastIndexOf(', ', end - 1);
    const start = skipSpaces(clause, comma + 1);
    if (commas > 0 && start < last) return null;
    if ((commas > 0 || start < last) && isStatement(clause.slice(start))) return null;
    if (phraseAt(quantities, clause, start)) return { label: trimmed(clause.slice(start)), start };
    end = comma;
  }
  return null;
}

/** Whether a text with a figure says something of it: "tỷ lệ nợ còn 0,4% so với quy định", but not "số trẻ tiêm 2 mũi". */
const isStatement = (text: string): boolean =>
  /[()/]|(?<!\p{L})(?:là|còn|đạt|tăng|giảm)(?!\p{L})/u.test(text) ||
  someWord(text, (at) => phraseAt(clauses, text, at) !== null);

const levels = phraseTree(
  ['tỉnh', 'thành phố', 'huyện', 'thị xã', 'quận', 'xã', 'phường', 'thị trấn', 'thôn', 'ấp', 'bản', 'đặc khu'].map(
    (word) => [word, true] as const,
  ),
);

/** Whether a phrase is the name of a place: "Lào Cai", "thị trấn Tân Ô"; one capital alone may begin a sentence. */
export function isPlaceName(phrase: string): boolean {
  const level = phraseAt(levels, phrase, 0)?.edge ?? 0;
  const name = phrase.slice(level).trim();
  return /^(?:\p{Lu}\p{Ll}*[ -]?)+$/u.test(name) && (level > 0 || /[ -]/.test(name));
}
