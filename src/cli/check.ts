import { catalogue } from '../check/index.ts';
import type { Language } from '../document.ts';
import type { Reporter, ReporterOptions } from '../render/findings/reporter.ts';
import { checkConfigFile, checkReport, type Run, unreadableFile } from './checked.ts';
import { configs } from './config.ts';
import { exit, stop } from './exit.ts';
import { checkPaths, readReports } from './input.ts';
import { type Say, speak } from './messages.ts';
import { isStandard, outputTo, toTerminal } from './output.ts';
import type { CheckFlags, FindingsFormat } from './program.ts';
import { ruleProblem } from './rules.ts';
import { tally } from './tally.ts';
import { styleOf } from './terminal.ts';

declare const DVCQ_VERSION: string;

/**
 * `dvcq check`: the findings of each file; one that cannot be read is named, the others come out.
 *
 * @returns the exit code
 */
export async function checkFiles(files: string[], flags: CheckFlags, language: Language): Promise<number> {
  const say = speak(language);
  checkUsage(files, flags, say);
  const findConfig = configs(flags.config, language);
  // Before anything is read or written, so that a mistake in one of them leaves nothing half done.
  const configOf = new Map(await Promise.all(files.map(async (file) => [file, await findConfig(file)] as const)));
  const output = outputTo(flags.output, say);
  const reporter = await reporterFor(formatOf(flags), flags, language);
  const run: Run = { flags, language, entries: new Map() };
  const total = tally();
  for (const path of files)
    for await (const reading of readReports(path, { ...flags, format: flags.inputFormat }, language)) {
      const isRead = 'report' in reading;
      const checked = isRead
        ? checkReport(reading.file, reading.report, configOf.get(path) ?? null, run)
        : unreadableFile(reading.file, reading.cause);
      total.add(checked);
      await output.write(reporter.file(checked, isRead ? reading.report.text : null));
    }
  for (const config of run.entries.keys()) {
    const checked = checkConfigFile(config, run);
    total.addFindings(checked);
    if (checked.findings.length) await output.write(reporter.file(checked, config.text));
  }
  const summary = total.summary();
  await output.write(reporter.end(summary));
  output.end();
  if (summary.unreadable) return exit.unreadable;
  return summary.errors + summary.warnings ? exit.findings : exit.fine;
}

function checkUsage(files: string[], flags: CheckFlags, say: Say): void {
  checkPaths(files, flags.output, say);
  const { rule = [], noRule = [] } = flags;
  for (const id of [...rule, ...noRule]) {
    const problem = ruleProblem(id, say);
    if (problem) stop(exit.usage, problem);
  }
  if (flags.json && flags.format && flags.format !== 'json') stop(exit.usage, say('jsonAndFormat', flags.format));
}

/** `-o findings.sarif` asks for SARIF as `-o report.json` asks for JSON. */
function formatOf({ json, format, output = '' }: CheckFlags): FindingsFormat {
  if (format) return format;
  return json || /\.json$/i.test(output) ? 'json' : /\.sarif$/i.test(output) ? 'sarif' : 'pretty';
}

async function reporterFor(format: FindingsFormat, flags: CheckFlags, language: Language): Promise<Reporter> {
  const onTerminal = isStandard(flags.output) && toTerminal();
  const options: ReporterOptions = {
    ...styleOf(onTerminal, language),
    catalogue,
    version: DVCQ_VERSION,
    indent: onTerminal,
  };
  if (format === 'json') return (await import('../render/findings/json.ts')).jsonReporter(options);
  if (format === 'sarif') return (await import('../render/findings/sarif.ts')).sarifReporter(options);
  if (format === 'github') return (await import('../render/findings/github.ts')).githubReporter(options);
  return (await import('../render/findings/pretty.ts')).prettyReporter(options);
}
