import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from '../../src/pipeline.ts';
import { openSink } from '../../src/store/index.ts';
import { type Target, targets } from '../../src/store/target.ts';

/** What root may do on Linux; elsewhere these tests are passed over. */
const mayMount =
  existsSync('/proc/self/stat') && process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'true']).status === 0;

const report = parse(readFileSync(new URL('../../samples/xa-phu-dong.txt', import.meta.url), 'utf8'));

/** Writes more than fits on a disk, as a batch does; the error's code, `null` where all fitted. */
async function fill(folder: string, target: Target, documents: number): Promise<string | null> {
  const sink = await openSink(join(folder, `out.${target}`), target);
  try {
    for (let n = 0; n < documents; n++) await sink.write({ path: `${n}.txt`, report });
    await sink.end();
    return null;
  } catch (error) {
    await sink.abort();
    return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
  }
}

describe.runIf(mayMount).each(targets.filter((target) => target !== 'postgres'))('%s', (target) => {
  const disk = mkdtempSync(join(tmpdir(), 'dvcq-disk-'));
  const mounted = (size: string) => execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', disk]);
  afterAll(() => rmSync(disk, { recursive: true, force: true }));

  // While it is written, and while it is put together from what was written.
  test.each(['64k', '1m', '3m', '6m', '12m'])(
    'a disk of %s that fills up: the system’s word for it, and nothing is left',
    async (size) => {
      mounted(size);
      try {
        const code = await fill(disk, target, 150);
        if (size === '64k' || code !== null) expect([code, readdirSync(disk)]).toEqual(['ENOSPC', []]);
        else expect(readdirSync(disk)).toEqual([`out.${target}`]);
      } finally {
        spawnSync('umount', ['-l', disk]);
      }
    },
  );
});
