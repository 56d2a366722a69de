import { type IToken, Lexer, type TokenType } from 'chevrotain';
import { IslandParser } from './island.ts';
import type { CitationRecord, IssuerRecord, LawRecord, NameRecord } from './reference-records.ts';
import * as t from './reference-tokens.ts';

const nameStarts: TokenType[] = [t.Sector, t.Capital, t.Acronym];
const parts: TokenType[] = [t.Seat, t.Head, t.Position, t.Level, ...nameStarts];
const numbers: TokenType[] = [t.NumberSign, t.Code, t.BareNumber];

/**
 * Rules return records of tokens; what they mean is read in src/recognise. A connector is taken only where what
 * follows completes it: the gates look one or two tokens beyond, since a rule's own lookahead ends at its end.
 */
export class ReferenceParser extends IslandParser {
  constructor(validate = false) {
    super([...new Set([...t.citationTokens, ...t.lawTokens, ...t.bodyTokens])], validate, 1);
    this.performSelfAnalysis();
  }

  private ahead(n: number, types: TokenType[]): boolean {
    return types.includes(this.LA(n).tokenType);
  }

  /** Whether a comma or "và" leads to another citation, rather than back into the sentence. */
  private joins(): boolean {
    let next = 1;
    for (const connector of [t.Comma, t.And, t.Every]) if (this.LA(next).tokenType === connector) next++;
    if (next === 1) return false;
    if (!this.ahead(next, [t.DocType])) return this.ahead(next, numbers);
    return this.ahead(next + 1, numbers) || (this.ahead(next + 1, [t.Of]) && this.ahead(next + 2, t.bodyStarts));
  }

  /** số 5/NQ-HĐND, số 6/NQ-HĐND và Kế hoạch số 7/KH-UBND ngày … của … */
  private readonly citations = this.RULE('citations', (): CitationRecord[] => {
    const list = [this.SUBRULE(this.citation)];
    this.MANY({
      GATE: () => this.joins(),
      DEF: () => {
        this.OPTION(() => this.CONSUME(t.Comma));
        this.OPTION2(() => this.CONSUME(t.And));
        this.OPTION3(() => this.CONSUME(t.Every));
        list.push(this.SUBRULE2(this.citation));
      },
    });
    return list;
  });

  private readonly citation = this.RULE('citation', (): CitationRecord => {
    const type = this.OPTION(() => this.CONSUME(t.DocType));
    // Nghị quyết của HĐND tỉnh số 5/NQ-HĐND
    const before = this.OPTION2({
      GATE: () => this.ahead(1, [t.Of]),
      DEF: () => this.SUBRULE(this.issuer),
    });
    // Kế hoạch: số 5/KH-UBND; Kế hoạch (số 5/KH-UBND)
    this.OPTION3({
      GATE: () => this.ahead(2, numbers),
      DEF: () => this.OR2([{ ALT: () => this.CONSUME(t.Comma) }, { ALT: () => this.CONSUME(t.Open) }]),
    });
    const sign = this.OPTION4(() => this.CONSUME(t.NumberSign));
    const number = this.OR([{ ALT: () => this.CONSUME(t.Code) }, { ALT: () => this.CONSUME(t.BareNumber) }]);
    const date = this.OPTION5(() => this.CONSUME(t.DocDate));
    const after = this.OPTION6({ GATE: () => this.issuerAhead(), DEF: () => this.SUBRULE2(this.issuer) });
    const lateDate = this.OPTION7(() => this.CONSUME2(t.DocDate));
    return { first: type ?? sign ?? number, type, sign, number, date, issuer: before ?? after, lateDate };
  });

  private readonly law = this.RULE('law', (): LawRecord => {
    const type = this.CONSUME(t.LawType);
    const name = this.OR([
      { ALT: () => this.SUBRULE(this.amendment) },
      {
        ALT: () => {
          this.OPTION(() => this.CONSUME(t.About));
          return this.SUBRULE(this.lawName);
        },
      },
    ]);
    const number = this.OPTION2({
      GATE: () => this.ahead(1, [t.Code]) || (this.ahead(1, [t.NumberSign]) && this.ahead(2, [t.Code])),
      DEF: () => {
        this.OPTION3(() => this.CONSUME(t.NumberSign));
        return this.CONSUME(t.Code);
      },
    });
    const date = this.OPTION4(() => this.CONSUME(t.DocDate));
    const issuer = this.OPTION5({ GATE: () => this.issuerAhead(), DEF: () => this.SUBRULE(this.issuer) });
    return { type, name, number, date, issuer };
  });

  /** sửa đổi, bổ sung một số điều của Luật A và Luật B: the name of one law */
  private readonly amendment = this.RULE('amendment', (): NameRecord => {
    const first = this.CONSUME(t.Amending);
    let last = this.SUBRULE(this.amended);
    this.MANY({
      GATE: () => this.ahead(2, [t.LawType]) || (this.ahead(2, [t.And]) && this.ahead(3, [t.LawType])),
      DEF: () => {
        this.OPTION(() => this.CONSUME(t.Comma));
        this.OPTION2(() => this.CONSUME(t.And));
        last = this.SUBRULE2(this.amended);
      },
    });
    return { first, last };
  });

  private readonly amended = this.RULE('amended', (): IToken => {
    this.OPTION(() => this.CONSUME(t.Every));
    this.CONSUME(t.LawType);
    return this.SUBRULE(this.lawName).last;
  });

  private readonly lawName = this.RULE(
    'lawName',
    (): NameRecord =>
      this.OR([
        { ALT: () => this.single(this.CONSUME(t.LawName)) },
        { ALT: () => this.single(this.CONSUME(t.Acronym)) },
        { ALT: () => this.single(this.CONSUME(t.Sector)) },
        { ALT: () => this.SUBRULE(this.ownName) },
      ]),
  );

  private issuerAhead(): boolean {
    if (this.ahead(1, [t.Comma])) return this.ahead(2, [t.Of]) && this.ahead(3, t.bodyStarts);
    return this.ahead(1, [t.Of, t.By]) ? this.ahead(2, t.bodyStarts) : this.ahead(1, [t.Level, ...t.bodyStarts]);
  }

  private readonly issuer = this.RULE('issuer', (): IssuerRecord => {
    this.OPTION2(() => this.CONSUME(t.Comma));
    const link = this.OPTION(() => this.OR([{ ALT: () => this.CONSUME(t.Of) }, { ALT: () => this.CONSUME(t.By) }]));
    return { link, bodies: this.SUBRULE(this.bodies) };
  });

  /** Bộ Nội vụ, Bộ Tài chính; UBND và UBMTTQ thành phố; liên Bộ: Công an, Tài chính, which is one issuer */
  private readonly bodies = this.RULE('bodies', (): NameRecord[] => {
    const jointly = this.OPTION(() => this.CONSUME(t.Jointly));
    const list = [this.SUBRULE(this.body)];
    this.MANY({
      GATE: () => this.ahead(2, t.bodyStarts) || (jointly !== undefined && this.ahead(2, [t.Sector])),
      DEF: () => {
        this.OR([{ ALT: () => this.CONSUME(t.And) }, { ALT: () => this.CONSUME(t.Comma) }]);
        list.push(this.SUBRULE2(this.body));
      },
    });
    return jointly ? [{ first: jointly, last: (list.at(-1) as NameRecord).last }] : list;
  });

  /** Chủ tịch UBND huyện Tân Hội; Ban Kinh tế và Ngân sách Hội đồng nhân dân tỉnh */
  private readonly body = this.RULE('body', (): NameRecord => {
    const { first, last: end } = this.SUBRULE(this.part);
    let last = end;
    this.MANY({
      GATE: () => this.ahead(1, parts) || this.ahead(2, nameStarts),
      DEF: () => {
        this.OPTION(() => this.OR([{ ALT: () => this.CONSUME(t.And) }, { ALT: () => this.CONSUME(t.Dash) }]));
        last = this.SUBRULE2(this.part).last;
      },
    });
    return { first, last };
  });

  private readonly part = this.RULE(
    'part',
    (): NameRecord =>
      this.OR([
        { ALT: () => this.SUBRULE(this.placed) },
        { ALT: () => this.SUBRULE(this.ownName) },
        { ALT: () => this.single(this.CONSUME(t.Head)) },
        { ALT: () => this.single(this.CONSUME(t.Position)) },
        { ALT: () => this.single(this.CONSUME(t.Sector)) },
        { ALT: () => this.single(this.CONSUME(t.Acronym)) },
      ]),
  );

  /** Tỉnh ủy Tân Hội, huyện Tân Hội, tỉnh Bà Rịa - Vũng Tàu: behind the capitals of a place stands no small word */
  private readonly placed = this.RULE('placed', (): NameRecord => {
    const first = this.OR([{ ALT: () => this.CONSUME(t.Seat) }, { ALT: () => this.CONSUME(t.Level) }]);
    let last = first;
    this.MANY(() => {
      last = this.CONSUME(t.Capital);
    });
    // A typist's small letter in a place of two syllables: thị xã Tân hội.
    this.OPTION({
      GATE: () => last !== first && !/\s/.test(this.LA(1).image),
      DEF: () => {
        last = this.CONSUME(t.Words);
      },
    });
    return { first, last };
  });

  /** Quản lý dự án đầu tư: small words go on a name behind its one capital, not behind the two of a person or place */
  private readonly ownName = this.RULE('ownName', (): NameRecord => {
    const first = this.CONSUME(t.Capital);
    let last = first;
    this.OR([
      {
        ALT: () =>
          this.AT_LEAST_ONE(() => {
            last = this.CONSUME2(t.Capital);
          }),
      },
      {
        ALT: () => {
          last = this.CONSUME(t.Words);
        },
      },
      { ALT: () => undefined },
    ]);
    return { first, last };
  });

  private single(token: IToken): NameRecord {
    return { first: token, last: token };
  }

  readCitations = (tokens: IToken[]): CitationRecord[] | null => this.run(this.citations, tokens);
  readLaw = (tokens: IToken[]): LawRecord | null => this.run(this.law, tokens);
  readBodies = (tokens: IToken[]): NameRecord[] | null => this.run(this.bodies, tokens);
}

/**
 * A lexer that stops where its vocabulary ends. Chevrotain's analysis of first characters takes longer than the
 * whole program may (its parser of patterns is slow on phrase tables), so it is left out: `safeMode`.
 */
export const island = (tokens: TokenType[], validate = false): Lexer =>
  new Lexer(tokens, {
    positionTracking: 'onlyOffset',
    recoveryEnabled: false,
    safeMode: true,
    skipValidations: !validate,
  });
