// Bundles the library and the command into dist/. The heavy readers of .docx and .pdf stay outside: they are
// imported only when such a file comes.
import { rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { lexiconForEsbuild } from './lexicon.mjs';

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: { index: 'src/index.ts', cli: 'src/cli/main.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  keepNames: true,
  charset: 'utf8',
  legalComments: 'none',
  external: ['mammoth', 'pdf-parse', 'pdfjs-dist', 'zod'],
  banner: {
    js: "import { createRequire as __dvcqRequire } from 'node:module';const require = __dvcqRequire(import.meta.url);",
  },
  plugins: [lexiconForEsbuild()],
  logLevel: 'warning',
});

const { jsonSchema } = await import(pathToFileURL('dist/index.js').href);
writeFileSync('dist/schema.json', `${JSON.stringify(jsonSchema(), null, 2)}\n`);
