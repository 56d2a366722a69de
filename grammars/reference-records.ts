import type { IToken } from 'chevrotain';

/** The name of a body: its first and its last token. */
export interface NameRecord {
  first: IToken;
  last: IToken;
}

/** Whom the text names as issuer. */
export interface IssuerRecord {
  /** của or do; none where the name stands bare. */
  link?: IToken | undefined;
  bodies: NameRecord[];
}

/** One citation: `Kế hoạch số 12/KH-UBND ngày 03/02/2022 của UBND tỉnh`. */
export interface CitationRecord {
  first: IToken;
  type?: IToken | undefined;
  /** A comma or parenthesis between type and number. */
  apart?: IToken | undefined;
  /** The word "số". */
  sign?: IToken | undefined;
  number: IToken;
  /** A date before the number. */
  early?: IToken | undefined;
  /** A parenthesis behind the number, before the citation goes on. */
  aside?: IToken | undefined;
  date?: IToken | undefined;
  issuer?: IssuerRecord | undefined;
  /** A date behind the issuer. */
  lateDate?: IToken | undefined;
}

/** A law cited by name: `Luật Lưu trữ số 01/2011/QH13 ngày 11/11/2011`. */
export interface LawRecord {
  type: IToken;
  name: NameRecord;
  number?: IToken | undefined;
  date?: IToken | undefined;
  issuer?: IssuerRecord | undefined;
  lateDate?: IToken | undefined;
}
