import { describe, expect, test } from 'vitest';
import bodyRows from '../grammars/lexicon/bodies.yaml';
import capacityRows from '../grammars/lexicon/capacities.yaml';
import familyRows from '../grammars/lexicon/family-names.yaml';
import fieldRows from '../grammars/lexicon/fields.yaml';
import honorificRows from '../grammars/lexicon/honorifics.yaml';
import levelRows from '../grammars/lexicon/place-levels.yaml';
import positionRows from '../grammars/lexicon/positions.yaml';
import { periodForms } from '../grammars/period.ts';
import { isFamilyName } from '../src/lexicon/layout.ts';
import { phrases } from '../src/lexicon/phrases.ts';
import type { Body, Capacity, FamilyNames, LayoutField, Word } from '../src/lexicon/schema.ts';
import { findPeriods } from '../src/resolve/period.ts';

/** A row by what it is called and all its forms. */
interface Forms {
  name: string;
  forms: string[];
  examples: string[];
}

const words = (rows: (Word | Body | Capacity)[]): Forms[] =>
  rows.map(({ name, synonyms, examples }) => ({ name, forms: [name, ...(synonyms ?? [])], examples }));

const tables: Record<string, Forms[]> = {
  fields: (fieldRows as LayoutField[]).map(({ field, forms, examples }) => ({ name: field, forms, examples })),
  bodies: words(bodyRows as Body[]),
  capacities: words(capacityRows as Capacity[]),
  positions: words(positionRows as Word[]),
  honorifics: words(honorificRows as Word[]),
  'place-levels': words(levelRows as Word[]),
};

/** The rows of the first match of any form in a text, the longest where several begin there. */
function rowsIn(rows: Forms[], text: string): string[] {
  const found = rows.flatMap(({ name, forms }) => {
    const match = phrases(forms).find(text);
    return match ? [{ name, at: match.index, length: match.length }] : [];
  });
  const [best] = found.toSorted((a, b) => a.at - b.at || b.length - a.length);
  return found.filter(({ at, length }) => at === best?.at && length === best.length).map(({ name }) => name);
}

describe.each(Object.entries(tables))('%s', (table, rows) => {
  test.each(rows.map((row) => [row.name, row] as const))('%s is found in its examples', (name, { examples }) => {
    for (const example of examples) expect(rowsIn(rows, example), example).toContain(name);
  });
  // A component is looked for in its own place, so that Kính trình may be a label here and a verb there.
  test.skipIf(table === 'fields')('no form stands in two rows', () => {
    const forms = rows.flatMap((row) => [...new Set(row.forms.map((form) => form.toLowerCase()))]);
    expect(forms.filter((form, n) => forms.indexOf(form) !== n)).toEqual([]);
  });
});

describe('family names', () => {
  test.each((familyRows as FamilyNames[]).map((row) => [row.people, row] as const))('%s', (_people, { examples }) => {
    for (const example of examples) expect(isFamilyName(example.split(' ')[0] ?? ''), example).toBe(true);
  });
});

describe('periods', () => {
  test.each(periodForms.flatMap(({ name, examples }) => examples.map((example) => [example, name] as const)))(
    '%s is a %s',
    (example, name) => {
      const found = findPeriods(`Kết quả ${example}`).map(({ form, text }) => [form, text]);
      // A date alone is no period, but is read as a date so that its year is not taken for one.
      expect(found).toEqual(name === 'date' ? [] : [[name, example]]);
    },
  );
});

describe('phrases', () => {
  const whole = (form: string, text: string) => phrases([form]).whole(text);
  test('the tone mark stands on either vowel', () => {
    expect(whole('Cộng hòa', 'CỘNG HOÀ')).toBe(true);
    expect(whole('Uỷ ban', 'ủy ban')).toBe(true);
  });
  test('any dash, any white space, markup signs', () => {
    expect(whole('Tự do - Hạnh phúc', 'Tự do–Hạnh   phúc')).toBe(true);
    expect(whole('Nơi nhận', 'Nơi\uFEFF\uFEFF nhận')).toBe(true);
  });
  test('whole words only', () => {
    expect(phrases(['Sở']).find('cơ sởi')).toBeNull();
    expect(phrases(['Sở']).find('cơ Sởi')).toBeNull();
  });
  test('behind a full stop a word may follow at once', () => expect(phrases(['TM.', 'TM']).at('TM.UBND')).toBe(3));
  test('the longest wins, none inside another', () => {
    const found = phrases(['Chủ tịch', 'Phó Chủ tịch']).all('KT. CHỦ TỊCH PHÓ CHỦ TỊCH');
    expect(found).toEqual([
      { index: 4, length: 8 },
      { index: 13, length: 12 },
    ]);
  });
  test('at the end of a text', () => {
    expect(phrases(['tỉnh']).ends('của UBND tỉnh')).toBe(true);
    expect(phrases(['tỉnh']).ends('của UBND tỉnh A')).toBe(false);
  });
  test('letters that grow in lower case', () => expect(phrases(['Sở']).find('İİ Sở')).toEqual({ index: 3, length: 2 }));
});
