import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type View, views } from '../../src/render/outline.ts';

/**
 * A case of the corpus: an input, and what some views of its report must say.
 *
 * A file holds any number of cases. What stands before the first one is its documentation.
 *
 *     === title
 *     input, any number of lines
 *     --- figures
 *     expected lines of that view; none at all says "there are none"
 */
export interface Case {
  file: string;
  title: string;
  input: string;
  expected: Map<View, string>;
}

const folder = new URL('../corpus/', import.meta.url).pathname;

/** The cases of one file of the corpus. */
export function readCases(file: string): { prose: string; cases: Case[] } {
  const [prose = '', ...blocks] = readFileSync(join(folder, file), 'utf8').split(/^=== /m);
  const cases = blocks.map((block) => {
    const [head = '', ...parts] = block.split(new RegExp(`^--- (?=(?:${views.join('|')})$)`, 'm'));
    const title = head.slice(0, head.indexOf('\n'));
    const expected = new Map(
      parts.map((part) => [part.slice(0, part.indexOf('\n')) as View, part.slice(part.indexOf('\n') + 1).trimEnd()]),
    );
    return { file, title, input: head.slice(title.length + 1).replace(/\n+$/, '\n'), expected };
  });
  return { prose, cases };
}

/** Every file of the corpus, as paths below test/corpus. */
export const corpusFiles = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort();

/** Writes a file back with what the views say now; read the diff before committing it. */
export function writeCases(file: string, prose: string, cases: Case[]): void {
  const block = ({ title, input, expected }: Case) =>
    `=== ${title}\n${input}${[...expected].map(([view, lines]) => `--- ${view}\n${lines}${lines && '\n'}`).join('')}`;
  writeFileSync(join(folder, file), prose + cases.map(block).join('\n'));
}
