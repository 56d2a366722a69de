import { CommanderError } from 'commander';
import { compileForShortRun } from './compiler.ts';
import { exit } from './exit.ts';
import { languageOf } from './language.ts';
import { speak } from './messages.ts';
import { program, usageError } from './program.ts';
import { tell } from './tell.ts';

// What only needs to be known once the command line is understood is imported then: the pipeline by `parse`
// and `check`, the contract by `schema`.
const args = process.argv.slice(2);
const language = languageOf(args, process.env);
const say = speak(language);

function end(error: unknown): void {
  if (!(error instanceof CommanderError)) {
    process.exitCode = exit.unreadable;
    tell(say('unexpected', error instanceof Error ? error.message : String(error)));
  } else if (error.code === 'dvcq.stop') {
    process.exitCode = error.exitCode;
    tell(error.exitCode === exit.usage ? `${error.message} (${say('seeHelp')})` : error.message);
  } else {
    process.exitCode = error.exitCode && exit.usage;
    const line = usageError(error, say);
    if (line) tell(`${line} (${say('seeHelp')})`);
  }
}

// A reader library may fail outside the promise it was asked for. That nobody reads on (`--help | head`) is no failure.
process.once('uncaughtException', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') end(error);
  process.exit();
});

program(args, say, {
  parse: async (files, flags) => {
    compileForShortRun();
    const { parseFiles } = await import('./parse.ts');
    process.exitCode = await parseFiles(files, flags, language);
  },
  check: async (files, flags) => {
    compileForShortRun();
    const { checkFiles } = await import('./check.ts');
    process.exitCode = await checkFiles(files, flags, language);
  },
  batch: async (paths, flags) => {
    const { batch } = await import('./batch.ts');
    process.exitCode = await batch(paths, flags, language);
  },
  export: async (store, flags) => {
    const { exportStore } = await import('./export.ts');
    process.exitCode = await exportStore(store, flags, language);
  },
  query: async (store, sql, flags) => {
    const { query } = await import('./query.ts');
    process.exitCode = await query(store, sql, flags, language);
  },
  schema: async () => {
    const { printSchema } = await import('./schema.ts');
    await printSchema(say);
  },
  doctor: async () => {
    const { examine } = await import('./doctor.ts');
    await examine(language);
  },
})
  .parseAsync(args, { from: 'user' })
  // All is written; to clear the memory first, as Node does at an end of its own, takes another 6 ms.
  .then(() => process.exit(), end);
