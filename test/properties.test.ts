import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spanOf } from '../src/ast.ts';
import { openDocument } from '../src/document.ts';
import { read } from '../src/extract/index.ts';
import { UnreadableError } from '../src/extract/unreadable.ts';
import { dvcq, parse } from '../src/pipeline.ts';
import { Report, type Section } from '../src/schema.ts';
import { plainLayout, type Source, type Span } from '../src/source.ts';
import { normalise } from '../src/text.ts';
import { anyText, damaged } from './support/arbitraries.ts';
import { docxOf, pdfOf, reportText } from './support/files.ts';

// What holds for any input at all. The seed is fixed so that a run can be repeated; `SEED=7 RUNS=100000 npx vitest
// run properties` looks further.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1), numRuns: Number(process.env.RUNS ?? 400) });

const source: Omit<Source, 'text' | 'layout'> = {
  name: '-',
  bytes: 0,
  sha256: '',
  pages: null,
  encoding: null,
  ocr: false,
  format: 'txt',
  notices: [],
};

const forAnyText = (property: (text: string) => void) => fc.assert(fc.property(anyText, property));

function* everySection(sections: Section[]): Generator<Section> {
  for (const section of sections) {
    yield section;
    yield* everySection(section.children);
  }
}

const inside = ([start, end]: Span, [from, to]: Span) => from <= start && start < end && end <= to;

describe('any text', () => {
  test('gives a report that the contract accepts and JSON carries unchanged', () => {
    forAnyText((text) => {
      const report = parse(text);
      expect(Report.parse(JSON.parse(JSON.stringify(report)))).toStrictEqual(report);
    });
  });

  test('every value is what stands at its span', () => {
    forAnyText((input) => {
      const { text, figures, references } = parse(input);
      const values = [...figures, ...figures.flatMap(({ measures }) => measures), ...references];
      for (const { span, text: quoted } of values) expect(text?.slice(...span)).toBe(quoted);
      for (const { span, measures } of figures)
        for (const measure of measures) expect(inside(measure.span, span)).toBe(true);
    });
  });

  test('sections are nested, in order, and begin with their marker', () => {
    forAnyText((input) => {
      const { text, sections } = parse(input);
      const whole: Span = [0, text?.length ?? 0];
      const check = (siblings: Section[], parent: Span) => {
        let last = parent[0];
        for (const { span, marker, paragraphs, children } of siblings) {
          expect(inside(span, parent) && span[0] >= last).toBe(true);
          expect(text?.startsWith(marker, span[0])).toBe(true);
          for (const paragraph of paragraphs) expect(inside(paragraph.span, span)).toBe(true);
          check(children, span);
          last = span[1];
        }
      };
      check(sections, whole);
    });
  });

  test('the tree holds the text in order, and every word of it but page furniture', () => {
    forAnyText((input) => {
      const text = normalise(input.replace(/^\uFEFF/, ''));
      const file = openDocument({ ...source, text, layout: plainLayout() }, 'en');
      const nodes = dvcq().parse(file).children;
      const main = nodes.filter(({ type }) => type !== 'footnote').map(spanOf);
      for (const [n, [start]] of main.entries()) expect(start).toBeGreaterThanOrEqual(main[n - 1]?.[1] ?? 0);
      const spans = nodes.map(spanOf).sort(([a], [b]) => a - b);
      const outside = spans.map(([start], n) =>
        text.slice(n ? Math.max(...spans.slice(0, n).map(([, end]) => end)) : start, start),
      );
      expect(outside.join(' ')).not.toMatch(/\p{L}{2}/u);
    });
  });

  test('what is named exists, once', () => {
    forAnyText((input) => {
      const { sections, figures, references, documents } = parse(input);
      const sectionIds = [...everySection(sections)].map(({ id }) => id);
      const ids = [
        sectionIds,
        figures.map(({ id }) => id),
        references.map(({ id }) => id),
        documents.map(({ id }) => id),
      ];
      for (const list of ids) expect(new Set(list).size).toBe(list.length);
      for (const { section } of [...figures, ...references]) expect([null, ...sectionIds]).toContain(section);
      for (const { parent } of figures) expect([null, ...(ids[1] ?? [])]).toContain(parent);
      const mentions = documents.flatMap(({ id, mentions }) => mentions.map((mention) => `${mention} ${id}`));
      expect(mentions.sort()).toEqual(references.map(({ id, document }) => `${id} ${document}`).sort());
    });
  });

  test('a figure is no part of a reference', () => {
    forAnyText((input) => {
      const { figures, references } = parse(input);
      for (const { span } of figures.flatMap(({ measures }) => measures))
        expect(
          references.find((reference) => span[0] < reference.span[1] && reference.span[0] < span[1]),
        ).toBeUndefined();
    });
  });

  test('gives the same twice, whatever was read in between', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const first = parse(text);
        parse(other);
        expect(parse(text)).toStrictEqual(first);
      }),
    );
  });

  test('means the same with CRLF line ends and decomposed letters', () => {
    forAnyText((text) => {
      const lines = text.replace(/\r/g, '');
      const { source: _source, ...expected } = parse(lines);
      for (const variant of [lines.replace(/\n/g, '\r\n'), lines.replace(/\n/g, '\r'), lines.normalize('NFD')]) {
        const { source: _other, ...report } = parse(variant);
        expect(report).toStrictEqual(expected);
      }
    });
  });
});

describe('any bytes', () => {
  const readable = async (bytes: Uint8Array) => {
    const source = await read(bytes).catch((error: unknown) => {
      expect(error).toBeInstanceOf(UnreadableError);
      expect((error as UnreadableError).text.vi).toMatch(/^\P{Cc}+$/u);
      return null;
    });
    if (source) Report.parse(parse(source));
  };

  test('are a report or a clean error', async () => {
    const signatures = fc.constantFrom(
      '',
      '',
      '\xFF\xFE',
      '\xFE\xFF',
      '%PDF-1.7\n',
      'PK\x03\x04',
      '{\\rtf',
      'I. ',
      '<?xml',
    );
    await fc.assert(
      fc.asyncProperty(signatures, fc.uint8Array({ maxLength: 500 }), (start, bytes) =>
        readable(Buffer.concat([Buffer.from(start, 'latin1'), bytes])),
      ),
    );
  });

  test.each([
    ['.txt', () => Buffer.from(reportText), 300],
    ['UTF-16 .txt', () => Buffer.from(`\uFEFF${reportText}`, 'utf16le'), 300],
    ['.docx', () => docxOf(reportText), 60],
    ['.pdf', () => pdfOf((page) => page.text('I. Ket qua\n1. Tiep cong dan: 48 luot')), 60],
  ])('a damaged %s too', async (_, make, numRuns) => {
    await fc.assert(fc.asyncProperty(damaged(await make()), readable), { numRuns });
  });
});
