import { CommanderError } from 'commander';

/** Exit codes of the command. */
export const exit = {
  fine: 0,
  /** Warnings or errors in a report, under `--strict`. */
  findings: 1,
  usage: 2,
  /** A file could not be read, or the output not written. */
  unreadable: 3,
  /** As a shell tells of a program that Ctrl-C ended. */
  interrupted: 130,
} as const;

/** Ends the command with a code and one line on standard error. */
export function stop(code: number, line: string): never {
  throw new CommanderError(code, 'dvcq.stop', line);
}
