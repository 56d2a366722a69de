// `npm run bench`: what dvcq costs on this machine. Prints, asserts nothing. `-- --only core,formats` runs a part.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { wallTimes } from './bench/command.mjs';
import { heap, linearity, texts, throughput } from './bench/core.mjs';
import { formatCosts } from './bench/formats.mjs';
import { stageShares } from './bench/stages.mjs';
import { tableOf } from './bench/table.mjs';
import { batchRates } from './bench/workers.mjs';
import { bundle } from './bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
// Its own build: what is measured is what the sources say now, and nobody else's dist/ changes.
const home = join(root, 'node_modules/.cache/dvcq-bench');
const dvcq = join(home, 'bin/dvcq.js');
const samples = join(root, 'samples');

async function build() {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  cpSync(join(root, 'bin'), join(home, 'bin'), { recursive: true });
  await bundle(join(home, 'dist'));
}

const print = (title, rows) => console.log(`\n${tableOf(title, rows)}`);

/** The parts by name. */
const parts = {
  async core() {
    const { parse } = await import(pathToFileURL(join(home, 'dist/index.js')).href);
    const files = readdirSync(samples).filter((file) => file.endsWith('.txt'));
    const read = files.map((file) => readFileSync(join(samples, file), 'utf8'));
    print('Core: text to report; the floor is NFC and one scan of the same text', throughput(parse, texts(read)));
    print('Heap after one report of 5 MB', [heap(parse)]);
    print('Texts that are hard on patterns, 100 kB', linearity(parse));
  },
  async stages() {
    const title = 'Generated reports by format, one core; reading is structure, recognition is with links and audit';
    print(title, await stageShares());
  },
  commands() {
    print('Whole commands', wallTimes(dvcq, samples, home));
    // On such a machine it is two thirds of what `node -e 0` takes, and hides what dvcq adds.
    const certificates = process.env.NODE_EXTRA_CA_CERTS;
    if (!certificates) return;
    delete process.env.NODE_EXTRA_CA_CERTS;
    print('Whole commands without NODE_EXTRA_CA_CERTS, which is set here', wallTimes(dvcq, samples, home));
    process.env.NODE_EXTRA_CA_CERTS = certificates;
  },
  async formats() {
    const { table, missing } = await formatCosts(dvcq);
    print('A page in each format, whole commands, beside tools that give the text alone', table);
    if (missing.length) console.log(`  Not measured, as not installed: ${missing.join(', ')}`);
  },
  async batch() {
    print('dvcq batch to .jsonl, generated archive', await batchRates(dvcq));
  },
};

const { values } = parseArgs({ options: { only: { type: 'string', default: Object.keys(parts).join() } } });
const names = values.only.split(',');
const unknown = names.find((name) => !parts[name]);
if (unknown) throw new Error(`no part "${unknown}"; there are: ${Object.keys(parts).join(', ')}`);

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`);
await build();
for (const name of names) await parts[name]();
