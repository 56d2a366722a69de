import { type CustomPatternMatcherReturn, createToken, type IToken, Lexer } from 'chevrotain';
import type { Hedge, Scale, Unit } from '../src/lexicon/schema.ts';
import { IslandParser } from './island.ts';
import hedgeRows from './lexicon/hedges.yaml';
import scaleRows from './lexicon/scales.yaml';
import { nounAt } from './unit.ts';

/**
 * Figures as islands: `177 lượt/237 người với 167 vụ việc`, `30-35/42 tiêu chí`, `3 đến 5 tỷ`, `15kg/khẩu`.
 * The lexer starts at a number and tells by what follows what a sign means, so that the rules need no lookahead
 * beyond the next token and cannot fail; the rules return tokens, what they mean is said in src/recognise.
 */

// ---- Lexer ---------------------------------------------------------------------------------------------------

// Chevrotain drops the u flag of a pattern, and \\p with it.
const letter = '[A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff]';

const alternatives = (words: string[]): string =>
  words
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(' ', '\\s+'))
    .join('|');

const hedge = alternatives((hedgeRows as Hedge[]).flatMap(({ words }) => words));
/** A number follows, perhaps with a hedge before it. */
const beforeNumber = `(?=\\s*(?:(?:${hedge})\\s*)?\\d)`;

/** One scale: "tỷ", "trđ", but not "tỷ lệ". */
const scaleSource = ({ scale, also = [], except = [] }: Scale): string =>
  `(?:${alternatives([scale, ...also])})(?:(?!${letter})|(?=đ(?:ồng)?(?!${letter})))` +
  (except.length ? `(?!\\s+(?:${except.join('|')})(?!${letter}))` : '');
const scales = (scaleRows as Scale[]).toSorted((a, b) => b.scale.length - a.scale.length).map(scaleSource);

const space = createToken({ name: 'Space', pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true });
/**
 * "." groups and "," divides, but a slip of either is read too (see numeral.ts). With a space behind the comma
 * ("6, 7 triệu") or for the groups ("1 250 000 đồng") only where a list of numbers cannot be meant.
 */
const number = createToken({
  name: 'Number',
  pattern: new RegExp(
    `\\d{1,3}(?:\\.\\d{3})*,\\s\\d(?=\\s*(?:%|${scales.join('|')}))|\\d{1,3}(?: \\d{3}){2,}(?!\\d)|\\d+(?:[.,]\\d+)*`,
  ),
  line_breaks: true,
});
const percent = createToken({ name: 'Percent', pattern: /%|‰|phần trăm|phần nghìn/ });
const scale = createToken({ name: 'Scale', pattern: new RegExp(scales.join('|'), 'i') });
const to = createToken({ name: 'To', pattern: new RegExp(`(?:[-–—]|(?:đến|tới)(?=\\s))${beforeNumber}`) });
const slash = createToken({ name: 'Slash', pattern: new RegExp(`(?:/|trên\\s+tổng\\s+số)${beforeNumber}`) });
const and = createToken({ name: 'And', pattern: new RegExp(`(?:với(?=\\s)|\\+)${beforeNumber}`) });
const hedged = createToken({ name: 'Hedged', pattern: new RegExp(`(?:${hedge})(?=\\s*\\d)`) });
/** "/khẩu", and "/10.000 dân": a rate for so many heads. */
const perHeads = /\/\s*(?:100|1\.?000|10\.?000|100\.?000)\s+(?=(?:người\s+)?dân|trẻ|bé gái|phụ nữ|ca)/uy;
const per = createToken({
  name: 'Per',
  line_breaks: false,
  pattern: (text, at) => {
    if (text.charAt(at) !== '/') return null;
    perHeads.lastIndex = at;
    const heads = perHeads.exec(text);
    if (heads) return heads;
    const sign = /^\/\s*/.exec(text.slice(at, at + 8));
    return sign && nounAt(text, at + sign[0].length, true) ? sign : null;
  },
});
const noun = createToken({
  name: 'Noun',
  line_breaks: false,
  pattern: (text, at, tokens) => {
    const before = tokens.at(-1)?.tokenType;
    if (before !== number && before !== scale && before !== per) return null;
    const found = nounAt(text, at, before === per);
    if (!found) return null;
    const match: CustomPatternMatcherReturn = [text.slice(at, found.end)];
    match.payload = found.row;
    return match;
  },
});
/** All the rest of the window in one token: prose costs nothing. */
const rest = createToken({ name: 'Rest', pattern: /[\s\S]+/, line_breaks: true });

const tokens = [space, number, percent, scale, to, per, slash, and, hedged, noun, rest];
const lexer = new Lexer(tokens, { positionTracking: 'onlyOffset', skipValidations: true, ensureOptimizations: false });

// ---- Parser --------------------------------------------------------------------------------------------------

/** One printed number with its scale: `393 tỷ`, `2 tỷ 500 triệu`. */
export interface NumberRecord {
  number: IToken;
  scale: IToken | null;
  /** The smaller part: `500 triệu` of `2 tỷ 500 triệu`. */
  rest: NumberRecord | null;
}

/** `30-35/42 tiêu chí`: value, upper end, whole, unit and what it is per. */
export interface MeasureRecord {
  /** How it is joined to the measure before it: `/`, `với`, `đến` …; `null` for the first. */
  link: IToken | null;
  approx: IToken | null;
  value: NumberRecord;
  to: NumberRecord | null;
  of: NumberRecord | null;
  /** `%` or a noun. */
  unit: IToken | null;
  per: IToken[];
}

class FigureParser extends IslandParser {
  constructor(validate = false) {
    super(tokens, validate);
    this.performSelfAnalysis();
  }

  figure = this.RULE('figure', (): MeasureRecord[] => {
    const measures = [this.SUBRULE(this.measure)];
    this.MANY(() => {
      const link = this.OR([
        { ALT: () => this.CONSUME(slash) },
        { ALT: () => this.CONSUME(and) },
        { ALT: () => this.CONSUME(to) },
      ]);
      const approx = this.OPTION(() => this.CONSUME(hedged)) ?? null;
      measures.push({ ...this.SUBRULE2(this.measure), link, approx });
    });
    return measures;
  });

  private measure = this.RULE('measure', (): MeasureRecord => {
    const value = this.SUBRULE(this.amount);
    const upper = this.OPTION(() => {
      this.CONSUME(to);
      this.OPTION2(() => this.CONSUME(hedged));
      return this.SUBRULE2(this.amount);
    });
    const whole = this.OPTION3(() => {
      this.CONSUME(slash);
      this.OPTION4(() => this.CONSUME2(hedged));
      return this.SUBRULE3(this.amount);
    });
    const unit = this.OPTION5(() => this.OR([{ ALT: () => this.CONSUME(percent) }, { ALT: () => this.CONSUME(noun) }]));
    const rates: IToken[] = [];
    this.MANY(() => {
      this.CONSUME(per);
      rates.push(this.CONSUME2(noun));
    });
    return { link: null, approx: null, value, to: upper ?? null, of: whole ?? null, unit: unit ?? null, per: rates };
  });

  private amount = this.RULE('amount', (): NumberRecord => {
    const first = this.CONSUME(number);
    let factor: IToken | null = null;
    let smaller: NumberRecord | null = null;
    this.OPTION(() => {
      factor = this.CONSUME(scale);
      this.OPTION2(() => {
        smaller = { number: this.CONSUME2(number), scale: this.CONSUME2(scale), rest: null };
      });
    });
    return { number: first, scale: factor, rest: smaller };
  });

  /** Reads one figure at the start of some tokens. */
  read(input: IToken[]): MeasureRecord[] | null {
    return this.run(this.figure, input);
  }
}

const parser = new FigureParser();

/** Builds the grammar with Chevrotain's own checks, which the program leaves out at start-up. For the tests. */
export const validateFigureGrammar = (): unknown => new FigureParser(true);

/** How far a figure may reach from its first digit; longer ones lose their end, as does no one seen. */
const reach = 200;

/**
 * Reads the figure that begins with the digit at `at`. Offsets of the tokens are relative to `at`.
 * @returns one record a measure, at least one
 */
export function readFigure(text: string, at: number): MeasureRecord[] {
  return parser.read(lexer.tokenize(text.slice(at, at + reach)).tokens) ?? [];
}

/** The lexicon's row of a noun token, `null` for an unknown noun. */
export const unitRow = (token: IToken): Unit | null => (token.payload as Unit | null | undefined) ?? null;

/** Whether a unit token is a percentage. */
export const isPercent = (token: IToken): boolean => token.tokenType === percent;
