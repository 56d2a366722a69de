import { describe, expect, test } from 'vitest';
import { extract, inList, level, lines, list, paragraph, run, table } from '../support/docx.ts';

/** How paragraphs, tables, boxes and notes are laid out as text, and what the layout says of it. */

test('a paragraph spans its lines, without the white space around it; an empty one is an empty line', async () => {
  const body =
    paragraph(`${run('  Kính gửi:')}${run('<w:br/>')}${run('Sở Nội vụ ')}`) +
    paragraph('') +
    paragraph(`${run('<w:br w:type="page"/>')}${run('Trang sau')}`);
  const { text, layout } = await extract({ body });
  expect(text).toBe('  Kính gửi:\nSở Nội vụ \n\nTrang sau\n');
  expect(layout.paragraphs?.map((span) => text.slice(...span))).toEqual(['Kính gửi:\nSở Nội vụ', 'Trang sau']);
  expect(layout.pages).toEqual([]);
});

test('a label is part of its paragraph', async () => {
  const { text, layout } = await extract({
    body: paragraph('trồng cây', inList(1, 0)),
    numbering: list(1, level(0, 'lowerLetter', '%1)')),
  });
  expect(layout.paragraphs?.map((span) => text.slice(...span))).toEqual(['a) trồng cây']);
});

describe('tables', () => {
  const lined = '<w:tblBorders><w:left w:val="single"/><w:insideV w:val="single"/></w:tblBorders>';
  const bare = '<w:tblBorders><w:left w:val="none"/><w:insideV w:val="nil"/></w:tblBorders>';
  const rows = [
    [paragraph('Tên cơ quan'), paragraph('Quốc hiệu') + paragraph('Tiêu ngữ')],
    [paragraph('Số'), paragraph('Ngày')],
  ];
  const byRow = ['Tên cơ quan', 'Quốc hiệu', 'Tiêu ngữ', 'Số', 'Ngày'];
  const byColumn = ['Tên cơ quan', 'Số', 'Quốc hiệu', 'Tiêu ngữ', 'Ngày'];
  const grid = `<w:style w:type="table" w:styleId="Luoi"><w:tblPr>${lined}</w:tblPr></w:style>`;
  const derived = '<w:style w:type="table" w:styleId="LuoiNhat"><w:basedOn w:val="Luoi"/></w:style>';

  test('are read row by row', async () => {
    expect(await lines({ body: table(rows, lined) })).toEqual(byRow);
    expect(await lines({ body: table(rows, '<w:tblStyle w:val="LuoiNhat"/>'), styles: grid + derived })).toEqual(byRow);
  });

  test('of two columns without lines are read column by column', async () => {
    expect(await lines({ body: table(rows) })).toEqual(byColumn);
    const body = table(rows, `<w:tblStyle w:val="Luoi"/>${bare}`);
    expect(await lines({ body, styles: grid })).toEqual(byColumn);
  });

  test('of three filled columns, or with lines anywhere, are read row by row', async () => {
    const three = rows.map((cells) => [...cells, paragraph('khác')]);
    expect((await lines({ body: table(three) })).slice(0, 3)).toEqual(['Tên cơ quan', 'Quốc hiệu', 'Tiêu ngữ']);
    expect(await lines({ body: table(rows, '<w:tblBorders><w:top w:val="single"/></w:tblBorders>') })).toEqual(byRow);
    const bordered = (side: string) =>
      table([
        [`<w:tcPr><w:tcBorders><w:${side} w:val="single"/></w:tcBorders></w:tcPr>${rows[0]![0]}`, rows[0]![1]!],
        rows[1]!,
      ]);
    expect(await lines({ body: bordered('right') })).toEqual(byRow);
    expect(await lines({ body: bordered('bottom') })).toEqual(byColumn);
  });

  test('may keep the two columns apart by an empty one', async () => {
    const spaced = rows.map(([left, right]) => [left!, paragraph(''), right!]);
    expect(await lines({ body: table(spaced) })).toEqual(byColumn);
  });

  test('count their lists row by row even so', async () => {
    const numbering = list(1, level(0, 'decimal', '%1.'));
    const item = (text: string) => paragraph(text, inList(1, 0));
    const body = table([
      [item('a'), item('b')],
      [item('c'), item('d')],
    ]);
    expect(await lines({ body, numbering })).toEqual(['1. a', '3. c', '2. b', '4. d']);
  });

  test('may be nested and have empty cells, which make no lines', async () => {
    const inner = table([[paragraph('trong')]]);
    const { text } = await extract({
      body: table(
        [
          [paragraph('TT'), paragraph('')],
          [paragraph('1') + inner, paragraph('x')],
        ],
        lined,
      ),
    });
    expect(text).toBe('TT\n1\ntrong\nx\n');
  });
});

describe('text boxes', () => {
  const box = `<w:txbxContent>${paragraph('TRONG HỘP')}</w:txbxContent>`;
  const vml = `<w:pict><v:oval><v:textbox>${box}</v:textbox></v:oval></w:pict>`;
  const drawing = `<w:drawing><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></w:drawing>`;

  test('stand after the paragraph of their anchor, once', async () => {
    const both = `<mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice><mc:Fallback>${vml}</mc:Fallback></mc:AlternateContent>`;
    for (const content of [vml, drawing, both])
      expect(await lines({ body: paragraph(run('Đầu ') + run(content) + run('đuôi')) + paragraph('sau') })).toEqual([
        'Đầu đuôi',
        'TRONG HỘP',
        'sau',
      ]);
  });

  test('come from the fallback where the choice only draws', async () => {
    const content = `<mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice><mc:Fallback>${vml}</mc:Fallback></mc:AlternateContent>`;
    expect(await lines({ body: paragraph(run(content)) })).toEqual(['TRONG HỘP']);
  });
});

describe('notes', () => {
  const call = (id: number, kind = 'footnote') =>
    run(`<w:${kind}Reference w:id="${id}"/>`, '<w:vertAlign w:val="superscript"/>');
  const note = (id: number, content: string, kind = 'footnote') =>
    `<w:${kind} w:id="${id}">${paragraph(run(`<w:${kind}Ref/>`) + run(` ${content}`))}</w:${kind}>`;
  const separator = `<w:footnote w:type="separator" w:id="-1">${paragraph(run('<w:separator/>'))}</w:footnote>`;

  test('stand at the end, numbered in the order of their calls', async () => {
    const { text, layout } = await extract({
      body:
        paragraph(run('Diện tích 12 km') + run('2', '<w:vertAlign w:val="superscript"/>') + call(7) + run(' đất')) +
        paragraph(run('hai') + call(3)),
      footnotes: separator + note(3, 'Theo thống kê.') + note(7, 'Làm tròn.') + note(9, 'Không ai gọi.'),
    });
    expect(text).toBe('Diện tích 12 km²¹ đất\nhai²\n¹ Làm tròn.\n² Theo thống kê.\n');
    expect(layout.paragraphs).toHaveLength(2);
    expect(
      layout.notes.map(({ marker, body, calls }) => [marker, text.slice(...body), calls.map((c) => text.slice(...c))]),
    ).toEqual([
      ['1', 'Làm tròn.', ['¹']],
      ['2', 'Theo thống kê.', ['²']],
    ]);
    expect(layout.notes[0]?.calls).toEqual([[16, 17]]);
  });

  test('endnotes have Roman numbers; formats and starts can be set', async () => {
    const body = paragraph(run('a') + call(1, 'endnote') + call(2, 'endnote') + call(1));
    const parts = { body, endnotes: note(1, 'một', 'endnote') + note(2, 'hai', 'endnote'), footnotes: note(1, 'ba') };
    expect((await extract(parts)).layout.notes.map(({ marker }) => marker)).toEqual(['i', 'ii', '1']);
    const settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>';
    expect((await extract({ ...parts, settings })).layout.notes.at(-1)?.marker).toBe('c');
  });

  test('begin again in each section where it is set', async () => {
    const section = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>';
    const body = paragraph(run('a') + call(1), section) + paragraph(run('b') + call(2)) + section;
    const { layout } = await extract({ body, footnotes: note(1, 'x') + note(2, 'y') });
    expect(layout.notes.map(({ marker }) => marker)).toEqual(['1', '1']);
  });

  test('with a mark typed by hand keep it and take no number', async () => {
    const typed = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>';
    const footnotes = `<w:footnote w:id="1">${paragraph('* Số liệu ước.')}</w:footnote>${note(2, 'thường')}`;
    const { text, layout } = await extract({ body: paragraph(run('a') + typed + call(2)), footnotes });
    expect(text).toBe('a*¹\n* Số liệu ước.\n¹ thường\n');
    expect(layout.notes.map(({ marker, body }) => [marker, text.slice(...body)])).toEqual([
      ['*', 'Số liệu ước.'],
      ['1', 'thường'],
    ]);
  });

  test('of several paragraphs are one, empty or missing ones none', async () => {
    const footnotes = `<w:footnote w:id="1">${paragraph('một')}${paragraph('hai')}</w:footnote><w:footnote w:id="2">${paragraph('')}</w:footnote>`;
    const { text, layout } = await extract({ body: paragraph(run('a') + call(1) + call(2) + call(3)), footnotes });
    expect(layout.notes.map(({ body }) => text.slice(...body))).toEqual(['một\nhai']);
    expect(text.startsWith('a¹²³\n')).toBe(true);
  });
});

test('a table of contents is furniture: text, but no paragraph', async () => {
  const mark = (kind: string) => run(`<w:fldChar w:fldCharType="${kind}"/>`);
  const begin = mark('begin') + run('<w:instrText> TOC \\o "1-3" </w:instrText>') + mark('separate');
  const body = [
    paragraph('MỤC LỤC'),
    paragraph(`${begin}${run('I. Tình hình')}${run('<w:tab/>')}${run('2')}`),
    paragraph(run('II. Kết quả')),
    paragraph(mark('end')),
    paragraph('I. Tình hình'),
  ].join('');
  const { text, layout } = await extract({ body });
  expect(text).toBe('MỤC LỤC\nI. Tình hình\t2\nII. Kết quả\n\nI. Tình hình\n');
  expect(layout.furniture.map((span) => text.slice(...span))).toEqual(['I. Tình hình\t2', 'II. Kết quả']);
  expect(layout.paragraphs?.map((span) => text.slice(...span))).toEqual(['MỤC LỤC', 'I. Tình hình']);
});
