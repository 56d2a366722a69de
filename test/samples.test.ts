import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read } from '../src/extract/index.ts';
import { parse } from '../src/pipeline.ts';
import { renderOutline, type View } from '../src/render/outline.ts';
import type { Report } from '../src/schema.ts';

/**
 * Whole reports: each sample, in each of its formats, must say what its golden outline says. One outline serves
 * all formats, since a report means the same in all of them. They may differ in one thing: where a line ends behind a
 * hyphen, joining the lines leaves a space there ("số 36/QĐ- UBND").
 *
 * `UPDATE=1 npx vitest run samples` rewrites the outlines from the .docx files; read the diff against the source.
 */
const folder = (name: string) => new URL(`../${name}/`, import.meta.url).pathname;
const views: View[] = ['header', 'tree', 'figures', 'references'];
const formats = ['docx', 'pdf', 'txt', 'md'];
const update = Boolean(process.env.UPDATE) && !process.env.CI;

/** The reports that contradict themselves on purpose; their sources name the errors. */
const wrong: Record<string, string[]> = { 'khong-dau-tra-linh': ['percent-mismatch', 'sum-mismatch'] };

const report = async (path: string) => parse(await read(path), { language: 'en' });

function outline(report: Report): string {
  return `${views.map((view) => `--- ${view}\n${renderOutline(report, view)}`).join('\n')}\n`;
}

const fold = (text: string, format: string) => (format === 'docx' ? text : text.replace(/ *- */g, '-'));

const stems = readdirSync(folder('samples/source')).map((name) => name.replace('.txt', ''));

test('every golden outline has a sample', () => {
  expect(readdirSync(folder('test/golden')).sort()).toEqual(stems.map((stem) => `${stem}.outline.txt`).sort());
});

describe.each(stems)('%s', (stem) => {
  const golden = `${folder('test/golden')}${stem}.outline.txt`;
  const there = formats.filter((format) => existsSync(`${folder('samples')}${stem}.${format}`));
  test.each(there)('.%s', async (format) => {
    const actual = outline(await report(`${folder('samples')}${stem}.${format}`));
    if (update && format === 'docx') writeFileSync(golden, actual);
    expect(fold(actual, format)).toBe(fold(readFileSync(golden, 'utf8'), format));
  });
  test.each(there)('.%s: warned of what is wrong, and of nothing else', async (format) => {
    const { diagnostics } = await report(`${folder('samples')}${stem}.${format}`);
    const rules = diagnostics.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
    expect(rules.sort()).toEqual(wrong[stem] ?? []);
  });
});
