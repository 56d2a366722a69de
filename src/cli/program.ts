import { Command, CommanderError, type Help, Option } from 'commander';
import type { Format } from '../source.ts';
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
}

/** What the commands do; each comes to an exit code. */
export interface Actions {
  parse(files: string[], flags: ParseFlags): Promise<void>;
  schema(): Promise<void>;
}

/** The command line of dvcq. A wrong one makes `parseAsync` reject with a {@link CommanderError}. */
export function program(say: Say, actions: Actions): Command {
  const dvcq = settings(new Command('dvcq'), say)
    .description(say('about'))
    .version(DVCQ_VERSION, '-V, --version', say('version'))
    .helpCommand('help [command]', say('helpCommand'))
    .addOption(new Option('--lang <vi|en>', say('lang')).choices(['vi', 'en']))
    .addHelpText('after', say('examples'));
  settings(dvcq.command('parse <file...>'), say)
    .description(say('parse'), { file: say('files') })
    .option('--json', say('json'))
    .option('--pretty', say('pretty'))
    .option('-o, --output <file>', say('output'))
    .addOption(new Option('--format <format>', say('format')).choices(['txt', 'md', 'docx', 'pdf']))
    .option('--no-text', say('noText'))
    .option('--strict', say('strict'))
    .addHelpText('after', `${say('notes')}\n${say('examples')}`)
    .action(actions.parse);
  settings(dvcq.command('schema'), say).description(say('schema')).action(actions.schema);
  return dvcq;
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
  return say('invalidValue', flagOf(option), value, choices);
}

export { CommanderError };
