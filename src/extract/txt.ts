import { type Layout, type Notice, plainLayout } from '../source.ts';
import { normalise } from '../text.ts';
import { UnreadableError } from './unreadable.ts';

/** A plain text file as read. */
export interface PlainText {
  text: string;
  layout: Layout;
  notices: Notice[];
  /** As the Encoding Standard names it: `utf-8`, `utf-16le`, `utf-16be`, `windows-1258`. */
  encoding: string;
  /** Number of pages, `null` without form feeds. */
  pages: number | null;
}

interface Decoded {
  text: string;
  encoding: string;
  notices: Notice[];
}

const notText = () =>
  new UnreadableError({
    vi: 'không phải văn bản: nội dung là dữ liệu nhị phân',
    en: 'is not text: it holds binary data',
  });

const unknownEncoding = () =>
  new UnreadableError({
    vi: 'không rõ bảng mã (có thể là TCVN3, VNI); hãy lưu lại bằng UTF-8',
    en: 'is in an unknown encoding (perhaps TCVN3 or VNI); save it as UTF-8',
  });

/**
 * Reads a text file: decoded, NFC, `\n` line ends, otherwise untouched. Form feeds stay; they turn the page.
 *
 * @throws UnreadableError when the bytes are no text, or text in an encoding that cannot be told for certain
 */
export function extractText(bytes: Uint8Array): PlainText {
  const { text: decoded, encoding, notices } = decode(bytes);
  const text = normalise(decoded);
  if (isBinary(text)) throw notText();
  const pages = pageStarts(text);
  return { text, encoding, notices, pages: pages.length || null, layout: { ...plainLayout(), pages } };
}

/** Start offsets of the pages that form feeds divide a text into; empty when there is no form feed. */
function pageStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\f'); at >= 0; at = text.indexOf('\f', at + 1)) starts.push(at + 1);
  // pdftotext ends the last page with a form feed too.
  while (starts.length > 1 && !text.slice(starts.at(-1)).trim()) starts.pop();
  return text.includes('\f') ? starts : [];
}

function decode(bytes: Uint8Array): Decoded {
  const encoding = unicodeMark(bytes) ?? (bytes.includes(0) ? zeroPattern(bytes) : 'utf-8');
  if (!encoding) throw notText();
  const text = decodeStrictly(bytes, encoding);
  if (text !== null) return { text, encoding, notices: [] };
  // UTF-16 that fails has lone surrogates: hardly text.
  if (encoding !== 'utf-8') throw notText();
  const guess = decodeDamaged(bytes) ?? decodeWindows1258(bytes);
  if (!guess) throw isBinary(Buffer.from(bytes).toString('latin1')) ? notText() : unknownEncoding();
  return guess;
}

/** The text without its byte order mark, `null` if a byte sequence is not valid. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

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

/** Controls that no text has: all of C0 but tab, line feed, vertical tab, form feed, return, and the DOS end mark. */
const CONTROL = /[\0-\x08\x0E-\x19\x1B-\x1F\x7F]/g;

/** One control character in so many is a stray one, more are data. */
const RARE = 500;

/** Whether a decoded text is really data: a NUL, or many other controls. */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  return (text.match(CONTROL)?.length ?? 0) > text.length / RARE;
}

/** UTF-8 with a few damaged bytes (cut in the middle of a letter, pasted together): U+FFFD stands for each. */
function decodeDamaged(bytes: Uint8Array): Decoded | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const damaged = text.match(/\uFFFD/g)?.length ?? 0;
  const intact = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  // In an 8-bit encoding hardly one accented letter in a hundred happens to be valid UTF-8.
  if (intact < damaged * 10) return null;
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

/** A tone mark of windows-1258 behind a Vietnamese vowel, the only place where it is one. */
const TONE_ON_VOWEL = /[aăâeêioôơuưy][\u0300\u0301\u0303\u0309\u0323]/giu;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const LETTER = /\p{L}/gu;

/** Vietnamese carries a tone mark on about every fifth letter; below this it is another language or encoding. */
const TONES_PER_LETTER = 0.05;

/**
 * Windows-1258, the one 8-bit encoding that gives itself away: tone marks are characters of their own, and in
 * Vietnamese they all stand behind a vowel. Under any other encoding those bytes are letters and follow anything.
 */
function decodeWindows1258(bytes: Uint8Array): Decoded | null {
  const text = new TextDecoder('windows-1258').decode(bytes);
  const tones = text.match(TONE)?.length ?? 0;
  const fitting = text.match(TONE_ON_VOWEL)?.length ?? 0;
  const letters = text.match(LETTER)?.length ?? 0;
  if (tones < 3 || fitting < tones * 0.99 || tones < letters * TONES_PER_LETTER) return null;
  const message = {
    vi: 'không có dấu hiệu Unicode; đọc theo bảng mã Windows-1258 (đoán từ cách đặt dấu thanh)',
    en: 'not Unicode; read as Windows-1258 (guessed from where the tone marks stand)',
  };
  return {
    text,
    encoding: 'windows-1258',
    notices: [{ rule: 'encoding-guessed', severity: 'warning', message, span: null }],
  };
}
