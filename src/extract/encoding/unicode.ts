import type { Notice } from '../../source.ts';
import { normalise } from '../../text.ts';

/** Text as decoded, not yet normalised, and how. */
export interface Decoded {
  text: string;
  /** See {@link Source.encoding}. */
  encoding: string;
  notices: Notice[];
}

/** The text without its byte order mark, `null` if a byte sequence is not valid. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The form of Unicode that the first bytes or the zeros of a text tell, `null` when its zeros are those of data. */
export const unicodeForm = (bytes: Uint8Array): string | null =>
  unicodeMark(bytes) ?? (bytes.includes(0) ? zeroPattern(bytes) : 'utf-8');

function unicodeMark(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** High bytes of Vietnamese in UTF-16: Latin, ă đ ơ ư, combining marks, ạ…ỹ, punctuation. */
const highBytes = new Set([0x00, 0x01, 0x02, 0x03, 0x1e, 0x20]);

/** How much of a text without mark must have such a high byte to be taken for UTF-16. */
const MOST = 0.95;

/** Tells UTF-16 without a mark by the side on which the zeros stand; `null` when it is no text at all. */
function zeroPattern(bytes: Uint8Array): string | null {
  const units = Math.floor(bytes.length / 2);
  let zeros = 0;
  const high = [0, 0];
  for (let at = 0; at < units * 2; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) zeros += at % 2 ? 1 : -1;
    if (highBytes.has(byte)) high[at % 2] = (high[at % 2] ?? 0) + 1;
  }
  const side = zeros > 0 ? 1 : 0;
  if (zeros === 0 || (high[side] ?? 0) < units * MOST) return null;
  return side ? 'utf-16le' : 'utf-16be';
}

/** In an 8-bit encoding hardly one accented letter in a hundred happens to be valid UTF-8. */
const INTACT_PER_DAMAGED = 10;

/**
 * UTF-8 with a few damaged bytes (cut in the middle of a letter, pasted together): U+FFFD stands for each.
 *
 * @param certain that it is UTF-8, however much of it is damaged
 */
export function decodeDamaged(bytes: Uint8Array, certain = false): Decoded | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const damaged = text.match(/\uFFFD/g)?.length ?? 0;
  const intact = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  if (!certain && intact < damaged * INTACT_PER_DAMAGED) return null;
  const at = normalise(text).indexOf('\uFFFD');
  const message = {
    vi: `${damaged} chỗ không phải UTF-8 hợp lệ, thay bằng “\uFFFD”`,
    en: `${damaged} ${damaged === 1 ? 'place is' : 'places are'} not valid UTF-8, shown as “\uFFFD”`,
  };
  return {
    text,
    encoding: 'utf-8',
    notices: [{ rule: 'encoding-damaged', severity: 'warning', message, span: [at, at + 1] }],
  };
}
