/**
 * The letters of Vietnamese (NFC) as character classes without brackets, for patterns that cannot use `\p{L}`:
 * Chevrotain derives from a pattern the characters it may start with, and does not read Unicode properties.
 */
const plain = 'ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ';

export const UPPER = `A-Z${plain}`;
export const LOWER = `a-z${plain.toLowerCase()}`;
export const LETTER = UPPER + LOWER;
