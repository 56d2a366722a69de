/** Letters of Latin-1 that Vietnamese does without, where the old fonts of TCVN3 and VNI keep the commonest ones. */
const letters = '[¦¨ª¬\\xADµ-¹ÄÅÆÇËÎÏÑÖ-ØÛÜÞßäåæçëîïñöøûüþ]';
const all = new RegExp(letters, 'g');
const NEAR = /[A-Za-z]/;

/** Any of them. */
export const FOREIGN = new RegExp(letters);

/** So many of them next to plain letters make it worth looking; a foreign name has one or two. */
const SUSPICIOUS = 3;

/** Whether a text may have been pasted from an old font without it: a quick look, to be confirmed by statistics. */
export function looksPasted(text: string): boolean {
  let count = 0;
  for (const { index } of text.matchAll(all)) {
    if (NEAR.test(text.charAt(index - 1)) || NEAR.test(text.charAt(index + 1))) count++;
    if (count === SUSPICIOUS) return true;
  }
  return false;
}
