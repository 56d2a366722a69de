import {
  type CustomPatternMatcherFunc,
  type CustomPatternMatcherReturn,
  createToken,
  type IToken,
  Lexer,
  type TokenType,
} from 'chevrotain';
import { countedNounAt } from './counted-noun.ts';
import hedgeRows from './lexicon/hedges.yaml';
import scaleRows from './lexicon/scales.yaml';
import { isWordCode, type PhraseMatch, phraseAt, phraseTree, skipSpaces } from './phrases.ts';
import { startsWith } from './sticky.ts';
import { nounAt, type UnitRow } from './unit.ts';

/** A row of scales.yaml. */
export interface ScaleRow {
  scale: string;
  factor: string;
  also?: string[];
  /** Words that, following, make another word of it. */
  except?: string[];
}

interface HedgeRow {
  approx: string;
  words: string[];
}

/**
 * The vocabulary of figures. The lexer starts at a number and tells by what follows what a sign means: "-" is a range
 * only before a number, "/" a part of a whole before a number and a rate before a noun. So no rule of the parser can
 * fail. The patterns are functions: Chevrotain takes them as they are, while each regular expression would be parsed
 * and analysed when the program starts.
 */

const hedges = phraseTree(
  (hedgeRows as HedgeRow[]).flatMap(({ approx, words }) => words.map((word) => [word, approx] as const)),
);
const scales = phraseTree(
  (scaleRows as ScaleRow[]).flatMap((row) => [row.scale, ...(row.also ?? [])].map((form) => [form, row] as const)),
);

function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** Where the number begins that follows, perhaps with a hedge before it; -1 where there is none. */
export function numberFrom(text: string, at: number): number {
  const start = skipSpaces(text, at);
  if (isDigitAt(text, start)) return start;
  const hedge = phraseAt(hedges, text, start);
  const behind = hedge ? skipSpaces(text, hedge.edge) : -1;
  return behind >= 0 && isDigitAt(text, behind) ? behind : -1;
}

const isBeforeNumber = (text: string, at: number): boolean => numberFrom(text, at) >= 0;

/** "trđ", "tr.đ" and "trđồng" leave no space between scale and unit. */
const gluedMillion = /tr\.?(?=đ(?:ồng)?(?!\p{L}))/iuy;
const mayBeMillion = startsWith('tT');
const million = phraseAt(scales, 'triệu', 0)?.value;

/** The scale that begins at `at`: "tỷ", "trđ", but not "tỷ lệ", "triệu tập". */
function scaleAt(text: string, at: number): PhraseMatch<ScaleRow> | null {
  gluedMillion.lastIndex = at;
  if (million && mayBeMillion(text, at) && gluedMillion.test(text))
    return { edge: gluedMillion.lastIndex, value: million };
  const found = phraseAt(scales, text, at);
  if (!found) return null;
  const next = skipSpaces(text, found.edge);
  for (const word of found.value.except ?? [])
    if (text.startsWith(word, next) && !isWordCode(text.charCodeAt(next + word.length))) return null;
  return found;
}

/** A token of the text from `at` to `edge`; what it stands for becomes the token's payload. */
function match(text: string, at: number, edge: number, payload?: unknown): CustomPatternMatcherReturn {
  const image: CustomPatternMatcherReturn = [text.slice(at, edge)];
  if (payload !== undefined) image.payload = payload;
  return image;
}

/** @param first characters that a token of this kind begins with, where these are few */
function define(name: string, read: CustomPatternMatcherFunc, first?: string): TokenType {
  const mayBegin = first === undefined ? null : startsWith(first);
  const pattern: CustomPatternMatcherFunc = mayBegin
    ? (text, at, tokens, groups) => (mayBegin(text, at) ? read(text, at, tokens, groups) : null)
    : read;
  return createToken({ name, pattern, line_breaks: true });
}

/** What stands between the groups of a torn number is a filler; see `readFigure`. */
const plainNumber = /\d{1,3}(?: \d{3}){2,}(?!\d)|\d{1,3}\.\uFEFF\d{3}(?:\.\d{3})*|\d+(?:[.,]\d+)*/y;
const spacedDecimal = /\d{1,3}(?:\.\d{3})*,\s\d{1,2}(?!\d|(?:[.,]|\s?[-–,]|\s?và)\s?\d)/y;

/**
 * "." groups and "," divides, but a slip of either is read too (see numeral.ts). With a space behind the comma
 * ("3, 4 triệu") or between the groups ("1 250 000 đồng") only where a list of numbers cannot be meant.
 */
export const number = define('Number', (text, at) => {
  if (!isDigitAt(text, at)) return null;
  spacedDecimal.lastIndex = at;
  if (spacedDecimal.test(text)) {
    const edge = spacedDecimal.lastIndex;
    const next = skipSpaces(text, edge);
    if (text.charAt(next) === '%' || scaleAt(text, next)) return match(text, at, edge);
  }
  plainNumber.lastIndex = at;
  return plainNumber.test(text) ? match(text, at, plainNumber.lastIndex) : null;
});

const numeral = `(?:${'không một mốt hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín mười mươi trăm nghìn ngàn vạn triệu tỷ tỉ linh lẻ chục rưỡi'.replaceAll(' ', '|')})`;
const inWords = new RegExp(`\\(\\s*${numeral}(?:[\\s,]+${numeral})*\\s*\\)`, 'iuy');
const opensBracket = startsWith('(');
/** "01 (một) vụ", "10 (mười) ngày": the number again in words, as texts of law have it, says nothing more. */
const again = createToken({
  name: 'InWords',
  group: Lexer.SKIPPED,
  line_breaks: true,
  pattern: (text: string, at: number, tokens: IToken[]) => {
    if (!opensBracket(text, at) || tokens.at(-1)?.tokenType !== number) return null;
    inWords.lastIndex = at;
    return inWords.exec(text);
  },
});

const percentSign = /%|‰|phần\s+(?:trăm|nghìn)(?!\p{L})/uy;

export const percent = define(
  'Percent',
  (text, at) => {
    percentSign.lastIndex = at;
    return percentSign.test(text) ? match(text, at, percentSign.lastIndex) : null;
  },
  '%‰pP',
);

/** Its payload is the row of the scale. */
export const scale = define('Scale', (text, at, tokens) => {
  const found = tokens.at(-1)?.tokenType === number ? scaleAt(text, at) : null;
  return found && match(text, at, found.edge, found.value);
});

/** A sign that counts only before a number. */
const joining = (name: string, sign: RegExp, first: string): TokenType =>
  define(
    name,
    (text, at) => {
      sign.lastIndex = at;
      return sign.test(text) && isBeforeNumber(text, sign.lastIndex) ? match(text, at, sign.lastIndex) : null;
    },
    first,
  );

/** "10-12 người", "3 đến 5 tỷ". */
export const to = joining('To', /[-–—]|(?:đến|tới)(?=\s)/y, '-–—đt');

const slashSign = /\/|(?:trên|trong)(?:\s+tổng)?\s+số(?=\s)/y;

const amongSign = /trong(?=\s+(\d{1,3})\s)/y;

/** "2 trong 12 xã", but not "tăng 5 trong 3 năm". */
function isAmong(text: string, at: number, before: IToken | undefined): boolean {
  amongSign.lastIndex = at;
  const whole = before?.tokenType === number ? amongSign.exec(text) : null;
  return whole !== null && Number(before?.image) <= Number(whole[1]);
}

/** "59/63 vụ việc", "177 lượt/237 người", "15 xã trong tổng số 22 xã"; but not "12% trong số 45 đơn". */
export const slash = define(
  'Slash',
  (text, at, tokens) => {
    if (isAmong(text, at, tokens.at(-1))) return match(text, at, at + 5);
    slashSign.lastIndex = at;
    const isPart = text.charAt(at) === '/' || tokens.at(-1)?.tokenType !== percent;
    return isPart && slashSign.test(text) && isBeforeNumber(text, slashSign.lastIndex)
      ? match(text, at, slashSign.lastIndex)
      : null;
  },
  '/t',
);

/** "109 vụ với 193 đối tượng". */
export const and = joining('And', /\+|với(?=\s)/y, '+v');

/** A hedge inside a figure: "12 vụ với hơn 30 đối tượng". Its payload is the sign of the contract. */
export const hedged = define('Hedged', (text, at) => {
  const found = phraseAt(hedges, text, at);
  return found && isDigitAt(text, skipSpaces(text, found.edge)) ? match(text, at, found.edge, found.value) : null;
});

const perHeads =
  /\/\s*(?:100|1\.?000|10\.?000|100\.?000)\s+(?=(?:người\s+)?dân|trẻ|bé gái|phụ nữ|(?:nam|nữ)(?!\p{L})|ca)/uy;

const perTimes = /\/\s*\d{1,2}\s+(?=(?:giờ|ngày|tuần|tháng|quý|năm)(?!\p{L}))/uy;

/** "15 kg/người/6 tháng" says for how long; "5 ngày/7 ngày" is a part of a time. */
function isPerTimes(text: string, at: number, before: IToken | undefined): boolean {
  perTimes.lastIndex = at;
  return perTimes.test(text) && before?.tokenType === noun && (before.payload as UnitRow | null)?.kind !== 'duration';
}

const perOnes = /\/\s*1\s+/uy;

/** "15 tiêu chí/1 xã", "500.000 đồng/1 người": on average for each; "12 đơn/1 vụ", "2 xã/1 huyện" state two things. */
function isPerOne(text: string, at: number, before: IToken | undefined): boolean {
  perOnes.lastIndex = at;
  if (before?.tokenType !== noun || !perOnes.test(text)) return false;
  const row = nounAt(text, perOnes.lastIndex)?.row;
  const counted = before.payload as UnitRow | null;
  if (!row || counted?.group === 'place') return false;
  return row.group === 'place' || (counted?.kind !== undefined && counted.kind !== 'duration');
}

/** "/khẩu", and "/10.000 dân", which is a rate for so many heads and no second measure. */
export const per = define('Per', (text, at, tokens) => {
  if (text.charAt(at) !== '/') return null;
  perHeads.lastIndex = at;
  if (perHeads.test(text)) return match(text, at, perHeads.lastIndex);
  if (isPerTimes(text, at, tokens.at(-1))) return match(text, at, perTimes.lastIndex);
  if (isPerOne(text, at, tokens.at(-1))) return match(text, at, perOnes.lastIndex);
  const next = skipSpaces(text, at + 1);
  return nounAt(text, next, true) ? match(text, at, next) : null;
});

/** What is counted, or what it is counted per. Its payload is the row of the unit, if the lexicon has it. */
export const noun = define('Noun', (text, at, tokens) => {
  const before = tokens.at(-1)?.tokenType;
  if (before !== number && before !== scale && before !== per) return null;
  const found = before === per ? nounAt(text, at, true) : countedNounAt(text, at);
  return found && match(text, at, found.end, found.row ?? undefined);
});

const space = createToken({
  name: 'Space',
  group: Lexer.SKIPPED,
  line_breaks: true,
  pattern: (text: string, at: number) => {
    const end = skipSpaces(text, at);
    return end > at ? match(text, at, end) : null;
  },
});

/** All the rest of the window in one token: prose costs nothing. */
const rest = define('Rest', (text, at) => match(text, at, text.length));

/** In the order in which they are tried. */
export const vocabulary = [space, again, number, percent, scale, to, per, slash, and, hedged, noun, rest];

/** Cuts the text of one figure, which begins with its number. Safe mode saves the analysis of first characters. */
export const lexer = new Lexer(vocabulary, {
  positionTracking: 'onlyOffset',
  skipValidations: true,
  safeMode: true,
});

/** The lexicon's row of a noun token, `null` for an unknown noun. */
export const unitRow = (token: IToken): UnitRow | null => (token.payload as UnitRow | undefined) ?? null;

/** The lexicon's row of a scale token. */
export const scaleRow = (token: IToken): ScaleRow => token.payload as ScaleRow;
