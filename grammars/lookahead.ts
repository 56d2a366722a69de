import {
  Alternation,
  type ILookaheadStrategy,
  type IProduction,
  type IToken,
  LLkLookaheadStrategy,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  type Rule,
  Terminal,
  type TokenType,
} from 'chevrotain';

/** Where in a rule a decision is made. */
type Place = { rule: Rule; prodOccurrence: number };

/** The parser as far as a decision needs it. */
interface Parser {
  LA(n: number): IToken;
}

/** What some productions may begin with; `null` where they may be empty, so that anything fits. */
type Starts = Set<TokenType> | null;

const kinds = { Alternation, Option, Repetition, RepetitionMandatory };
type Branching = InstanceType<(typeof kinds)[keyof typeof kinds]>;

/**
 * Tells by the next token how a rule goes on, which is worked out where a text first comes there. Chevrotain's own
 * strategy looks further ahead and at all places when a parser is made, which takes longer than to read a short report
 * with it; its checks of the grammar stay.
 */
export class NextToken extends LLkLookaheadStrategy implements ILookaheadStrategy {
  constructor() {
    super({ maxLookahead: 1 });
  }

  override buildLookaheadForAlternation({ rule, prodOccurrence }: Place): () => number | undefined {
    let ways: Starts[] | undefined;
    return function (this: Parser) {
      ways ??= find(rule.definition, 'Alternation', prodOccurrence).map((way) => startsOf([way]));
      const next = this.LA(1).tokenType;
      const way = ways.findIndex((starts) => !starts || starts.has(next));
      return way < 0 ? undefined : way;
    };
  }

  override buildLookaheadForOptional({ rule, prodOccurrence, prodType }: Place & { prodType: string }): () => boolean {
    let starts: Starts | undefined;
    return function (this: Parser) {
      if (starts === undefined) starts = startsOf(find(rule.definition, prodType, prodOccurrence));
      return !starts || starts.has(this.LA(1).tokenType);
    };
  }
}

/** What the n-th production of a kind in a rule holds. */
function find(row: IProduction[], kind: string, n: number): IProduction[] {
  for (const production of row) {
    if (production instanceof Terminal || production instanceof NonTerminal) continue;
    const { idx, definition } = production as Branching;
    if (idx === n && production instanceof kinds[kind as keyof typeof kinds]) return definition;
    const within = find(definition, kind, n);
    if (within.length) return within;
  }
  return [];
}

function startsOf(row: IProduction[]): Starts {
  const tokens = new Set<TokenType>();
  return collect(row, tokens) ? null : tokens;
}

/** Adds what productions in a row may begin with; says whether they may all be empty. */
const collect = (row: IProduction[], tokens: Set<TokenType>): boolean => row.every((one) => collectOne(one, tokens));

function collectOne(production: IProduction, tokens: Set<TokenType>): boolean {
  if (production instanceof Terminal) return !tokens.add(production.terminalType);
  if (production instanceof NonTerminal) return collect(production.referencedRule.definition, tokens);
  const { definition } = production as Branching;
  if (production instanceof Alternation) return definition.filter((way) => collectOne(way, tokens)).length > 0;
  const mayBeEmpty = collect(definition, tokens);
  return mayBeEmpty || production instanceof Option || production instanceof Repetition;
}
