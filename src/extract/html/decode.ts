import { decodeWindows1252 } from '../encoding/windows-1252.ts';

/** Node's own type of it is only a value. */
type Decoder = InstanceType<typeof TextDecoder>;

/** How far into a file browsers look for a declaration of its encoding. */
const HEAD = 4096;

/**
 * Bytes of a page as text: by the byte order mark, by what the transport said, by what the page says of itself, else as
 * UTF-8; what is not that either is windows-1252, as browsers have it.
 *
 * @param told name of the encoding from outside the page
 */
export function decodePage(bytes: Buffer, told?: string): string {
  const said = told ?? /<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w:-]+)/i.exec(headOf(bytes))?.[1];
  const decoder = markOf(bytes) ?? decoderOf(said);
  if (decoder) return decoder.encoding === 'windows-1252' ? decodeWindows1252(bytes) : decoder.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

const headOf = (bytes: Buffer): string => bytes.toString('latin1', 0, HEAD);

function markOf(bytes: Buffer): Decoder | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be');
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? new TextDecoder('utf-8') : null;
}

/** A page that could be read so far as to name UTF-16 is not in it. */
function decoderOf(name: string | undefined): Decoder | null {
  if (!name || /^utf-?16/i.test(name)) return null;
  try {
    const decoder = new TextDecoder(name);
    return decoder.encoding === 'utf-8' ? null : decoder;
  } catch {
    return null;
  }
}
