import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extractDocx } from '../../src/extract/docx/index.ts';
import { inList, level, lines, list, pack, paragraph, run } from '../support/docx.ts';

/** How list and level of a paragraph are found, what signs are shown, and which paragraphs count. */

const style = (id: string, inner: string, basedOn = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}">${basedOn && `<w:basedOn w:val="${basedOn}"/>`}${inner}</w:style>`;
const styled = (id: string): string => `<w:pStyle w:val="${id}"/>`;

test('a paragraph is numbered by its style, by the style that is based on, and not where the list is taken away', async () => {
  const numbering = list(
    1,
    level(0, 'upperRoman', '%1.', '<w:pStyle w:val="Muc"/>'),
    level(1, 'decimal', '%2.', '<w:pStyle w:val="TieuMuc"/>'),
  );
  const styles = [
    style('Muc', `<w:pPr>${inList(1)}</w:pPr>`),
    style('TieuMuc', `<w:pPr>${inList(1)}</w:pPr>`),
    style('TieuMucDam', '', 'TieuMuc'),
    style('CapHai', '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>', 'Muc'),
  ].join('');
  const body = [
    paragraph('Kết quả', styled('Muc')),
    paragraph('Tuyên truyền', styled('TieuMuc')),
    paragraph('Đối thoại', styled('TieuMucDam')),
    paragraph('không đánh số', styled('TieuMuc') + inList(0)),
    paragraph('Tiếp dân', styled('CapHai') + inList(1, 1)),
    paragraph('Kiến nghị', styled('Muc')),
  ].join('');
  expect(await lines({ body, styles, numbering })).toEqual([
    'I. Kết quả',
    '1. Tuyên truyền',
    '2. Đối thoại',
    'không đánh số',
    '3. Tiếp dân',
    'II. Kiến nghị',
  ]);
});

test('a definition that links to a numbering style takes the levels of its list', async () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="DanhMuc"/></w:abstractNum>' +
    `<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="DanhMuc"/>${level(0, 'lowerLetter', '%1)')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>';
  const styles = `<w:style w:type="numbering" w:styleId="DanhMuc"><w:pPr>${inList(2)}</w:pPr></w:style>`;
  const body = paragraph('trồng cây', inList(1, 0)) + paragraph('dọn kênh', inList(2, 0));
  expect(await lines({ body, styles, numbering })).toEqual(['a) trồng cây', 'b) dọn kênh']);
});

test('a list overrides starts and whole levels of its definition', async () => {
  const numbering =
    `${list(1, level(0, 'decimal', '%1.'))}<w:num w:numId="2"><w:abstractNumId w:val="1"/>` +
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/>' +
    `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', 'Phụ lục %1:')}</w:lvlOverride></w:num>`;
  const body = [1, 2, 1, 3].map((numId) => paragraph('x', inList(numId, 0))).join('');
  expect(await lines({ body, numbering })).toEqual(['1. x', '7. x', '8. x', 'Phụ lục I: x']);
});

test('bullets of symbol fonts are the signs that are seen', async () => {
  const font = (name: string) => `<w:rPr><w:rFonts w:ascii="${name}" w:hAnsi="${name}"/></w:rPr>`;
  const bullet = (at: number, text: string, name: string) =>
    level(at, 'bullet', text).replace('</w:lvl>', `${font(name)}</w:lvl>`);
  const numbering = list(
    1,
    ...[
      bullet(0, '\uF0B7', 'Symbol'),
      bullet(1, 'o', 'Courier New'),
      bullet(2, '\uF0A7', 'Wingdings'),
      bullet(3, '\uF02D', 'Symbol'),
      bullet(4, '\uF02B', 'OpenSymbol'),
      bullet(5, 'Ø', 'Wingdings'),
      bullet(6, '+', 'Times New Roman'),
      bullet(7, '–', 'Times New Roman'),
    ],
  );
  const body = [0, 1, 2, 3, 4, 5, 6, 7].map((at) => paragraph('x', inList(1, at))).join('');
  expect(await lines({ body, numbering })).toEqual(['• x', '◦ x', '▪ x', '- x', '+ x', '➢ x', '+ x', '– x']);
});

test('an empty and a hidden paragraph count; a deleted one does not', async () => {
  const numbering = list(1, level(0, 'decimal', '%1.'));
  const vanish = '<w:rPr><w:vanish/></w:rPr>';
  const body = [
    paragraph('một', inList(1, 0)),
    paragraph('', inList(1, 0)),
    paragraph(run('ẩn', '<w:vanish/>'), inList(1, 0) + vanish),
    paragraph('<w:del><w:r><w:delText>đã bỏ</w:delText></w:r></w:del>', `${inList(1, 0)}<w:rPr><w:del/></w:rPr>`),
    paragraph('bốn', inList(1, 0)),
  ].join('');
  expect(await lines({ body, numbering })).toEqual(['1. một', '2. ', '4. bốn']);
});

test('rows deleted by a tracked change and cells covered by the one above count for no list', async () => {
  const numbering = list(1, level(0, 'decimal', '%1'));
  const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
  const number = paragraph('', inList(1, 0));
  const row = (first: string, second: string, properties = '') =>
    `<w:tr><w:trPr>${properties}</w:trPr>${first}${cell(paragraph(second))}</w:tr>`;
  const body = `<w:tbl><w:tblPr><w:tblBorders><w:insideV w:val="single"/></w:tblBorders></w:tblPr>${[
    row(cell(number, '<w:vMerge w:val="restart"/>'), 'Xã Vĩnh Hoà'),
    row(cell(number, '<w:vMerge/>'), 'Xã Vĩnh Thuận'),
    row(cell(number), 'đã bỏ', '<w:del/>'),
    row(cell(number), 'Xã Tân Lập'),
  ].join('')}</w:tbl>`;
  expect(await lines({ body, numbering })).toEqual(['1 ', 'Xã Vĩnh Hoà', 'Xã Vĩnh Thuận', '2 ', 'Xã Tân Lập']);
});

test('lists that nobody defined, without a definition, or linked in a circle give no label', async () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Vong"/></w:abstractNum>' +
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"/><w:num/>';
  const styles = `<w:style w:type="numbering" w:styleId="Vong"><w:basedOn w:val="Vong"/><w:pPr>${inList(1)}</w:pPr></w:style>`;
  const body = [1, 2, 9].map((numId) => paragraph('x', inList(numId, 0))).join('');
  expect(await lines({ body, styles, numbering })).toEqual(['x', 'x', 'x']);
});

test('without numbering.xml and styles.xml the text is read', async () => {
  expect(await lines({ body: paragraph('x', inList(1, 0) + styled('Muc')) })).toEqual(['x']);
});

test('any numbering part gives some text with all the words', { timeout: 60_000 }, async () => {
  const value = fc.constantFrom('0', '1', '2', '-1', '99999999999', 'x', '', '%1', '%9.', 'bullet', 'upperRoman', 'S');
  const name = fc.constantFrom(
    ...['ilvl', 'numId', 'abstractNumId', 'start', 'numFmt', 'lvlText', 'isLgl', 'lvlRestart', 'suff', 'pStyle'],
    ...['numStyleLink', 'styleLink', 'startOverride', 'lvl', 'lvlOverride', 'num', 'abstractNum', 'rPr', 'vanish'],
  );
  const element = (inner: fc.Arbitrary<string>) =>
    fc.tuple(name, value, inner).map(([tag, v, content]) => {
      const id = tag === 'num' ? 'numId' : tag.startsWith('lvl') ? 'ilvl' : 'abstractNumId';
      return `<w:${tag} w:val="${v}" w:${id}="${v}">${content}</w:${tag}>`;
    });
  const some = (inner: fc.Arbitrary<string>) => fc.array(inner, { maxLength: 5 }).map((nodes) => nodes.join(''));
  const nodes = some(element(some(element(some(element(some(element(fc.constant('')))))))));
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const body = [0, 1, 2].map((n) => paragraph(`chữ${n}`, styled('S') + inList(n % 2 ? 1 : 2, n))).join('');
  await fc.assert(
    fc.asyncProperty(nodes, async (inner) => {
      const { text } = await extractDocx(
        pack({
          'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
          'word/numbering.xml': `<w:numbering ${W}>${inner}</w:numbering>`,
          'word/styles.xml': `<w:styles ${W}>${style('S', inner)}</w:styles>`,
        }),
      );
      // Hidden by the style, the words are rightly gone.
      if (!inner.includes('w:vanish')) expect(text.match(/chữ\d/g)).toEqual(['chữ0', 'chữ1', 'chữ2']);
    }),
    { numRuns: 150 },
  );
});
