import type { Language } from '../document.ts';
import type { Report } from '../schema.ts';
import { exit, stop } from './exit.ts';
import { checkPaths, readReports, shown } from './input.ts';
import { type Say, speak } from './messages.ts';
import { isStandard, outputTo, toTerminal } from './output.ts';
import type { ParseFlags } from './program.ts';
import { tell } from './tell.ts';
import { styleOf } from './terminal.ts';

/** Puts one report into the words or the JSON that were asked for. */
type Render = (report: Report) => string;

/**
 * `dvcq parse`: each file on its own; one that cannot be read is named on standard error, the others come out.
 *
 * @returns the exit code
 */
export async function parseFiles(files: string[], flags: ParseFlags, language: Language): Promise<number> {
  const say = speak(language);
  if (flags.pretty && files.length > 1) stop(exit.usage, say('prettyMany'));
  checkPaths(files, flags.output, say);
  const output = outputTo(flags.output, say);
  const render = await renderer(files, flags, language);
  let code: number = exit.fine;
  let written = 0;
  const report = async (file: string, report: Report) => {
    if (flags.strict && report.diagnostics.some(counts)) code ||= exit.findings;
    // In JSON the findings are easily overlooked; a failing command says why it fails.
    if (flags.strict && wantsJson(flags)) tellFindings(report, file, say);
    await output.write(written++ && !wantsJson(flags) ? `\n${render(report)}` : render(report));
  };
  for (const file of files)
    for await (const reading of readReports(file, flags, language))
      if ('report' in reading) await report(reading.file, reading.report);
      else code = exit.unreadable;
  if (written) output.end();
  else output.discard();
  return code;
}

const wantsJson = ({ json, pretty, output = '' }: ParseFlags): boolean =>
  Boolean(json || pretty || /\.jsonl?$/i.test(output));

async function renderer(files: string[], flags: ParseFlags, language: Language): Promise<Render> {
  const onTerminal = isStandard(flags.output) && toTerminal();
  if (wantsJson(flags)) {
    const indent = flags.pretty || (onTerminal && files.length === 1) ? 2 : 0;
    return (report) => `${JSON.stringify(flags.text ? report : { ...report, text: null }, null, indent)}\n`;
  }
  const { renderSummary } = await import('../render/summary.ts');
  const style = styleOf(onTerminal, language);
  return (report) => renderSummary(report, style);
}

const counts = ({ severity }: { severity: string }): boolean => severity !== 'info';

function tellFindings(report: Report, file: string, say: Say): void {
  for (const { severity, rule, message, line } of report.diagnostics.filter(counts)) {
    const place = [shown(file, say), line].filter(Boolean).join(':');
    tell(`${place}: ${say(severity === 'error' ? 'error' : 'warning')}: ${message} [${rule}]`);
  }
}
