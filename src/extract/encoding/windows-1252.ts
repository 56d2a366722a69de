/** Bytes 80 to 9F; the five that Windows does not use are controls, as the Encoding Standard has it. */
const PUNCTUATION = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

/**
 * The 256 characters of windows-1252, byte by byte. A table of our own because `TextDecoder` takes windows-1252 for
 * ISO 8859-1 since Node 20.18.3 and 22.13, so that quotation marks and dashes are controls (nodejs/node#56542).
 */
export const WINDOWS_1252: string = Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte < 0xa0 ? PUNCTUATION[byte - 0x80] : String.fromCharCode(byte),
).join('');

const outside = /[\x80-\x9F]/g;

/** Bytes of windows-1252 as text. */
export const decodeWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(outside, (control) => WINDOWS_1252[control.charCodeAt(0)]!);
