// Writes the references in docs/ from what they describe: `npm run docs`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { load } from './typescript.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
// The corpus finds its folder by its own URL, which bundling would change.
const define = { 'import.meta.url': JSON.stringify(pathToFileURL(join(root, 'test/support/corpus.ts')).href) };

const { pages: rulePages, rulePage } = await load('build/rule-pages.ts', { define });
const { pages: tablePages, tablePage } = await load('build/table-pages.ts');
for (const [language, path] of Object.entries(rulePages)) writeFileSync(join(root, path), rulePage(language));
for (const [language, path] of Object.entries(tablePages)) writeFileSync(join(root, path), tablePage(language));
