import type { Language } from '../../document.ts';
import type { CheckedFile, CheckFinding } from '../../findings.ts';
import { painter } from './paint.ts';
import { harmless, type Reporter, type ReporterOptions, words } from './reporter.ts';
import { summaryLines } from './totals.ts';

/**
 * GitHub's workflow commands: one line a finding, which GitHub shows beside the line of the file; then the totals
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 */
export const githubReporter = ({ language }: ReporterOptions): Reporter => ({
  file: (checked) =>
    [
      ...(checked.error === null ? [] : [command('error', { file: checked.file }, checked.error)]),
      ...checked.findings.map((finding) => annotation(checked, finding, language)),
    ].join(''),
  end: (summary) => `${summaryLines(summary, painter(false), language).join('\n')}\n`,
});

const levels = { error: 'error', warning: 'warning', info: 'notice' } as const;

function annotation({ file }: CheckedFile, finding: CheckFinding, language: Language): string {
  const { rule, severity, line, endLine, column, endColumn, related } = finding;
  const oneLine = line === endLine;
  const properties = {
    file,
    line,
    endLine,
    // GitHub refuses columns of a place that runs over several lines.
    col: oneLine ? column : null,
    endColumn: oneLine ? endColumn : null,
    title: rule,
  };
  const places = related.map(({ line: at, message }) => `${words.line[language]} ${at}: ${message}`);
  return command(levels[severity], properties, [finding.message, ...places].join('\n'));
}

function command(level: string, properties: Record<string, string | number | null>, message: string): string {
  const written = Object.entries(properties)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`);
  return `::${level} ${written.join(',')}::${escaped(message)}\n`;
}

const escaped = (text: string): string =>
  text
    .split('\n')
    .map((line) => harmless(line.replaceAll('%', '%25')))
    .join('%0A');
