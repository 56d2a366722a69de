import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { extractText } from '../../src/extract/txt.ts';
import { encodeTcvn3, showVni } from '../support/legacy.ts';

/*
 * Text typed in an old font and pasted into a Unicode file without it: each letter has become another letter.
 */

const showTcvn3 = (text: string): string => iconv.decode(encodeTcvn3(text), 'windows1252');
const read = (text: string) => extractText(Buffer.from(text));

const report = [
  'Cộng hòa xã hội chủ nghĩa Việt Nam',
  'Số: 15/BC-UBND',
  'Thực hiện Quyết định số 27/QĐ-UBND ngày 12/3/2008 của huyện, xã đã tiếp 45 lượt công dân – “đúng hẹn”.',
  'hoà giải tại tổ dân phố: 03 vụ.',
].join('\n');

describe('a whole file', () => {
  test.each<[string, (text: string) => string]>([
    ['tcvn3', showTcvn3],
    ['vni', showVni],
  ])('of %s', async (encoding, show) => {
    expect(await read(show(report))).toMatchObject({
      text: report,
      encoding: `utf-8+${encoding}`,
      notices: [{ rule: 'encoding-guessed', severity: 'info', span: [0, 34] }],
    });
  });

  test('in which even letters that Vietnamese has mean others', async () => {
    // "soá" could be a word, "hoøa" not.
    const { text } = await read('soá nhaø: hoøa giaûi, thöïc hieän, vuï vieäc\nsoá 12');
    expect(text).toBe('số nhà: hòa giải, thực hiện, vụ việc\nsố 12');
  });
});

describe('parts of a file', () => {
  const unicode = 'Báo cáo tổng hợp của Ủy ban nhân dân huyện';

  test('lines', async () => {
    const { text, notices } = await read(`${unicode}\n${showTcvn3(report)}\n${unicode}`);
    expect(text).toBe(`${unicode}\n${report}\n${unicode}`);
    expect(notices).toMatchObject([
      {
        span: [43, 77],
        message: { en: '4 lines were typed in an old font and pasted without it; read as TCVN3 (ABC)' },
      },
    ]);
  });

  test('stretches of a line', async () => {
    const part = 'Quyết định số 27 của huyện về tiếp công dân';
    expect((await read(`Căn cứ ${showTcvn3(part)} được ban hành; theo đó ${showTcvn3(part)}`)).text).toBe(
      `Căn cứ ${part} được ban hành; theo đó ${part}`,
    );
  });

  test('Unicode in between stays as it is, also without a letter that only Unicode has', async () => {
    const between = 'và các báo cáo quý, tháng';
    expect((await read(`${showTcvn3(report)}\n${between}\n${unicode}`)).text).toBe(`${report}\n${between}\n${unicode}`);
  });
});

describe('what is no pasted text', () => {
  test.each([
    'Ống nhựa Ø90, Ø110, Ø160; nồng độ bụi 12 µg/m³, 15 µg/m³, 18 µg/m³ tại ba điểm đo.',
    'Đoàn công tác của Düsseldorf, Köln, Nürnberg và Württemberg đã thăm xã.',
    'Đức: Müller, Jäger, Schröder; Pháp: François, Noël, Benoît đã thăm thôn.',
    'Le général François a visité la région de Nîmes; l’accueil y fut très chaleureux, naïf même.',
  ])('%s', async (text) => {
    expect(await read(text)).toMatchObject({ text, encoding: 'utf-8', notices: [] });
  });
});
