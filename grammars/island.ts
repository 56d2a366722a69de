import { EmbeddedActionsParser, type IToken, type TokenVocabulary } from 'chevrotain';
import { NextToken } from './lookahead.ts';

const recorded =
  /^(?:(?:CONSUME|SUBRULE|OPTION|OR|MANY|MANY_SEP|AT_LEAST_ONE|AT_LEAST_ONE_SEP)\d?|consume|subrule|option|or|many|atLeastOne|ACTION|BACKTRACK|LA)$/;

/**
 * Base of the parsers whose rules are islands in a sea of prose: a rule is started at an anchor (a digit, a type
 * word) and ends where its form ends, wherever that is. One token tells how a rule goes on; what needs more is a gate.
 *
 * Chevrotain reports what is left of the input as an error, and building that error with its stack costs ten
 * times what the parse costs; here leftover input is what is expected. Grammars are checked in a test
 * (`skipValidations` off), not each time the program starts.
 */
export abstract class IslandParser extends EmbeddedActionsParser {
  constructor(vocabulary: TokenVocabulary, validate = false) {
    super(vocabulary, {
      recoveryEnabled: false,
      maxLookahead: 1,
      lookaheadStrategy: new NextToken(),
      skipValidations: !validate,
    });
  }

  /**
   * Chevrotain's hook after it has learnt the rules, for which it gives each parser methods of its own. It deletes them
   * one by one, whereby V8 makes the parser a slow table of names; here the usual ones take their places.
   */
  disableRecording(): void {
    const parser = this as unknown as Record<string, unknown>;
    const usual = EmbeddedActionsParser.prototype as unknown as Record<string, unknown>;
    parser.RECORDING_PHASE = false;
    for (const name of Object.keys(parser)) if (recorded.test(name)) parser[name] = usual[name];
  }

  /** Chevrotain's hook after a top rule; its own version complains about leftover input. */
  onAfterParse(): void {}

  /**
   * Runs one rule at the start of some tokens.
   * @returns what the rule returns, `null` where the tokens do not begin with it
   */
  protected run<T>(rule: () => T, tokens: IToken[]): T | null {
    this.input = tokens;
    const result = rule.call(this);
    return this.errors.length ? null : result;
  }
}
