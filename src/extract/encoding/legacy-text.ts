import type { Notice } from '../../source.ts';
import { decodeEightBit, decodePasted, detectEncoding, type EightBit } from './detect.ts';
import type { LegacyEncoding } from './names.ts';
import { convertPasted } from './pasted.ts';
import type { Decoded } from './unicode.ts';

/** The names of the encodings as officials know them. */
const titles: Record<EightBit, string> = {
  tcvn3: 'TCVN3 (ABC)',
  tcvn5712: 'TCVN 5712-1',
  vni: 'VNI',
  viscii: 'VISCII',
  vps: 'VPS',
  'windows-1258': 'Windows-1258',
};

/** A guess that is likelier than this needs no warning. */
const SURE = 0.99;

/** Text in an encoding from before Unicode, told by which one makes Vietnamese of it; `null` when none does. */
export function guessText(bytes: Uint8Array): Decoded | null {
  const guess = detectEncoding(bytes);
  if (!guess) return null;
  const { encoding, certainty } = guess;
  const title = titles[encoding];
  const notice = guessed(certainty, null, {
    vi: `không phải Unicode; đọc theo bảng mã ${title}`,
    en: `not Unicode; read as ${title}`,
  });
  return { text: decodeEightBit(bytes, encoding), encoding, notices: [notice] };
}

/**
 * Converts in a Unicode text what was pasted from an old font without it.
 *
 * @param decoded NFC
 */
export function withoutPasted(decoded: Decoded): Decoded {
  const pasted = convertPasted(decoded.text);
  if (!pasted) return decoded;
  const { text, encoding, certainty, first, lines } = pasted;
  const title = titles[encoding];
  const notice = guessed(certainty, first, {
    vi: `${lines} dòng gõ bằng phông cũ rồi dán không kèm phông; đọc theo bảng mã ${title}`,
    en: `${lines} ${lines === 1 ? 'line was' : 'lines were'} typed in an old font and pasted without it; read as ${title}`,
  });
  return { text, encoding: `${decoded.encoding}+${encoding}`, notices: [...decoded.notices, notice] };
}

/** Text in the encoding that was asked for: bytes of it, or Unicode that was pasted without its font. */
export function textIn(encoding: LegacyEncoding, bytes: Uint8Array, unicode: string | null): Decoded {
  if (unicode === null || /^[\0-\x7F]*$/.test(unicode))
    return { text: decodeEightBit(bytes, encoding), encoding, notices: [] };
  return { text: decodePasted(unicode, encoding), encoding: `utf-8+${encoding}`, notices: [] };
}

function guessed(certainty: number, span: Notice['span'], said: Notice['message']): Notice {
  const percent = Math.min(99, Math.floor(certainty * 100));
  const sure = certainty >= SURE;
  const hint = sure
    ? { vi: '', en: '' }
    : {
        vi: ` (đoán, chắc khoảng ${percent}%; chọn bảng mã bằng --encoding nếu sai)`,
        en: ` (a guess, about ${percent}% certain; choose with --encoding if it is wrong)`,
      };
  const message = { vi: said.vi + hint.vi, en: said.en + hint.en };
  return { rule: 'encoding-guessed', severity: sure ? 'info' : 'warning', message, span };
}
