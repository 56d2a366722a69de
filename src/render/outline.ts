import type { Figure, Measure, Passage, Reference, Report, Section } from '../schema.ts';

/** The views of an outline. */
export const views = ['header', 'tree', 'figures', 'breakdowns', 'references', 'documents', 'diagnostics'] as const;
export type View = (typeof views)[number];

/**
 * One view of a report as short lines that read well and differ little when a report differs little: what the
 * test corpus compares, and what a bug report can quote. Fields stand two spaces apart; defaults are left out.
 */
export function renderOutline(report: Report, view: View): string {
  return renderers[view](report).join('\n');
}

const renderers: Record<View, (report: Report) => string[]> = {
  header: headerLines,
  tree: (report) => [
    ...report.preamble.map(paragraphLine('')),
    ...report.sections.flatMap((section) => sectionLines(section, '')),
    ...report.conclusion.map(paragraphLine('')),
    ...report.footnotes.map(({ marker, text, calls }) => `footnote ${marker}  calls ${calls.length}  ${text}`),
  ],
  figures: (report) => report.figures.flatMap(figureLines),
  breakdowns: breakdownLines,
  references: (report) => report.references.map(referenceLine),
  documents: (report) =>
    report.documents.map(({ id, type, code, name, date, issuer, mentions }) =>
      fields([id, type, code, name, date, issuer, mentions.join(' ')]),
    ),
  diagnostics: (report) =>
    report.diagnostics.map(({ line, severity, rule, message }) =>
      fields([String(line ?? '-'), severity, rule, message]),
    ),
};

const fields = (values: (string | null | undefined | false)[]): string => values.filter(Boolean).join('  ');

function headerLines(report: Report): string[] {
  const { header, closing } = report;
  const { date, period } = header;
  const day = [date.day, date.month, date.year].map((part) => part ?? '?').join('/');
  const { signature } = closing;
  const lines: [string, string | null][] = [
    ['parentIssuer', header.parentIssuer],
    ['issuer', header.issuer],
    ['number', header.number],
    ['symbol', header.symbol],
    ['place', header.place],
    ['date', day === '?/?/?' ? null : day],
    ['type', header.type],
    ['title', header.title],
    ['addressee', header.addressee],
    ['period', period && fields([period.text, period.from && `${period.from}..${period.to}`])],
    ...closing.recipients.map((recipient): [string, string] => ['recipient', recipient]),
    ['authority', signature.authority],
    ['capacity', signature.capacity],
    ['position', signature.position],
    ['name', signature.name],
  ];
  return lines.filter(([, value]) => value).map(([key, value]) => `${key}  ${value}`);
}

const paragraphLine = (indent: string) => (passage: Passage) => `${indent}paragraph  ${passage.text}`;

function sectionLines(section: Section, indent: string): string[] {
  const deeper = `${indent}  `;
  return [
    `${indent}${fields([section.scheme, section.marker, section.title])}`,
    ...section.paragraphs.map(paragraphLine(deeper)),
    ...section.children.flatMap((child) => sectionLines(child, deeper)),
  ];
}

function figureLines(figure: Figure): string[] {
  return figure.measures.map((measure) =>
    fields([
      figure.id.slice(1),
      oneLine(measure.text),
      value(measure),
      ...marks(measure),
      figure.label && `[${figure.label}]`,
    ]),
  );
}

/**
 * Figures under the whole they are a part of; those in no breakdown are left out. `=` are all parts, `<` some, `~`
 * either; `2=` are those of a second division of the same whole.
 */
function breakdownLines({ figures, breakdowns }: Report): string[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const divisions = new Map<string, Report['breakdowns']>();
  for (const division of breakdowns)
    divisions.set(division.whole, [...(divisions.get(division.whole) ?? []), division]);
  const linesOf = ({ id, text }: Figure, mark: string, indent: string): string[] => [
    `${indent}${mark}${oneLine(text)}`,
    ...(divisions.get(id) ?? []).flatMap(({ parts, complete }, n) =>
      parts.flatMap((part) => {
        const figure = byId.get(part);
        const sign = `${n ? n + 1 : ''}${complete ? '=' : complete === false ? '<' : '~'} `;
        return figure?.parent === id ? linesOf(figure, sign, `${indent}  `) : [];
      }),
    ),
  ];
  return figures.filter(({ id, parent }) => !parent && divisions.has(id)).flatMap((figure) => linesOf(figure, '', ''));
}

const value = ({ value, to, of, unit, impliedUnit }: Measure): string =>
  [value, to !== null && `to ${to}`, of !== null && `of ${of}`, unit ?? (impliedUnit && `(${impliedUnit})`)]
    .filter((part) => part !== false && part !== null)
    .join(' ');

const marks = ({ kind, scale, approx, change }: Measure) => [kind !== 'count' && kind, scale, approx, change];

function referenceLine(reference: Reference): string {
  const { type, code, name, date, issuer, subject, repaired, document } = reference;
  return fields([
    oneLine(reference.text),
    type,
    code,
    name && `“${name}”`,
    date,
    issuer && `của ${issuer}`,
    subject && `về ${subject}`,
    repaired && 'repaired',
    document,
  ]);
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
