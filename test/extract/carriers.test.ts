import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read } from '../../src/extract/index.ts';
import { carriedLines, carrierParts } from '../support/carriers.ts';
import { files, pack } from '../support/docx.ts';

/** The same report in every format: the same text, paragraphs and notes. */

const file = (format: string): Uint8Array =>
  format === 'docx' ? pack(files(carrierParts)) : readFileSync(new URL(`../files/report.${format}`, import.meta.url));

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim());

/** What LibreOffice writes of the report as HTML: plain numbers and discs for labels, and deleted text as if it were not. */
const inHtml = (line: string): string =>
  line
    .replace('\t', ' ')
    .replace(/^1\.(\d)\. /, '$1. ')
    .replace(/^(a|b)\) /, '$1. ')
    .replace(/^- (?=Diện)/, '• ')
    .replace(/^\+ /, '◦ ')
    .replace(/^2\. (?=Xử lý)/, '1. ')
    .replace(/^(?=Đã thêm)/, 'Đã bỏ.');

describe.each(['docx', 'doc', 'rtf', 'odt', 'html'])('.%s', (format) => {
  const source = read(file(format), { name: 'report.doc' });

  test('is known by its content', async () => {
    expect((await source).format).toBe(format);
  });

  test('gives every line', async () => {
    const { text } = await source;
    const expected = format === 'html' ? carriedLines.map(inHtml) : carriedLines;
    expect(linesOf(text)).toEqual(expected);
  });

  test('gives the note and its call', async () => {
    const { text, layout } = await source;
    const [note] = layout.notes;
    expect(layout.notes).toHaveLength(1);
    expect(note!.marker).toBe('1');
    expect(text.slice(...note!.body)).toBe('Ban hành ngày 05/01/2024.');
    expect(note!.calls.map((span) => text.slice(...span))).toEqual(['¹']);
  });

  test('a paragraph over two lines is one', async () => {
    const { text, layout } = await source;
    const shown = layout.paragraphs!.map((span) => text.slice(...span));
    expect(shown.some((paragraph) => /^Cột một[\t ]cột hai\ndòng dưới$/.test(paragraph))).toBe(true);
  });
});
