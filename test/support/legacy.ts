import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import iconv from 'iconv-lite';

/*
 * Writers of the encodings from before Unicode, each made from another description than the tables of src.
 */

const vowels = [...'aăâeêioôơuưy'];
const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];

/** All small letters of Vietnamese beyond ASCII, NFC. */
export const LETTERS = [
  ...vowels
    .flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')))
    .filter((letter) => letter > '\x7F'),
  'đ',
];
export const CAPITALS = LETTERS.map((letter) => letter.toUpperCase());
export const ALPHABET = [...LETTERS, ...CAPITALS];

/** Characters by the bytes of windows-1252. */
const windows = new Map(
  [...iconv.decode(Buffer.from(Array.from({ length: 256 }, (_, n) => n)), 'windows1252')].map((c, n) => [c, n]),
);

function bytesOf(shown: string): Buffer {
  return Buffer.from(
    Array.from(shown, (character) => {
      const byte = windows.get(character);
      if (byte === undefined) throw new Error(`${JSON.stringify(character)} is not in windows-1252`);
      return byte;
    }),
  );
}

/** Signs of VNI for a vowel's hat and tone, as keyboards had them: ă aê, ằ aè, â aâ, ầ aà, à aø … */
const vniSigns: Record<string, string> = {
  ...{ '\u0300': 'ø', '\u0301': 'ù', '\u0309': 'û', '\u0303': 'õ', '\u0323': 'ï' },
  ...{ '\u0302': 'â', '\u0302\u0300': 'à', '\u0302\u0301': 'á', '\u0302\u0309': 'å', '\u0302\u0303': 'ã' },
  ...{ '\u0323\u0302': 'ä', '\u0323\u0306': 'ë' },
  ...{ '\u0306': 'ê', '\u0306\u0300': 'è', '\u0306\u0301': 'é', '\u0306\u0309': 'ú', '\u0306\u0303': 'ü' },
};
const vniLetters: Record<string, string> = {
  ...{ đ: 'ñ', ơ: 'ô', ư: 'ö', í: 'í', ì: 'ì', ỉ: 'æ', ĩ: 'ó', ị: 'ò', ỵ: 'î' },
};

/** Text as VNI-Times shows it, as the letters that one sees without the font. */
export const showVni = (text: string): string =>
  text.replace(/[À-ỹ]/g, (letter) => {
    const small = letter.toLowerCase();
    const cased = (shown: string) => (small === letter ? shown : shown.toUpperCase());
    if (vniLetters[small]) return cased(vniLetters[small]);
    const [, base = '', marks = ''] = /^(.\u031B?)(.*)$/u.exec(small.normalize('NFD')) ?? [];
    const sign = vniSigns[marks] ?? '';
    return cased((vniLetters[base.normalize('NFC')] ?? base) + sign);
  });

export const encodeVni = (text: string): Buffer => bytesOf(showVni(text));

/** VPS in rows of sixteen bytes, as GNU recode has it; a dot where no letter of Vietnamese stands. */
const vpsRows: Record<number, string> = {
  0: '..ẠẬẶẸỆ.........',
  1: 'ỊỌỘỢỤỰ...Ỵ..ẪỮ..',
  8: 'ÀẢÃẤẦẨọỗĂếềểệẮẰẲ',
  9: 'Ế..ỀỂỄỐỒỔỖýỷỵỚỜỞ',
  10: '.ắằẳẵặỠớÙờởỡŨỨợỪ',
  11: 'ổỬỲỸÍÌộỈĨÓửữÒỎÕự',
  12: 'ầÁÂấẩẫậđẻÉÊẹỉễịỹ',
  13: 'ƯỦồốÔỏơÈừứÚũưÝẺ.',
  14: 'àáâãảạă.èéêẽìí.ĩ',
  15: 'ẴĐòóôõ.Ơụùúủ.ỶẼỳ',
};
const vps = new Map(
  Object.entries(vpsRows).flatMap(([row, letters]) => [...letters].map((letter, n) => [letter, Number(row) * 16 + n])),
);

export const encodeVps = (text: string): Buffer =>
  Buffer.from(Array.from(text, (letter) => (letter === '.' ? 0x2e : (vps.get(letter) ?? letter.charCodeAt(0)))));

/** Windows-1258: some tones are characters of their own behind their letter, others are not. */
export function partsOf1258(text: string): string {
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/;
  return text.replace(/[À-ỹ]/g, (letter) => {
    const marks = letter.normalize('NFD');
    return marks.replace(tone, '').normalize('NFC') + (tone.exec(marks)?.[0] ?? '');
  });
}

/** The bytes of text typed for the ABC fonts: no capital has a tone, punctuation is that of Windows. */
export const encodeTcvn3 = (text: string): Buffer =>
  Buffer.concat(
    Array.from(text, (character) => {
      if (!/[À-ỹ]/.test(character)) return bytesOf(character);
      const bare = /[ăâđêôơư]/i.test(character);
      return iconv.encode(bare ? character : character.toLowerCase(), 'tcvn');
    }),
  );

/** A piece of text in one font. */
export interface Typed {
  text: string;
  /** `null` where no old font has its characters. */
  font: string | null;
}

/** Text as it was typed for the ABC fonts: letters that have no capital in `.VnTime` stand in `.VnTimeH`. */
export function typeTcvn3(text: string): Typed[] {
  const pieces = text.split(/([ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ]+)/);
  return pieces.flatMap((piece, n) =>
    asShown(piece, n % 2 ? '.VnTimeH' : '.VnTime', (part) => iconv.decode(encodeTcvn3(part), 'windows1252')),
  );
}

/** Text as it was typed for VNI-Times. */
export const typeVni = (text: string): Typed[] => asShown(text, 'VNI-Times', showVni);

/** Old fonts have the characters of windows-1252; others were put in from another font. */
function asShown(text: string, font: string, show: (text: string) => string): Typed[] {
  const pieces: Typed[] = [];
  for (const part of text.split(/([^\0-\xFFÀ-ỹ‘’“”–—…•]+)/u).filter(Boolean)) {
    const isCarried = /^[\0-\xFFÀ-ỹ‘’“”–—…•]+$/u.test(part);
    pieces.push(isCarried ? { text: show(part), font } : { text: part, font: null });
  }
  return pieces;
}

const RUN = /<w:r>(?:<w:rPr>((?:(?!<\/w:rPr>).)*)<\/w:rPr>)?<w:t([^>]*)>([^<]+)<\/w:t><\/w:r>/gs;

/** A .docx in which each run is typed for old fonts instead; the rest of the package is left as its writer made it. */
export function retype(docx: Uint8Array, type: (text: string) => Typed[]): Uint8Array {
  const parts = unzipSync(docx);
  for (const name of ['word/document.xml', 'word/footnotes.xml']) {
    const part = parts[name];
    if (!part) continue;
    const xml = strFromU8(part).replace(RUN, (_, properties = '', attributes: string, text: string) =>
      type(text)
        .map((piece) => `<w:r><w:rPr>${fonts(piece)}${properties}</w:rPr><w:t${attributes}>${piece.text}</w:t></w:r>`)
        .join(''),
    );
    parts[name] = strToU8(xml);
  }
  return zipSync(parts, { mtime: new Date(2025, 0, 1) });
}

const fonts = ({ font }: Typed): string =>
  font ? `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}"/>` : '';

/**
 * The samples that test/files has in old fonts, by format: with automatic labels, but for .html, in whose lists
 * LibreOffice keeps neither the signs of bullets nor the numbers of a list that goes on.
 */
export const OLD_SAMPLES = {
  doc: 'mat-tran-tinh',
  rtf: 'mat-tran-tinh',
  odt: 'mat-tran-tinh',
  html: 'dac-khu-hon-se',
};
