import { describe, expect, test } from 'vitest';
import { extractHtml } from '../../src/extract/html/index.ts';
import { sniff } from '../../src/extract/sniff.ts';
import { UnreadableError } from '../../src/extract/unreadable.ts';

const extract = (page: string) => extractHtml(Buffer.from(page));
const read = async (page: string): Promise<string[]> => (await extract(page)).text.split('\n').filter((line) => line);

describe('text', () => {
  test('white space is folded, lines are broken by br and blocks', async () => {
    expect(await read('<p>Báo\n  cáo <b> công</b> tác </p><div>a<br> b<p>c</p>d</div>')).toEqual([
      'Báo cáo công tác',
      'a',
      'b',
      'c',
      'd',
    ]);
    expect(await read('<pre>a\n  b</pre>')).toEqual(['a', '  b']);
  });

  test('what is no text', async () => {
    const page = `<html><head><title>Trang</title><style>p{color:red}</style></head><body><script>x()</script>
      <!-- chú giải --><p>Chữ&nbsp;&amp; số</p><noscript>y</noscript><iframe>z</iframe><select><option>1</select></body></html>`;
    expect(await read(page)).toEqual(['Chữ\u00A0& số']);
  });

  test('hidden by style, class or attribute, and told', async () => {
    const { text, notices } = await extract(
      '<style>.an{display:none}</style><p>a<span style="display:none">b</span><span class=an>c</span><span hidden>d</span><span style="mso-hide:all">e</span>f</p>',
    );
    expect(text).toBe('af\n');
    expect(notices.map(({ rule }) => rule)).toEqual(['hidden-text']);
  });

  test('raised numbers and capitals', async () => {
    expect(await read('<p>km<sup>2</sup>, m<span style="vertical-align:super">3</span>, H<sub>2</sub>O')).toEqual([
      'km², m³, H2O',
    ]);
    expect(await read('<style>.t{text-transform:uppercase}</style><p class=t>Báo cáo')).toEqual(['BÁO CÁO']);
  });

  test('letters of old fonts, by font, style and class', async () => {
    const sheet =
      '<style><!-- /* Font */ p.Cu, li.Cu {margin:0; font-family:".VnTime",serif} @page {size:A4} --></style>';
    expect(await read(`${sheet}<p class=Cu>B¸o c¸o</p><font face=".VnTime">B¸o</font>`)).toEqual(['Báo cáo', 'Báo']);
    expect(await read(`<p style='font:13.0pt ".VnTime"'>B¸o c¸o`)).toEqual(['Báo cáo']);
  });

  test('the encoding that the page names; windows-1252 where it is no UTF-8', async () => {
    const bytes = (page: string) => Buffer.from(page, 'latin1');
    const { text } = await extractHtml(bytes('<meta charset=windows-1258><p>Qua\xD2ng'));
    expect(text).toBe('Quảng\n');
    expect((await extractHtml(bytes('<p>caf\xE9'))).text).toBe('café\n');
    const utf16 = Buffer.from('\uFEFF<html><body><p>Báo cáo</body></html>', 'utf16le');
    expect((await extractHtml(utf16)).text).toBe('Báo cáo\n');
    expect(await sniff(utf16)).toEqual({ format: 'html' });
  });
});

describe('lists', () => {
  test('numbered by type, start and value', async () => {
    const items = '<li>a<li value=5>b<li>c';
    expect(await read(`<ol>${items}</ol>`)).toEqual(['1. a', '5. b', '6. c']);
    expect(await read('<ol type=I start=2><li>a<ol type=a><li>b</ol><li>c</ol>')).toEqual(['II. a', 'a. b', 'III. c']);
    expect(await read('<ol reversed><li>a<li>b</ol>')).toEqual(['2. a', '1. b']);
    expect(await read('<ol style="list-style-type:upper-alpha"><li><p>a</p><p>b</p></ol>')).toEqual(['A. a', 'b']);
  });

  test('signs by depth and style', async () => {
    expect(await read('<ul><li>a<ul><li>b<ul><li>c</ul></ul></ul>')).toEqual(['• a', '◦ b', '▪ c']);
    expect(await read(`<ul style="list-style-type:'- '"><li>a</ul><ul style="list-style:none"><li>b</ul>`)).toEqual([
      '- a',
      'b',
    ]);
  });

  test('labels as Word writes them', async () => {
    const label = (inner: string) =>
      `<![if !supportLists]><span style='mso-list:Ignore'>${inner}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>`;
    const page = `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>${label('I.')}Mục</p>
      <p style='mso-list:l1 level1 lfo2'><span style='font-family:Symbol'>${label('·')}</span>Ý</p>`;
    expect(await read(page)).toEqual(['I. Mục', '• Ý']);
  });
});

describe('what Word and LibreOffice add', () => {
  test('tabs, comments, heads of pages, a table of contents', async () => {
    const page = `<p>Số<span style='mso-tab-count:2'>&nbsp;&nbsp; </span>25</p>
      <div style='mso-element:comment-list'><p>Nhận xét</p></div><div title="header"><p>Trang</p></div>`;
    expect(await read(page)).toEqual(['Số\t\t25']);
    const { text, layout } = await extract('<p class=MsoToc1>I. Kết quả 3</p><p>Chữ</p>');
    expect(layout.furniture.map((span) => text.slice(...span))).toEqual(['I. Kết quả 3']);
  });

  test.each([
    [
      'Word',
      '<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>',
      '<div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Chú thích.</p></div>',
    ],
    [
      'LibreOffice',
      '<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a>',
      '<div id="sdfootnote1"><p><a href="#sdfootnote1anc">1</a>Chú thích.</p></div>',
    ],
    [
      'a converter',
      '<a href="#fn1" id="fnref1"><sup>1</sup></a>',
      '<section><ol><li id="fn1"><p>Chú thích.<a href="#fnref1">↩</a></p></li></ol></section>',
    ],
  ])('notes of %s', async (_, call, note) => {
    const { text, layout } = await extract(`<p>Một${call} hai</p><p>Ba</p>${note}`);
    expect(text).toBe('Một¹ hai\nBa\n¹ Chú thích.\n');
    expect(layout.notes).toEqual([{ marker: '1', body: [14, 24], calls: [[3, 4]] }]);
  });

  test('deleted text is not read', async () => {
    const { text, notices } = await extract('<p><del>Bỏ</del><ins>Thêm</ins></p>');
    expect(text).toBe('Thêm\n');
    expect(notices.map(({ rule }) => rule)).toEqual(['tracked-changes']);
  });

  test('a web archive', async () => {
    const page = '<html><body><p>Quảng Lâm</p></body></html>';
    const quoted = [...Buffer.from(page)].map((b) =>
      b > 126 || b === 61 ? `=${b.toString(16).toUpperCase()}` : String.fromCharCode(b),
    );
    const archive = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      ' boundary="----=_Part"',
      '',
      '------=_Part',
      'Content-Type: text/html; charset="utf-8"',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      `${quoted.slice(0, 20).join('')}=`,
      quoted.slice(20).join(''),
      '------=_Part',
      'Content-Type: image/png',
      '',
      'x',
      '------=_Part--',
    ].join('\r\n');
    expect(await sniff(Buffer.from(archive))).toEqual({ format: 'html' });
    expect(await read(archive)).toEqual(['Quảng Lâm']);
  });
});

describe('tables', () => {
  const table = (attributes = '', cell = '') =>
    `<table ${attributes}><tr><td ${cell}>A<td ${cell}>X<tr><td ${cell}>B<td ${cell}>Y</table>`;

  test.each([
    ['without lines', table(), ['A', 'B', 'X', 'Y']],
    [
      'without lines, as Word says it',
      table('border=0', 'style="border:none;border-bottom:solid black 1pt"'),
      ['A', 'B', 'X', 'Y'],
    ],
    ['with lines', table('border=1'), ['A', 'X', 'B', 'Y']],
    ['with lines of the cells', table('', 'style="border:solid windowtext 1.0pt"'), ['A', 'X', 'B', 'Y']],
  ])('%s', async (_, page, expected) => {
    expect(await read(page)).toEqual(expected);
  });

  test('in a cell', async () => {
    expect(await read('<table border=1><tr><td>A<table border=1><tr><td>m<td>n</table>B<td>C</table>D')).toEqual([
      ...['A', 'm', 'n', 'B', 'C', 'D'],
    ]);
  });
});

describe('pages without reason', () => {
  const cause = async (page: string): Promise<string> => {
    try {
      await extract(page);
      return 'read';
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      return error.text.en;
    }
  };

  test.each([
    ['nested', '<div>'.repeat(10_000)],
    ['formatting that is never closed', Array.from({ length: 5000 }, (_, n) => `<font color=${n}><p>`).join('')],
  ])('%s', async (_, page) => {
    expect(await cause(page)).toMatch(/deeply/);
  });

  test('open comments in a sheet, open rules', async () => {
    expect(await cause(`<style>${'/*'.repeat(200_000)}</style><p>a`)).toBe('read');
    expect(await cause(`<style>${'a{'.repeat(200_000)}</style><p>a`)).toBe('read');
  });

  test('only pictures', async () => {
    expect(await cause('<p><img src="trang1.png"></p>')).toMatch(/scan/);
  });
});
