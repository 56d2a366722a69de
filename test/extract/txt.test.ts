import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { extractText } from '../../src/extract/txt.ts';
import { UnreadableError } from '../../src/extract/unreadable.ts';

const sentence = 'Ủy ban nhân dân xã đã tiếp 12 lượt công dân, giải quyết xong 09 vụ việc.\n';
const BOM = '\uFEFF';

const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('encodings', () => {
  test.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(sentence), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(BOM + sentence), 'utf-8'],
    ['UTF-16 LE with a mark', Buffer.from(BOM + sentence, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE with a mark', swapped(BOM + sentence), 'utf-16be'],
    ['UTF-16 LE without mark', Buffer.from(sentence, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE without mark', swapped(sentence), 'utf-16be'],
    ['NFD in UTF-16 without mark', Buffer.from(sentence.normalize('NFD'), 'utf16le'), 'utf-16le'],
  ])('%s', async (_, bytes, encoding) => {
    expect(await extractText(bytes)).toMatchObject({ text: sentence, encoding, notices: [] });
  });

  test.each<[string, Uint8Array]>([
    [
      'French in Latin-1',
      iconv.encode('Le comité a reçu les délégués étrangers à l’hôtel de ville.'.repeat(3), 'latin1'),
    ],
    ['Russian in Windows-1251', iconv.encode('Отчёт о работе с обращениями граждан за год.', 'windows1251')],
  ])('%s is not guessed', async (_, bytes) => {
    await expect(extractText(bytes)).rejects.toThrow(/unknown encoding/);
  });

  test('a text cut in the middle of a letter is still UTF-8, with a warning where', async () => {
    const bytes = Buffer.from(`${sentence}Trả lời đầy đủ`).subarray(0, -1);
    const { text, notices } = await extractText(bytes);
    expect(text).toBe(`${sentence}Trả lời đầy đ\uFFFD`);
    expect(notices).toMatchObject([{ rule: 'encoding-damaged', span: [text.length - 1, text.length] }]);
  });
});

describe('what is no text', () => {
  test.each<[string, Uint8Array]>([
    ['zeros', Buffer.alloc(100)],
    ['a program', Buffer.from('7F454C4602010100000000000000000003003E000100', 'hex')],
    ['UTF-8 with a zero', Buffer.from('Báo cáo\0')],
    ['UTF-16 with half a letter', Buffer.concat([Buffer.from(sentence, 'utf16le'), Buffer.from([0x00, 0xd8])])],
    ['many control characters', Buffer.from('\x01\x02\x03abc')],
    ['UTF-32', Buffer.from('FFFE0000420000006F000000', 'hex')],
  ])('%s', async (_, bytes) => {
    await expect(extractText(bytes)).rejects.toThrow(UnreadableError);
    await expect(extractText(bytes)).rejects.toThrow(/binary/);
  });

  test('a stray control character is no reason to refuse a report', async () => {
    expect((await extractText(Buffer.from(`${sentence.repeat(20)}\x1A`))).text).toContain('\x1A');
  });
});

describe('the text', () => {
  test('has \\n line ends and NFC, nothing else is touched', async () => {
    const input = `# **Báo  cáo**\r\n\tnăm\u00A02024\r\u200Bhết `.normalize('NFD');
    expect((await extractText(Buffer.from(input))).text).toBe(`# **Báo  cáo**\n\tnăm\u00A02024\n\u200Bhết `);
  });

  test.each([
    ['trang một', null, []],
    ['trang một\n\ftrang hai', 2, [0, 11]],
    ['trang một\n\ftrang hai\n\f', 2, [0, 11]],
    ['trang một\n\f\n\ftrang ba', 3, [0, 11, 13]],
  ])('form feeds turn the page: %j', async (text, pages, starts) => {
    expect(await extractText(Buffer.from(text))).toMatchObject({ text, pages, layout: { pages: starts } });
  });
});
