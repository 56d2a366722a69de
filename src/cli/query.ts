import type { Language } from '../document.ts';
import { renderTable } from '../render/table.ts';
import { isPostgres, withoutPasswords } from '../store/postgres/address.ts';
import { type Answer, ask } from '../store/query.ts';
import { NoStore, Unreachable } from '../store/source.ts';
import { type Cell, tables } from '../store/tables.ts';
import { views } from '../store/views.ts';
import { exit, stop } from './exit.ts';
import { type Say, speak } from './messages.ts';
import { causeOf, type Output, standardOutput } from './output.ts';
import type { QueryFlags } from './program.ts';

/** `dvcq query`: SQL on what a batch came to; without SQL it says what there is to ask. Returns the exit code. */
export async function query(
  store: string,
  sql: string | undefined,
  flags: QueryFlags,
  language: Language,
): Promise<number> {
  const say = speak(language);
  const output = standardOutput(say);
  // Other users see a process with its arguments; this takes the password away.
  if (isPostgres(store)) process.title = 'dvcq query';
  try {
    if (sql === undefined) await ask(store, 'select 1', () => output.write(contents(language, say)));
    else await ask(store, sql, (answer) => print(answer, flags, output));
    return exit.fine;
  } catch (error) {
    if (error instanceof NoStore) return stop(exit.unreadable, `${store}: ${say('noStore')}`);
    if (!(error instanceof Error) || error.name === 'CommanderError') throw error;
    const cause = causeOf(error instanceof Unreachable ? error.cause : error, say);
    if (cause) return stop(exit.unreadable, `${withoutPasswords(store)}: ${say('unaskable', cause)}`);
    return stop(exit.usage, error.message);
  }
}

async function print({ columns, rows }: Answer, { json, csv }: QueryFlags, output: Output): Promise<void> {
  if (json) {
    for await (const chunk of rows) await output.write(chunk.map((row) => jsonLine(columns, row)).join(''));
  } else if (csv) {
    const { stringify } = await import('csv-stringify/sync');
    const lines = (chunk: Cell[][]) => stringify(chunk, { cast: { boolean: String } });
    await output.write(lines([columns]));
    for await (const chunk of rows) await output.write(lines(chunk));
  } else {
    const all: Cell[][] = [];
    for await (const chunk of rows) all.push(...chunk);
    await output.write(renderTable(columns, all));
  }
}

const jsonLine = (columns: string[], row: Cell[]): string =>
  `${JSON.stringify(Object.fromEntries(columns.map((column, n) => [column, row[n]])))}\n`;

/** The tables with their columns, and the views. */
function contents(language: Language, say: Say): string {
  const lines = [
    say('queryTables'),
    ...tables.flatMap(({ name, title, columns }) => [
      `  ${name.padEnd(16)} ${title[language]}`,
      `    ${columns.map((column) => column.name).join(', ')}`,
    ]),
    '',
    say('queryViews'),
    ...views.map(({ name, title }) => `  ${name.padEnd(16)} ${title[language]}`),
  ];
  return `${lines.join('\n')}\n`;
}
