/*
 * The syntax of RTF 1.9.1: groups in braces, control words (`\par`, `\u7911`), control symbols (`\~`), bytes in
 * hexadecimal (`\'e0`), and bytes of text. No npm package for it is kept; it is small.
 */

/** Takes what a file consists of, in order. */
export interface Handler {
  open(): void;
  close(): void;
  /** A control word, with its number or `null`. */
  word(name: string, value: number | null): void;
  /** A control symbol: the character behind the backslash. */
  symbol(character: string): void;
  /** Bytes of text, from start to end. */
  text(start: number, end: number): void;
  /** A byte written in hexadecimal. */
  byte(value: number): void;
}

/** Lets the tokenizer jump. */
export interface Cursor {
  at: number;
}

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const MINUS = 0x2d;
const QUOTE = 0x27;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Word's limits; longer ones are not RTF. */
const MAX_WORD = 32;
const MAX_DIGITS = 10;

/** Hands all of a file to the handler, which may move the cursor; `\bin` data are left out. */
export function tokenize(file: Buffer, cursor: Cursor, handler: Handler): void {
  while (cursor.at < file.length) {
    const code = file[cursor.at]!;
    if (code === OPEN) {
      cursor.at++;
      handler.open();
    } else if (code === CLOSE) {
      cursor.at++;
      handler.close();
    } else if (code === BACKSLASH) control(file, cursor, handler);
    else if (code === LINE_FEED || code === RETURN || code === 0) cursor.at++;
    else textRun(file, cursor, handler);
  }
}

function textRun(file: Buffer, cursor: Cursor, handler: Handler): void {
  const start = cursor.at;
  let at = start;
  for (; at < file.length; at++) {
    const code = file[at]!;
    if (code === OPEN || code === CLOSE || code === BACKSLASH || code === LINE_FEED || code === RETURN || code === 0)
      break;
  }
  cursor.at = at;
  handler.text(start, at);
}

function control(file: Buffer, cursor: Cursor, handler: Handler): void {
  const start = cursor.at + 1;
  const code = file[start];
  if (code === undefined) cursor.at = file.length;
  else if (isLetter(code)) controlWord(file, start, cursor, handler);
  else if (code === QUOTE) {
    cursor.at = start + 3;
    const value = Number.parseInt(file.toString('latin1', start + 1, start + 3), 16);
    if (!Number.isNaN(value)) handler.byte(value);
  } else {
    cursor.at = start + 1;
    handler.symbol(String.fromCharCode(code));
  }
}

function controlWord(file: Buffer, start: number, cursor: Cursor, handler: Handler): void {
  let at = start + 1;
  while (at < file.length && at < start + MAX_WORD && isLetter(file[at]!)) at++;
  const name = file.toString('latin1', start, at);
  const value = readNumber(file, at);
  at = value.end;
  if (file[at] === SPACE) at++;
  if (name === 'bin') {
    cursor.at = at + Math.max(0, value.number ?? 0);
    return;
  }
  cursor.at = at;
  handler.word(name, value.number);
}

function readNumber(file: Buffer, start: number): { number: number | null; end: number } {
  const negative = file[start] === MINUS && isDigit(file[start + 1] ?? 0);
  let at = negative ? start + 1 : start;
  const first = at;
  let number = 0;
  while (at < first + MAX_DIGITS && isDigit(file[at] ?? 0)) number = number * 10 + file[at++]! - 0x30;
  return at === first ? { number: null, end: start } : { number: negative ? -number : number, end: at };
}

/**
 * Where the group ends in which `start` stands: the offset of its closing brace, or the end of the file. Pictures are
 * most of a file, so what is not read is passed over without taking it apart.
 */
export function endOfGroup(file: Buffer, start: number): number {
  let depth = 0;
  for (let at = start; at < file.length; at++) {
    const code = file[at]!;
    if (code === OPEN) depth++;
    else if (code === CLOSE && depth-- === 0) return at;
    else if (code === BACKSLASH) at = passEscape(file, at);
  }
  return file.length;
}

/** The last byte of what a backslash starts: an escaped brace, or binary data, which may hold braces. */
function passEscape(file: Buffer, at: number): number {
  const isBinary = file[at + 1] === 0x62 && file[at + 2] === 0x69 && file[at + 3] === 0x6e;
  if (!isBinary || isLetter(file[at + 4] ?? 0)) return at + 1;
  const { number, end } = readNumber(file, at + 4);
  return number === null || number < 0 ? at + 1 : end + number;
}
