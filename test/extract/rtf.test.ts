import { describe, expect, test } from 'vitest';
import { extractRtf } from '../../src/extract/rtf/index.ts';
import { UnreadableError } from '../../src/extract/unreadable.ts';

const fonts =
  '{\\fonttbl{\\f0\\fcharset0 Times New Roman;}{\\f1\\fcharset163 Times New Roman (Vietnamese);}{\\f2\\fcharset2 Symbol;}' +
  '{\\f3\\fcharset2 Wingdings{\\*\\falt Arial};}{\\f4\\fcharset0 .VnTime;}}';

/** A document with this body; letters beyond ASCII are written as bytes. */
const extract = (body: string) =>
  extractRtf(Buffer.from(`{\\rtf1\\ansi\\ansicpg1252\\deff0${fonts}${body}}`, 'latin1'));
const read = (body: string): string[] =>
  extract(body)
    .text.split('\n')
    .filter((line) => line);

describe('characters', () => {
  test('Unicode with a stand-in, or with none, or with two', () => {
    expect(read("B\\u225\\'e1o c\\u225?o")).toEqual(['Báo cáo']);
    expect(read('\\uc0 B\\u225o c\\u225o')).toEqual(['Báo cáo']);
    expect(read('\\uc2 B\\u225??o')).toEqual(['Báo']);
    expect(read('{\\uc0\\u7881}nh\\u7881?')).toEqual(['ỉnhỉ']);
  });

  test('a negative number and a pair of surrogates', () => {
    expect(read('\\u-3913?')).toEqual(['•']);
    expect(read('\\u-10179?\\u-8704?')).toEqual(['😀']);
  });

  test('bytes by the code page of the font: windows-1258 has tones of their own', () => {
    expect(read("\\f1 Qua\\'d2ng Ng\\'e3i")).toEqual(['Quảng Ngăi']);
    expect(read("\\f0 caf\\'e9, \\'93x\\'94")).toEqual(['café, “x”']);
  });

  test('letters of a font of TCVN3', () => {
    expect(read("{\\f4 B\\'b8o c\\'b8o} 25/BC")).toEqual(['Báo cáo 25/BC']);
  });

  test('words and symbols that are characters; line ends of the file are none', () => {
    expect(read('12/KH\\_UBND\\~x\\-y\\tab z\\line d\\emdash e\\ldblquote f\\rdblquote\n g\\{h\\}')).toEqual([
      '12/KH-UBND\u00A0xy\tz',
      'd—e“f” g{h}',
    ]);
  });

  test('raised numbers, capitals, signs of symbol fonts', () => {
    expect(read("km{\\super 2} {\\super (1)}{\\caps b\\u225?o} {\\f3\\'fc}{\\f2\\'b3}")).toEqual(['km² ⁽¹⁾BÁO ✓≥']);
  });

  test('hidden and deleted text is left out and told', () => {
    const { text, notices } = extract('a{\\v x}b{\\deleted y}{\\revised c}');
    expect(text.trim()).toBe('abc');
    expect(notices.map(({ rule }) => rule)).toEqual(['tracked-changes', 'hidden-text']);
  });
});

describe('groups', () => {
  test('those that are no text', () => {
    const groups = [
      '{\\info{\\title Mau}}',
      '{\\header Trang}',
      '{\\*\\unknown x}',
      '{\\pict\\wmetafile8 0102}',
      '{\\*\\bkmkstart a}',
      '{\\object{\\*\\objdata 01}{\\result Bang}}',
    ];
    expect(read(`${groups.join('')}Chu`)).toEqual(['BangChu']);
  });

  test('binary data may hold braces', () => {
    expect(read('{\\pict\\bin5 }}}}}}Chu')).toEqual(['Chu']);
    expect(read('a\\bin3 }}}b')).toEqual(['ab']);
  });

  test('text given twice is read once, as Unicode', () => {
    expect(read('{\\upr{Bao cao}{\\*\\ud{B\\u225?o c\\u225?o}}}')).toEqual(['Báo cáo']);
  });

  test('fields show their result; a table of contents is furniture', () => {
    expect(read('Trang {\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}')).toEqual(['Trang 7']);
    const { text, layout } = extract(
      '{\\field{\\*\\fldinst TOC \\\\o}{\\fldrslt I. Mo dau\\par II. Ket\\par}}Chu\\par',
    );
    expect(layout.furniture.map((span) => text.slice(...span))).toEqual(['I. Mo dau', 'II. Ket']);
    expect(layout.paragraphs!.map((span) => text.slice(...span))).toEqual(['Chu']);
  });

  test('a text box stands behind its paragraph', () => {
    expect(
      read('Mot{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt Hop\\par}}{\\shprslt Hop}} hai\\par Ba'),
    ).toEqual(['Mot hai', 'Hop', 'Ba']);
  });
});

describe('paragraphs', () => {
  test('labels as the file has them, bullets as signs', () => {
    expect(
      read("{\\listtext\\pard\\plain\\f0 I.\\tab}M\\u7909?c\\par{\\pntext\\f3\\'d8\\tab}Y\\par{\\listtext\\tab}Z"),
    ).toEqual(['I. Mục', '➢ Y', 'Z']);
  });

  test('a hidden mark, a deleted mark and a big first letter join the next paragraph', () => {
    expect(read('A.{\\v\\par} b\\par C{\\deleted\\par}d\\par\\pard\\dropcapli2 E\\par\\pard f')).toEqual([
      'A. b',
      'Cd',
      'Ef',
    ]);
  });

  test('notes: counted, at the end of the document, and with a mark typed by hand', () => {
    const counted = '{\\super\\chftn}{\\footnote\\pard\\plain{\\super\\chftn} Chu thich.}';
    const { text, layout } = extract(
      `\\aftnnrlc Mot${counted} hai{\\super *}{\\footnote{\\super *} Sao.} ba{\\super\\chftn}{\\footnote\\ftnalt{\\super\\chftn} Cuoi.}`,
    );
    expect(text.split('\n')[0]).toBe('Mot¹ hai* baⁱ');
    expect(layout.notes.map(({ marker, body, calls }) => [marker, text.slice(...body), calls.length])).toEqual([
      ['1', 'Chu thich.', 1],
      ['*', 'Sao.', 1],
      ['i', 'Cuoi.', 1],
    ]);
  });
});

describe('tables', () => {
  const row = (cells: string[], definition = '') =>
    `\\trowd${definition}${cells.map(() => '\\cellx100').join('')}\\pard\\intbl ${cells.join('\\cell ')}\\cell\\row`;
  const line = '\\clbrdrt\\brdrw10\\brdrs\\clbrdrl\\brdrs';

  test('without lines: one column after the other', () => {
    expect(read(`${row(['A', 'X'])}${row(['B', 'Y'])}\\pard Sau`)).toEqual(['A', 'B', 'X', 'Y', 'Sau']);
  });

  test('with lines: row by row; a line below a cell is none', () => {
    expect(read(`${row(['A', 'X'], line)}${row(['B', 'Y'], line)}`)).toEqual(['A', 'X', 'B', 'Y']);
    expect(read(`${row(['A', 'X'], '\\clbrdrb\\brdrs')}${row(['B', 'Y'])}`)).toEqual(['A', 'B', 'X', 'Y']);
    expect(read(`${row(['A', 'X'], '\\clbrdrt\\brdrnone')}${row(['B', 'Y'])}`)).toEqual(['A', 'B', 'X', 'Y']);
  });

  test('in a cell', () => {
    const inner =
      '\\pard\\intbl\\itap2 m\\nestcell n\\nestcell{\\*\\nesttableprops\\trowd\\cellx1\\cellx2\\nestrow}{\\nonesttables\\par}';
    expect(
      read(`\\trowd\\cellx1\\cellx2\\pard\\intbl A\\par${inner}\\pard\\intbl B\\cell C\\cell\\row\\pard D`),
    ).toEqual(['A', 'm', 'n', 'B', 'C', 'D']);
  });
});

describe('files that are refused', () => {
  const cause = (text: string): string => {
    try {
      extractRtf(Buffer.from(text, 'latin1'));
      return 'read';
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      return error.text.en;
    }
  };

  test('one that breaks off', () => {
    expect(cause('{\\rtf1 Bao {\\b cao}')).toMatch(/damaged/);
    expect(cause('{\\rtf1 Bao cao\\')).toMatch(/damaged/);
    expect(cause('{\\rtf1 {\\pict 0102')).toMatch(/damaged/);
  });

  test('one nested without reason', () => {
    expect(cause(`{\\rtf1 ${'{'.repeat(10_000)}${'}'.repeat(10_000)}}`)).toMatch(/deeply/);
    expect(cause(`{\\rtf1 ${'{\\footnote '.repeat(900)}${'}'.repeat(900)}}`)).toBe('read');
    expect(cause(`{\\rtf1 \\trowd\\itap100000\\intbl a\\nestcell\\nestrow}`)).toBe('read');
  });

  test('what follows the document does not count', () => {
    expect(cause('{\\rtf1 Bao cao}\0\0}}{')).toBe('read');
  });

  test('notes by the thousand are read, millions are refused', () => {
    expect(cause(`{\\rtf1 ${'{\\footnote abc}'.repeat(60_000)}}`)).toBe('read');
    expect(cause(`{\\rtf1 ${'{\\footnote abc}'.repeat(110_000)}}`)).toMatch(/too many/);
  });

  test('a million bytes', () => {
    expect(cause(`{\\rtf1 ${'\\u225? {\\b x}\\par '.repeat(50_000)}}`)).toBe('read');
  });
});
