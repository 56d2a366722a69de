import { EmbeddedActionsParser, type IToken, type TokenVocabulary } from 'chevrotain';
import { NextToken } from './lookahead.ts';

/** What Chevrotain's types leave out. */
const recording = EmbeddedActionsParser.prototype as unknown as { enableRecording(): void };

/**
 * Base of the parsers whose rules are islands in a sea of prose: a rule is started at an anchor (a digit, a type
 * word) and ends where its form ends, wherever that is. One token tells how a rule goes on; what needs more is a gate.
 *
 * Chevrotain reports what is left of the input as an error, and building that error with its stack costs ten
 * times what the parse costs; here leftover input is what is expected. Grammars are checked in a test
 * (`skipValidations` off), not each time the program starts.
 */
export abstract class IslandParser extends EmbeddedActionsParser {
  declare RECORDING_PHASE: boolean;

  constructor(vocabulary: TokenVocabulary, validate = false) {
    super(vocabulary, {
      recoveryEnabled: false,
      maxLookahead: 1,
      lookaheadStrategy: new NextToken(),
      skipValidations: !validate,
    });
  }

  /**
   * Chevrotain's hooks around learning the rules, for which it gives each parser eighty methods of its own and takes them
   * away one by one. V8 makes a new shape of the parser for each; here they stand on a prototype that is put between.
   */
  enableRecording(): void {
    const recorder = Object.create(Object.getPrototypeOf(this));
    recording.enableRecording.call(recorder);
    Object.setPrototypeOf(this, recorder);
    this.RECORDING_PHASE = true;
  }

  disableRecording(): void {
    Object.setPrototypeOf(this, Object.getPrototypeOf(Object.getPrototypeOf(this)));
    this.RECORDING_PHASE = false;
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
