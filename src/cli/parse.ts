import { statSync } from 'node:fs';
import type { Language } from '../document.ts';
import { read, readUpTo } from '../extract/index.ts';
import { UnreadableError } from '../extract/unreadable.ts';
import { parse } from '../pipeline.ts';
import type { Report } from '../schema.ts';
import { exit, stop } from './exit.ts';
import { type Say, speak } from './messages.ts';
import { isStandard, outputTo } from './output.ts';
import type { ParseFlags } from './program.ts';
import { tell } from './tell.ts';

const STDIN = '-';

/** Puts one report into the words or the JSON that were asked for. */
type Render = (report: Report) => string;

/**
 * `dvcq parse`: each file on its own; one that cannot be read is named on standard error, the others come out.
 *
 * @returns the exit code
 */
export async function parseFiles(files: string[], flags: ParseFlags, language: Language): Promise<number> {
  const say = speak(language);
  checkUsage(files, flags, say);
  const output = outputTo(flags.output, say);
  const render = await renderer(files, flags, language);
  let code: number = exit.fine;
  let written = 0;
  for (const file of files) {
    const report = await readReport(file, flags, language, say);
    if (!report) {
      code = exit.unreadable;
      continue;
    }
    if (flags.strict && report.diagnostics.some(counts)) code ||= exit.findings;
    // In JSON the findings are easily overlooked; a failing command says why it fails.
    if (flags.strict && wantsJson(flags)) tellFindings(report, file, say);
    await output.write(written++ && !wantsJson(flags) ? `\n${render(report)}` : render(report));
  }
  if (written) output.end();
  else output.discard();
  return code;
}

/** What only the files show to be wrong with a command line. */
function checkUsage(files: string[], flags: ParseFlags, say: Say): void {
  if (flags.pretty && files.length > 1) stop(exit.usage, say('prettyMany'));
  if (files.filter((file) => file === STDIN).length > 1) stop(exit.usage, say('stdinTwice'));
  const { output } = flags;
  if (output && files.some((file) => file !== STDIN && sameFile(file, output)))
    stop(exit.usage, say('outputIsInput', output));
}

function sameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  return Boolean(a?.isFile() && b && a.ino === b.ino && a.dev === b.dev);
}

/** Reads one file; tells why and returns `null` when that fails. */
async function readReport(file: string, flags: ParseFlags, language: Language, say: Say): Promise<Report | null> {
  try {
    const input = file === STDIN ? await readUpTo(process.stdin) : file;
    const source = await read(input, flags.format && { format: flags.format });
    return parse(source, { language });
  } catch (error) {
    const cause =
      error instanceof UnreadableError
        ? error.text[language]
        : say('unexpected', error instanceof Error ? error.message : String(error));
    tell(`${file === STDIN ? say('stdin') : file}: ${cause}`);
    return null;
  }
}

const wantsJson = ({ json, pretty, output = '' }: ParseFlags): boolean =>
  Boolean(json || pretty || /\.jsonl?$/i.test(output));

async function renderer(files: string[], flags: ParseFlags, language: Language): Promise<Render> {
  const onTerminal = isStandard(flags.output) && process.stdout.isTTY === true;
  if (wantsJson(flags)) {
    const indent = flags.pretty || (onTerminal && files.length === 1) ? 2 : 0;
    return (report) => `${JSON.stringify(flags.text ? report : { ...report, text: null }, null, indent)}\n`;
  }
  const { renderSummary } = await import('../render/summary.ts');
  const style = { language, width: widthOf(onTerminal), colour: wantsColour(onTerminal, process.env) };
  return (report) => renderSummary(report, style);
}

/** Columns of a summary that no terminal limits. */
const PAGE_WIDTH = 100;

const widthOf = (onTerminal: boolean): number => (onTerminal && process.stdout.columns) || PAGE_WIDTH;

/** FORCE_COLOR, then NO_COLOR (https://no-color.org), then what the output is: the order Node itself follows. */
function wantsColour(onTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR);
  return onTerminal && !env.NO_COLOR && env.TERM !== 'dumb';
}

const counts = ({ severity }: { severity: string }): boolean => severity !== 'info';

function tellFindings(report: Report, file: string, say: Say): void {
  for (const { severity, rule, message, line } of report.diagnostics.filter(counts)) {
    const place = [file === STDIN ? say('stdin') : file, line].filter(Boolean).join(':');
    tell(`${place}: ${say(severity === 'error' ? 'error' : 'warning')}: ${message} [${rule}]`);
  }
}
