import { type Layout, type Notice, plainLayout } from '../source.ts';
import { normalise } from '../text.ts';
import { looksPasted } from './encoding/foreign.ts';
import type { Encoding } from './encoding/names.ts';
import { type Decoded, decodeDamaged, decodeStrictly, unicodeForm } from './encoding/unicode.ts';
import { UnreadableError } from './unreadable.ts';

/** A plain text file as read. */
export interface PlainText {
  text: string;
  layout: Layout;
  notices: Notice[];
  /** See {@link Source.encoding}. */
  encoding: string;
  /** Number of pages, `null` without form feeds. */
  pages: number | null;
}

const notText = () =>
  new UnreadableError({
    vi: 'không phải văn bản: nội dung là dữ liệu nhị phân',
    en: 'is not text: it holds binary data',
  });

const unknownEncoding = () =>
  new UnreadableError({
    vi: 'không rõ bảng mã; hãy chọn bằng --encoding, hoặc lưu lại bằng UTF-8',
    en: 'is in an unknown encoding; name it with --encoding, or save it as UTF-8',
  });

const notIn = (encoding: string) =>
  new UnreadableError({ vi: `không phải văn bản ${encoding}`, en: `is not ${encoding} text` });

/**
 * Reads a text file: decoded, NFC, `\n` line ends, otherwise untouched. Form feeds stay; they turn the page.
 *
 * @param encoding how it is encoded; told by its bytes, and guessed where they are not Unicode, unless given
 * @throws UnreadableError when the bytes are no text, or text in an encoding that cannot be told
 */
export async function extractText(bytes: Uint8Array, encoding?: Encoding): Promise<PlainText> {
  const decoded = await (encoding ? decodeAs(encoding, bytes) : decode(bytes));
  const { text, ...read } = await withoutPasted({ ...decoded, text: normalise(decoded.text) }, encoding);
  if (isBinary(text)) throw notText();
  const pages = pageStarts(text);
  return { text, ...read, pages: pages.length || null, layout: { ...plainLayout(), pages } };
}

/** Start offsets of the pages that form feeds divide a text into; empty when there is no form feed. */
function pageStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\f'); at >= 0; at = text.indexOf('\f', at + 1)) starts.push(at + 1);
  // pdftotext ends the last page with a form feed too.
  while (starts.length > 1 && !text.slice(starts.at(-1)).trim()) starts.pop();
  return text.includes('\f') ? starts : [];
}

/** What old encodings need is imported only when such a text comes. */
const legacy = () => import('./encoding/legacy-text.ts');

async function decode(bytes: Uint8Array): Promise<Decoded> {
  const encoding = unicodeForm(bytes);
  if (!encoding) throw notText();
  const text = decodeStrictly(bytes, encoding);
  if (text !== null) return { text, encoding, notices: [] };
  // UTF-16 that fails has lone surrogates: hardly text.
  if (encoding !== 'utf-8') throw notText();
  const guess = decodeDamaged(bytes) ?? (await legacy()).guessText(bytes);
  if (!guess) throw isBinary(Buffer.from(bytes).toString('latin1')) ? notText() : unknownEncoding();
  return guess;
}

async function decodeAs(encoding: Encoding, bytes: Uint8Array): Promise<Decoded> {
  switch (encoding) {
    case 'utf-8':
    case 'utf-16le':
    case 'utf-16be':
    case 'windows-1258': {
      const text = decodeStrictly(bytes, encoding);
      if (text !== null) return { text, encoding, notices: [] };
      const damaged = encoding === 'utf-8' && decodeDamaged(bytes, true);
      if (!damaged) throw notIn(encoding);
      return damaged;
    }
    default:
      return (await legacy()).textIn(encoding, bytes, decodeStrictly(bytes, 'utf-8'));
  }
}

/** Converts text that was pasted from an old font without it; Vietnamese in Unicode shows nothing of the kind. */
async function withoutPasted(decoded: Decoded, asked: Encoding | undefined): Promise<Decoded> {
  const isUnicode = decoded.encoding.startsWith('utf-') && !decoded.notices.length;
  if (asked || !isUnicode || !looksPasted(decoded.text)) return decoded;
  return (await legacy()).withoutPasted(decoded);
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
