import wordRows from '../../../grammars/lexicon/ocr-words.yaml';
import type { OcrWord } from '../../lexicon/schema.ts';
import type { Repair } from '../../source.ts';
import { FILLER } from '../../text.ts';
import { mendSymbol } from './symbols.ts';

const meanings = new Map(
  (wordRows as OcrWord[]).flatMap(({ read, meant }) => read.map((form): [string, string] => [form, meant])),
);
/** Rows in lower case stand for themselves with a capital too. */
const forms = [...meanings.keys()].flatMap((form) => [form, capitalised(form)]);
const misread = new RegExp(`(?<!\\p{L})(?:${[...new Set(forms)].join('|').replaceAll(' ', '\\s')})(?!\\p{L})`, 'gu');

/** Number and symbol of a document: `376/QĐÐ- UBND`, `218-QĐ/TIW`, over a line break behind a sign. */
const code =
  /(?<![\p{L}\d/])\d{1,5}(?:\/(?:19|20)\d\d)?\s?[-/]\s?(?=[^\s\d/-]*\p{Lu})[^\s;,:()]{1,24}(?:(?<=[-/])\s[^\s;,:()]{1,12})?/gu;

/**
 * Finds what OCR misread in a text and grammar leaves one reading for: words that Vietnamese does not have, and
 * parts of symbols that are one stroke away from a single known abbreviation.
 */
export function findRepairs(text: string): Repair[] {
  const repairs: Repair[] = [];
  for (const { 0: read, index } of text.matchAll(misread)) {
    const plain = read.replace(/\s/g, ' ');
    const meant = meanings.get(plain) ?? capitalised(meanings.get(plain[0]!.toLowerCase() + plain.slice(1)) ?? '');
    const reading = meant.replace(' ', /\s/.exec(read)?.[0] ?? ' ');
    if (reading.length === read.length) repairs.push({ span: [index, index + read.length], reading });
  }
  for (const { 0: read, index } of text.matchAll(code))
    for (const part of read.matchAll(/[^\s\d/.-][^\s/.-]*/gu)) {
      const reading = mendSymbol(part[0]);
      if (!reading || reading.length > part[0].length) continue;
      const start = index + part.index;
      repairs.push({ span: [start, start + part[0].length], reading: reading.padEnd(part[0].length, FILLER) });
    }
  return repairs.sort((a, b) => a.span[0] - b.span[0]);
}

function capitalised(form: string): string {
  return form.slice(0, 1).toUpperCase() + form.slice(1);
}
