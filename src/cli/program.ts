import { Command, CommanderError, type Help, InvalidArgumentError, Option } from 'commander';
import { type Encoding, encodings } from '../extract/encoding/names.ts';
import type { OcrMode } from '../extract/ocr/options.ts';
import type { Format } from '../source.ts';
import { type Target, targets } from '../store/target.ts';
import type { Say } from './messages.ts';

declare const DVCQ_VERSION: string;

/** What `dvcq parse` is asked for. */
export interface ParseFlags {
  json?: true;
  pretty?: true;
  output?: string;
  format?: Format;
  /** False with `--no-text`. */
  text: boolean;
  strict?: true;
  encoding?: Encoding;
  ocr?: OcrMode;
  /** In bytes. */
  maxBytes?: number;
  /** In seconds. */
  timeout?: number;
}

export type FindingsFormat = 'pretty' | 'json' | 'sarif' | 'github';

/** What `dvcq check` is asked for. */
export interface CheckFlags {
  json?: true;
  format?: FindingsFormat;
  output?: string;
  inputFormat?: Format;
  rule?: string[];
  noRule?: string[];
  config?: string;
  quiet?: true;
  encoding?: Encoding;
  ocr?: OcrMode;
  /** In bytes. */
  maxBytes?: number;
  /** In seconds. */
  timeout?: number;
}

/** What `dvcq batch` is asked for. */
export interface BatchFlags {
  output: string;
  to?: Target;
  jobs?: number;
  force?: true;
  null?: true;
  quiet?: true;
  logFormat?: 'text' | 'json';
  format?: Format;
  encoding?: Encoding;
  ocr?: OcrMode;
  /** In bytes. */
  maxBytes?: number;
  /** In seconds. */
  timeout?: number;
}

/** What `dvcq export` is asked for. */
export interface ExportFlags {
  output: string;
  to?: Target;
  quiet?: true;
}

/** What `dvcq query` is asked for. */
export interface QueryFlags {
  json?: true;
  csv?: true;
}

/** What the commands do; each comes to an exit code. */
export interface Actions {
  parse(files: string[], flags: ParseFlags): Promise<void>;
  check(files: string[], flags: CheckFlags): Promise<void>;
  batch(paths: string[], flags: BatchFlags): Promise<void>;
  export(store: string, flags: ExportFlags): Promise<void>;
  query(store: string, sql: string | undefined, flags: QueryFlags): Promise<void>;
  schema(): Promise<void>;
  doctor(): Promise<void>;
}

/** Adds one command to the program. */
type Define = (dvcq: Command, say: Say, actions: Actions) => void;

const commands: Record<keyof Actions, Define> = {
  parse: (dvcq, say, { parse }) => {
    settings(dvcq.command('parse <file...>'), say)
      .description(say('parse'), { file: say('files') })
      .option('--json', say('json'))
      .option('--pretty', say('pretty'))
      .option('-o, --output <file>', say('output'))
      .addOption(new Option('--format <format>', say('format')).choices(inputFormats))
      .option('--no-text', say('noText'))
      .option('--strict', say('strict'))
      .addOption(encoding(say))
      .addOption(ocr(say))
      .addOption(maxBytes(say))
      .addOption(timeout(say))
      .addHelpText('after', `${say('notes')}\n${say('examples')}`)
      .action(parse);
  },
  check: (dvcq, say, { check }) => {
    settings(dvcq.command('check <file...>'), say)
      .description(say('check'), { file: say('files') })
      .option('--json', say('checkJson'))
      .addOption(new Option('--format <format>', say('checkFormat')).choices(['pretty', 'json', 'sarif', 'github']))
      .option('-o, --output <file>', say('checkOutput'))
      .addOption(new Option('--input-format <format>', say('format')).choices(inputFormats))
      .addOption(new Option('--rule <id>', say('rule')).argParser(collect))
      .addOption(noRule(say).argParser(collect))
      .option('--config <file>', say('config'))
      .option('-q, --quiet', say('quiet'))
      .addOption(encoding(say))
      .addOption(ocr(say))
      .addOption(maxBytes(say))
      .addOption(timeout(say))
      .addHelpText('after', say('checkNotes'))
      .action(check);
  },
  batch: (dvcq, say, { batch }) => {
    settings(dvcq.command('batch <path...>'), say)
      .description(say('batch'), { path: say('batchPaths') })
      .requiredOption('-o, --output <name>', say('batchOutput'))
      .addOption(new Option('--to <kind>', say('batchTo', targets.join(', '))).choices(targets))
      .addOption(new Option('-j, --jobs <number>', say('batchJobs')).argParser(wholeNumber))
      .option('--force', say('batchForce'))
      .option('-0, --null', say('batchNull'))
      .option('-q, --quiet', say('batchQuiet'))
      .addOption(new Option('--log-format <format>', say('batchLog')).choices(['text', 'json']))
      .addOption(new Option('--format <format>', say('format')).choices(inputFormats))
      .addOption(encoding(say))
      .addOption(ocr(say))
      .addOption(maxBytes(say))
      .addOption(timeout(say))
      .addHelpText('after', `\n${say('batchNotes')}`)
      .action(batch);
  },
  export: (dvcq, say, actions) => {
    settings(dvcq.command('export <store>'), say)
      .description(say('export'), { store: say('exportStore') })
      .requiredOption('-o, --output <name>', say('batchOutput'))
      .addOption(new Option('--to <kind>', say('batchTo', targets.join(', '))).choices(targets))
      .option('-q, --quiet', say('exportQuiet'))
      .addHelpText('after', `\n${say('exportNotes')}`)
      .action(actions.export);
  },
  query: (dvcq, say, { query }) => {
    settings(dvcq.command('query <store> [sql]'), say)
      .description(say('query'), { store: say('queryStore'), sql: say('querySql') })
      .option('--json', say('queryJson'))
      .option('--csv', say('queryCsv'))
      .addHelpText('after', `\n${say('queryNotes')}`)
      .action(query);
  },
  schema: (dvcq, say, { schema }) => {
    settings(dvcq.command('schema'), say).description(say('schema')).action(schema);
  },
  doctor: (dvcq, say, { doctor }) => {
    settings(dvcq.command('doctor'), say).description(say('doctor')).action(doctor);
  },
};

/**
 * The command line of dvcq. A wrong one makes `parseAsync` reject with a {@link CommanderError}.
 *
 * @param args a command that begins them is the only one that is made: all of them take 1 ms
 */
export function program(args: string[], say: Say, actions: Actions): Command {
  const dvcq = settings(new Command('dvcq'), say)
    .description(say('about'))
    .version(DVCQ_VERSION, '-V, --version', say('version'))
    .helpCommand('help [command]', say('helpCommand'))
    .addOption(new Option('--lang <vi|en>', say('lang')).choices(['vi', 'en']))
    .addHelpText('after', say('examples'));
  const [asked = ''] = args;
  for (const [name, define] of Object.entries(commands))
    if (name === asked || !Object.hasOwn(commands, asked)) define(dvcq, say, actions);
  return dvcq;
}

export const inputFormats: Format[] = ['txt', 'md', 'docx', 'doc', 'rtf', 'odt', 'html', 'pdf', 'png', 'jpg', 'tif'];

/** The values of an option that may be given several times. */
const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** Names in any case: TCVN3 and VNI are written in capitals. */
function encoding(say: Say): Option {
  const option = new Option('--encoding <name>', say('encoding')).choices(encodings);
  const choose = option.parseArg;
  return option.argParser((value, before) => choose?.(value.toLowerCase(), before));
}

const ocr = (say: Say): Option => new Option('--ocr <mode>', say('ocr')).choices(['auto', 'off', 'force']);

const maxBytes = (say: Say): Option =>
  new Option('--max-bytes <size>', say('maxBytes')).argParser((value) => {
    const [, number, unit = ''] = /^(\d{1,9}(?:\.\d+)?)([kmg]?)b?$/i.exec(value) ?? [];
    const bytes = Math.floor(Number(number) * 1024 ** ' kmg'.indexOf(unit.toLowerCase() || ' '));
    return bytes > 0 && bytes <= 2 ** 31 ? bytes : refuse('500K, 64M, 2G');
  });

const wholeNumber = (value: string): number => (/^[1-9]\d{0,2}$/.test(value) ? Number(value) : refuse('1, 2, 4'));

const timeout = (say: Say): Option =>
  new Option('--timeout <seconds>', say('timeout')).argParser((value) => {
    const seconds = /^\d{1,5}(?:\.\d+)?$/.test(value) ? Number(value) : 0;
    return seconds > 0 ? seconds : refuse('0.5, 30, 600');
  });

/** Refuses a value as commander does one that is none of the choices. */
function refuse(examples: string): never {
  throw new InvalidArgumentError(`Allowed choices are ${examples}.`);
}

/** To commander `--no-rule` would be the absence of `--rule`; it is an option of its own, with ids. */
function noRule(say: Say): Option {
  const option = new Option('--no-rule <id>', say('noRule'));
  option.negate = false;
  return option;
}

/** What every command shares: help in our words, errors as exceptions instead of exits. */
function settings(command: Command, say: Say): Command {
  const titles: Record<string, string> = {
    'Usage:': say('usage'),
    'Arguments:': say('arguments'),
    'Options:': say('options'),
    'Global Options:': say('globalOptions'),
    'Commands:': say('commands'),
  };
  const help: Partial<Help> & { showGlobalOptions: boolean } = {
    showGlobalOptions: true,
    styleTitle: (title) => titles[title] ?? title,
    // The descriptions name the choices themselves.
    optionDescription: (option) => option.description,
  };
  return command
    .exitOverride()
    .configureHelp(help)
    .configureOutput({ outputError: () => {} })
    .helpOption('-h, --help', say('help'));
}

/** A commander error in our words; `null` for what is none, e.g. help that was asked for. */
export function usageError(error: CommanderError, say: Say): string | null {
  const [first = '', ...others] = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const spoken = {
    'commander.unknownOption': () => say('unknownOption', first),
    'commander.unknownCommand': () => say('unknownCommand', first),
    'commander.missingArgument': () => say('missingFiles'),
    'commander.missingMandatoryOptionValue': () => say('missingOption', flagOf(first)),
    'commander.optionMissingArgument': () => say('missingValue', flagOf(first)),
    'commander.invalidArgument': () => invalidValue(error.message, first, others[0] ?? '', say),
    'commander.excessArguments': () => say('tooMany'),
  }[error.code];
  if (!spoken) return error.exitCode === 0 || error.code === 'commander.help' ? null : error.message;
  const meant = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(error.message)?.[1];
  return [spoken(), meant && say('didYouMean', meant)].filter(Boolean).join('; ');
}

/** `-o` of `-o, --output <file>`. */
const flagOf = (option: string): string => option.replace(/[ ,].*/, '');

function invalidValue(message: string, option: string, value: string, say: Say): string {
  const choices = /Allowed choices are (.+?)\.$/m.exec(message)?.[1] ?? '';
  // `--format` is the input's with `parse` and the findings' with `check`; whoever mixes them up is told.
  const isInput = choices.includes('sarif') && inputFormats.includes(value as Format);
  return say('invalidValue', flagOf(option), value, choices) + (isInput ? `; ${say('useInputFormat', value)}` : '');
}

export { CommanderError };
