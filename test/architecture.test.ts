import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * Who may import whom, so that each stage can be read, tested and replaced alone. A stage is a folder of src/;
 * what the stages share (ast, text, source, ...) are the single files beside them.
 */
const root = new URL('../', import.meta.url).pathname;
const shared = ['ast', 'calendar', 'document', 'findings', 'ignore', 'notices', 'quantity', 'schema', 'source', 'text'];
const stages = ['extract', 'structure', 'recognise', 'resolve', 'audit', 'render'];

const mayImport: Record<string, string[]> = {
  // The types of the rows that the tables hold.
  grammars: ['lexicon', 'text'],
  lexicon: ['grammars'],
  ...Object.fromEntries(shared.map((file) => [file, shared])),
  ...Object.fromEntries(stages.map((stage) => [stage, [...shared, 'grammars', 'lexicon']])),
  pipeline: [...shared, ...stages.filter((stage) => stage !== 'extract')],
  check: [...shared, 'audit', 'pipeline'],
  index: [...shared, ...stages, 'pipeline', 'check'],
  store: shared,
  batch: [...shared, 'store'],
  cli: [...shared, 'extract', 'render', 'pipeline', 'check', 'index', 'store', 'batch'],
};

const files = ['src', 'grammars'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, folder, name)),
);

/** `src/recognise/figure.ts` is of `recognise`, `src/ast.ts` of `ast`, all of grammars/ of `grammars`. */
const partOf = (path: string): string => {
  const [top = '', second = ''] = relative(root, path).split(sep);
  return top === 'src' ? second.replace(/\.ts$/, '') : top;
};

describe.each(files.map((file) => relative(root, file)))('%s', (file) => {
  const source = readFileSync(join(root, file), 'utf8');
  test('imports only what its part may', () => {
    for (const [, path = ''] of source.matchAll(/(?:from|import\(?)\s*'(\.[^']+)'/g)) {
      const target = partOf(join(root, dirname(file), path));
      if (target !== partOf(file)) expect(mayImport[partOf(file)], `${file} imports ${path}`).toContain(target);
    }
  });
  // OCR is another program: it is started with an environment, and its package may lie in the working directory. What
  // pdfjs leaves unheard reaches nobody but the process.
  if (partOf(file) !== 'cli' && !/\/extract\/(?:ocr\/|pdf\/strays)/.test(file))
    test('knows nothing of the process that runs it', () => expect(source).not.toMatch(/\bprocess\./));
});
