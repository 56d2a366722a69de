import { z } from 'zod';

/**
 * The output contract, version 1: the single definition from which the TypeScript types, the JSON Schema
 * (`dvcq schema`) and the checks of the tests come. Absent is `null` or `[]`; no field is ever missing.
 */

const span = z.tuple([z.int().min(0), z.int().min(0)]).describe('[start, end): UTF-16 offsets into `text`');
const line = z.int().min(1).describe('1-based line of `text`');
const page = z.int().min(1).nullable().describe('1-based page, null where the format has none');
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const Passage = z.object({
  text: z.string().describe('wrapped lines joined by one space'),
  span,
});

export const Scheme = z.enum([
  'part',
  'chapter',
  'article',
  'upper-letter',
  'roman',
  'decimal',
  'decimal-2',
  'decimal-3',
  'letter',
  'paren',
  'dash',
  'plus',
  'star',
  'bullet',
]);

export const Section = z
  .object({
    id: z.string().describe('printed ordinals joined by "."; n-th bullet "-n", "+n", "*n"; a repeated id gets "~2"'),
    marker: z.string(),
    scheme: Scheme,
    level: z.int().min(1),
    title: z.string().nullable(),
    headingSpan: span.nullable(),
    span: span.describe('from the marker to the end of the last descendant'),
    line,
    page,
    paragraphs: z.array(Passage),
    get children(): z.ZodArray<typeof Section> {
      return z.array(Section);
    },
  })
  .meta({ id: 'Section' });

export const MeasureKind = z.enum([
  'count',
  'percent',
  'money',
  'area',
  'length',
  'mass',
  'volume',
  'duration',
  'multiple',
  'rank',
  'rate',
]);

export const Measure = z.object({
  span,
  text: z.string(),
  kind: MeasureKind,
  value: z.number().describe('đồng for money; scaled counts are expanded'),
  of: z.number().nullable().describe('59/63 vụ việc: 63'),
  to: z.number().nullable().describe('upper end of a range'),
  unit: z.string().nullable(),
  impliedUnit: z.string().nullable(),
  scale: z.string().nullable().describe('nghìn, triệu, tỷ as printed'),
  approx: z.enum(['>', '<', '~']).nullable(),
  change: z.enum(['increase', 'decrease', 'compared', 'achieved']).nullable(),
});

export const Figure = z.object({
  id: z.string(),
  span,
  text: z.string(),
  line,
  page,
  section: z.string().nullable(),
  label: z.string().nullable(),
  parent: z.string().nullable().describe('id of the whole it is a part of'),
  measures: z.array(Measure).min(1),
});

export const Breakdown = z.object({
  whole: z.string().describe('id of the figure that is broken down'),
  parts: z.array(z.string()).min(1).describe('ids of its parts in one division; a whole may be divided twice'),
  complete: z
    .boolean()
    .nullable()
    .describe('whether these are all parts: true (gồm …), false (trong đó có …), null where the text does not tell'),
});

export const Reference = z.object({
  id: z.string(),
  span,
  text: z.string(),
  line,
  page,
  section: z.string().nullable(),
  type: z.string(),
  number: z.string().nullable(),
  year: z.int().nullable(),
  symbol: z.string().nullable(),
  code: z.string().nullable(),
  name: z.string().nullable(),
  date: isoDate.nullable(),
  issuer: z.string().nullable(),
  subject: z.string().nullable(),
  repaired: z.boolean(),
  document: z.string(),
});

export const CitedDocument = z.object({
  id: z.string(),
  type: z.string(),
  code: z.string().nullable(),
  name: z.string().nullable(),
  date: isoDate.nullable(),
  issuer: z.string().nullable(),
  subject: z.string().nullable(),
  mentions: z.array(z.string()),
});

export const Header = z.object({
  parentIssuer: z.string().nullable(),
  issuer: z.string().nullable(),
  number: z.string().nullable(),
  symbol: z.string().nullable(),
  place: z.string().nullable(),
  date: z.object({ day: z.int().nullable(), month: z.int().nullable(), year: z.int().nullable() }),
  type: z.string().nullable(),
  title: z.string().nullable(),
  addressee: z.string().nullable(),
  period: z
    .object({ text: z.string(), from: isoDate.nullable(), to: isoDate.nullable() })
    .nullable()
    .describe('what the report covers'),
});

export const Closing = z.object({
  recipients: z.array(z.string()),
  signature: z.object({
    authority: z.string().nullable(),
    capacity: z.string().nullable(),
    position: z.string().nullable(),
    name: z.string().nullable(),
  }),
});

export const Footnote = z.object({ marker: z.string(), text: z.string(), span, calls: z.array(span) });

export const Indicator = z.object({
  code: z.string(),
  value: z.number(),
  of: z.number().nullable(),
  unit: z.string().nullable(),
  figure: z.string(),
  measure: z.int().min(0),
});

export const Diagnostic = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  span: span.nullable(),
  line: line.nullable(),
  page,
  related: z.array(z.object({ span, message: z.string() })),
});

export const Report = z
  .object({
    schema: z.literal('dvcq/1'),
    source: z.object({
      name: z.string(),
      format: z.enum(['txt', 'md', 'docx', 'doc', 'rtf', 'odt', 'html', 'pdf', 'png', 'jpg', 'tif']),
      bytes: z.int().min(0),
      sha256: z.string(),
      pages: z.int().nullable(),
      encoding: z.string().nullable(),
      ocr: z.boolean(),
    }),
    text: z.string().nullable().describe('the document as read; null only when left out on request (--no-text)'),
    header: Header,
    preamble: z.array(Passage),
    sections: z.array(Section),
    footnotes: z.array(Footnote),
    figures: z.array(Figure),
    breakdowns: z.array(Breakdown),
    references: z.array(Reference),
    documents: z.array(CitedDocument),
    indicators: z.array(Indicator),
    conclusion: z.array(Passage),
    closing: Closing,
    diagnostics: z.array(Diagnostic),
  })
  .meta({ title: 'dvcq report', description: 'What dvcq reads in one Vietnamese administrative report' });

export type Passage = z.infer<typeof Passage>;
export type Scheme = z.infer<typeof Scheme>;
export type Section = z.infer<typeof Section>;
export type MeasureKind = z.infer<typeof MeasureKind>;
export type Measure = z.infer<typeof Measure>;
export type Figure = z.infer<typeof Figure>;
export type Breakdown = z.infer<typeof Breakdown>;
export type Reference = z.infer<typeof Reference>;
export type CitedDocument = z.infer<typeof CitedDocument>;
export type Header = z.infer<typeof Header>;
export type Closing = z.infer<typeof Closing>;
export type Footnote = z.infer<typeof Footnote>;
export type Indicator = z.infer<typeof Indicator>;
export type Diagnostic = z.infer<typeof Diagnostic>;
export type Report = z.infer<typeof Report>;
