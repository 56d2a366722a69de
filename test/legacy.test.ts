import { readdirSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { read } from '../src/extract/index.ts';
import { parse } from '../src/pipeline.ts';
import { renderOutline, type View } from '../src/render/outline.ts';
import {
  encodeTcvn3,
  encodeVni,
  encodeVps,
  OLD_SAMPLES,
  partsOf1258,
  retype,
  type Typed,
  typeTcvn3,
  typeVni,
} from './support/legacy.ts';

/*
 * Whole reports as they were typed before Unicode: each sample, in each encoding and format, must say what it says in
 * Unicode. The packages are those of the samples' own writers.
 */
const views: View[] = ['header', 'tree', 'figures', 'references'];

async function outline(bytes: Uint8Array, name: string): Promise<string> {
  const report = parse(await read(bytes, { name }), { language: 'en' });
  return views.map((view) => `--- ${view}\n${renderOutline(report, view)}`).join('\n');
}

const folder = new URL('../samples/', import.meta.url);
const names = readdirSync(folder);
const sample = (name: string): Buffer => readFileSync(new URL(name, folder));

describe.each<[string, (text: string) => Typed[]]>([
  ['TCVN3', typeTcvn3],
  ['VNI', typeVni],
])('.docx in fonts of %s', (_, type) => {
  test.each(names.filter((name) => name.endsWith('.docx')))('%s', async (name) => {
    const typed = retype(sample(name), type);
    expect(await outline(typed, name)).toBe(await outline(sample(name), name));
    const { notices } = await read(typed);
    expect(notices.map(({ rule, severity }) => [rule, severity])).toContainEqual(['legacy-font', 'info']);
  });
});

describe.each(['tcvn3', 'vni'])('%s, as LibreOffice writes it', (encoding) => {
  test.each(Object.entries(OLD_SAMPLES))('.%s', async (format, stem) => {
    const file = readFileSync(new URL(`files/${encoding}.${format}`, import.meta.url));
    expect(await outline(file, `x.${format}`)).toBe(await outline(sample(`${stem}.docx`), 'x.docx'));
    expect((await read(file)).notices).toMatchObject([{ rule: 'legacy-font', severity: 'info' }]);
  });
});

describe.each<[string, (text: string) => Uint8Array]>([
  ['windows-1258', (text) => iconv.encode(partsOf1258(text), 'windows1258')],
  ['TCVN3', encodeTcvn3],
  ['TCVN 5712-1', (text) => iconv.encode(text, 'tcvn')],
  ['VNI', encodeVni],
  ['VISCII', (text) => iconv.encode(text, 'viscii')],
  ['VPS', encodeVps],
])('.txt in %s', (encoding, encode) => {
  test.each(names.filter((name) => name.endsWith('.txt')))('%s', async (name) => {
    // What an encoding has no sign for is typed as the nearest one that it has.
    const text = sample(name)
      .toString('utf8')
      .normalize('NFC')
      .replace(/[“”]/g, '"')
      .replace(/[–—]/g, '-')
      .replace(/[^\0-\x7FÀ-ỹ]/g, '');
    const smallOf = (said: string) => (encoding === 'TCVN3' ? said.toLowerCase() : said);
    expect(smallOf(await outline(encode(text), name))).toBe(smallOf(await outline(Buffer.from(text), name)));
  });
});
