import type { CheckedFile, CheckSummary } from '../findings.ts';

/** Counts findings over files. */
export interface Tally {
  /** Counts a report and its findings. */
  add(file: CheckedFile): void;
  /** Counts the findings of a file that is no report. */
  addFindings(file: CheckedFile): void;
  summary(): CheckSummary;
}

/** A new count. */
export function tally(): Tally {
  const counts = { files: 0, clean: 0, unreadable: 0, errors: 0, warnings: 0, infos: 0, suppressed: 0 };
  const rules = new Map<string, { findings: number; files: Set<string> }>();
  const addFindings = ({ file, findings, suppressed }: CheckedFile) => {
    counts.suppressed += suppressed.length;
    for (const { rule, severity } of findings) {
      counts[`${severity}s`]++;
      const known = rules.get(rule) ?? { findings: 0, files: new Set() };
      rules.set(rule, known);
      known.findings++;
      known.files.add(file);
    }
  };
  const add = (checked: CheckedFile) => {
    counts.files++;
    if (checked.error !== null) counts.unreadable++;
    else if (checked.findings.every(({ severity }) => severity === 'info')) counts.clean++;
    addFindings(checked);
  };
  const byRule = () =>
    [...rules]
      .map(([rule, { findings, files }]) => ({ rule, findings, files: files.size }))
      .sort((a, b) => b.findings - a.findings || a.rule.localeCompare(b.rule));
  return { add, addFindings, summary: () => ({ ...counts, rules: byRule() }) };
}
