import { describe, expect, test } from 'vitest';
import documentTypes from '../grammars/lexicon/document-types.yaml';
import issuerCodes from '../grammars/lexicon/issuer-codes.yaml';
import issuers from '../grammars/lexicon/issuers.yaml';
import issuing from '../grammars/lexicon/issuing.yaml';
import laws from '../grammars/lexicon/laws.yaml';
import nameEnds from '../grammars/lexicon/name-ends.yaml';
import sectors from '../grammars/lexicon/sectors.yaml';
import subjects from '../grammars/lexicon/subjects.yaml';
import { island, ReferenceParser } from '../grammars/reference.ts';
import { bodyTokens, citationTokens, lawTokens } from '../grammars/reference-tokens.ts';
import type {
  DocumentType,
  IssuerCodes,
  IssuingWords,
  LawNames,
  NameEnds,
  Sectors,
  SubjectWords,
  Word,
} from '../src/lexicon/schema.ts';
import { findReferences } from '../src/recognise/reference.ts';

/** The words of the tables for references do what their table says: every example, and every form in a frame. */
const only = (text: string) => {
  const found = findReferences(text);
  expect(found, text).toHaveLength(1);
  return found[0]!;
};

const unique = (forms: string[]) => expect(new Set(forms.map((form) => form.toLowerCase())).size).toBe(forms.length);

describe('document-types', () => {
  const rows: DocumentType[] = documentTypes;
  test.each(rows.flatMap(({ name, examples }) => examples.map((example) => [example, name])))('%s', (example, name) => {
    expect(only(example)).toMatchObject({ kind: name, repaired: false, span: [0, example.length] });
  });
  test.each(
    rows.flatMap(({ name, synonyms = [], qualifiers = [] }) => [
      ...synonyms.map((synonym) => [synonym, name]),
      ...qualifiers.map((word) => [`${name} ${word}`, name]),
    ]),
  )('%s', (form, name) => {
    const { code = 'UBND' } = rows.find((row) => row.name === name)!;
    expect(only(`Thực hiện ${form} số 7/${code}-UBND ngày 03/02/2022.`)).toMatchObject({ kind: name });
  });
  test('no form stands in two rows', () => unique(rows.flatMap(({ name, synonyms = [] }) => [name, ...synonyms])));
});

describe('issuers', () => {
  const rows: Word[] = issuers;
  test.each(rows.flatMap(({ examples }) => examples))('%s', (example) => {
    expect(only(example).issuer).toBe(example.split(' của ')[1]);
  });
  test.each(rows.flatMap(({ name, synonyms = [] }) => [name, ...synonyms]))('%s', (form) => {
    expect(only(`Kế hoạch số 7/KH-UBND của ${form} về dân vận`).issuer).toBe(form);
    expect(only(`Kế hoạch số 7/KH-UBND của ${form} nhận xét hồ sơ`).issuer).toBe(form);
  });
  test('no form stands in two rows', () => unique(rows.flatMap(({ name, synonyms = [] }) => [name, ...synonyms])));
});

describe('sectors', () => {
  test.each((sectors as Sectors[]).flatMap(({ names }) => names))('%s', (name) => {
    expect(only(`Công văn số 7/SNV-VP của Sở ${name} tỉnh Tân Hội nhận xét`).issuer).toBe(`Sở ${name} tỉnh Tân Hội`);
    expect(only(`Công văn số 7/SNV-VP của Sở ${name} nhận xét`).issuer).toBe(`Sở ${name}`);
  });
});

describe('laws', () => {
  const rows: LawNames[] = laws;
  const forms = rows.flatMap(({ names, short = {} }) => [...names, ...Object.keys(short)]);
  test.each(rows.flatMap(({ examples }) => examples))('%s', (example) => {
    expect(only(example).span).toEqual([0, example.length]);
  });
  test.each(forms)('%s', (name) => {
    expect(only(`Thực hiện Luật ${name} và các văn bản hướng dẫn`).name).toBe(name);
    expect(only(`Thực hiện luật ${name.toLowerCase()} trên địa bàn`).name).toBe(name.toLowerCase());
  });
  test('no name stands in two rows, and short forms are of known names', () => {
    unique(forms);
    const names = rows.flatMap((row) => row.names);
    for (const { short = {} } of rows) expect(names).toEqual(expect.arrayContaining(Object.values(short)));
  });
});

describe('name-ends', () => {
  const rows: NameEnds[] = nameEnds;
  const of = (within: boolean) =>
    rows.filter(({ role }) => role !== 'task' && (role === 'within') === within).flatMap(({ words }) => words);
  test.each(of(true))('%s', (word) => {
    const name = `Ban Quản lý ${word} huyện Tân Hội`;
    expect(only(`Kế hoạch số 7/KH-BCĐ của ${name} khi cần`).issuer).toBe(name);
  });
  test.each(of(false))('%s', (word) => {
    expect(only(`Kế hoạch số 7/KH-BCĐ của Ban Quản lý dự án ${word} khi cần`).issuer).toBe('Ban Quản lý dự án');
  });
});

describe('tasks', () => {
  const words = (nameEnds as NameEnds[]).filter(({ role }) => role === 'task').flatMap((row) => row.words);
  test.each(words)('%s', (word) => {
    const name = `Ban Chỉ đạo dân chủ ${word} dân vận huyện Tân Hội`;
    expect(only(`Kế hoạch số 7/KH-BCĐ của ${name} khi cần`).issuer).toBe(name);
  });
});

describe('issuer-codes', () => {
  test.each((issuerCodes as IssuerCodes[]).flatMap(({ codes }) => codes))('%s', (code) => {
    expect(only(`Kế hoạch số 7/KH${code} ngày 03/02/2022`)).toMatchObject({ symbol: `KH-${code}`, repaired: true });
  });
});

describe('issuing', () => {
  const of = (wanted: string) =>
    (issuing as IssuingWords[]).filter(({ role }) => role === wanted).flatMap((r) => r.words);
  const issuerBefore = (text: string) => only(`UBND xã ${text} Kế hoạch số 7/KH-UBND`).issuer;
  test.each(of('issue'))('%s', (verb) => expect(issuerBefore(`đã ${verb}`)).toBe('UBND xã'));
  test.each(of('manner'))('%s', (manner) => expect(issuerBefore(`${manner} ban hành`)).toBe('UBND xã'));
  test.each(of('sequel'))('%s', (verb) => expect(issuerBefore(`ban hành và ${verb}`)).toBe('UBND xã'));
  test.each(of('rule'))('%s', (verb) => expect(issuerBefore(`đã ${verb} việc này tại`)).toBe('UBND xã'));
  test('other verbs leave the issuer open', () => {
    for (const verb of ['nhận', 'thực hiện', 'tiếp nhận và thực hiện', 'căn cứ']) expect(issuerBefore(verb)).toBeNull();
  });
});

describe('subjects', () => {
  const of = (...wanted: string[]) =>
    (subjects as SubjectWords[]).filter(({ role }) => wanted.includes(role)).flatMap((row) => row.words);
  const subjectOf = (before: string, behind: string) =>
    only(`${before}Quyết định số 7/QĐ-UBND ngày 03/02/2022 ${behind}`).subject;
  test.each(of('about'))('%s', (word) => expect(subjectOf('', `${word} dân vận; các xã họp.`)).toBe('dân vận'));
  test.each(of('act'))('%s', (word) => expect(subjectOf('', `${word} dân vận; các xã họp.`)).toBe(`${word} dân vận`));
  test.each(of('onward'))('%s', (word) => expect(subjectOf('', `về dân vận, ${word} hai bên`)).toBe('dân vận'));
  test.each(of('predicate'))('%s', (word) => {
    expect(subjectOf('', `về dân vận ${word} từ đầu năm.`)).toBe('dân vận');
    expect(subjectOf('Thực hiện ', `về dân vận ${word} từ đầu năm.`)).toBe(`dân vận ${word} từ đầu năm`);
  });
  test.each(of('group'))('%s', (word) => {
    expect(subjectOf('Thực hiện ', `về dân vận, ${word} đã triển khai`)).toBe('dân vận');
    expect(subjectOf('Thực hiện ', `về dân vận, ${word} và thi đua`)).toBe(`dân vận, ${word} và thi đua`);
  });
  test.each(of('doing'))('%s', (word) => {
    expect(subjectOf('Thực hiện ', `về dân vận, UBND xã ${word} như sau`)).toBe('dân vận');
    expect(subjectOf('Thực hiện ', `về dân vận, thi đua của UBND xã`)).toBe('dân vận, thi đua của UBND xã');
  });
});

test('the grammar and its tokens are sound', () => {
  // Chevrotain throws on what is wrong; the program itself skips these checks.
  new ReferenceParser(true);
  for (const tokens of [citationTokens, lawTokens, bodyTokens]) island(tokens, true);
});

// What took the square of the time would not end before the runner's limit for a test.
test.each([
  'Kế hoạch số ',
  '1/KH-',
  'UBND và ',
  'Luật ',
  'của Ban ',
  'A ',
  '12/',
  'ngày 1/',
  'số 1, ',
  'Nghị quyết Đại hội ',
])('references of pathological input: %s', (piece) => {
  const reading = piece.repeat(40_000);
  for (const { span } of findReferences(reading)) expect(reading.slice(...span)).not.toBe('');
});
