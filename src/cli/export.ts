import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Summary, tally } from '../batch/summary.ts';
import type { Language } from '../document.ts';
import { checkTarget, openSink } from '../store/index.ts';
import { isPostgres } from '../store/postgres/address.ts';
import type { Sink } from '../store/sink.ts';
import { copy, NoStore, OnlyTables, openSource, Unreachable } from '../store/source.ts';
import { endOfOutput, withFailures } from './batch.ts';
import { outputOf } from './batch-output.ts';
import { exit, stop } from './exit.ts';
import { speak } from './messages.ts';
import { causeOf } from './output.ts';
import type { ExportFlags } from './program.ts';
import { tell } from './tell.ts';

/**
 * `dvcq export`: turns what a batch came to into another kind of output, as the batch itself would have put it out.
 *
 * @returns the exit code
 */
export async function exportStore(store: string, flags: ExportFlags, language: Language): Promise<number> {
  const say = speak(language);
  const { name, target, shown, local, beside } = outputOf(flags, say);
  // Other users see a process with its arguments; this takes the password away.
  if (target === 'postgres' || isPostgres(store)) process.title = 'dvcq export';
  if (resolve(store) === resolve(local)) stop(exit.usage, say('outputIsInput', shown));
  await checkTarget(name, target).catch((error) => endOfOutput(error, shown, say));
  const source = await openSource(store).catch((error) => unreadable(error));
  const failures: string[] = [];
  const sums = tally();
  try {
    const sink = withFailures(await openSink(name, target, waiting), failures);
    await copy(source, counted(sink, sums));
    writeFileSync(beside('failures.jsonl'), failures.join(''));
    writeFileSync(beside('summary.json'), `${JSON.stringify(sums.summary(), null, 2)}\n`);
  } catch (error) {
    const isOfStore = error instanceof NoStore || error instanceof Unreachable;
    return isOfStore ? unreadable(error) : endOfOutput(error, shown, say);
  }
  if (!flags.quiet) tell(told(sums.summary()));
  return exit.fine;

  function unreadable(error: unknown): never {
    if (error instanceof OnlyTables) return stop(exit.unreadable, `${store}: ${say('onlyTables')}`);
    if (error instanceof NoStore) return stop(exit.unreadable, `${store}: ${say('noReports')}`);
    if (error instanceof Unreachable) return stop(exit.unreadable, `${store}: ${unaskable(error.cause)}`);
    throw error;
  }

  function unaskable(cause: unknown): string {
    return say('unaskable', causeOf(cause, say) ?? (cause as Error).message);
  }

  function waiting(seconds: number): void {
    tell(say('batchWaiting', `${seconds}`));
  }

  function told({ documents, figures, references, failed }: Summary): string {
    return say('exported', ...[documents, figures, references, failed].map(String), shown);
  }
}

const counted = (sink: Sink, sums: ReturnType<typeof tally>): Sink => ({
  ...sink,
  write: async (document) => {
    sums.add(document);
    await sink.write(document);
  },
  fail: async (failure) => {
    sums.fail(failure);
    await sink.fail(failure);
  },
});
