import type { IToken, TokenType } from 'chevrotain';
import { IslandParser } from './island.ts';
import type { IssuerRecord, NameRecord } from './reference-records.ts';
import * as t from './reference-tokens.ts';
import { isFamilyName } from './reference-words.ts';

const nameStarts: TokenType[] = [t.Sector, t.Capital, t.Acronym];
const parts: TokenType[] = [t.Seat, t.Head, t.Position, t.Level, t.Numeral, ...nameStarts];

/** The names of bodies, and how a citation links them to what they issued. */
export abstract class BodyParser extends IslandParser {
  /** The body that is read begins with an office: Chủ tịch UBND xã *Nguyễn Văn Tân* is a person rather than a place. */
  private isOffice = false;

  protected ahead(n: number, types: TokenType[]): boolean {
    return types.includes(this.LA(n).tokenType);
  }

  protected issuerAhead(): boolean {
    if (this.ahead(1, [t.Comma])) return this.ahead(2, [t.Of, t.By]) && this.bodyAhead(3);
    // do huyện Tân Hội ban hành: its verb tells that the place stands for its administration
    if (this.ahead(1, [t.By]) && this.ahead(2, [t.Level])) return true;
    return this.ahead(1, [t.Of, t.By]) ? this.bodyAhead(2) : this.ahead(1, [t.Level]) || this.bodyAhead(1);
  }

  /** liên Bộ alone, without which ones, is no name. */
  protected bodyAhead(n: number): boolean {
    if (this.ahead(n, [t.Jointly])) return this.ahead(n + 1, [t.Sector, ...t.bodyStarts]);
    return this.ahead(n, t.bodyStarts);
  }

  protected readonly issuer = this.RULE('issuer', (): IssuerRecord => {
    this.OPTION2(() => this.CONSUME(t.Comma));
    const link = this.OPTION(() => this.OR([{ ALT: () => this.CONSUME(t.Of) }, { ALT: () => this.CONSUME(t.By) }]));
    return { link, bodies: this.SUBRULE(this.bodies) };
  });

  /** Bộ Nội vụ, Bộ Tài chính; UBND và UBMTTQ thành phố; Bộ Nội vụ - Bộ Tài chính; liên Bộ: Công an, Tài chính, one issuer */
  protected readonly bodies = this.RULE('bodies', (): NameRecord[] => {
    const jointly = this.OPTION(() => this.CONSUME(t.Jointly));
    const list = [this.SUBRULE(this.body)];
    this.MANY({
      GATE: () => this.ahead(2, t.bodyStarts) || (jointly !== undefined && this.ahead(2, [t.Sector])),
      DEF: () => {
        this.OR([
          { ALT: () => this.CONSUME(t.And) },
          { ALT: () => this.CONSUME(t.Comma) },
          { ALT: () => this.CONSUME(t.Dash) },
        ]);
        list.push(this.SUBRULE2(this.body));
      },
    });
    return jointly ? [{ first: jointly, last: (list.at(-1) as NameRecord).last }] : list;
  });

  /** Chủ tịch UBND huyện Tân Hội; Ban Kinh tế và Ngân sách Hội đồng nhân dân tỉnh */
  protected readonly body = this.RULE('body', (): NameRecord => {
    this.isOffice = this.ahead(1, [t.Position]);
    const { first, last: end } = this.SUBRULE(this.part);
    let last = end;
    this.MANY({
      GATE: () => (this.ahead(1, parts) || this.ahead(2, nameStarts)) && !this.isPerson(first),
      DEF: () => {
        this.OPTION(() => this.OR([{ ALT: () => this.CONSUME(t.And) }, { ALT: () => this.CONSUME(t.Dash) }]));
        last = this.SUBRULE2(this.part).last;
      },
    });
    return { first, last };
  });

  /**
   * Whether a personal name follows the name of a body: Giám đốc Sở Nội vụ *Nguyễn Văn Tân* đã ký. A family name with
   * two more syllables is no place, nor is one with another behind a place; Chủ tịch Hồ Chí Minh is a body by himself.
   */
  protected isPerson(first: IToken): boolean {
    if (first.tokenType === t.Position && this.LA(0) === first) return false;
    return this.isFullName() && (this.LA(0).tokenType === t.Capital || this.ahead(3, [t.Capital]));
  }

  protected isFullName(): boolean {
    const [family, given] = [this.LA(1), this.LA(2)];
    if (family.tokenType !== t.Capital || given.tokenType !== t.Capital) return false;
    return isFamilyName(family.image) && given.image !== 'Chí';
  }

  /**
   * Behind the two syllables of a place, or at once behind what no place of three syllables and a family name follows:
   * tỉnh Tân Hội *Nguyễn Văn Tân*, Thủ tướng Chính phủ *Nguyễn Văn Tân*, but huyện Trần Văn Thời.
   */
  protected isPersonAt(place: IToken, syllables: number): boolean {
    if (syllables > 1) return this.isFullName();
    if (syllables || !this.ahead(3, [t.Capital]) || !this.isFullName()) return false;
    return this.isOffice || !/^(?!tỉnh).*ủy$|^(?:thành|thị|huyện|quận|xã|phường|đặc)/.test(place.image.toLowerCase());
  }

  protected readonly part = this.RULE(
    'part',
    (): NameRecord =>
      this.OR([
        { ALT: () => this.SUBRULE(this.placed) },
        { ALT: () => this.SUBRULE(this.ownName) },
        { ALT: () => this.SUBRULE(this.committee) },
        { ALT: () => this.single(this.CONSUME(t.Numeral)) },
        { ALT: () => this.single(this.CONSUME(t.Position)) },
        { ALT: () => this.single(this.CONSUME(t.Sector)) },
        { ALT: () => this.single(this.CONSUME(t.Acronym)) },
      ]),
  );

  /** Ban Chỉ đạo; Ban Chỉ đạo xây dựng nông thôn mới */
  protected readonly committee = this.RULE('committee', (): NameRecord => {
    const first = this.CONSUME(t.Head);
    const task = this.OPTION(() => this.CONSUME(t.Task));
    return { first, last: task ?? first };
  });

  /** Tỉnh ủy Tân Hội, huyện Tân Hội, tỉnh Bà Rịa - Vũng Tàu: behind the capitals of a place stands no small word */
  protected readonly placed = this.RULE('placed', (): NameRecord => {
    const first = this.OR([{ ALT: () => this.CONSUME(t.Seat) }, { ALT: () => this.CONSUME(t.Level) }]);
    let last = first;
    let syllables = 0;
    this.MANY({
      GATE: () => !this.isPersonAt(first, syllables),
      DEF: () => {
        last = this.CONSUME(t.Capital);
        syllables++;
      },
    });
    // A typist's small letter in a place of two syllables: thị xã Tân hội.
    this.OPTION({
      GATE: () => syllables === 1 && !/\s/.test(this.LA(1).image),
      DEF: () => {
        last = this.CONSUME(t.Words);
      },
    });
    return { first, last };
  });

  /** Quản lý dự án đầu tư: small words go on a name behind its one capital, not behind the two of a person or place */
  protected readonly ownName = this.RULE('ownName', (): NameRecord => {
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

  protected single(token: IToken): NameRecord {
    return { first: token, last: token };
  }
}
