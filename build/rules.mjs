// Writes the rule reference, docs/rules.md and docs/rules.vi.md, from the rules and their cases: `npm run docs`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { lexiconForEsbuild } from './lexicon.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
// Inside node_modules, so that the packages which are not bundled are found.
const script = join(root, `node_modules/.cache/dvcq-rule-pages-${process.pid}.mjs`);

// Node 20 runs no TypeScript. The corpus finds its folder by its own URL, which bundling would change.
await build({
  entryPoints: [join(root, 'build/rule-pages.ts')],
  outfile: script,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(root, 'test/support/corpus.ts')).href) },
  plugins: [lexiconForEsbuild()],
  logLevel: 'warning',
});
try {
  const { pages, rulePage } = await import(pathToFileURL(script).href);
  for (const [language, path] of Object.entries(pages)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), rulePage(language));
  }
} finally {
  rmSync(script);
}
