/**
 * Phrases of the lexicon as a tree of words: one walk finds the longest phrase that begins, or ends, at an offset.
 * Case, the kind of white space (also {@link FILLER}) and the two ways to write tones and i/y (hoà/hòa, sỹ/sĩ) do
 * not matter. Signs such as "-" and "%" are words of one character.
 *
 * The tree grows where it is walked: of most phrases a text needs no more than the first word. What has not grown yet
 * is a list of phrases, held in arrays of numbers, since thousands of small objects would take longer to make than a
 * short report to read.
 */
export interface PhraseTree<T> {
  /** In small letters once the tree has a root. */
  phrases: string[];
  /** What each phrase stands for. */
  values: T[];
  backward: boolean;
  /** The offset in each phrase up to which the tree holds it, once it has a node for its words. */
  held: number[];
  /** For each phrase the next one of its list, -1 behind the last. */
  following: number[];
  root: Node | null;
}

interface Node {
  /** The phrase that ends here, -1 where none does. */
  phrase: number;
  /** The first of the phrases that go on and stand in no branch yet, -1 where none does. */
  rest: number;
  /** By the next word: a node, or the first of the phrases that will make one. */
  next: Map<string, Node | number> | null;
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
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && ((code > 0x20 && code < 0xa0) || !isSpaceCode(code))) break;
  }
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
  for (; end < last; end++) {
    const code = text.charCodeAt(end);
    // Most are told at once: where nothing is compiled yet, to call a function for each takes most of the time.
    if (code === 0x20 || !((code >= 97 && code <= 122) || (code >= 0x1e00 && code < 0x1f00) || isWordCode(code))) break;
  }
  return end === at && at < text.length && !isSpaceCode(text.charCodeAt(at)) ? at + 1 : end;
}

/** The start of the word (or sign) that ends at `at`. */
export function wordStart(text: string, at: number): number {
  let start = at;
  const first = Math.max(0, at - MAX_WORD);
  while (start > first && isWordCode(text.charCodeAt(start - 1))) start--;
  return start === at && at > 0 && !isSpaceCode(text.charCodeAt(at - 1)) ? at - 1 : start;
}

let lastText = '';
let lastStart = -1;
let lastEnd = -1;
let lastWord = '';

/** A word as it is looked up. Remembers the last one: several trees are asked about it in turn. */
function wordAt(text: string, start: number, end: number): string {
  if (start === lastStart && end === lastEnd && text === lastText) return lastWord;
  const word = text.slice(start, end);
  // Most are in small letters, and to lower those would cost more than to look them up. "kV" begins small as well.
  const small = isSmallCode(text.charCodeAt(start)) && (end - start < 2 || isSmallCode(text.charCodeAt(start + 1)));
  lastText = text;
  lastStart = start;
  lastEnd = end;
  lastWord = canonical(small ? word : word.toLowerCase());
  return lastWord;
}

/** Whether a UTF-16 code is a small Vietnamese letter: in the blocks beyond Latin-1 they are the odd ones, but for ư. */
export function isSmallCode(code: number): boolean {
  if (code < 0x80) return code >= 97 && code <= 122;
  if (code < 0x100) return code >= 0xe0;
  return code < 0x1f00 && (code === 0x1b0 || ((code & 1) === 1 && code !== 0x1af));
}

/** Makes a tree of phrases and what they stand for; the first entry of a phrase wins. */
export function phraseTree<T>(entries: Iterable<readonly [phrase: string, value: T]>, backward = false): PhraseTree<T> {
  const tree: PhraseTree<T> = { phrases: [], values: [], backward, held: [], following: [], root: null };
  // Not taken apart in the loop, which would ask each pair for an iterator.
  for (const entry of entries) addPhrase(tree, entry[0], entry[1]);
  return tree;
}

/** Adds a phrase to a tree that has not been walked yet. */
export function addPhrase<T>(tree: PhraseTree<T>, phrase: string, value: T): void {
  tree.phrases.push(phrase);
  tree.values.push(value);
}

// As isWordCode has it.
const firstWords = /^(?:[a-zA-Z\d°²³À-ÖØ-öø-\u036FḀ-\u1EFF]+|.)/gm;
const lastWords = /(?:[a-zA-Z\d°²³À-ÖØ-öø-\u036FḀ-\u1EFF]+|.)$/gm;

/** Puts all phrases into the branches of their first words, with one search in all of them. */
function plant<T>(tree: PhraseTree<T>): Node {
  const all = tree.phrases.join('\n').toLowerCase();
  tree.phrases = all.split('\n');
  const words = all.match(tree.backward ? lastWords : firstWords) ?? [];
  const next = new Map<string, Node | number>();
  tree.held = new Array(words.length);
  for (let n = 0; n < words.length; n++) hang(tree, next, n, words[n] as string);
  return { phrase: -1, rest: -1, next };
}

/** Adds a phrase to the list of its word. */
function hang<T>(tree: PhraseTree<T>, next: Map<string, Node | number>, n: number, word: string): void {
  const key = canonical(word);
  tree.following[n] = (next.get(key) as number | undefined) ?? -1;
  next.set(key, n);
}

/** The node for a list of phrases, by the first of them; the tree holds each up to behind one more word. */
function nodeOf<T>(tree: PhraseTree<T>, first: number, word: string): Node {
  const node: Node = { phrase: -1, rest: -1, next: null };
  for (let n = first, following = -1; n >= 0; n = following) {
    following = tree.following[n] as number;
    const phrase = tree.phrases[n] as string;
    const from = tree.held[n] ?? (tree.backward ? phrase.length : 0);
    const to = tree.backward ? skipSpacesBack(phrase, from - word.length) : skipSpaces(phrase, from + word.length);
    tree.held[n] = to;
    if (to !== (tree.backward ? 0 : phrase.length)) {
      tree.following[n] = node.rest;
      node.rest = n;
    } else if (node.phrase < 0 || n < node.phrase) node.phrase = n;
  }
  return node;
}

/** Moves the phrases that go on at a node one word on, into branches. */
function grow<T>(tree: PhraseTree<T>, node: Node): void {
  const next = new Map<string, Node | number>();
  for (let n = node.rest, following = -1; n >= 0; n = following) {
    following = tree.following[n] as number;
    const phrase = tree.phrases[n] as string;
    const from = tree.held[n] as number;
    const to = tree.backward ? wordStart(phrase, from) : wordEnd(phrase, from);
    hang(tree, next, n, tree.backward ? phrase.slice(to, from) : phrase.slice(from, to));
  }
  node.next = next;
  node.rest = -1;
}

/** The branch of a word. */
function branch<T>(tree: PhraseTree<T>, node: Node, word: string): Node | undefined {
  if (node.rest >= 0) grow(tree, node);
  const found = node.next?.get(word);
  if (typeof found !== 'number') return found;
  const made = nodeOf(tree, found, word);
  node.next?.set(word, made);
  return made;
}

/** The longest phrase that begins at `at`; `edge` is its end. */
export function phraseAt<T>(tree: PhraseTree<T>, text: string, at: number): PhraseMatch<T> | null {
  let found: PhraseMatch<T> | null = null;
  let node: Node | undefined = (tree.root ??= plant(tree));
  for (let start = at; ; ) {
    const end = wordEnd(text, start);
    if (end === start) return found;
    const word = wordAt(text, start, end);
    const whole: Node | undefined = branch(tree, node, word);
    const glued: Glued | null = whole || start === at ? null : firstOfGlued(tree, node, word);
    node = whole ?? glued?.node;
    if (!node) return found;
    if (whole && whole.phrase >= 0) found = { edge: end, value: tree.values[whole.phrase] as T };
    if (!node.next && node.rest < 0) return found;
    start = glued ? start + glued.length : skipSpaces(text, end);
  }
}

const vowel = 'aeiouyà-ãè-êìíò-õùúýăĩũơưạ-ỹ';
/** Two vowels apart in one word: Vietnamese writes each syllable by itself, so a space was lost. */
const twoSyllables = new RegExp(`[${vowel}][^${vowel}]+[${vowel}]`);

/** The length of a first word, and where it leads. */
interface Glued {
  length: number;
  node: Node;
}

/** The first word of two that a lost space has glued, where a phrase goes on with it: Ủy ban *nhân*dân. */
function firstOfGlued<T>(tree: PhraseTree<T>, from: Node, word: string): Glued | null {
  if (word.length < 6 || !twoSyllables.test(word)) return null;
  for (let length = word.length - 2; length > 1; length--) {
    const node = branch(tree, from, canonical(word.slice(0, length)));
    if (node) return { length, node };
  }
  return null;
}

/** The longest phrase that ends before `at`, with nothing but white space between; `edge` is its start. */
export function phraseBefore<T>(tree: PhraseTree<T>, text: string, at: number): PhraseMatch<T> | null {
  let found: PhraseMatch<T> | null = null;
  let node: Node | undefined = (tree.root ??= plant(tree));
  for (let end = skipSpacesBack(text, at); ; ) {
    const start = wordStart(text, end);
    if (start === end) return found;
    node = branch(tree, node, wordAt(text, start, end));
    if (!node) return found;
    if (node.phrase >= 0) found = { edge: start, value: tree.values[node.phrase] as T };
    if (!node.next && node.rest < 0) return found;
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

/** One spelling for the ways a word may be written; most words end in letters that leave no choice. */
function canonical(word: string): string {
  const last = word.charCodeAt(word.length - 1);
  if (last < 0x80 && last !== 0x79) return word;
  const before = word.charAt(word.length - 2);
  if (before === 'o' || before === 'u') {
    const pair = toned.get(word.slice(-2));
    return pair && !(word.at(-3) === 'q') ? word.slice(0, -2) + pair : word;
  }
  const tone = softened.includes(before) ? y.indexOf(word.charAt(word.length - 1)) : -1;
  return tone < 0 ? word : word.slice(0, -1) + i.charAt(tone);
}
