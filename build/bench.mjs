// `npm run bench`: what dvcq costs on this machine. Prints, asserts nothing. See README, "Speed".
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { wallTimes } from './bench/command.mjs';
import { heap, linearity, texts, throughput } from './bench/core.mjs';
import { stageShares } from './bench/stages.mjs';
import { bundle } from './bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
// Its own build: what is measured is what the sources say now, and nobody else's dist/ changes.
const home = join(root, 'node_modules/.cache/dvcq-bench');
rmSync(home, { recursive: true, force: true });
mkdirSync(home, { recursive: true });
cpSync(join(root, 'bin'), join(home, 'bin'), { recursive: true });
await bundle(join(home, 'dist'));
const { parse } = await import(pathToFileURL(join(home, 'dist/index.js')).href);

const folder = join(root, 'samples');
const samples = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readFileSync(join(folder, file), 'utf8'));

function print(title, rows) {
  const cells = rows.map((row) =>
    Object.values(row).map((value) =>
      typeof value === 'number' ? value.toFixed(Number.isInteger(value) ? 0 : value < 10 ? 2 : 1) : value,
    ),
  );
  const table = [Object.keys(rows[0]), ...cells];
  const widths = table[0].map((_, n) => Math.max(...table.map((row) => row[n].length)));
  console.log(`\n${title}`);
  for (const row of table)
    console.log(`  ${row.map((cell, n) => (n ? cell.padStart(widths[n]) : cell.padEnd(widths[n]))).join('  ')}`);
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`);
print('Core: text to report; the floor is NFC and one scan of the same text', throughput(parse, texts(samples)));
print('Heap after one report of 5 MB', [heap(parse)]);
print('Texts that are hard on patterns, 100 kB', linearity(parse));
print(
  'Generated reports by format, one core; reading is structure, recognition is with links and audit',
  await stageShares(),
);
print('Whole commands', wallTimes(join(home, 'bin/dvcq.js'), folder, home));
