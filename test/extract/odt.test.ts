import { describe, expect, test } from 'vitest';
import { extractOdt } from '../../src/extract/odt/index.ts';
import { UnreadableError } from '../../src/extract/unreadable.ts';
import {
  contentOf,
  extract,
  item,
  lines,
  list,
  listStyle,
  NAMESPACES,
  pack,
  paragraph,
  style,
} from '../support/odt.ts';

describe('labels', () => {
  const levels = [
    'style:num-format="I" style:num-suffix="."',
    'style:num-format="1" style:num-suffix="."',
    'style:num-format="1" style:num-suffix="." text:display-levels="2"',
    'style:num-format="a" style:num-suffix=")"',
  ];
  const styles = listStyle('L', ...levels);
  const p = (text: string) => paragraph(text);

  test('by level, with the numbers of higher levels, in the format of each', () => {
    const inner = list(item(p('c') + list(item(p('d')) + item(p('e')), '')) + item(p('f')), '');
    const body = list(item(p('a') + list(item(p('b') + inner), '')) + item(p('g') + list(item(p('h')), '')));
    expect(lines(body, styles)).toEqual(['I. a', '1. b', '1.1. c', 'a) d', 'b) e', '1.2. f', 'II. g', '1. h']);
  });

  test('a later list starts anew unless it continues one', () => {
    const first = list(item(p('a')), 'xml:id="one" text:style-name="L"');
    const other = list(item(p('b')));
    const byStyle = list(item(p('c')), 'text:style-name="L" text:continue-numbering="true"');
    const byId = list(item(p('d')), 'text:style-name="L" text:continue-list="one"');
    expect(lines(first + p('x') + other + p('y') + byStyle + byId, styles)).toEqual([
      'I. a',
      'x',
      'I. b',
      'y',
      'II. c',
      'II. d',
    ]);
  });

  test('an item without a paragraph of its own is not counted', () => {
    const continued = list(item(list(item(p('c')), '')), 'text:style-name="L" text:continue-numbering="true"');
    expect(lines(list(item(p('a') + list(item(p('b')), ''))) + p('x') + continued, styles)).toEqual([
      'I. a',
      '1. b',
      'x',
      '2. c',
    ]);
  });

  test('start values of items and levels; other styles for single items', () => {
    const body = list(item(p('a'), 'text:start-value="4"') + item(p('b')) + item(p('c'), 'text:style-override="M"'));
    const other = listStyle('M', 'style:num-format="1" style:num-prefix="(" style:num-suffix=")" text:start-value="7"');
    expect(lines(body, styles + other)).toEqual(['IV. a', 'V. b', '(6) c']);
    expect(lines(list(item(p('a')), 'text:style-name="M"'), other)).toEqual(['(7) a']);
  });

  test('the first paragraph of an item has it; heads of lists have none', () => {
    const header = `<text:list-header>${p('đầu')}</text:list-header>`;
    expect(lines(list(header + item(p('a') + p('tiếp')) + item(p('b'))), styles)).toEqual([
      'đầu',
      'I. a',
      'tiếp',
      'II. b',
    ]);
  });

  test('bullets, words without numbers, labels as a whole', () => {
    const bullet = '<text:list-level-style-bullet text:level="1" text:bullet-char="\uF02B"/>';
    expect(lines(list(item(p('a'))), `<text:list-style style:name="L">${bullet}</text:list-style>`)).toEqual(['+ a']);
    expect(lines(list(item(p('a'))), listStyle('L', 'style:num-format="" style:num-suffix="Ghi chú:"'))).toEqual([
      'Ghi chú: a',
    ]);
    const whole = 'style:num-format="1" style:num-list-format="Điều %1%:" style:num-suffix="."';
    expect(lines(list(item(p('a')) + item(p('b'))), listStyle('L', whole))).toEqual(['Điều 1: a', 'Điều 2: b']);
  });

  test('the style of the paragraph, where the list has none', () => {
    const named = '<style:style style:family="paragraph" style:name="P" style:list-style-name="L"/>';
    expect(lines(list(item(paragraph('a', 'P')), ''), styles + named)).toEqual(['I. a']);
    expect(lines(paragraph('a', 'P'), styles + named)).toEqual(['a']);
  });

  test('headings, by the style of the outline', () => {
    const outline =
      '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/></text:outline-style>';
    const heading = (text: string, extra = '') => `<text:h text:outline-level="1" ${extra}>${text}</text:h>`;
    const body =
      heading('a') +
      heading('x', 'text:is-list-header="true"') +
      heading('b') +
      heading('c', 'text:restart-numbering="true"');
    expect(lines(body, outline)).toEqual(['1. a', 'x', '2. b', '1. c']);
  });

  test('numbered paragraphs without a list', () => {
    const numbered = (text: string) =>
      `<text:numbered-paragraph text:list-id="n" text:style-name="L">${p(text)}</text:numbered-paragraph>`;
    expect(lines(numbered('a') + p('x') + numbered('b'), styles)).toEqual(['I. a', 'x', 'II. b']);
  });
});

describe('text', () => {
  test('white space is folded; spaces, tabs and line breaks have elements', () => {
    expect(lines(paragraph('  Báo\n   <text:span> cáo</text:span> '))).toEqual(['Báo cáo ']);
    expect(lines(paragraph('Số:<text:s text:c="3"/>/BC<text:tab/>a<text:line-break/>b'))).toEqual([
      'Số:   /BC\ta',
      'b',
    ]);
    expect(lines(paragraph('a<text:s text:c="999999999"/>b'))[0]!.length).toBeLessThan(200);
  });

  test('raised numbers, capitals, hidden text, by style and by the style it is based on', () => {
    const styles =
      style('text', 'S', 'style:text-position="super 58%"') +
      style('text', 'T', '', 'style:parent-style-name="S"') +
      style('text', 'H', 'text:display="none"') +
      style('paragraph', 'C', 'fo:text-transform="uppercase"');
    const span = (name: string, text: string) => `<text:span text:style-name="${name}">${text}</text:span>`;
    const { text, notices } = extract(
      paragraph(`km${span('T', '2')}${span('H', 'ẩn')}`) + paragraph('báo cáo', 'C'),
      styles,
    );
    expect(text.split('\n').slice(0, 2)).toEqual(['km²', 'BÁO CÁO']);
    expect(notices.map(({ rule }) => rule)).toEqual(['hidden-text']);
  });

  test('letters of old fonts, by the font face', () => {
    const content = contentOf(
      paragraph('<text:span text:style-name="V">B¸o c¸o</text:span>'),
      style('text', 'V', 'style:font-name="F1"'),
    ).replace(
      '<office:automatic-styles>',
      `<office:font-face-decls><style:font-face style:name="F1" svg:font-family="'.VnTime'"/></office:font-face-decls><office:automatic-styles>`,
    );
    expect(extractOdt(pack({ 'content.xml': content })).text.trim()).toBe('Báo cáo');
  });

  test('notes with their marks, boxes behind their paragraphs', () => {
    const note = (mark: string, text: string) =>
      `<text:note text:note-class="footnote"><text:note-citation>${mark}</text:note-citation><text:note-body>${paragraph(text)}</text:note-body></text:note>`;
    const box = `<draw:frame><draw:text-box>${paragraph('Hộp')}</draw:text-box></draw:frame>`;
    const { text, layout } = extract(
      paragraph(`Một${note('1', 'Chú thích.')} hai${note('*', 'Sao.')}${box}`) + paragraph('Ba'),
    );
    expect(text).toBe('Một¹ hai*\nHộp\nBa\n¹ Chú thích.\n* Sao.\n');
    expect(layout.notes.map(({ marker, body }) => [marker, text.slice(...body)])).toEqual([
      ['1', 'Chú thích.'],
      ['*', 'Sao.'],
    ]);
  });

  test('what was deleted, comments and hidden sections are not read; a table of contents is furniture', () => {
    const deleted = `<text:tracked-changes><text:changed-region><text:deletion>${paragraph('Bỏ')}</text:deletion></text:changed-region></text:tracked-changes>`;
    const comment = `<office:annotation>${paragraph('Nhận xét')}</office:annotation>`;
    const section = `<text:section text:display="none">${paragraph('Ẩn')}</text:section>`;
    const contents = `<text:table-of-content><text:index-body>${paragraph('I. Kết quả 3')}</text:index-body></text:table-of-content>`;
    const { text, layout, notices } = extract(deleted + contents + section + paragraph(`Chữ${comment}`));
    expect(text).toBe('I. Kết quả 3\nChữ\n');
    expect(layout.furniture).toEqual([[0, 12]]);
    expect(notices.map(({ rule }) => rule)).toEqual(['tracked-changes', 'hidden-text']);
  });

  test('tables: two columns without lines are read one after the other', () => {
    const table = (rows: string[][], cell = '') =>
      `<table:table>${rows
        .map(
          (cells) =>
            `<table:table-row>${cells.map((text) => `<table:table-cell ${cell}>${paragraph(text)}</table:table-cell>`).join('')}</table:table-row>`,
        )
        .join('')}</table:table>`;
    const rows = [
      ['A', 'X'],
      ['B', 'Y'],
    ];
    const border = (value: string) =>
      `<style:style style:family="table-cell" style:name="B"><style:table-cell-properties ${value}/></style:style>`;
    expect(lines(table(rows))).toEqual(['A', 'B', 'X', 'Y']);
    const styled = table(rows, 'table:style-name="B"');
    expect(lines(styled, border('fo:border="0.5pt solid #000000"'))).toEqual(['A', 'X', 'B', 'Y']);
    expect(lines(styled, border('fo:border="none" fo:border-bottom="0.5pt solid #000000"'))).toEqual([
      'A',
      'B',
      'X',
      'Y',
    ]);
  });
});

describe('files', () => {
  const cause = (bytes: Uint8Array): string => {
    try {
      return `read: ${extractOdt(bytes).text}`;
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      return error.text.en;
    }
  };

  test('flat ones are read', () => {
    const flat = contentOf(paragraph('Báo cáo')).replaceAll('document-content', 'document');
    expect(cause(Buffer.from(`<?xml version="1.0"?>${flat}`))).toBe('read: Báo cáo\n');
  });

  test.each<[string, Uint8Array, RegExp]>([
    [
      'an encrypted one',
      pack({ 'META-INF/manifest.xml': '<m><manifest:encryption-data/></m>', 'content.xml': 'x' }),
      /password/,
    ],
    [
      'a sheet',
      pack({ 'content.xml': `<office:document-content ${NAMESPACES}><office:body/></office:document-content>` }),
      /not an OpenDocument text/,
    ],
    ['no content', pack({ mimetype: 'application/vnd.oasis.opendocument.text' }), /not an OpenDocument text/],
    ['XML cut short', pack({ 'content.xml': contentOf(paragraph('a')).slice(0, -20) }), /damaged/],
    [
      'nested without reason',
      pack({ 'content.xml': contentOf('<text:section>'.repeat(10_000) + '</text:section>'.repeat(10_000)) }),
      /deeply/,
    ],
    ['only pictures', pack({ 'content.xml': contentOf(paragraph('<draw:frame><draw:image/></draw:frame>')) }), /scan/],
  ])('refused: %s', (_, bytes, expected) => {
    expect(cause(bytes)).toMatch(expected);
  });

  test('entities are not expanded', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${contentOf(paragraph('&b;'))}`;
    expect(cause(pack({ 'content.xml': bomb }))).toMatch(/damaged/);
  });
});
