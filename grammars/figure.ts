import type { IToken } from 'chevrotain';
import { FILLER } from '../src/text.ts';
import {
  and,
  hedged,
  lexer,
  noun,
  number,
  per,
  percent,
  scale,
  slash,
  to,
  unitRow,
  vocabulary,
} from './figure-tokens.ts';
import { IslandParser } from './island.ts';
import { nounAt } from './unit.ts';

/**
 * Figures as islands: `177 lượt/237 người với 142 vụ việc`, `30-35/42 tiêu chí`, `3 đến 5 tỷ`, `12kg/khẩu`.
 * The rules return tokens; what they mean is said in src/recognise.
 */

/** One printed number with its scale: `393 tỷ`, `2 tỷ 500 triệu`. */
export interface NumberRecord {
  number: IToken;
  scale: IToken | null;
  /** The smaller part: `500 triệu` of `2 tỷ 500 triệu`, `330 triệu 867 nghìn` of `168 tỷ 330 triệu 867 nghìn`. */
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
    super(vocabulary, validate);
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
      smaller = this.OPTION2({ GATE: this.isSmallerPart, DEF: () => this.SUBRULE(this.amount) }) ?? null;
    });
    return { number: first, scale: factor, rest: smaller };
  });

  /** "2 tỷ 500 triệu", "12 nghìn 500 đồng": a number behind a scale goes on with it if it has a scale or counts money. */
  private isSmallerPart = (): boolean => {
    const next = this.LA(2);
    return next.tokenType === scale || (next.tokenType === noun && unitRow(next)?.kind === 'money');
  };

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
  const window = text.slice(at, at + reach);
  return parser.read(lexer.tokenize(isTorn(text, at) ? window.replace(/\s/, FILLER) : window).tokens) ?? [];
}

const tornGroups = /[1-9]\d{0,2}\.\s\d{3}(?:\.\d{3})*\s+(?=\p{Ll})/uy;

/**
 * "có 7. 180 phòng học": a space that slipped in behind the sign that groups thousands. Not after a sign, where the
 * first number counts an item ("gồm: 1. 250 hộ"), and only where a known unit follows, since a sentence may end here.
 */
function isTorn(text: string, at: number): boolean {
  tornGroups.lastIndex = at;
  if (!tornGroups.test(text) || !/\p{Ll}\s$/u.test(text.slice(Math.max(0, at - 2), at))) return false;
  return nounAt(text, tornGroups.lastIndex)?.row != null;
}

/** Whether a unit token is a percentage. */
export const isPercent = (token: IToken): boolean => token.tokenType === percent;
