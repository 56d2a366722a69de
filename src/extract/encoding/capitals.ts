/*
 * The ABC fonts have no capitals with a tone: those were typed small and shown in a font of capitals, which plain text
 * has lost. What is left is `CộNG HOà`, since the other letters do have capitals.
 */

/** Small letters with a tone: in the bytes of TCVN3 they may be capitals. */
const TONED = /[àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/;
const WORD = /\p{L}+/gu;
const SMALL = /[a-zăâđêôơư]/;
const CAPITAL = /[A-ZĂÂĐÊÔƠƯ]/g;

/**
 * Gives back their capitals to words and lines that were typed in capitals. A word is in capitals when two of its
 * letters certainly are and none certainly is not, or one behind a small letter with a tone (`ủY`): nobody writes
 * words so. Of a line whose words are all of that kind, the ones that could be either (`Về`, `ý`) are as well.
 *
 * @param text as decoded from TCVN3, where no capital has a tone
 */
export const restoreCapitals = (text: string): string =>
  text.replace(/[^\n]+/g, (line) => (TONED.test(line) && /[A-ZĂÂĐÊÔƠƯ]/.test(line) ? restoreLine(line) : line));

function restoreLine(line: string): string {
  const words = line.match(WORD) ?? [];
  const loud = words.filter((word) => isLoud(word)).length;
  // Codes (12/BC-UBND) are in capitals anywhere, so they say nothing of their line.
  const said = line.replace(/\S*[\d/]\S*/g, ' ');
  const isTitle = loud >= 2 && !SMALL.test(said) && (said.match(WORD) ?? []).some((word) => isLoud(word));
  return line.replace(WORD, (word) =>
    TONED.test(word) && !SMALL.test(word) && (isTitle || isLoud(word)) ? word.toUpperCase() : word,
  );
}

const isLoud = (word: string): boolean =>
  !SMALL.test(word) && ((word.match(CAPITAL)?.length ?? 0) >= 2 || /(?<=\p{Ll})\p{Lu}/u.test(word));
