// Writes an archive of invented reports with all that is true of them (truth.jsonl), the same for the same seed:
//   npm run generate -- --seed 1 --count 10000 -o FOLDER
import { once } from 'node:events';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { load } from './typescript.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100' },
    output: { type: 'string', short: 'o' },
  },
});
if (!values.output) {
  console.error('usage: npm run generate -- [--seed N] [--count N] -o FOLDER');
  process.exit(2);
}
const { archive } = await load('test/generate/index.ts');

mkdirSync(values.output, { recursive: true });
const truth = createWriteStream(join(values.output, 'truth.jsonl'));
const made = {};
const start = performance.now();
let bytes = 0;
for await (const file of archive(Number(values.seed), Number(values.count))) {
  const path = join(values.output, 'files', file.path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, file.bytes);
  bytes += file.bytes.length;
  for (const line of file.truths) {
    const kind = line.ok ? line.made : 'damaged';
    made[kind] = (made[kind] ?? 0) + 1;
    if (!truth.write(`${JSON.stringify(line)}\n`)) await once(truth, 'drain');
  }
}
truth.end();
await once(truth, 'finish');
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify(made));
console.log(
  `${(bytes / 2 ** 20).toFixed(1)} MB in ${seconds.toFixed(1)} s, ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB of memory at most`,
);
