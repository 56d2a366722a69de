import type { CheckedFile, CheckResult } from '../../findings.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';

/** One object for all files, as `CheckResult` describes it. */
export function jsonReporter({ indent }: ReporterOptions): Reporter {
  const files: CheckedFile[] = [];
  return {
    file: (file) => {
      files.push(file);
      return '';
    },
    end: (summary) => {
      const result: CheckResult = { schema: 'dvcq-check/1', files, summary };
      return `${JSON.stringify(result, null, indent ? 2 : 0)}\n`;
    },
  };
}
