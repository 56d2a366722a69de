// An archive read by `dvcq batch`: documents a second, and what a second worker brings.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { load } from '../typescript.mjs';
import { median, spread } from './statistics.mjs';

async function generated(folder, count) {
  const { archive } = await load('test/generate/index.ts');
  for await (const { path, bytes } of archive(1, count)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/** Seconds of one run; exit code 3 says that some files failed, as some are damaged on purpose. */
function seconds(dvcq, folder, jobs) {
  const out = join(folder, `out-${jobs}.jsonl`);
  const start = performance.now();
  const args = [dvcq, 'batch', join(folder, 'archive'), '-o', out, '--jobs', String(jobs), '--quiet', '--force'];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0 && status !== 3) throw new Error(`dvcq batch: exit ${status}: ${stderr}`);
  return (performance.now() - start) / 1e3;
}

/**
 * One row for one worker and one for two, their runs in turns.
 *
 * @param dvcq path of bin/dvcq.js
 * @param count how many documents
 */
export async function batchRates(dvcq, count = 1500, runs = 3) {
  const folder = mkdtempSync(join(tmpdir(), 'dvcq-bench-'));
  try {
    await generated(join(folder, 'archive'), count);
    const times = new Map([1, 2].map((jobs) => [jobs, []]));
    for (let n = 0; n < runs; n++) for (const [jobs, list] of times) list.push(seconds(dvcq, folder, jobs));
    const one = median(times.get(1));
    return [...times].map(([workers, list]) => ({
      workers,
      documents: count,
      seconds: median(list),
      'spread %': spread(list),
      'documents/s': count / median(list),
      'times one worker': one / median(list),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
