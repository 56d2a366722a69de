/*
 * The ABC fonts have no capitals with a tone: those were typed small and shown in a font of capitals, which plain text
 * has lost. What is left is `CộNG HOà`, since the other letters do have capitals.
 */

/** Small letters with a tone: in the bytes of TCVN3 they may be capitals. */
const TONED = '[àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]';
const hasToned = new RegExp(TONED);
const startsToned = new RegExp(`^${TONED}`);
const WORD = /\p{L}+/gu;
const SMALL = /[a-zăâđêôơư]/;
const CAPITAL = /[A-ZĂÂĐÊÔƠƯ]/g;

/**
 * Words that are in capitals for certain: two of their letters are and none certainly is not, or one is behind a
 * small letter (`ủY`), since nobody writes words so.
 */
const isLoud = (word: string): boolean =>
  !SMALL.test(word) && ((word.match(CAPITAL)?.length ?? 0) >= 2 || /(?<=\p{Ll})\p{Lu}/u.test(word));

/** Gives back their capitals to words that were typed in capitals: `CộNG` for `CỘNG`. */
export const restoreWords = (text: string): string =>
  text.replace(WORD, (word) => (hasToned.test(word) && isLoud(word) ? word.toUpperCase() : word));

/**
 * Gives back their capitals to words, lines and names, and to the beginnings of sentences.
 *
 * @param text a whole text as decoded from TCVN3, where no capital has a tone
 */
export const restoreCapitals = (text: string): string =>
  restoreSentences(text.replace(COLUMN, (column) => (hasToned.test(column) ? restoreColumn(column) : column))).replace(
    COMMITTEE,
    'Ủ',
  );

/** `Ủy ban` is the name of a body, with a capital everywhere (Decree 30/2020/NĐ-CP, annex II); `Tỉnh ủy ban hành` is not. */
const COMMITTEE = /(?<!\p{L})ủ(?=y\s+ban(?!\p{L}|\s+hành))/gu;

/** A line, or the part of one up to a gap: head and foot of a document stand side by side. */
const COLUMN = /[^\n\t ]+(?: [^\n\t ]+)*/g;

/**
 * A line in capitals, or a name: where all other words are, those which could be either (`Về`, `ẩn`) are as well.
 */
function restoreColumn(column: string): string {
  const words = column.match(WORD) ?? [];
  // Codes (12/BC-UBND) are in capitals anywhere, so they say nothing of their line.
  const said = column.replace(/\S*[\d/]\S*/g, ' ').match(WORD) ?? [];
  const loud = said.filter(isLoud);
  // One word may be an abbreviation (Về UBND), unless it has a tone.
  const isTitle =
    (loud.length >= 2 || loud.some((word) => hasToned.test(word))) && !said.some((word) => SMALL.test(word));
  if (isTitle) return column.replace(WORD, (word) => (SMALL.test(word) ? word : word.toUpperCase()));
  if (NAME.test(column) && isName(words)) return column.replace(WORD, capitalise);
  return restoreWords(column);
}

/** Up to five words without any sign. */
const NAME = /^\p{L}+(?: \p{L}+){1,4}$/u;

/** Two words with a capital, none in capitals, and none that certainly begins with a small letter (`Tỉnh ủy`). */
const isName = (words: string[]): boolean =>
  words.filter((word) => /^\p{Lu}/u.test(word)).length >= 2 &&
  words.every((word) => (/^\p{Lu}/u.test(word) ? !isLoud(word) : startsToned.test(word) && word !== 'ủy'));

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Where a sentence begins: behind a full stop (but not `TP. `, `v.v. `), an empty line, the sign of a list. */
const BEGINNING = new RegExp(
  [
    String.raw`((?:^|(?<![A-ZĐ]|\.v)[.!?]["”’)]*\s|\n[^\S\n]*\n)\s*`,
    String.raw`|\n[^\S\n]*(?:[-+*•–]|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[IVX]{1,5}[.)-]|[a-zđ]\))[^\S\n]+)`,
    `(["“‘(]?)(${TONED})`,
  ].join(''),
  'g',
);

const restoreSentences = (text: string): string =>
  text.replace(BEGINNING, (_, before: string, quote: string, letter: string) => before + quote + letter.toUpperCase());
