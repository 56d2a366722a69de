import { join } from 'node:path';
import { addressOf, isPostgres, withoutPasswords } from '../store/postgres/address.ts';
import { isFolder, stemOf, type Target, targetOf, targets } from '../store/target.ts';
import { exit, stop } from './exit.ts';
import type { Say } from './messages.ts';
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
export const lists = ['failures.jsonl', 'summary.json'] as const;

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
