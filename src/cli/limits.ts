/**
 * The longest text, in characters (and bytes of plain text), that is parsed where nothing can stop it. A report of
 * three hundred pages takes a tenth of a second there; what takes seconds has no sentences.
 */
export const LONG_TEXT = 2 ** 20;
