/** A phrase found in a text. */
export interface Found {
  index: number;
  /** Length in the text, which may have wider spaces than the phrase. */
  length: number;
}

/**
 * A set of phrases, found as whole words in any case, over any white space (markup signs included), with any dash
 * and either place of the tone mark (hòa, hoà). Not regular expressions: a large alternation takes some milliseconds
 * to compile, and the command has few.
 */
export interface Phrases {
  /** Length of the longest phrase that begins at an offset, 0 where none does. */
  at(text: string, offset?: number): number;
  /** Whether a text is one of the phrases. */
  whole(text: string): boolean;
  /** Whether a text ends in one of the phrases. */
  ends(text: string): boolean;
  /** The first phrase at or behind an offset. */
  find(text: string, offset?: number): Found | null;
  /** All phrases, from left to right, none inside another. */
  all(text: string): Found[];
}

/** Older spelling puts the tone mark of these pairs on the second vowel: hoà, uỷ. */
const olderTone = /o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]/g;
const newerTone = new Map(
  'oàòa oáóa oảỏa oãõa oạọa oèòe oéóe oẻỏe oẽõe oẹọe uỳùy uýúy uỷủy uỹũy uỵụy'
    .split(' ')
    .map((pair) => [pair.slice(0, 2), pair.slice(2)] as const),
);

let lastText = '';
let lastFold = '';

/**
 * Lower case, as long as the text, for patterns without the flag `i`: with it, and with `u`, they take many times
 * longer to compile.
 */
export function lower(text: string): string {
  const lowered = text.toLowerCase();
  // Only İ grows in lower case.
  return lowered.length === text.length ? lowered : text.replaceAll('İ', 'I').toLowerCase();
}

/** Lower case and one place of the tone mark; as long as the text. Remembers the last text: tables ask in turn. */
export function fold(text: string): string {
  if (text === lastText) return lastFold;
  lastText = text;
  lastFold = lower(text).replace(olderTone, (pair) => newerTone.get(pair) ?? pair);
  return lastFold;
}

const isSpace = (code: number): boolean =>
  code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || (code >= 0x2000 && code <= 0x200a);
const isDash = (code: number): boolean => code === 0x2d || (code >= 0x2010 && code <= 0x2015);
const isSpaceOrDash = (code: number): boolean => isSpace(code) || isDash(code);
/** Letters and digits of a folded text: a-z, à-ỹ, 0-9. */
const isWord = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0xe0 && code <= 0x1ef9) || (code >= 0x30 && code <= 0x39);

function skip(text: string, from: number, test: (code: number) => boolean): number {
  let at = from;
  while (at < text.length && test(text.charCodeAt(at))) at++;
  return at;
}

/** The end of a word of a folded text; as isWord has it, told here at once. */
function wordFrom(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!((code >= 0x61 && code <= 0x7a) || (code >= 0xe0 && code <= 0x1ef9) || (code >= 0x30 && code <= 0x39))) break;
  }
  return at;
}

/** End of a folded phrase that begins at an offset of a folded text, -1 where it does not. */
function endOf(phrase: string, text: string, offset: number): number {
  let at = offset;
  for (let n = 0; n < phrase.length; n++) {
    const code = phrase.charCodeAt(n);
    if (code === 0x20) {
      const next = skip(text, at, isSpace);
      if (next === at) return -1;
      at = next;
    } else if (code === 0x2d) {
      at = skip(text, at, isSpace);
      if (!isDash(text.charCodeAt(at))) return -1;
      at = skip(text, at + 1, isSpaceOrDash);
    } else if (text.charCodeAt(at) !== code) return -1;
    else at++;
  }
  return isWord(phrase.charCodeAt(phrase.length - 1)) && isWord(text.charCodeAt(at)) ? -1 : at;
}

/** By the first word of each phrase, the longest phrase first. */
function indexOf(forms: readonly string[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const form of forms) {
    const phrase = fold(form).replace(/\s*[-–—]\s*/g, '-');
    const first = phrase.slice(0, wordFrom(phrase, 0));
    const same = index.get(first);
    if (same) same.push(phrase);
    else index.set(first, [phrase]);
  }
  for (const same of index.values()) if (same.length > 1) same.sort((a, b) => b.length - a.length);
  return index;
}

/** Makes a set of phrases; its index is built when it is first asked. */
export function phrases(forms: readonly string[]): Phrases {
  let index: Map<string, string[]> | undefined;
  const at = (text: string, offset = 0): number => {
    const folded = fold(text);
    if (offset > 0 && isWord(folded.charCodeAt(offset - 1))) return 0;
    index ??= indexOf(forms);
    for (const phrase of index.get(folded.slice(offset, wordFrom(folded, offset))) ?? []) {
      const end = endOf(phrase, folded, offset);
      if (end > 0) return end - offset;
    }
    return 0;
  };
  const find = (text: string, offset = 0): Found | null => {
    const folded = fold(text);
    for (let start = offset; start < folded.length; ) {
      while (start < folded.length && !isWord(folded.charCodeAt(start))) start++;
      const length = at(text, start);
      if (length) return { index: start, length };
      start = wordFrom(folded, start);
    }
    return null;
  };
  return {
    at,
    find,
    whole: (text) => text !== '' && at(text) === text.length,
    ends: (text) => {
      // Phrases that end a text are short: only its last words can begin one.
      for (let start = Math.max(0, text.length - 40); start < text.length; start++)
        if (at(text, start) === text.length - start) return true;
      return false;
    },
    all: (text) => {
      const found: Found[] = [];
      for (let next = find(text); next; next = find(text, next.index + next.length)) found.push(next);
      return found;
    },
  };
}
