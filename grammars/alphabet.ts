/**
 * The letters of Vietnamese (NFC) as character classes without brackets, for patterns that cannot use `\p{L}`:
 * Chevrotain derives from a pattern the characters it may start with, and does not read Unicode properties.
 */
const plain = 'ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ';

export const UPPER = `A-Z${plain}`;
export const LOWER = `a-z${plain.toLowerCase()}`;
export const LETTER = UPPER + LOWER;

/** The hyphens that typists and word processors put into codes and names, for use inside brackets. */
export const HYPHEN = '\\-\u2010\u2011\u2012\u2013\u2212';
