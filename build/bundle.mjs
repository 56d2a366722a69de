// Bundles the library and the command. The heavy readers of .docx and .pdf stay outside: they are imported only
// when such a file comes.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { lexiconForEsbuild } from './lexicon.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Builds somewhere else and moves the result to `folder` (on the same disk), so that nobody ever runs half a build. */
export async function bundle(folder) {
  const target = resolve(folder);
  const draft = join(root, 'node_modules/.cache/dvcq-build', String(process.pid));
  await build({
    absWorkingDir: root,
    entryPoints: { index: 'src/index.ts', cli: 'src/cli/main.ts' },
    outdir: draft,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    minify: true,
    // Not keepNames: it would define a name on every closure each time one is made, a fifth of the running time.
    charset: 'utf8',
    legalComments: 'none',
    define: { DVCQ_VERSION: JSON.stringify(version) },
    external: ['mammoth', 'pdf-parse', 'pdfjs-dist', 'zod'],
    banner: {
      js: "import { createRequire as __dvcqRequire } from 'node:module';const require = __dvcqRequire(import.meta.url);",
    },
    plugins: [lexiconForEsbuild()],
    logLevel: 'warning',
  });
  const { jsonSchema } = await import(pathToFileURL(join(draft, 'index.js')).href);
  writeFileSync(join(draft, 'schema.json'), `${JSON.stringify(jsonSchema(), null, 2)}\n`);
  mkdirSync(dirname(target), { recursive: true });
  rmSync(target, { recursive: true, force: true });
  renameSync(draft, target);
}
