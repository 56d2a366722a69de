import type { CheckFinding } from '../findings.ts';
import type { Diagnostic, Report, Section } from '../schema.ts';
import type { Span } from '../source.ts';
import { type Locator, locate } from '../text.ts';
import { firstFrom } from './search.ts';

/** What adds to a diagnostic of a report all that is known of its places. */
export function placer({ text: read, sections }: Pick<Report, 'text' | 'sections'>) {
  const text = read ?? '';
  const locator = locate(text, []);
  return ({ rule, severity, message, span, page, related }: Diagnostic): CheckFinding => ({
    rule,
    severity,
    message,
    span,
    ...placeOf(span, text, locator),
    page,
    section: span && sectionAt(sections, span[0]),
    related: related.map((other) => ({ ...other, ...placeOf(other.span, text, locator) })),
  });
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
  const last = sections[firstFrom(sections, offset + 1) - 1];
  return last && offset < last.span[1] ? (sectionAt(last.children, offset) ?? last.id) : null;
}
