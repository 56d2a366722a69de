/**
 * Phrases of the lexicon as a tree of words: one walk finds the longest phrase that begins, or ends, at an offset.
 * Case, the kind of white space (also {@link FILLER}) and the two ways to write tones and i/y (hoà/hòa, sỹ/sĩ) do
 * not matter. Signs such as "-" and "%" are words of one character.
 */
export interface PhraseTree<T> {
  next: Map<string, PhraseTree<T>>;
  value: T | undefined;
}

/** A phrase found: where it begins or ends (an offset into the text), and what it stands for. */
export interface PhraseMatch<T> {
  edge: number;
  value: T;
}

/** Whether a UTF-16 code is part of a word: letters, digits, and ² ³ ° of units. */
export function isWordCode(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
  if (code < 0xc0) return code === 0xb0 || code === 0xb2 || code === 0xb3;
  return code < 0x370 ? code !== 0xd7 && code !== 0xf7 : code >= 0x1e00 && code < 0x1f00;
}

/** Whether a UTF-16 code is white space, a line break or a {@link FILLER}. */
export const isSpaceCode = (code: number): boolean =>
  code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || (code >= 0x2000 && code <= 0x200b);

/** The first offset from `at` on that is no white space. */
export function skipSpaces(text: string, at: number): number {
  while (at < text.length && isSpaceCode(text.charCodeAt(at))) at++;
  return at;
}

/** The offset behind the last character before `at` that is no white space. */
export function skipSpacesBack(text: string, at: number): number {
  while (at > 0 && isSpaceCode(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The end of the word (or sign) that begins at `at`; `at` itself at the end of the text or before white space. */
export function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isWordCode(text.charCodeAt(end))) end++;
  return end === at && at < text.length && !isSpaceCode(text.charCodeAt(at)) ? at + 1 : end;
}

/** The start of the word (or sign) that ends at `at`. */
export function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && isWordCode(text.charCodeAt(start - 1))) start--;
  return start === at && at > 0 && !isSpaceCode(text.charCodeAt(at - 1)) ? at - 1 : start;
}

/** Builds a tree from phrases and what they stand for; the first entry of a phrase wins. */
export function phraseTree<T>(entries: Iterable<readonly [phrase: string, value: T]>, backward = false): PhraseTree<T> {
  const tree: PhraseTree<T> = { next: new Map(), value: undefined };
  for (const [phrase, value] of entries)
    for (const spelling of spellings(phrase)) {
      const words = split(spelling);
      let node = tree;
      for (const word of backward ? words.reverse() : words) {
        let child = node.next.get(word);
        if (!child) node.next.set(word, (child = { next: new Map(), value: undefined }));
        node = child;
      }
      node.value ??= value;
    }
  return tree;
}

/** The longest phrase that begins at `at`; `edge` is its end. */
export function phraseAt<T>(tree: PhraseTree<T>, text: string, at: number): PhraseMatch<T> | null {
  let found: PhraseMatch<T> | null = null;
  let node: PhraseTree<T> | undefined = tree;
  for (let start = at; ; ) {
    const end = wordEnd(text, start);
    if (end === start) return found;
    node = node.next.get(text.slice(start, end).toLowerCase());
    if (!node) return found;
    if (node.value !== undefined) found = { edge: end, value: node.value };
    if (node.next.size === 0) return found;
    start = skipSpaces(text, end);
  }
}

/** The longest phrase that ends before `at`, with nothing but white space between; `edge` is its start. */
export function phraseBefore<T>(tree: PhraseTree<T>, text: string, at: number): PhraseMatch<T> | null {
  let found: PhraseMatch<T> | null = null;
  let node: PhraseTree<T> | undefined = tree;
  for (let end = skipSpacesBack(text, at); ; ) {
    const start = wordStart(text, end);
    if (start === end) return found;
    node = node.next.get(text.slice(start, end).toLowerCase());
    if (!node) return found;
    if (node.value !== undefined) found = { edge: start, value: node.value };
    if (node.next.size === 0) return found;
    end = skipSpacesBack(text, start);
  }
}

function split(phrase: string): string[] {
  const words: string[] = [];
  for (let at = 0; at < phrase.length; ) {
    const end = wordEnd(phrase, at);
    words.push(phrase.slice(at, end).toLowerCase());
    at = skipSpaces(phrase, end);
  }
  return words;
}

// The new and the old place of the tone mark in an open syllable: hòa/hoà, khỏe/khoẻ, ủy/uỷ (not after q: quý).
const tones = /òa|óa|ỏa|õa|ọa|òe|óe|ỏe|õe|ọe|(?<!q)(?:ùy|úy|ủy|ũy|ụy)/gu;
const old: Record<string, string> = {
  ...{ òa: 'oà', óa: 'oá', ỏa: 'oả', õa: 'oã', ọa: 'oạ', òe: 'oè', óe: 'oé', ỏe: 'oẻ', õe: 'oẽ', ọe: 'oẹ' },
  ...{ ùy: 'uỳ', úy: 'uý', ủy: 'uỷ', ũy: 'uỹ', ụy: 'uỵ' },
};

// Final i may be written y after h, k, l, m, s, t: kĩ sư/kỹ sư, bác sĩ/bác sỹ, tỉ/tỷ.
const finalY = /(?<=(?:^|[^\p{L}])[hklmst])[iìíỉĩị](?![\p{L}])/gu;
const finalI = /(?<=(?:^|[^\p{L}])[hklmst])[yỳýỷỹỵ](?![\p{L}])/gu;
const swap = (from: string, to: string) => (letter: string) => to[from.indexOf(letter)] ?? letter;

/** The ways a phrase may be spelled. */
function spellings(phrase: string): Set<string> {
  const plain = phrase.toLowerCase();
  const all = new Set([plain]);
  for (const form of [plain, plain.replace(tones, (tone) => old[tone] ?? tone)]) {
    all.add(form);
    all.add(form.replace(finalY, swap('iìíỉĩị', 'yỳýỷỹỵ')));
    all.add(form.replace(finalI, swap('yỳýỷỹỵ', 'iìíỉĩị')));
  }
  return all;
}
