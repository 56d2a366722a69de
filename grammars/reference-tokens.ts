import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain';
import { LETTER, UPPER } from './alphabet.ts';
import { documentDate } from './date.ts';
import { code, signlessCode, yearedNumber } from './reference-code.ts';
import * as word from './reference-words.ts';

/**
 * The vocabulary of references, one regular form a token. Prose is no token, so the lexer stops soon behind the
 * form that it was started for.
 */

const end = `(?![${LETTER}])`;
export const numberSign = String.raw`(?:[Ss]ố|SỐ)(?:\s+hiệu)?\s*[:.]?\s*(?=\d)`;
const fullCode = `(?:${code}|${signlessCode(word.typeCodes.join('|'))})`;

// A number alone names a document only where no noun follows that it could count: Quyết định 12 hộ.
const noNoun = String.raw`(?=\s*(?:(?![\s\S])|[.,;:)\]”"’]|${word.nameEnd}))(?!\s*[.,]?\d)(?!\s*(?:năm|tháng)${end})`;
const bareNumber = `(?:${yearedNumber}|\\d{1,4}[a-zđ]?(?![\\d/–%-]|[.,]\\d))${noNoun}`;

// Words between type and number, never over another type: quyết định phê duyệt quy hoạch số 12/QĐ-UBND.
export const aside = `(?:,?\\s+(?!${word.smallTypeWord})${word.small}){1,5}(?=\\s+${numberSign}${code})`;
const abbreviated = `${word.typeAbbreviation}\\.?(?=\\s*(?:${numberSign})?\\d)`;

/** Where to look closer: a type, its abbreviation before a number, a code whose type stands nowhere near. */
export const anchor = `${word.typeWord}|${abbreviated}|(?:${word.typeCodes.join('|')})\\s?[-/]\\s?[${UPPER}]`;
/** A type with a number behind it, at once or behind the issuer. */
export const numbered = `(?:${word.typeWord}(?:\\s+${word.qualifier}|${aside})?|${abbreviated})\\s*(?:[:,]\\s*)?(?:${numberSign})?\\d|${word.typeWord}\\s+của\\s[^.;:,()]{2,60}?\\s${numberSign}`;

function token(name: string, source: string): TokenType {
  return createToken({ name, pattern: new RegExp(source, 'y'), line_breaks: false });
}

export const Space: TokenType = createToken({
  name: 'Space',
  pattern: /\s+/y,
  group: Lexer.SKIPPED,
  line_breaks: false,
});

// What a citation is made of.
export const DocType = token('DocType', `(?:${word.typeWord}(?:\\s+${word.qualifier}|${aside})?|${abbreviated})`);
export const NumberSign = token('NumberSign', numberSign);
export const Code = token('Code', fullCode);
export const BareNumber = token('BareNumber', bareNumber);
export const DocDate = token('DocDate', documentDate);

// What holds lists and names together.
export const And = token('And', `(?:và|cùng|hoặc)${end}|&`);
export const Comma = token('Comma', '[,:]');
export const Every = token('Every', `các${end}`);
export const Dash = token('Dash', '[-–]');
export const Of = token('Of', `của${end}\\s*:?`);
export const By = token('By', `do${end}`);

// What the names of bodies are made of.
export const Jointly = token('Jointly', `[Ll]iên\\s+(?:bộ|Bộ|ngành|sở|Sở)${end}\\s*:?`);
export const Head = token('Head', `(?![Bb]an\\s+hành)${word.head}`);
export const Position = token('Position', word.position);
export const Seat = token('Seat', word.seat);
export const Level = token('Level', word.level);
export const Sector = token('Sector', word.sector);
export const Acronym = token('Acronym', word.acronym);
export const Capital = token('Capital', `(?!${word.capitalNameEnd})${word.capital}`);
const smallInName = `(?!${word.nameEnd}|${word.level})${word.small}`;
const words = new RegExp(`${smallInName}(?:\\s+${smallInName}){0,5}`, 'y');
/** Small words go on a name only behind its capital: Ban Quản lý dự án. Anywhere else they are prose. */
export const Words: TokenType = createToken({
  name: 'Words',
  line_breaks: false,
  pattern: (text: string, offset: number, matched: IToken[]) => {
    if (matched.at(-1)?.tokenType !== Capital) return null;
    words.lastIndex = offset;
    return words.exec(text);
  },
});

// What a law is cited by.
export const LawType = token('LawType', word.lawWord);
export const Amending = token(
  'Amending',
  `(?:[Ss]ửa\\s+đổi,?(?:\\s*và)?\\s+bổ\\s+sung|[Ss]ửa\\s+đổi|[Bb]ổ\\s+sung)(?:\\s+(?:một|1)\\s+số)?(?:\\s+[đĐ]iều)?(?:\\s+của)?(?=\\s+(?:các\\s+)?${word.lawWord})`,
);
export const About = token('About', `về${end}`);
export const LawName = token('LawName', word.lawName);

/** Tokens that may begin the name of a body. */
export const bodyStarts: TokenType[] = [Seat, Head, Position, Acronym, Jointly];

const connectors = [And, Comma, Every, Dash, Of, By];
const names = [Jointly, Seat, Head, Position, Sector, Level, Acronym, Capital, Words];

/** Tokens in order of precedence, one list a lexer; the parser knows them all. */
export const citationTokens: TokenType[] = [
  Space,
  DocDate,
  NumberSign,
  Code,
  BareNumber,
  ...connectors,
  DocType,
  ...names,
];
export const lawTokens: TokenType[] = [
  Space,
  DocDate,
  NumberSign,
  Code,
  ...connectors,
  Amending,
  About,
  LawType,
  LawName,
  ...names,
];
export const bodyTokens: TokenType[] = [Space, ...connectors, ...names];
