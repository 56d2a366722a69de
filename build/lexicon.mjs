// Turns grammars/lexicon/*.yaml into JSON while bundling and testing, checked row by row against its zod
// schema. Reading YAML when dvcq starts would cost more than the whole command may take.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { parse } from 'yaml';

/** The zod schemas by table name. Node 20 reads no TypeScript, so esbuild turns the module into one it reads. */
const schemas = build({
  entryPoints: [fileURLToPath(new URL('../src/lexicon/schema.ts', import.meta.url))],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
}).then(
  ({ outputFiles }) => import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`),
);

/** The rows of one table, checked; throws an error that names the file and the row. */
async function rowsOf(path) {
  const name = basename(path, '.yaml');
  const schema = (await schemas).tables[name];
  if (!schema) throw new Error(`${path}: no table "${name}" in src/lexicon/schema.ts`);
  const rows = parse(readFileSync(path, 'utf8'), { schema: 'failsafe' });
  if (!Array.isArray(rows)) throw new Error(`${path}: a table is a list of rows`);
  return rows.map((row, n) => {
    const result = schema.safeParse(row);
    if (result.success) return result.data;
    const problem = result.error.issues[0];
    throw new Error(`${path}: row ${n + 1} (${JSON.stringify(row)}): ${problem.path.join('.')}: ${problem.message}`);
  });
}

/** A table as a module. */
const moduleOf = (rows) => `export default ${JSON.stringify(rows)};`;

export const lexiconForVite = () => ({
  name: 'dvcq-lexicon',
  async load(id) {
    return id.endsWith('.yaml') ? { code: moduleOf(await rowsOf(id)), map: null } : null;
  },
});

/** Without the examples of the rows, which only readers and tests look at. */
export const lexiconForEsbuild = () => ({
  name: 'dvcq-lexicon',
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, async ({ path }) => {
      const rows = await rowsOf(path);
      return { contents: moduleOf(rows.map(({ examples, ...row }) => row)), loader: 'js' };
    });
  },
});
