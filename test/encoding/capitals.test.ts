import { describe, expect, test } from 'vitest';
import { restoreCapitals, restoreWords } from '../../src/extract/encoding/capitals.ts';

/*
 * In the ABC fonts letters with a tone have no capitals; plain text shows them small, wherever they stood.
 */
describe('capitals come back', () => {
  test.each([
    ['in words of capitals', 'xã ĐôNG HOà, ĐăNG Ký', 'xã ĐôNG HOÀ, ĐăNG Ký'],
    ['in a title', 'BáO CáO Về VIệC XÂY DựNG Xã', 'BÁO CÁO VỀ VIỆC XÂY DỰNG XÃ'],
    ['in a title of which one word tells', 'Dự THảO', 'DỰ THẢO'],
    ['side by side', '- Lưu VT.     PHó Bí THƯ     Tạ Văn ất', '- Lưu VT.     PHÓ BÍ THƯ     Tạ Văn Ất'],
    ['in a name', 'Phạm Văn ái', 'Phạm Văn Ái'],
    ['at the beginning of a sentence', 'Đã xong. ở xã, ông ủng hộ! “ông…', 'Đã xong. Ở xã, ông ủng hộ! “ông…'],
    ['of the text', 'ý kiến của dân', 'Ý kiến của dân'],
    ['of a list item', 'Gồm:\n- ấp Đông;\n2.1. ấp Đoài;\nb) ấp Nam', 'Gồm:\n- Ấp Đông;\n2.1. Ấp Đoài;\nb) Ấp Nam'],
    ['in the name of a body', 'của ủy ban nhân dân xã', 'của Ủy ban nhân dân xã'],
  ])('%s', (_, decoded, meant) => expect(restoreCapitals(decoded)).toBe(meant));
});

describe('small letters stay', () => {
  test.each([
    ['beside a code', 'Số: 15/BC-UBND'],
    ['beside an abbreviation', 'Về UBND xã, từ HĐND'],
    ['behind an abbreviation', 'Tại TP. ấy, v.v. ở đó'],
    ['on the next line', 'Cán bộ\nở cơ sở'],
    ['in a line with a name', 'Bà Nam đã ở ấp'],
    ['in the names of Party bodies', 'Huyện ủy Sơn Hà'],
    ['in a list of names', '- TT Huyện ủy, TT HĐND'],
    ['behind a number', 'Tổ 12 ở xã'],
    ['where a committee issues something', 'Tỉnh ủy ban hành'],
  ])('%s', (_, text) => expect(restoreCapitals(text)).toBe(text));

  test('in a run whose font shows them small', () => {
    expect(restoreWords('ở ấp, CộNG HOà, Về')).toBe('ở ấp, CỘNG HOÀ, Về');
  });
});
