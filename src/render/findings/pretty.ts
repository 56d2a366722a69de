import type { CheckedFile, CheckFinding } from '../../findings.ts';
import type { Severity } from '../../source.ts';
import { locate } from '../../text.ts';
import { type Excerpt, excerptsOf, type Mark, type Page } from './excerpt.ts';
import { type Paint, painter } from './paint.ts';
import { harmless, type Reporter, type ReporterOptions, words } from './reporter.ts';
import { summaryLines } from './totals.ts';

/**
 * Findings as good compilers print them: what is wrong, where, and the lines themselves with the places underlined.
 * The summary stands at the end.
 */
export const prettyReporter = (options: ReporterOptions): Reporter => ({
  file: (checked, text) => {
    const page = text === null ? null : { text, locator: locate(text, []) };
    return checked.findings
      .map((finding) => `${findingLines(finding, checked, page, options).join('\n')}\n\n`)
      .join('');
  },
  end: (summary) => `${summaryLines(summary, painter(options.colour), options.language).join('\n')}\n`,
});

function findingLines(finding: CheckFinding, { file }: CheckedFile, page: Page | null, options: ReporterOptions) {
  const { language, colour, width } = options;
  const { severity, rule, message, related, span } = finding;
  const paint = painter(colour, severity === 'info' ? 'dim' : null);
  const marks: Mark[] = related.map((place) => ({ span: place.span, label: harmless(place.message), primary: false }));
  if (span) marks.unshift({ span, label: '', primary: true });
  const last = Math.max(1, finding.endLine ?? 1, ...related.map(({ endLine }) => endLine ?? 1));
  const gutter = String(last).length;
  const excerpts = page ? excerptsOf(page, marks, Math.max(20, width - gutter - 3)) : [];
  return [
    `${paint(severity, `${words[severity][language]}[${rule}]`)}${paint('bold', `: ${harmless(message)}`)}`,
    `${' '.repeat(gutter)}${paint('place', '-->')} ${placeOf(finding, file, language)}`,
    ...excerptLines(excerpts, { gutter, width, severity, paint }),
  ];
}

/** `bao-cao.pdf:67:12 (mục II.3, trang 4)`: the line and column are those that editors jump to. */
function placeOf({ line, column, section, page }: CheckFinding, file: string, language: ReporterOptions['language']) {
  const path = [harmless(file), line, column].filter((part) => part !== null).join(':');
  const inside = [
    section !== null && `${words.section[language]} ${section}`,
    page !== null && `${words.page[language]} ${page}`,
  ].filter(Boolean);
  return inside.length ? `${path} (${inside.join(', ')})` : path;
}

interface Frame {
  /** Columns of the line numbers. */
  gutter: number;
  width: number;
  severity: Severity;
  paint: Paint;
}

function excerptLines(excerpts: Excerpt[], frame: Frame): string[] {
  if (!excerpts.length) return [];
  const { gutter, paint } = frame;
  const bar = (number = '') => paint('place', `${number.padStart(gutter)} |`);
  return [
    bar(),
    ...excerpts.flatMap((excerpt, n) => {
      const before = excerpts[n - 1];
      const apart = before && excerpt.line > before.line + 1;
      return [
        ...(apart ? [paint('place', '...')] : []),
        `${bar(String(excerpt.line))} ${excerpt.shown}`,
        ...excerpt.underlines.flatMap((one) => underline(one, frame).map((row) => `${bar()} ${row}`)),
      ];
    }),
  ];
}

/** An underline with its label behind it, or below it where there is no room. */
function underline(
  { column, length, label, primary }: Excerpt['underlines'][number],
  { gutter, width, severity, paint }: Frame,
): string[] {
  const tone = primary ? severity : 'place';
  const line = ' '.repeat(column) + paint(tone, (primary ? '^' : '-').repeat(length));
  const room = width - gutter - 3;
  if (!label) return [line];
  if (column + length + 1 + label.length <= room) return [`${line} ${paint(tone, label)}`];
  return [line, ' '.repeat(Math.max(0, Math.min(column, room - label.length))) + paint(tone, label)];
}
