/*
 * Which letters can be a Vietnamese syllable. Text read in the wrong encoding is hardly ever made of such: this is
 * what encodings are told by.
 */

/** Initials by the vowels that may follow: k, gh, ngh stand before e, ê, i (y) where c, g, ng do before the others. */
const ONSETS = {
  any: 'b ch d đ h kh l m n nh ph qu r s t th tr v x p',
  front: 'k gh ngh gi g',
  back: 'c g ng gi',
};

/** Finals by vowel, `-` for none; behind qu the glide is part of the initial. */
const RHYMES: Record<string, string> = {
  a: '- c ch i k m n ng nh o p t u y',
  ă: 'c k m n ng p t',
  â: 'c m n ng p t u y',
  e: '- c m n ng o p t',
  ê: '- c ch m n ng nh p t u',
  i: '- a ch m n nh p t u',
  iê: 'c m n ng p t u',
  o: '- c i m n ng p t',
  oo: 'c ng',
  oa: '- c ch i m n ng nh o p t y',
  oă: 'c m n ng p t',
  oe: '- m n o t',
  ô: '- c i k m n ng p t',
  ơ: '- i m n p t u',
  u: '- a c i m n ng p t',
  uâ: 'n ng t y',
  uê: '- ch n nh',
  uô: 'c i m n ng t',
  uơ: '-',
  uy: '- a ch n nh p t u',
  uyê: 'n t',
  ư: '- a c i m n ng t u',
  ươ: 'c i m n ng p t u',
  y: '- ch n nh p t',
  yê: 'c m n ng t u',
};

/** Syllables that end in a stop have no tone but sắc and nặng. */
const STOPPED = /(?:ch?|[kpt])$/;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

let known: { syllables: Set<string>; checked: Map<string, boolean> } | undefined;

/** All syllables without tone, each an initial and a rhyme. Some 6,000, made when first asked for. */
function inventory() {
  if (known) return known;
  const syllables = new Set<string>();
  for (const [vowel, finals] of Object.entries(RHYMES)) {
    const onsets = `${ONSETS.any} ${/^[eêiy]/.test(vowel) ? ONSETS.front : ONSETS.back}`.split(' ');
    for (const final of finals.split(' '))
      for (const onset of ['', ...onsets]) syllables.add(onset + vowel + final.replace('-', ''));
  }
  known = { syllables, checked: new Map() };
  return known;
}

/**
 * Whether a word is a syllable of Vietnamese in its spelling, whatever it may mean.
 *
 * @param word letters in any case, NFC; the tone may stand on any vowel (hoà, hòa)
 */
export function isSyllable(word: string): boolean {
  const { checked } = inventory();
  const small = word.toLowerCase();
  let result = checked.get(small);
  if (result === undefined) {
    result = compute(small);
    // A hostile file must not fill the memory with words.
    if (checked.size < 50_000) checked.set(small, result);
  }
  return result;
}

function compute(word: string): boolean {
  if (word.length > 8) return false;
  const marks = word.normalize('NFD');
  const tones = marks.match(TONE) ?? [];
  if (tones.length > 1) return false;
  const bare = marks.replace(TONE, '').normalize('NFC');
  if (STOPPED.test(bare) && !['\u0301', '\u0323'].includes(tones[0] ?? '')) return false;
  const { syllables } = inventory();
  // gì, gìn, giếng: the i of the initial is that of the rhyme.
  return syllables.has(bare) || (bare.startsWith('gi') && syllables.has(`d${bare.slice(1)}`));
}
