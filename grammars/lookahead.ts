import { type ILookaheadStrategy, LLkLookaheadStrategy } from 'chevrotain';

type Alternation = Parameters<ILookaheadStrategy['buildLookaheadForAlternation']>[0];
type Optional = Parameters<ILookaheadStrategy['buildLookaheadForOptional']>[0];

/**
 * Chevrotain's own way to tell by the next token how a rule goes on, worked out where a text first comes there. To
 * analyse the whole grammar when a parser is made takes as long as to read a short report with it.
 */
export class LazyLookahead extends LLkLookaheadStrategy implements ILookaheadStrategy {
  constructor() {
    super({ maxLookahead: 1 });
  }

  override buildLookaheadForAlternation(
    place: Alternation,
  ): ReturnType<ILookaheadStrategy['buildLookaheadForAlternation']> {
    const build = () => super.buildLookaheadForAlternation(place);
    let choose: ReturnType<typeof build> | undefined;
    // Chevrotain calls it on the parser.
    return function (this: unknown, alternatives) {
      choose ??= build();
      return choose.call(this, alternatives);
    };
  }

  override buildLookaheadForOptional(place: Optional): () => boolean {
    const build = () => super.buildLookaheadForOptional(place);
    let goesIn: (() => boolean) | undefined;
    return function (this: unknown) {
      goesIn ??= build();
      return goesIn.call(this);
    };
  }
}
