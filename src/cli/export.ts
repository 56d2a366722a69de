import { resolve } from 'node:path';
import { type Summary, tally } from '../batch/summary.ts';
import type { Language } from '../document.ts';
import { checkTarget } from '../store/index.ts';
import { isPostgres } from '../store/postgres/address.ts';
import type { Sink } from '../store/sink.ts';
import { copy, NoStore, OnlyTables, openSource, type Source, Unreachable } from '../store/source.ts';
import { endOfOutput, outputOf, putTo } from './batch-output.ts';
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
  const output = outputOf(flags, say);
  const { name, target, shown, local } = output;
  // Other users see a process with its arguments; this takes the password away.
  if (target === 'postgres' || isPostgres(store)) process.title = 'dvcq export';
  if (resolve(store) === resolve(local)) stop(exit.usage, say('outputIsInput', shown));
  await checkTarget(name, target).catch((error) => endOfOutput(error, shown, say));
  const source = await openSource(store).catch((error) => unreadable(error));
  try {
    const summary = await putTo(output, waiting, (sink) => counted(source, sink));
    if (!flags.quiet) tell(told(summary));
    return exit.fine;
  } catch (error) {
    const isOfStore = error instanceof NoStore || error instanceof Unreachable;
    return isOfStore ? unreadable(error) : endOfOutput(error, shown, say);
  }

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

/** Puts out all that a source holds, and counts it. */
async function counted(source: Source, sink: Sink): Promise<Summary> {
  const sums = tally();
  await copy(source, {
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
  return sums.summary();
}
