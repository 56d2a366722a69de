import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OutputError } from '../batch/run.ts';
import type { Summary } from '../batch/summary.ts';
import { FAILURES, SUMMARY } from '../store/folder.ts';
import { openSink } from '../store/index.ts';
import { addressOf, isPostgres, withoutPasswords } from '../store/postgres/address.ts';
import type { Sink } from '../store/sink.ts';
import { isFolder, stemOf, type Target, targetOf, targets } from '../store/target.ts';
import { exit, stop } from './exit.ts';
import type { Say } from './messages.ts';
import { failing } from './output.ts';
import type { BatchFlags } from './program.ts';

/** An output of `dvcq batch`, and what lies on this machine with it. */
export interface BatchOutput {
  target: Target;
  /** As the store takes it: a path, or the address of a database, with its password. */
  name: string;
  /** As it is told of, without a password. */
  shown: string;
  /** The path to which names are added for what lies beside the output. */
  local: string;
  /** The path of a list beside the output: in a folder, or with the name of a file. */
  beside(list: string): string;
}

/** The lists beside an output. */
export const lists = [FAILURES, SUMMARY];

/** What `-o` and `--to` stand for. Ends the command where they do not say it. */
export function outputOf({ output, to }: Pick<BatchFlags, 'output' | 'to'>, say: Say): BatchOutput {
  if (isPostgres(output) || to === 'postgres') return database(output, to, say);
  const name = output.replace(/(?<=.)[\\/]+$/, '');
  const target = to ?? targetOf(name) ?? stop(exit.usage, say('batchUnknown', targets.join(', ')));
  const beside = isFolder(target) ? (list: string) => join(name, list) : (list: string) => `${stemOf(name)}.${list}`;
  return { target, name, shown: name, local: name, beside };
}

function database(name: string, to: Target | undefined, say: Say): BatchOutput {
  const address = isPostgres(name) ? addressOf(name) : null;
  if (!address) return stop(exit.usage, `${withoutPasswords(name)} ${say('batchNoAddress')}`);
  if (to && to !== 'postgres') stop(exit.usage, say('invalidValue', '--to', to, 'postgres'));
  const { shown, local } = address;
  return { target: 'postgres', name, shown, local, beside: (list) => `${local}.${list}` };
}

/**
 * Fills an output, then writes the lists beside it.
 *
 * @param onLost told when the connection to a server is lost, with the seconds that it is waited for
 * @param fill gives the sink all there is, and tells what it came to
 * @param about what else the summary says
 */
export async function putTo(
  { name, target, beside }: BatchOutput,
  onLost: (seconds: number) => void,
  fill: (sink: Sink) => Promise<Summary>,
  about: () => object = () => ({}),
): Promise<Summary> {
  const failures: string[] = [];
  const sink = await openSink(name, target, onLost);
  const summary = await fill({
    ...sink,
    fail: async (failure) => {
      failures.push(`${JSON.stringify(failure)}\n`);
      await sink.fail(failure);
    },
  });
  writeFileSync(beside(FAILURES), failures.join(''));
  writeFileSync(beside(SUMMARY), `${JSON.stringify({ ...about(), ...summary }, null, 2)}\n`);
  return summary;
}

/** How the command ends where an output, or what lies beside it, cannot be written. */
export function endOfOutput(error: unknown, output: string, say: Say): never {
  const code = error instanceof OutputError ? error.code : (error as NodeJS.ErrnoException).code;
  return failing(output, say)({ code, message: code ?? (error as Error).message });
}
