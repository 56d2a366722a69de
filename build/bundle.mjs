// Bundles the library (ESM, in pieces) and the command (one script with its compiled code beside it).
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { reportOf } from './bench/text.mjs';
import { lettersForEsbuild } from './letters.mjs';
import { lexiconForEsbuild } from './lexicon.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/**
 * Chevrotain fills a table of all 65,536 characters when it is loaded, 2 ms at each start, for lexers that choose their
 * tokens by the first character; ours do not. Here each entry is computed when it is asked for.
 */
const withoutCharacterTable = {
  name: 'without-character-table',
  setup(build) {
    const [fill, entry] = [/^ +initCharCodeToOptimizedIndexMap\(\);\n/m, /\bcharCodeToOptimizedIdxMap\[charCode\]/];
    build.onLoad({ filter: /chevrotain\/lib\/src\/scan\/lexer\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (![fill, entry].every((part) => part.test(source))) throw new Error('Chevrotain has its table elsewhere now');
      return { contents: source.replace(fill, '').replace(entry, '255 + ~~(charCode / 255)') };
    });
  },
};

/**
 * Chevrotain copies two hundred methods of twelve classes to the prototype of its parsers, 2 ms at each start, since V8
 * makes a new shape of it for each. Here the classes become the chain of prototypes: the last one is asked first, as it
 * is the last to be copied.
 */
const chainedMixins = {
  name: 'chained-mixins',
  setup(build) {
    build.onLoad({ filter: /chevrotain\/lib\/src\/parse\/parser\/utils\/apply_mixins\.js$/ }, ({ path }) => {
      if (!readFileSync(path, 'utf8').includes('export function applyMixins(derivedCtor, baseCtors)'))
        throw new Error('Chevrotain has its mixins elsewhere now');
      return {
        contents: `export function applyMixins(derivedCtor, baseCtors) {
          let link = derivedCtor.prototype;
          for (const { prototype } of baseCtors.toReversed()) link = Object.setPrototypeOf(link, prototype) && prototype;
        }`,
      };
    });
  },
};

// Not keepNames: it would define a name on every closure each time one is made, a fifth of the running time.
const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  minify: true,
  alias: { 'lodash-es': join(root, 'build/lodash.mjs') },
  legalComments: 'none',
  // Read only when a .docx, .pdf or .html comes, and the contract only by `dvcq schema`.
  external: [
    '@duckdb/node-api',
    'csv-stringify',
    'hucre',
    'mammoth',
    'parse5',
    'pdf-parse',
    'pdfjs-dist',
    'pg',
    'pg-copy-streams',
    'workerpool',
    'zod',
  ],
  plugins: [lexiconForEsbuild(), lettersForEsbuild(), withoutCharacterTable, chainedMixins],
  logLevel: 'warning',
};

const library = (outdir) => ({
  ...shared,
  entryPoints: { index: 'src/index.ts', reader: 'src/cli/reader-thread.ts', 'batch-worker': 'src/cli/batch-worker.ts' },
  outdir,
  format: 'esm',
  splitting: true,
  charset: 'utf8',
  banner: {
    js: "import { createRequire as __dvcqRequire } from 'node:module';const require = __dvcqRequire(import.meta.url);",
  },
});

/**
 * Commander can start programs of their own for its subcommands. dvcq has none, so it goes without what Node loads for
 * that, 3 ms at each start.
 */
const withoutSubprograms = {
  name: 'without-subprograms',
  setup(build) {
    const namespace = 'nothing';
    build.onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      importer.includes('/commander/') ? { path, namespace } : null,
    );
    build.onLoad({ filter: /.*/, namespace }, () => ({ contents: '' }));
  },
};

/** The command is one function that bin/dvcq.js calls. */
const command = (outdir) => ({
  ...shared,
  plugins: [...shared.plugins, withoutSubprograms],
  entryPoints: { cli: 'src/cli/main.ts' },
  outdir,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  // Read faster, and in half the memory, than what has letters beyond.
  charset: 'ascii',
  define: { DVCQ_VERSION: JSON.stringify(version), 'import.meta.url': '__url' },
  banner: { js: '(function (require, __import, module, __url) { const exports = module.exports;' },
  footer: { js: '})' },
});

/**
 * A script that comes with compiled code has no `import()` of its own; bin/dvcq.js lends it one. Of letters beyond ASCII
 * esbuild leaves those in patterns, where an escape means the same.
 */
function fitForCache(file) {
  const packages = shared.external.join('|');
  const source = readFileSync(file, 'utf8')
    .replace(new RegExp(`\\bimport\\((?="(?:${packages})["/])`, 'g'), '__import(')
    .replace(/[^\0-\x7F]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  writeFileSync(file, source, 'latin1');
}

/** Builds somewhere else and moves the result to `folder` (on the same disk), so that nobody ever runs half a build. */
export async function bundle(folder) {
  const target = resolve(folder);
  const draft = join(root, 'node_modules/.cache/dvcq-build', String(process.pid));
  await Promise.all([build(library(draft)), build(command(draft))]);
  const { jsonSchema } = await import(pathToFileURL(join(draft, 'index.js')).href);
  writeFileSync(join(draft, 'schema.json'), `${JSON.stringify(jsonSchema(), null, 2)}\n`);
  fitForCache(join(draft, 'cli.cjs'));
  precompile(draft);
  mkdirSync(dirname(target), { recursive: true });
  rmSync(target, { recursive: true, force: true });
  renameSync(draft, target);
}

/** Lets the command read reports and keeps what V8 compiled for it: a fifth of the time of a start. */
function precompile(folder) {
  const sample = join(folder, 'sample.txt');
  const samples = join(root, 'samples');
  const texts = readdirSync(samples).filter((name) => name.endsWith('.txt'));
  writeFileSync(sample, [reportOf(50e3), ...texts.map((name) => readFileSync(join(samples, name), 'utf8'))].join('\n'));
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'build/precompile.mjs'), join(folder, 'cli.cjs'), sample],
    { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
  );
  rmSync(sample);
  if (status !== 0) throw new Error(`the command does not run: ${stderr}`);
}
