import { type IToken, Lexer, type TokenType } from 'chevrotain';
import { BodyParser } from './reference-bodies.ts';
import type { CitationRecord, LawRecord, NameRecord } from './reference-records.ts';
import * as t from './reference-tokens.ts';

const numbers: TokenType[] = [t.NumberSign, t.Code, t.BareNumber];

/**
 * Rules return records of tokens; what they mean is read in src/recognise. A connector is taken only where what
 * follows completes it: the gates look one or two tokens beyond, since a rule's own lookahead ends at its end.
 */
export class ReferenceParser extends BodyParser {
  constructor(validate = false) {
    super([...new Set([...t.citationTokens, ...t.lawTokens, ...t.bodyTokens])], validate);
    this.performSelfAnalysis();
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

  /** Quyết định *ngày 12/3/2021* số 5/QĐ-UBND, Quyết định *ngày 12/3/2021 của UBND tỉnh* số 5/QĐ-UBND */
  private readonly dated = this.RULE('dated', (): Pick<CitationRecord, 'date' | 'issuer'> => {
    const date = this.CONSUME(t.DocDate);
    const issuer = this.OPTION({
      GATE: () => this.ahead(1, [t.Of]) && this.bodyAhead(2),
      DEF: () => this.SUBRULE(this.issuer),
    });
    return { date, issuer };
  });

  private readonly dateBehind = this.RULE('dateBehind', (): Pick<CitationRecord, 'aside' | 'date'> => {
    const aside = this.OPTION(() => this.CONSUME(t.Aside));
    const date = this.OPTION2(() => this.CONSUME(t.DocDate));
    this.OPTION3(() => this.CONSUME(t.PartDate));
    return { aside, date };
  });

  private readonly citation = this.RULE('citation', (): CitationRecord => {
    const type = this.OPTION(() => this.CONSUME(t.DocType));
    // Nghị quyết của HĐND tỉnh số 5/NQ-HĐND, Thông tư liên tịch Bộ Nội vụ và Bộ Tài chính số 6/TTLT-BNV-BTC
    const before = this.OPTION2({
      GATE: () => this.ahead(1, [t.Of]) || (issuable(type) && !this.ahead(1, [t.Acronym]) && this.bodyAhead(1)),
      DEF: () => this.SUBRULE(this.issuer),
    });
    const early = this.OPTION1({
      GATE: () => type !== undefined && this.numberBehindDate(),
      DEF: () => this.SUBRULE(this.dated),
    });
    // Kế hoạch: số 5/KH-UBND; Kế hoạch (số 5/KH-UBND)
    const apart = this.OPTION3({
      GATE: () => this.ahead(2, numbers),
      DEF: () => this.OR2([{ ALT: () => this.CONSUME(t.Comma) }, { ALT: () => this.CONSUME(t.Open) }]),
    });
    const sign = this.OPTION4(() => this.CONSUME(t.NumberSign));
    const number = this.OR([{ ALT: () => this.CONSUME(t.Code) }, { ALT: () => this.CONSUME(t.BareNumber) }]);
    const { aside, date } = this.SUBRULE(this.dateBehind) ?? {};
    const after = this.OPTION6({ GATE: () => this.issuerAhead(), DEF: () => this.SUBRULE2(this.issuer) });
    const lateDate = this.OPTION7(() => this.CONSUME2(t.DocDate));
    // số 5/NQ-HĐND tỉnh ngày 07/12/2021 của HĐND tỉnh
    const later = this.OPTION8({
      GATE: () => lateDate !== undefined && this.ahead(1, [t.Of]) && this.bodyAhead(2),
      DEF: () => this.SUBRULE3(this.issuer),
    });
    return {
      first: type ?? sign ?? number,
      type,
      apart,
      sign,
      number,
      early: early?.date,
      aside,
      date,
      issuer: later ?? before ?? early?.issuer ?? after,
      lateDate,
    };
  });

  private numberBehindDate(): boolean {
    const next = this.ahead(2, [t.Comma]) ? 3 : 2;
    return this.ahead(next, [t.NumberSign]) || (this.ahead(2, [t.Of]) && this.bodyAhead(3));
  }

  private codeAhead(n: number, form = /./): boolean {
    const code = this.ahead(n, [t.NumberSign]) ? n + 1 : n;
    return this.ahead(code, [t.Code]) && form.test(this.LA(code).image);
  }

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
    this.OPTION7(() => this.CONSUME(t.Amended));
    const number = this.OPTION2({
      GATE: () => this.codeAhead(1) || (this.ahead(1, [t.Comma, t.Open]) && this.codeAhead(2, /QH/)),
      DEF: () => {
        // Luật Lưu trữ, số 5/2011/QH13; Luật Lưu trữ (số 5/2011/QH13)
        this.OPTION8(() => this.OR2([{ ALT: () => this.CONSUME(t.Comma) }, { ALT: () => this.CONSUME(t.Open) }]));
        this.OPTION3(() => this.CONSUME(t.NumberSign));
        return this.CONSUME(t.Code);
      },
    });
    const date = this.OPTION4(() => this.CONSUME(t.DocDate));
    const issuer = this.OPTION5({ GATE: () => this.issuerAhead(), DEF: () => this.SUBRULE(this.issuer) });
    const lateDate = this.OPTION6(() => this.CONSUME2(t.DocDate));
    return { type, name, number, date, issuer, lateDate };
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

  /** Luật Doanh nghiệp; a law on the organization of bodies whose short names are unknown: Luật Tổ chức HDND và UBND */
  private readonly sectorName = this.RULE('sectorName', (): NameRecord => {
    const first = this.CONSUME(t.Sector);
    let last = first;
    this.OPTION(() => {
      last = this.CONSUME(t.Acronym);
      this.OPTION2({
        GATE: () => this.ahead(2, [t.Acronym, t.Seat]),
        DEF: () => {
          this.CONSUME(t.And);
          last = this.OR([{ ALT: () => this.CONSUME2(t.Acronym) }, { ALT: () => this.CONSUME(t.Seat) }]);
        },
      });
    });
    return { first, last };
  });

  private readonly lawName = this.RULE(
    'lawName',
    (): NameRecord =>
      this.OR([
        { ALT: () => this.single(this.CONSUME(t.LawName)) },
        { ALT: () => this.single(this.CONSUME(t.Acronym)) },
        { ALT: () => this.SUBRULE(this.sectorName) },
        { ALT: () => this.SUBRULE(this.ownName) },
      ]),
  );

  readCitations = (tokens: IToken[]): CitationRecord[] | null => this.run(this.citations, tokens);
  readLaw = (tokens: IToken[]): LawRecord | null => this.run(this.law, tokens);
  readBodies = (tokens: IToken[]): NameRecord[] | null => this.run(this.bodies, tokens);
}

/** Whether a body right behind a type can be its issuer: Luật Thư viện is a law's name. */
const issuable = (type: IToken | undefined): boolean => type !== undefined && !/luật|pháp lệnh/i.test(type.image);

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
