import { placer, review, type Suppression, unusedSuppression } from '../check/index.ts';
import type { Language } from '../document.ts';
import type { CheckedFile } from '../findings.ts';
import type { Diagnostic, Report } from '../schema.ts';
import type { Config, ConfigSuppression } from './config.ts';
import type { CheckFlags } from './program.ts';

/** One run of `dvcq check`: what is asked for, and which entries of configurations had something to do so far. */
export interface Run {
  flags: CheckFlags;
  language: Language;
  /** By configuration, the entries that named one of the files, and those of them that silenced a finding. */
  entries: Map<Config, { met: Set<ConfigSuppression>; used: Set<ConfigSuppression> }>;
}

/** The findings of a report that the flags, its configuration and its own comments leave. */
export function checkReport(file: string, report: Report, config: Config | null, run: Run): CheckedFile {
  const text = report.text ?? '';
  const entries = (config?.suppress ?? []).filter((entry) => entry.matches(file));
  const suppressions = entries.map((entry) => entry.over(text));
  const { findings, suppressed } = review(report, { ...optionsFor(config, run), suppressions });
  const used = entries.filter((_, n) => suppressed.some(({ suppression }) => suppression === suppressions[n]));
  if (config) remember(config, entries, used, run);
  const { format, sha256 } = report.source;
  const place = placer(report);
  return {
    file,
    format,
    sha256,
    error: null,
    findings: findings.filter(wanted(run.flags)).map(place),
    suppressed: suppressed.map(({ finding, suppression }) => ({
      ...place(finding),
      suppression: written(suppression, file),
    })),
  };
}

/** A suppression as results tell it; the file it is written in is the report itself unless it says another. */
const written = ({ kind, reason, file, line }: Suppression, report: string) => ({
  kind,
  reason,
  file: file ?? report,
  line,
});

/** A file that could not be read. */
export const unreadableFile = (file: string, error: string): CheckedFile => ({
  file,
  format: null,
  sha256: null,
  error,
  findings: [],
  suppressed: [],
});

/** A configuration as a file of its own: its findings are the entries that silenced nothing in any of their files. */
export function checkConfigFile(config: Config, run: Run): CheckedFile {
  const options = optionsFor(config, run);
  const { met, used } = run.entries.get(config) ?? { met: new Set(), used: new Set() };
  const findings = [...met]
    .filter((entry) => !used.has(entry) && options.applies(entry.written.rule))
    .map((entry) => unusedSuppression(entry.written, options))
    .filter((finding) => options.applies(finding.rule) && wanted(run.flags)(finding));
  const { path: file, text } = config;
  return { ...unreadableFile(file, ''), error: null, findings: findings.map(placer({ text, sections: [] })) };
}

/** With --quiet only what makes the command fail. */
const wanted =
  ({ quiet }: CheckFlags) =>
  ({ severity }: Diagnostic): boolean =>
    !quiet || severity !== 'info';

/** The flags weigh more than the configuration: `--rule` turns on what is off there. */
function optionsFor(config: Config | null, { flags: { rule = [], noRule = [] }, language }: Run) {
  const applies = (id: string) => (rule.length ? rule.includes(id) : !config?.off.has(id)) && !noRule.includes(id);
  return { language, applies, severities: config?.severities ?? {} };
}

function remember(config: Config, met: ConfigSuppression[], used: ConfigSuppression[], { entries }: Run): void {
  const known = entries.get(config) ?? { met: new Set(), used: new Set() };
  entries.set(config, known);
  for (const entry of met) known.met.add(entry);
  for (const entry of used) known.used.add(entry);
}
