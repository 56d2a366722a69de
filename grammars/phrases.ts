/**
 * Phrases of the lexicon as a tree of words: one walk finds the longest phrase that begins, or ends, at an offset.
 * Case, the kind of white space (also {@link FILLER}) and the two ways to write tones and i/y (hoà/hòa, sỹ/sĩ) do
 * not matter. Signs such as "-" and "%" are words of one character.
 *
 * The tree grows where it is walked: of most phrases a text needs no more than the first word.
 */
export interface PhraseTree<T> {
  next: Map<string, PhraseTree<T>> | null;
  value: T | undefined;
  /** Phrases that go on behind this node and stand in no branch yet. */
  rest: Remainder<T>[] | null;
  backward: boolean;
}

/** A phrase in small letters, what it stands for, and the offset up to which the tree holds it. */
interface Remainder<T> {
  phrase: string;
  value: T;
  at: number;
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

/**
 * What has more letters is no word of any language. It is cut there, since a text of one such word would otherwise be
 * gone through again at each digit in it.
 */
const MAX_WORD = 64;

/** The end of the word (or sign) that begins at `at`; `at` itself at the end of the text or before white space. */
export function wordEnd(text: string, at: number): number {
  let end = at;
  const last = Math.min(text.length, at + MAX_WORD);
  while (end < last && isWordCode(text.charCodeAt(end))) end++;
  return end === at && at < text.length && !isSpaceCode(text.charCodeAt(at)) ? at + 1 : end;
}

/** The start of the word (or sign) that ends at `at`. */
export function wordStart(text: string, at: number): number {
  let start = at;
  const first = Math.max(0, at - MAX_WORD);
  while (start > first && isWordCode(text.charCodeAt(start - 1))) start--;
  return start === at && at > 0 && !isSpaceCode(text.charCodeAt(at - 1)) ? at - 1 : start;
}

/** A word as it is looked up. Most are in small letters, and to lower those would cost more than to look them up. */
function wordAt(text: string, start: number, end: number): string {
  const word = text.slice(start, end);
  // "kV" and "kWh" begin small: the second letter tells.
  const small = isSmallCode(text.charCodeAt(start)) && (end - start < 2 || isSmallCode(text.charCodeAt(start + 1)));
  return canonical(small ? word : word.toLowerCase());
}

/** Whether a UTF-16 code is a small Vietnamese letter: in the blocks beyond Latin-1 they are the odd ones, but for ư. */
function isSmallCode(code: number): boolean {
  if (code < 0x80) return code >= 97 && code <= 122;
  if (code < 0x100) return code >= 0xe0;
  return code === 0x1b0 || ((code & 1) === 1 && code !== 0x1af);
}

/** Builds a tree from phrases and what they stand for; the first entry of a phrase wins. */
export function phraseTree<T>(entries: Iterable<readonly [phrase: string, value: T]>, backward = false): PhraseTree<T> {
  const tree = emptyTree<T>(backward);
  for (const entry of entries) plant(tree, entry[0].toLowerCase(), entry[1], backward ? entry[0].length : 0);
  return tree;
}

const emptyTree = <T>(backward: boolean): PhraseTree<T> => ({ next: null, value: undefined, rest: null, backward });

/** Lays a phrase down at the node that stands for it up to `at`. */
function plant<T>(tree: PhraseTree<T>, phrase: string, value: T, at: number): void {
  if (at === (tree.backward ? 0 : phrase.length)) tree.value ??= value;
  else if (tree.rest) tree.rest.push({ phrase, value, at });
  else tree.rest = [{ phrase, value, at }];
}

/** Moves what is laid down at a node one word on, into branches. */
function grow<T>(tree: PhraseTree<T>, rest: Remainder<T>[]): void {
  const { backward } = tree;
  const next = new Map<string, PhraseTree<T>>();
  for (const { phrase, value, at } of rest) {
    const to = backward ? wordStart(phrase, at) : wordEnd(phrase, at);
    const word = canonical(backward ? phrase.slice(to, at) : phrase.slice(at, to));
    let child = next.get(word);
    if (!child) next.set(word, (child = emptyTree(backward)));
    plant(child, phrase, value, backward ? skipSpacesBack(phrase, to) : skipSpaces(phrase, to));
  }
  tree.next = next;
  tree.rest = null;
}

/** The branch of a word. */
function branch<T>(tree: PhraseTree<T>, word: string): PhraseTree<T> | undefined {
  if (tree.rest) grow(tree, tree.rest);
  return tree.next?.get(word);
}

/** The longest phrase that begins at `at`; `edge` is its end. */
export function phraseAt<T>(tree: PhraseTree<T>, text: string, at: number): PhraseMatch<T> | null {
  let found: PhraseMatch<T> | null = null;
  let node: PhraseTree<T> | undefined = tree;
  for (let start = at; ; ) {
    const end = wordEnd(text, start);
    if (end === start) return found;
    const whole: PhraseTree<T> | undefined = branch(node, wordAt(text, start, end));
    const glued: PhraseMatch<PhraseTree<T>> | null =
      whole || node === tree ? null : firstOfGlued(node, text, start, end);
    node = whole ?? glued?.value;
    if (!node) return found;
    if (whole?.value !== undefined) found = { edge: end, value: whole.value };
    if (!node.next && !node.rest) return found;
    start = glued ? glued.edge : skipSpaces(text, end);
  }
}

/** Two vowels apart in one word: Vietnamese writes each syllable by itself, so a space was lost. */
const twoSyllables =
  /[aeiouyăâêôơưà-ãè-êìíò-õùúýạ-ỹĩũ][^aeiouyăâêôơưà-ãè-êìíò-õùúýạ-ỹĩũ]+[aeiouyăâêôơưà-ãè-êìíò-õùúýạ-ỹĩũ]/iu;

/** The first word of two that a lost space has glued, where the phrase goes on with it: Ủy ban *nhân*dân. */
function firstOfGlued<T>(
  node: PhraseTree<T>,
  text: string,
  start: number,
  end: number,
): PhraseMatch<PhraseTree<T>> | null {
  if (end - start < 5 || !twoSyllables.test(text.slice(start, end))) return null;
  for (let edge = end - 2; edge > start + 1; edge--) {
    const value = branch(node, wordAt(text, start, edge));
    if (value) return { edge, value };
  }
  return null;
}

/** The longest phrase that ends before `at`, with nothing but white space between; `edge` is its start. */
export function phraseBefore<T>(tree: PhraseTree<T>, text: string, at: number): PhraseMatch<T> | null {
  let found: PhraseMatch<T> | null = null;
  let node: PhraseTree<T> | undefined = tree;
  for (let end = skipSpacesBack(text, at); ; ) {
    const start = wordStart(text, end);
    if (start === end) return found;
    node = branch(node, wordAt(text, start, end));
    if (!node) return found;
    if (node.value !== undefined) found = { edge: start, value: node.value };
    if (!node.next && !node.rest) return found;
    end = skipSpacesBack(text, start);
  }
}

// The old place of the tone mark and the new one, in open syllables: hoà/hòa, khoẻ/khỏe, uỷ/ủy (but quý).
const toned = new Map(
  'oàòa oáóa oảỏa oãõa oạọa oèòe oéóe oẻỏe oẽõe oẹọe uỳùy uýúy uỷủy uỹũy uỵụy'
    .split(' ')
    .map((pair) => [pair.slice(0, 2), pair.slice(2)]),
);
const y = 'yỳýỷỹỵ';
const i = 'iìíỉĩị';
/** Letters after which a final y is but another way to write i: bác sỹ, kỹ sư, tỷ. */
const softened = 'hklmst';

/** One spelling for the ways a word may be written; most words end in a letter that leaves no choice. */
function canonical(word: string): string {
  const last = word.charCodeAt(word.length - 1);
  if (last < 0x80 && last !== 0x79) return word;
  const pair = toned.get(word.slice(-2));
  if (pair && !(word.at(-3) === 'q')) return word.slice(0, -2) + pair;
  const tone = softened.includes(word.charAt(word.length - 2)) ? y.indexOf(word.charAt(word.length - 1)) : -1;
  return tone < 0 ? word : word.slice(0, -1) + i.charAt(tone);
}
