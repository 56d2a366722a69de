/*
 * Where the encodings from before Unicode keep the letters of Vietnamese. A row is a vowel without and with its tones:
 * level (thanh ngang), huyền, sắc, hỏi, ngã, nặng. ASCII is the same in all of them, but for the control characters
 * that VISCII and VPS needed for a few capitals.
 *
 * Sources: TCVN 5712:1993 (VN1, VN3), RFC 1456 (VISCII), VPS and VNI as their own converters and GNU recode have
 * them; the tests compare each table with a second description of it.
 */

/** The tones in the order of the columns, as combining marks. */
export const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];

/** TCVN 5712-3 (VN3), the bytes of the ABC fonts (.VnTime): no capitals with a tone, those are fonts of their own. */
export const TCVN3 = `
  a 61 B5 B8 B6 B7 B9    ă A8 BB BE BC BD C6    â A9 C7 CA C8 C9 CB
  e 65 CC D0 CE CF D1    ê AA D2 D5 D3 D4 D6    i 69 D7 DD D8 DC DE
  o 6F DF E3 E1 E2 E4    ô AB E5 E8 E6 E7 E9    ơ AC EA ED EB EC EE
  u 75 EF F3 F1 F2 F4    ư AD F5 F8 F6 F7 F9    y 79 FA FD FB FC FE    đ AE
  Ă A1                   Â A2                   Ê A3                   Đ A7
  Ô A4                   Ơ A5                   Ư A6`;

/** What TCVN 5712-1 (VN1) adds: the capitals with tones, in the places of punctuation and controls. */
export const TCVN_CAPITALS = `
  A 41 80 83 81 82 84    Ă A1 AF C0 BA BF 85    Â A2 C1 C4 C2 C3 86
  E 45 87 8A 88 89 8B    Ê A3 C5 DA CD D9 8C    I 49 8D 90 8E 8F 91
  O 4F 92 95 93 94 96    Ô A4 DB FF E0 F0 97    Ơ A5 98 9B 99 9A 9C
  U 55 9D 01 9E 9F 02    Ư A6 04 11 05 06 12    Y 59 13 16 14 15 17`;

/** TCVN 5712-1: tones that follow any letter. */
export const TCVN_TONES: Record<number, string> = {
  176: '\u0300',
  177: '\u0309',
  178: '\u0303',
  179: '\u0301',
  180: '\u0323',
};

export const VISCII = `
  a 61 E0 E1 E4 E3 D5    ă E5 A2 A1 C6 C7 A3    â E2 A5 A4 A6 E7 A7
  e 65 E8 E9 EB A8 A9    ê EA AB AA AC AD AE    i 69 EC ED EF EE B8
  o 6F F2 F3 F6 F5 F7    ô F4 B0 AF B1 B2 B5    ơ BD B6 BE B7 DE FE
  u 75 F9 FA FC FB F8    ư DF D7 D1 D8 E6 F1    y 79 CF FD D6 DB DC    đ F0
  A 41 C0 C1 C4 C3 80    Ă C5 82 81 02 05 83    Â C2 85 84 86 06 87
  E 45 C8 C9 CB 88 89    Ê CA 8B 8A 8C 8D 8E    I 49 CC CD 9B CE 98
  O 4F D2 D3 99 A0 9A    Ô D4 90 8F 91 92 93    Ơ B4 96 95 97 B3 94
  U 55 D9 DA 9C 9D 9E    Ư BF BB BA BC FF B9    Y 59 9F DD 14 19 1E    Đ D0`;

export const VPS = `
  a 61 E0 E1 E4 E3 E5    ă E6 A2 A1 A3 A4 A5    â E2 C0 C3 C4 C5 C6
  e 65 E8 E9 C8 EB CB    ê EA 8A 89 8B CD 8C    i 69 EC ED CC EF CE
  o 6F F2 F3 D5 F5 86    ô F4 D2 D3 B0 87 B6    ơ D6 A9 A7 AA AB AE
  u 75 F9 FA FB DB F8    ư DC D8 D9 BA BB BF    y 79 FF 9A 9B CF 9C    đ C7
  A 41 80 C1 81 82 02    Ă 88 8E 8D 8F F0 04    Â C2 84 83 85 1C 03
  E 45 D7 C9 DE FE 05    Ê CA 93 90 94 95 06    I 49 B5 B4 B7 B8 10
  O 4F BC B9 BD BE 11    Ô D4 97 96 98 99 12    Ơ F7 9E 9D 9F A6 13
  U 55 A8 DA D1 AC 14    Ư D0 AF AD B1 1D 15    Y 59 B2 DD FD B3 19    Đ F1`;

/**
 * VNI-Windows (VNI-Times): a vowel and behind it the sign for what it carries, shown here as the Latin-1 letters that
 * one sees without the font. The vowel i and a few others are letters of their own.
 */
export const VNI = `
  a a aø aù aû aõ aï    ă aê aè aé aú aü aë    â aâ aà aá aå aã aä
  e e eø eù eû eõ eï    ê eâ eà eá eå eã eä    i i ì í æ ó ò
  o o oø où oû oõ oï    ô oâ oà oá oå oã oä    ơ ô ôø ôù ôû ôõ ôï
  u u uø uù uû uõ uï    ư ö öø öù öû öõ öï    y y yø yù yû yõ î    đ ñ
  A A AØ AÙ AÛ AÕ AÏ    Ă AÊ AÈ AÉ AÚ AÜ AË    Â AÂ AÀ AÁ AÅ AÃ AÄ
  E E EØ EÙ EÛ EÕ EÏ    Ê EÂ EÀ EÁ EÅ EÃ EÄ    I I Ì Í Æ Ó Ò
  O O OØ OÙ OÛ OÕ OÏ    Ô OÂ OÀ OÁ OÅ OÃ OÄ    Ơ Ô ÔØ ÔÙ ÔÛ ÔÕ ÔÏ
  U U UØ UÙ UÛ UÕ UÏ    Ư Ö ÖØ ÖÙ ÖÛ ÖÕ ÖÏ    Y Y YØ YÙ YÛ YÕ Î    Đ Ñ`;

/** The letters of a table, NFC, each with its code as the table writes it. */
export function* lettersOf(table: string): Generator<[letter: string, code: string]> {
  for (const group of table.trim().split(/\s{2,}/)) {
    const [base = '', ...codes] = group.split(' ');
    for (const [tone, code] of codes.entries()) yield [(base + TONES[tone]).normalize('NFC'), code];
  }
}
