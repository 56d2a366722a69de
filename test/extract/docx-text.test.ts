import { describe, expect, test } from 'vitest';
import { extract, lines, paragraph, run } from '../support/docx.ts';

/** What of a paragraph's content is text. */

/** The lines of one paragraph with this content. */
const read = (content: string, styles = ''): Promise<string[]> => lines({ body: paragraph(content), styles });

describe('characters', () => {
  test('breaks are lines, tabs tabs, the hyphens that keep words together plain ones', async () => {
    const content =
      '<w:r><w:t>Cột</w:t><w:tab/><w:t>hai</w:t><w:br/><w:t>dòng hai</w:t><w:cr/><w:t>số 12/KH</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r>';
    expect(await read(content)).toEqual(['Cột\thai', 'dòng hai', 'số 12/KH-UBND']);
  });

  test('places where a word may be hyphenated vanish', async () => {
    expect(await read(run('tuyên\u00ADtruyền') + run('<w:softHyphen/>') + run('viên'))).toEqual(['tuyêntruyềnviên']);
  });

  test('white space at the ends of a text counts if the file says so; a line end in the file is a space', async () => {
    expect(await read('<w:r><w:t> Xã\nAn Bình </w:t></w:r><w:r><w:t xml:space="preserve"> Tây</w:t></w:r>')).toEqual([
      'Xã An Bình Tây',
    ]);
  });

  test('letters and marks in several runs become one letter', async () => {
    expect(await read(run('Hô') + run('\u0323i'))).toEqual(['Hội']);
  });

  test('no-break spaces stay', async () => {
    expect(await read(run('5\u00A0ha'))).toEqual(['5\u00A0ha']);
  });

  test('signs of symbol fonts, also those of the full tables of mammoth', async () => {
    const sign = (font: string, char: string) => run(`<w:sym w:font="${font}" w:char="${char}"/>`);
    expect(await read(sign('Wingdings', 'F0FC') + sign('Symbol', 'F0B3') + sign('Wingdings', 'F04A'))).toEqual(['✓≥☺']);
    expect(await read(run('\uF0D8 đạt', '<w:rFonts w:ascii="Wingdings"/>'))).toEqual(['➢ đạt']);
  });

  test('a formula is written on a line', async () => {
    const part = (name: string, text: string) => `<m:${name}><m:r><m:t>${text}</m:t></m:r></m:${name}>`;
    const fraction = `<m:oMath><m:f>${part('num', 'a+b')}${part('den', 'c')}</m:f></m:oMath>`;
    const square = `<m:oMath><m:sSup>${part('e', 'm')}${part('sup', '2')}</m:sSup></m:oMath>`;
    expect(await read(`${run('tỷ lệ ')}${fraction}${run(' trên ')}${square}`)).toEqual(['tỷ lệ (a+b)/c trên m²']);
  });
});

describe('raised text', () => {
  const raised = '<w:vertAlign w:val="superscript"/>';
  const styles =
    `<w:style w:type="character" w:styleId="Mu"><w:rPr>${raised}</w:rPr></w:style>` +
    '<w:style w:type="character" w:styleId="MuCon"><w:basedOn w:val="Mu"/></w:style>';

  test.each([
    ['km', '2', 'km²'],
    ['m', '3', 'm³'],
    ['10', '-6', '10⁻⁶'],
    ['báo cáo', '(1)', 'báo cáo⁽¹⁾'],
    ['báo cáo', '1, 2', 'báo cáo¹, ²'],
    ['37', 'o', '37o'],
    ['ngày', '12 tháng 3', 'ngày12 tháng 3'],
  ])('%s + %s', async (base, power, expected) => {
    expect(await read(run(base) + run(power, raised))).toEqual([expected]);
  });

  test('by a character style, and taken back by the run', async () => {
    expect(await read(run('km') + run('2', '<w:rStyle w:val="MuCon"/>'), styles)).toEqual(['km²']);
    const back = '<w:rStyle w:val="Mu"/><w:vertAlign w:val="baseline"/>';
    expect(await read(run('lớp ') + run('2', back), styles)).toEqual(['lớp 2']);
  });

  test('lowered text is plain', async () => {
    expect(await read(run('CO') + run('2', '<w:vertAlign w:val="subscript"/>'))).toEqual(['CO2']);
  });
});

describe('hidden text and capitals', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>' +
    '<w:style w:type="character" w:styleId="AnChu"><w:rPr><w:vanish/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Hoa"><w:rPr><w:caps/></w:rPr></w:style>';

  test('hidden by the run, by a style, and shown again', async () => {
    expect(
      await read(run('thấy') + run(' ẩn', '<w:vanish/>') + run(' ẩn', '<w:rStyle w:val="AnChu"/>'), styles),
    ).toEqual(['thấy']);
    expect(await read(run('thấy', '<w:rStyle w:val="AnChu"/><w:vanish w:val="0"/>'), styles)).toEqual(['thấy']);
    const body = paragraph(run('ẩn') + run('thấy', '<w:rStyle w:val="AnChu"/>'), '<w:pStyle w:val="An"/>');
    expect(await lines({ body, styles })).toEqual(['thấy']);
  });

  test('is told', async () => {
    const { notices } = await extract({ body: paragraph(run('thấy') + run('ẩn', '<w:vanish/>')) });
    expect(notices.map(({ rule }) => rule)).toEqual(['hidden-text']);
    expect((await extract({ body: paragraph('thấy') })).notices).toEqual([]);
  });

  test('a hidden paragraph mark joins the next paragraph', async () => {
    const body = paragraph('Tình hình. ', '<w:rPr><w:vanish/></w:rPr>') + paragraph('Trong tháng');
    expect(await lines({ body })).toEqual(['Tình hình. Trong tháng']);
  });

  test('a big first letter is part of its word', async () => {
    const body = paragraph('T', '<w:framePr w:dropCap="drop" w:lines="3"/>') + paragraph('rong năm');
    expect(await lines({ body })).toEqual(['Trong năm']);
  });

  test('text shown in capitals is read in capitals', async () => {
    const body = paragraph('Báo cáo', '<w:pStyle w:val="Hoa"/>') + paragraph(run('đảng ủy', '<w:caps/>'));
    expect(await lines({ body, styles })).toEqual(['BÁO CÁO', 'ĐẢNG ỦY']);
  });
});

describe('fields', () => {
  const mark = (kind: string, inner = '') => run(`<w:fldChar w:fldCharType="${kind}">${inner}</w:fldChar>`);
  const code = (text: string) => run(`<w:instrText xml:space="preserve"> ${text} </w:instrText>`);

  test('of both kinds show their result', async () => {
    const simple = `<w:fldSimple w:instr=" DATE ">${run('02/9/2024')}</w:fldSimple>`;
    const complex = mark('begin') + code('SEQ Bang') + mark('separate') + run('4') + mark('end');
    expect(await read(run('ngày ') + simple + run(', bảng ') + complex)).toEqual(['ngày 02/9/2024, bảng 4']);
  });

  test('nested in the code of another stay hidden', async () => {
    const inner = mark('begin') + code('MERGEFIELD ten') + mark('separate') + run('mã') + mark('end');
    const outer = mark('begin') + code('IF') + inner + run('thừa') + mark('separate') + run('Bà Lan') + mark('end');
    expect(await read(outer)).toEqual(['Bà Lan']);
  });

  test('without an end hide nothing but their code', async () => {
    const body =
      paragraph(mark('begin') + code('PAGE') + run('còn')) + paragraph(`${mark('end')}${mark('end')}${run('nữa')}`);
    expect(await lines({ body: body.replace(/<w:fldChar w:fldCharType="end"><\/w:fldChar>/g, '') })).toEqual([
      'còn',
      'nữa',
    ]);
    expect(await lines({ body })).toEqual(['nữa']);
  });

  test('of forms show their box', async () => {
    const box = (checked: number) =>
      mark('begin', `<w:ffData><w:checkBox><w:default w:val="${checked}"/></w:checkBox></w:ffData>`) +
      code('FORMCHECKBOX') +
      mark('end');
    expect(await read(`${box(1)}${run(' Đạt ')}${box(0)}${run(' Không đạt')}`)).toEqual(['☒ Đạt ☐ Không đạt']);
  });
});

describe('wrappers', () => {
  test.each([
    ['a link that leads nowhere', `<w:hyperlink r:id="rId99">${run('x')}</w:hyperlink>`],
    ['a link to a place in the text', `<w:hyperlink w:anchor="a">${run('x')}</w:hyperlink>`],
    ['a smart tag', `<w:smartTag w:element="date">${run('x')}</w:smartTag>`],
    [
      'a content control',
      `<w:sdt><w:sdtPr><w:alias w:val="y"/></w:sdtPr><w:sdtContent>${run('x')}</w:sdtContent></w:sdt>`,
    ],
    ['custom XML', `<w:customXml w:element="z">${run('x')}</w:customXml>`],
    ['text written from right to left', `<w:bdo w:val="rtl">${run('x')}</w:bdo>`],
    [
      'a base with a reading aid',
      run(`<w:ruby><w:rt>${run('đọc')}</w:rt><w:rubyBase>${run('x')}</w:rubyBase></w:ruby>`),
    ],
    ['a comment mark', `<w:commentRangeStart w:id="1"/>${run('x')}${run('<w:commentReference w:id="1"/>')}`],
    ['a picture that is not there', `${run('<w:drawing><a/></w:drawing>')}${run('x')}`],
  ])('%s', async (_what, content) => {
    expect(await read(content)).toEqual(['x']);
  });

  test('content controls may hold paragraphs, rows and cells', async () => {
    const control = (content: string) => `<w:sdt><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const cell = `<w:tc>${paragraph('ô')}</w:tc>`;
    const body = `${control(paragraph('đoạn'))}<w:tbl>${control(`<w:tr>${cell}${control(cell)}</w:tr>`)}</w:tbl>`;
    expect(await lines({ body })).toEqual(['đoạn', 'ô', 'ô']);
  });

  test('other prefixes and the strict form of the format', async () => {
    const { extractDocx } = await import('../../src/extract/docx/index.ts');
    const { pack } = await import('../support/docx.ts');
    const document =
      '<ns0:document xmlns:ns0="http://purl.oclc.org/ooxml/wordprocessingml/main"><ns0:body><ns0:p><ns0:r><ns0:t>x</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>';
    expect((await extractDocx(pack({ 'word/document.xml': document }))).text).toBe('x\n');
  });
});

describe('tracked changes', () => {
  const tracked = (name: string, content: string) => `<w:${name} w:id="1" w:author="a">${content}</w:${name}>`;
  const gone = '<w:r><w:delText xml:space="preserve">bỏ </w:delText></w:r>';

  test('are read as accepted, and told', async () => {
    const content = [
      run('có '),
      tracked('del', gone),
      tracked('ins', run('thêm ')),
      tracked('moveFrom', run('đi ')),
      tracked('moveTo', run('đến')),
    ].join('');
    const { text, notices } = await extract({ body: paragraph(content) });
    expect(text).toBe('có thêm đến\n');
    expect(notices.map(({ rule }) => rule)).toEqual(['tracked-changes']);
  });

  test.each(['del', 'moveFrom'])('a paragraph mark with w:%s joins the next paragraph', async (name) => {
    const body = paragraph('Phần đầu ', `<w:rPr><w:${name}/></w:rPr>`) + paragraph('phần sau');
    expect(await lines({ body })).toEqual(['Phần đầu phần sau']);
  });

  test('a deleted mark at the end of a cell joins nothing', async () => {
    const cell = `<w:tc>${paragraph('ô', '<w:rPr><w:del/></w:rPr>')}</w:tc>`;
    expect(await lines({ body: `<w:tbl><w:tr>${cell}</w:tr></w:tbl>${paragraph('sau')}` })).toEqual(['ô', 'sau']);
  });

  test('former properties do not count', async () => {
    const before =
      '<w:pPrChange><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>';
    const { level, list } = await import('../support/docx.ts');
    expect(await lines({ body: paragraph('x', before), numbering: list(1, level(0, 'decimal', '%1.')) })).toEqual([
      'x',
    ]);
  });
});

describe('fonts older than Unicode', () => {
  const old = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>';

  const vni = '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>';

  test('are converted, also their letter at the place of the soft hyphen, and told of', async () => {
    const { text, notices } = await extract({ body: paragraph(run('h\u00ADu trÝ', old)) });
    expect(text).toBe('hưu trí\n');
    expect(notices).toMatchObject([{ rule: 'legacy-font', severity: 'info' }]);
  });

  test('an optional hyphen is the letter that LibreOffice made it of', async () => {
    const body = paragraph(run('th', old) + run('<w:softHyphen/>', old) + run(' ký, thư', '') + run('<w:softHyphen/>'));
    expect((await extract({ body })).text).toBe('thư ký, thư\n');
  });

  test('are converted run by run, next to Unicode', async () => {
    const capitals = '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>';
    const body = paragraph(
      run('b¸o c¸o', capitals) + run(' của ') + run('x· §«ng Hoµ', old) + run(', hoaø giaûi', vni),
    );
    expect((await extract({ body })).text).toBe('BÁO CÁO của xã Đông Hoà, hoà giải\n');
  });

  test('are known through styles and the defaults of the document', async () => {
    const style = (id: string, inside: string, type = 'paragraph') =>
      `<w:style w:type="${type}" w:styleId="${id}">${inside}</w:style>`;
    const styles = [
      `<w:docDefaults><w:rPrDefault><w:rPr>${old}</w:rPr></w:rPrDefault></w:docDefaults>`,
      style('Than', `<w:rPr>${vni}</w:rPr>`),
      style('ThanThut', '<w:basedOn w:val="Than"/>'),
      style('Dam', `<w:rPr>${old}</w:rPr>`, 'character'),
    ].join('');
    const body =
      paragraph('tæ hoµ gi¶i') +
      paragraph(
        run('toå hoaø giaûi, ') + run('hép th\u00AD', '<w:rStyle w:val="Dam"/>'),
        '<w:pStyle w:val="ThanThut"/>',
      );
    expect((await extract({ body, styles })).text).toBe('tổ hoà giải\ntổ hoà giải, hộp thư\n');
  });

  test('a sign of VNI in a run of its own belongs to the vowel before', async () => {
    const body = paragraph(run('Coäng ho', vni) + run('aø', vni) + run(' xa', vni) + run('õ hoäi', vni));
    expect((await extract({ body })).text).toBe('Cộng hoà xã hội\n');
  });

  test('text that is Unicode in spite of its font stays', async () => {
    const body = paragraph(run('tổ hòa giải', old)) + paragraph(run('báo cáo', old)) + paragraph(run('quý', vni));
    const { text, notices } = await extract({ body });
    expect(text).toBe('tổ hòa giải\nbáo cáo\nquý\n');
    expect(notices).toEqual([]);
  });

  test('a font of the theme goes before', async () => {
    const theme = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime" w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>';
    expect((await extract({ body: paragraph(run('café', theme)) })).text).toBe('café\n');
  });

  test('words of a list label', async () => {
    const { inList, level, list } = await import('../support/docx.ts');
    const numbering = list(1, level(0, 'decimal', 'Ch\u00AD¬ng %1.', `<w:rPr>${old}</w:rPr>`));
    expect((await extract({ body: paragraph('x', inList(1)), numbering })).text).toBe('Chương 1. x\n');
  });

  test('are not where they show only what they share with Unicode', async () => {
    expect((await extract({ body: paragraph(run('15 ha', old)) })).notices).toEqual([]);
  });
});
