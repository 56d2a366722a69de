import type { CheckFinding } from '../findings.ts';
import type { Diagnostic, Report, Section } from '../schema.ts';
import type { Span } from '../source.ts';
import { type Locator, locate } from '../text.ts';

/** The diagnostics of a report with all that is known of their places. */
export function placed(report: Pick<Report, 'text' | 'sections'>, diagnostics: Diagnostic[]): CheckFinding[] {
  const text = report.text ?? '';
  const locator = locate(text, []);
  return diagnostics.map(({ rule, severity, message, span, page, related }) => ({
    rule,
    severity,
    message,
    span,
    ...placeOf(span, text, locator),
    page,
    section: span && sectionAt(report.sections, span[0]),
    related: related.map((other) => ({ ...other, ...placeOf(other.span, text, locator) })),
  }));
}

const nowhere = { line: null, column: null, endLine: null, endColumn: null, text: null };

function placeOf(span: Span | null, text: string, { point }: Locator) {
  if (!span) return nowhere;
  const [start, end] = [point(span[0]), point(span[1])];
  const { line, column } = start;
  return { line, column, endLine: end.line, endColumn: end.column, text: text.slice(...span) };
}

/** The id of the innermost section around an offset. */
function sectionAt(sections: Section[], offset: number): string | null {
  const around = sections.find(({ span }) => span[0] <= offset && offset < span[1]);
  return around ? (sectionAt(around.children, offset) ?? around.id) : null;
}
