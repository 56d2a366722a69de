import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain';
import { HYPHEN, LETTER, LOWER, UPPER } from './alphabet.ts';
import { dateList, documentDate, partDate } from './date.ts';
import { isWordCode, type PhraseTree, phraseAt, skipSpaces, skipSpacesBack, wordEnd } from './phrases.ts';
import { abbreviationEnd, codeEnd, numberSign } from './reference-anchor.ts';
import { yearedNumber } from './reference-code.ts';
import * as word from './reference-words.ts';
import { startsWith, sticky } from './sticky.ts';

/**
 * The vocabulary of references. Codes, dates and signs are patterns; phrases of the lexicon are looked up in its
 * trees, since compiling the tables to patterns would take longer than the program may. Prose is no token, so the
 * lexer stops soon behind the form that it was started for.
 */

const end = `(?![${LETTER}])`;
type Match = (text: string, at: number, matched: IToken[]) => number;

/** A token of a pattern, which begins with one of some characters; white space is passed over before. */
function sign(name: string, source: string, first: string): TokenType {
  const mayBegin = startsWith(first);
  const pattern = new RegExp(source, 'y');
  const match = (text: string, at: number): RegExpExecArray | null => {
    if (!mayBegin(text, at)) return null;
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  return createToken({ name, pattern: match, line_breaks: false });
}

/** A token whose end a function tells: the offset itself where there is none. */
const looked = (name: string, match: Match, longer: TokenType[] = []): TokenType =>
  createToken({
    name,
    line_breaks: false,
    longer_alt: longer,
    pattern: (text: string, at: number, matched: IToken[]) => {
      const to = match(text, at, matched);
      return to > at ? ([text.slice(at, to)] as unknown as RegExpExecArray) : null;
    },
  });

/** The end of the longest phrase at an offset, where it can be of this class. */
const phraseOf =
  (kind: word.WordClass): Match =>
  (text, at) => {
    const found = word.nameAt(text, at);
    return found?.value.includes(kind) ? found.edge : at;
  };

const treeEnd = <T>(tree: PhraseTree<T>, text: string, at: number): number => phraseAt(tree, text, at)?.edge ?? at;

const spaces = /\s+/y;
export const Space: TokenType = createToken({
  name: 'Space',
  pattern: (text: string, at: number) => {
    if (isWordCode(text.charCodeAt(at))) return null;
    spaces.lastIndex = at;
    return spaces.exec(text);
  },
  group: Lexer.SKIPPED,
  line_breaks: false,
});

// What a citation is made of.
export const NumberSign = sign('NumberSign', numberSign, 'sS');
const isDigit = startsWith('0123456789');
export const Code = looked('Code', (text, at) => (isDigit(text, at) ? codeEnd(text, at) : at));
export const DocDate = sign('DocDate', `(?:${dateList}|${documentDate})`, ',.(0123456789kđblcnNh');
/**
 * số 5/QĐ-UBND *(gọi tắt là Quyết định)* của …, số 5/QĐ-UBND *(đối với đất ở)*, Quyết định số 6/QĐ-UBND ngày …: what is
 * said before the citation goes on, if it names no other document.
 */
export const Aside = sign(
  'Aside',
  `\\((?!về\\s|v/v|[^()]*[Ll]uật)[${LOWER}][^()\\d]{2,80}\\)(?=\\s+(?:ngày|của)\\s|,?\\s+(?:và\\s+)?[${UPPER}][${LOWER}]+(?:\\s[${LOWER}]+)?\\s+số\\s)`,
  '(',
);
export const PartDate = sign('PartDate', partDate, ',(ntN');

const numberAlone = sticky(`(?:${yearedNumber}|\\d{1,4}[a-zđ]?(?![\\d/%${HYPHEN}]|[.,]\\d))`);
const stop = /(?![\s\S])|[.,;:()\]”"’]/y;
/** Kế hoạch 5 *năm*, but Nghị định 03 *năm 2019*, not 5 năm 2021 - 2025 */
const span = new RegExp(`(?:năm|tháng)${end}(?!\\s+(?:19|20)\\d\\d(?!\\d|\\s*(?:[${HYPHEN}]|đến)))`, 'y');
/** A number alone names a document only where no noun follows that it could count: Quyết định 12 hộ. */
export const BareNumber = looked('BareNumber', (text, at) => {
  if (!isDigit(text, at)) return at;
  const to = numberAlone(text, at);
  const next = skipSpaces(text, to);
  stop.lastIndex = next;
  span.lastIndex = next;
  return stop.test(text) || (word.endsName(text, next) && !span.test(text)) ? to : at;
});

// What holds lists and names together.
export const And = sign('And', `(?:và|VÀ|cùng|hoặc)${end}|&`, 'vVch&');
export const Comma = sign('Comma', '[,:]', ',:');
export const Every = sign('Every', `(?:các|CÁC)${end}`, 'cC');
export const Open = sign('Open', '\\(', '(');
export const Dash = sign('Dash', `[${HYPHEN}]`, '-‐‑‒–−');
/** Also của đồng chí, ban hành bởi; with the meeting that passed it: của *Hội nghị lần thứ sáu* Ban Chấp hành Trung ương. */
export const Of = sign(
  'Of',
  `(?:(?:của|CỦA)(?![${LOWER}])(?:\\s+(?:đồng\\s+chí|đ/c)(?=\\s+[${UPPER}]))?|(?:được\\s+)?(?:ký\\s+)?ban\\s+hành\\s+bởi${end})\\s*:?(?:\\s*[Hh]ội\\s+nghị\\s+(?:lần\\s+)?thứ\\s+[${LETTER}\\d]+,?(?=\\s+(?:Ban\\s+[Cc]hấp|BCH)))?`,
  'cCđkb',
);
export const By = sign('By', `(?:do|DO)${end}`, 'dD');

// What the names of bodies are made of.
export const Jointly = sign('Jointly', `[Ll]iên\\s+(?:bộ|Bộ|ngành|sở|Sở)${end}\\s*:?`, 'lL');
/** Trưởng Ban Tổ chức, but Trưởng *Ban Chỉ đạo*, Chủ tịch *Hội đồng nhân dân*: bodies whose names go on behind that of the office. */
export const Position = looked('Position', (text, at, matched) => {
  const to = phraseOf('position')(text, at, matched);
  for (let start = at; start < to; start = skipSpaces(text, wordEnd(text, start)))
    if (start > at && (word.nameAt(text, start)?.edge ?? 0) > to) return skipSpacesBack(text, start);
  return to;
});
const hamlet = sticky(word.hamlet);
export const Level = looked('Level', (text, at, matched) =>
  Math.max(phraseOf('level')(text, at, matched), hamlet(text, at)),
);
const counted = sticky(`\\d{1,4}(?![\\d/%${HYPHEN}]|[.,]\\d)`);
const numberedLevel = /^(?:khu vực|phường|quận)$/i;
/** Quân khu 5, Ban Chỉ đạo 35 tỉnh, Tổ công tác Đề án 06; Thuế khu vực 5, UBND phường 12, unless a noun follows: 12 hộ */
export const Numeral = looked('Numeral', (text, at, matched) => {
  if (!isDigit(text, at)) return at;
  const before = matched.at(-1);
  if (before?.tokenType === Head || before?.image === 'án') return counted(text, at);
  const to = before?.tokenType === Level && numberedLevel.test(before.image) ? counted(text, at) : at;
  const next = skipSpaces(text, to);
  return to > at && (!word.isSmall(text, next) || word.endsName(text, next) || isLevel(text, next)) ? to : at;
});
const isLevel = (text: string, at: number): boolean => word.nameAt(text, at)?.value.includes('level') === true;
const acronym = sticky(word.acronym);
export const Acronym = looked('Acronym', (text, at) => (word.endsName(text, at) ? at : acronym(text, at)));

const isOneSmallWord = (text: string, at: number, to: number): boolean =>
  word.isSmall(text, at) && !/\s/.test(text.slice(at, to)) && word.isSmall(text, skipSpaces(text, to));
const nameOf =
  (kind: word.WordClass): Match =>
  (text, at, matched) => {
    const to = phraseOf(kind)(text, at, matched);
    return isOneSmallWord(text, at, to) ? at : to;
  };
/** `ban`, `bộ`, `hội`, `báo` in small letters are common words unless a name follows: sở Nội vụ. */
export const Head = looked('Head', nameOf('head'));
export const Seat = looked('Seat', nameOf('seat'));

const committee = /^(?:ban chỉ đạo|bcđ|hội đồng|tổ công tác|ban chỉ huy)/i;
/** What a committee is named after, in small words: Ban Chỉ đạo *xây dựng nông thôn mới* xã */
export const Task = looked('Task', (text, at, matched) => {
  const before = matched.at(-1);
  return before?.tokenType === Head && committee.test(before.image) ? word.taskRun(text, at) : at;
});

const needsName = (before: TokenType | undefined): boolean =>
  before === Head || before === And || before === Dash || before === Comma;
/** Behind a connector a type begins a citation, but in Phòng Tài chính và Kế hoạch: UBND tỉnh và Kế hoạch số 5. */
const opensCitation = (text: string, at: number, matched: IToken[]): boolean => {
  const [before, connector] = matched.slice(-2);
  if (connector?.tokenType !== And && connector?.tokenType !== Dash && connector?.tokenType !== Comma) return false;
  if (before?.tokenType === Head || before?.tokenType === Sector) return false;
  return word.nameAt(text, at)?.value.includes('type') ?? false;
};
const prevention = sticky(`[Pp]hòng,?\\s+chống\\s+`);
/** What a body is named after; phòng, chống goes with whatever is prevented. */
export const Sector = looked('Sector', (text, at, matched) => {
  // In small letters it is what the sentence goes on with, unless the name needs it: sở tài chính.
  if (word.isSmall(text, at) && !needsName(matched.at(-1)?.tokenType)) return at;
  if (opensCitation(text, at, matched)) return at;
  const to = phraseOf('sector')(text, at, []);
  const start = prevention(text, at);
  return start > at ? Math.max(to, word.smallRun(text, start)) : to;
});

const capital = sticky(word.capital);
export const Capital = looked('Capital', (text, at, matched) =>
  word.endsName(text, at) || opensCitation(text, at, matched) ? at : capital(text, at),
);
/** Small words go on a name only behind its capital: Ban Quản lý dự án. Anywhere else they are prose. */
export const Words = looked('Words', (text, at, matched) =>
  matched.at(-1)?.tokenType === Capital ? word.smallRun(text, at) : at,
);

const numbered = sticky(`\\s*[:(]?\\s*(?:${numberSign})?\\d`);
const aside = sticky(`(?:,?\\s+${word.small}){1,6}?(?=\\s*:?\\s+${numberSign})`);
const toCode = sticky(`\\s*:?\\s+${numberSign}`);
const project = sticky(`(?:Đề\\s+án|Dự\\s+án|Chương\\s+trình)\\s+\\d{1,4}(?![\\d/${HYPHEN}])`);
const typeWord = new RegExp(word.typeStart, 'g');
/** Whether a type is named in some text. */
function namesType(text: string): boolean {
  for (const { index } of text.matchAll(typeWord)) if (word.typeEnd(text, index) > index) return true;
  return false;
}
/** QĐ 12/QĐ-UBND, BC thẩm định 17/BC-STP */
function abbreviatedType(text: string, at: number): number {
  const to = abbreviationEnd(text, at);
  return to > at ? Math.max(to, treeEnd(word.qualifiers, text, skipSpaces(text, to))) : at;
}
/**
 * A type, with the words that may stand between it and its number, but never over another type: quyết định phê
 * duyệt quy hoạch số 12/QĐ-UBND.
 */
export const DocType = looked('DocType', (text, at, matched) => {
  const before = matched.at(-1)?.tokenType;
  // Phòng Kế hoạch, Sở Kế hoạch: what the body is named after
  if (before === Head) return at;
  // Ban Điều hành Đề án 4
  if ((before === Words || before === Capital) && project(text, at) > at) return at;
  const to = phraseOf('type')(text, at, []);
  if (to === at) return abbreviatedType(text, at);
  // Phòng Tài chính và Kế hoạch, but Sở Tài chính và Kế hoạch số 5
  const [sector, connector] = matched.slice(-2);
  const namesBody = sector?.tokenType === Sector && (connector?.tokenType === And || connector?.tokenType === Dash);
  if (namesBody && numbered(text, to) === to) return at;
  const known = treeEnd(word.qualifiers, text, skipSpaces(text, to));
  if (known > skipSpaces(text, to)) return known;
  const further = aside(text, to);
  if (further === to || namesType(text.slice(to, further))) return to;
  const number = toCode(text, further);
  return codeEnd(text, number) > number ? further : to;
});

// What a law is cited by.
export const LawType = looked('LawType', phraseOf('law'));
export const About = sign('About', `về${end}`, 'v');
const lawAhead = '(?=\\s+(?:các\\s+)?(?:[Bb]ộ\\s+)?(?:[Ll]uật|[Pp]háp\\s+lệnh))';
export const Amending = sign(
  'Amending',
  `(?:[Ss]ửa\\s+đổi,?(?:\\s*và)?\\s+bổ\\s+sung|[Ss]ửa\\s+đổi|[Bb]ổ\\s+sung)(?:\\s+(?:một|1)\\s+số)?(?:\\s+[đĐ]iều)?(?:\\s+của)?${lawAhead}`,
  'sSbB',
);
/** Luật Lưu trữ *(sửa đổi)* ngày …, Luật Lưu trữ *năm 2011* số …: said of the law before its number or date. */
export const Amended = sign(
  'Amended',
  `\\(\\s*(?:sửa\\s+đổi|bổ\\s+sung)[^()]{0,25}\\)|(?:năm\\s+)?(?:19|20)\\d\\d(?=,?\\s+\\(?${numberSign})`,
  '(n12',
);
/** A known name counts only behind the word "luật": Đất đai alone is a subject. */
export const LawName = looked('LawName', (text, at, matched) => {
  const before = matched.at(-1)?.tokenType;
  return before === LawType || before === About ? treeEnd(word.lawNames(), text, at) : at;
});

/** Tokens that may begin the name of a body. */
export const bodyStarts: TokenType[] = [Seat, Head, Position, Acronym, Jointly];

const connectors = [And, Comma, Every, Open, Dash, Of, By];
const names = [Jointly, Task, Seat, Sector, Head, Position, Level, Acronym, Capital, Words];
// Before all numbers, since it is one only behind a body's name.
const first = [Space, Numeral];

/** Tokens in order of precedence, one list a lexer; the parser knows them all. */
export const citationTokens: TokenType[] = [
  ...first,
  DocDate,
  PartDate,
  Aside,
  NumberSign,
  Code,
  BareNumber,
  ...connectors,
  DocType,
  ...names,
];
export const lawTokens: TokenType[] = [
  ...[...first, DocDate, NumberSign, Code, LawName, Amended, ...connectors],
  ...[Amending, About, LawType, ...names],
];
export const bodyTokens: TokenType[] = [...first, ...connectors, ...names];

/** Whether the word at an offset can begin the name of a body; in small letters only phrases of the tables do. */
export function startsBody(text: string, at: number): boolean {
  const kinds = word.nameAt(text, at)?.value;
  if (kinds?.some((kind) => kind === 'seat' || kind === 'head' || kind === 'position')) return true;
  return !kinds && wordEnd(text, at) - at > 1 && acronym(text, at) > at && !word.endsName(text, at);
}
