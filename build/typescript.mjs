// Runs TypeScript of this project in Node 20, which cannot: bundled to a file of its own, then imported.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { lettersForEsbuild } from './letters.mjs';
import { lexiconForEsbuild } from './lexicon.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Imports a TypeScript file, named from the project's folder; `options` are esbuild's. */
export async function load(entry, options = {}) {
  // Inside node_modules, so that the packages which are not bundled are found.
  const script = join(root, `node_modules/.cache/dvcq-script-${process.pid}-${entry.replace(/\W+/g, '-')}.mjs`);
  await build({
    entryPoints: [join(root, entry)],
    outfile: script,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    plugins: [lexiconForEsbuild(), lettersForEsbuild()],
    logLevel: 'warning',
    ...options,
  });
  try {
    return await import(pathToFileURL(script).href);
  } finally {
    rmSync(script);
  }
}
