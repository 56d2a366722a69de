import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { childrenOf, DAMAGED, isAlive, seeded, start, until, writeReports } from '../support/batch.ts';
import { useCommand } from '../support/command.ts';
import { reportText } from '../support/files.ts';

/**
 * What an archive's night holds: kills, full disks, files that go while they are read. Whatever happens, the same
 * command afterwards gives the very bytes of a run that nothing happened to.
 */
const { run, folder, command, env } = useCommand();

/** Twenty for the record: `DVCQ_ROUNDS=20 npx vitest run test/batch`. */
const ROUNDS = Number(process.env.DVCQ_ROUNDS ?? 5);
const onLinux = existsSync('/proc/self/stat');

/** Of a run that nothing happened to: its output, and how long it took. */
let expected: Buffer;
let duration: number;

const args = (output: string, ...more: string[]) => ['batch', 'in', '-o', output, '--jobs', '2', '--quiet', ...more];
const begin = (output: string, ...more: string[]) => start(command, args(output, ...more), folder, env);
const content = (output: string) => readFileSync(join(folder, output));
const failedOf = (output: string): string[] =>
  readFileSync(join(folder, output.replace('.jsonl', '.failures.jsonl')), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).path);
/** What was kept so far, beside the output. */
const keptOf = (output: string): string[] => {
  const names = existsSync(join(folder, `${output}.dvcq`))
    ? readdirSync(join(folder, `${output}.dvcq`), { recursive: true, encoding: 'utf8' })
    : [];
  return names.filter((name) => name.endsWith('.jsonl.gz')).map((name) => join(folder, `${output}.dvcq`, name));
};

/** The same command again: the output is there, byte for byte, and nothing half-done is. */
function expectWhole(output: string): void {
  const { code, stderr } = run(args(output));
  expect([code, failedOf(output)], stderr).toEqual([3, [`in/${DAMAGED}`]]);
  expect(content(output).equals(expected)).toBe(true);
  expect(leftovers(output)).toEqual([]);
}

/** What is said of the output, beside the file that is always named. */
const told = (stderr: string): string[] => stderr.split('\n').filter((line) => line && !line.includes(DAMAGED));

const leftovers = (output: string): string[] => {
  const place = join(folder, dirname(output));
  const names = readdirSync(place, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.startsWith(basename(output)) && /\.(?:draft|partial|tmp|old)$/.test(name));
};

beforeAll(async () => {
  await writeReports(join(folder, 'in'));
  const begun = performance.now();
  const { code, stderr } = run(args('whole.jsonl'));
  duration = performance.now() - begun;
  expect([code, failedOf('whole.jsonl')], stderr).toEqual([3, [`in/${DAMAGED}`]]);
  expected = content('whole.jsonl');
});

describe('what an undisturbed run gives', () => {
  test('documents in the order of their paths, the same content under each of its names', () => {
    const documents = expected
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const paths = documents.map(({ path }) => path);
    expect(paths).toEqual([...paths].sort());
    expect(paths).toHaveLength(29);
    const copies = documents.filter(({ path }) => path.includes('ban-sao'));
    expect(copies.map(({ path, source }) => `${path} ${source.name}`)).toEqual([
      'in/2022/ban-sao.txt ban-sao.txt',
      'in/2024/ban-sao-khac.txt ban-sao-khac.txt',
    ]);
    expect(copies[0].source.sha256).toBe(copies[1].source.sha256);
    expect(keptOf('whole.jsonl')).toHaveLength(28);
  });

  test('whatever the number of workers and the order of the command line', () => {
    const parts = ['in/2024', 'in/2022', 'in/2023'];
    run(['batch', ...parts, '-o', 'parts.jsonl', '--jobs', '1', '--quiet']);
    expect(content('parts.jsonl').equals(expected)).toBe(true);
  });

  test('again, without reading anything anew', () => {
    const before = keptOf('whole.jsonl').map((path) => statSync(path).mtimeMs);
    expectWhole('whole.jsonl');
    expect(keptOf('whole.jsonl').map((path) => statSync(path).mtimeMs)).toEqual(before);
  });
});

describe.runIf(onLinux)('killed', () => {
  const random = seeded(20_240_105);
  const moments = Array.from({ length: ROUNDS }, () => random());

  test.each(moments)(
    'the batch at %f of its time, and when it goes on one worker, whose file is read again',
    async (moment) => {
      const output = `killed-${moment}.jsonl`;
      const { child, ended } = begin(output);
      await sleep(moment * duration);
      const workers = childrenOf(child.pid as number);
      child.kill('SIGKILL');
      await ended;
      if (existsSync(join(folder, output))) expect(content(output).equals(expected)).toBe(true);
      await until(() => !workers.some(isAlive));

      const again = begin(output);
      await sleep(random() * moment * duration);
      const pool = childrenOf(again.child.pid as number);
      const victim = pool[Math.floor(random() * pool.length)];
      if (victim) process.kill(victim, 'SIGKILL');
      const { code, stderr } = await again.ended;
      expect([code, failedOf(output)], stderr).toEqual([3, [`in/${DAMAGED}`]]);
      expect(content(output).equals(expected)).toBe(true);
      expect(leftovers(output)).toEqual([]);
    },
  );

  test('when the folder of results has just appeared: it is known as dvcq’s own', async () => {
    const into = ['batch', 'in', '-o', 'tree', '--quiet'];
    const { child, ended } = start(command, into, folder, env);
    await until(() => existsSync(join(folder, 'tree')));
    child.kill('SIGKILL');
    await ended;
    const { code, stderr } = run(into);
    expect([code, told(stderr)]).toEqual([3, []]);
    const summary = JSON.parse(readFileSync(join(folder, 'tree/summary.json'), 'utf8'));
    expect(summary).toMatchObject({ files: 30, documents: 29, failed: 1, byFormat: { txt: 20, docx: 6, pdf: 3 } });
    expect(readdirSync(join(folder, 'tree/in'), { recursive: true })).toContain('2022/ban-sao.txt.json');
  });

  test('by Ctrl-C: ends what is under way, says how to go on, and leaves no process', async () => {
    const { child, ended } = begin('stopped.jsonl');
    await until(() => keptOf('stopped.jsonl').length > 0);
    const workers = childrenOf(child.pid as number);
    // The terminal sends it to all of them.
    for (const pid of [...workers, child.pid as number]) process.kill(pid, 'SIGINT');
    const { code, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr).toMatch(/again/);
    expect(workers.filter(isAlive)).toEqual([]);
    expect(existsSync(join(folder, 'stopped.jsonl'))).toBe(false);
    expectWhole('stopped.jsonl');
  });

  test('a second Ctrl-C ends it at once', async () => {
    const { child, ended } = begin('stopped-twice.jsonl');
    await until(() => keptOf('stopped-twice.jsonl').length > 0);
    child.kill('SIGINT');
    await sleep(20);
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
    expectWhole('stopped-twice.jsonl');
  });
});

describe('what was kept is', () => {
  test('read anew where it is damaged, cut off or empty', () => {
    run(args('kept.jsonl'));
    const [one = '', two = '', three = ''] = keptOf('kept.jsonl').sort();
    appendFileSync(one, 'x');
    truncateSync(two, 100);
    writeFileSync(three, '');
    expectWhole('kept.jsonl');
  });

  test('made again after it was deleted, and left out when its file is gone', () => {
    mkdirSync(join(folder, 'few'));
    for (const name of ['a', 'b']) writeFileSync(join(folder, `few/${name}.txt`), `${reportText}${name}\n`);
    const go = () => run(['batch', 'few', '-o', 'few.jsonl', '--quiet']).code;
    expect(go()).toBe(0);
    rmSync(join(folder, 'few.jsonl.dvcq'), { recursive: true });
    const before = content('few.jsonl');
    expect(go()).toBe(0);
    expect(content('few.jsonl').equals(before)).toBe(true);
    rmSync(join(folder, 'few/b.txt'));
    expect(go()).toBe(0);
    expect(
      content('few.jsonl')
        .toString()
        .match(/"path":"[^"]*"/g),
    ).toEqual(['"path":"few/a.txt"']);
    expect(keptOf('few.jsonl')).toHaveLength(1);
  });
});

describe('files that do not stay as they are', () => {
  /** Starts a batch over copies and calls `disturb` when the first result is kept; one worker reads in order. */
  async function disturbed(name: string, disturb: (last: string) => void): Promise<ReturnType<typeof begin>['ended']> {
    const place = join(folder, name);
    await writeReports(place);
    const last = join(place, '2024/zz.txt');
    writeFileSync(last, `${reportText}- Lần đầu.\n`);
    const { ended } = start(command, ['batch', name, '-o', `${name}.jsonl`, '--jobs', '1', '--quiet'], folder, env);
    await until(() => keptOf(`${name}.jsonl`).length > 0);
    disturb(last);
    return ended;
  }

  test('one that vanishes is the only one that fails', async () => {
    const { code, stderr } = await disturbed('vanishing', (last) => rmSync(last));
    expect(code, stderr).toBe(3);
    expect(failedOf('vanishing.jsonl')).toEqual([`vanishing/${DAMAGED}`, 'vanishing/2024/zz.txt']);
    expect(content('vanishing.jsonl').toString().split('\n')).toHaveLength(30);
  });

  test('one that is rewritten is read as it was or as it is, and afterwards as it is', async () => {
    const { code } = await disturbed('changing', (last) => writeFileSync(last, `${reportText}- Lần sau.\n`));
    expect(code).toBe(3);
    expect(content('changing.jsonl').toString()).toMatch(/- Lần (?:đầu|sau)\./);
    run(['batch', 'changing', '-o', 'changing.jsonl', '--quiet']);
    expect(content('changing.jsonl').toString()).toMatch(/- Lần sau\./);
  });
});

describe('one big archive', () => {
  const members = 150;
  const draftOf = (output: string): string | undefined => {
    const kept = join(folder, `${output}.dvcq`);
    const names = existsSync(kept) ? readdirSync(kept, { recursive: true, encoding: 'utf8' }) : [];
    return names.filter((name) => name.endsWith('.draft')).map((name) => join(kept, name))[0];
  };
  const convert = (output: string) => ['batch', 'big.zip', '-o', output, '--jobs', '1', '--quiet'];

  test('goes on with the member at which it was killed', async () => {
    const text = (n: number) => `${reportText}- Xã số ${n}: tiếp ${n} lượt.\n`.repeat(8);
    const reports = Array.from({ length: members }, (_, n) => [`xa-${n}.txt`, strToU8(text(n))]);
    writeFileSync(join(folder, 'big.zip'), zipSync(Object.fromEntries(reports)));
    expect(run(convert('big-whole.jsonl')).code).toBe(0);

    const { child, ended } = start(command, convert('big.jsonl'), folder, env);
    await until(() => statSync(draftOf('big.jsonl') ?? folder).size > 10_000 && draftOf('big.jsonl') !== undefined);
    const workers = childrenOf(child.pid ?? 0);
    for (const pid of [child.pid ?? 0, ...workers]) process.kill(pid, 'SIGKILL');
    await ended;
    await until(() => !workers.some(isAlive));

    // What is kept of the first member is told from what would be read anew by a word that only the draft has.
    const draft = draftOf('big.jsonl') ?? '';
    const kept = gunzipSync(readFileSync(draft), { finishFlush: constants.Z_SYNC_FLUSH }).toString();
    expect(kept.split('\n').length).toBeLessThan(members);
    writeFileSync(draft, gzipSync(kept.replaceAll('Xã số 0:', 'Xã số không:')));
    expect(run(convert('big.jsonl')).code).toBe(0);
    const whole = content('big-whole.jsonl').toString();
    expect(whole).toContain('Xã số 0:');
    expect(content('big.jsonl').toString()).toBe(whole.replaceAll('Xã số 0:', 'Xã số không:'));
    expect(draftOf('big.jsonl')).toBeUndefined();

    // By force nothing that is kept counts.
    expect(run([...convert('big.jsonl'), '--force']).code).toBe(0);
    expect(content('big.jsonl').toString()).toBe(whole);
  }, 60_000);
});

/** What root may do on Linux; elsewhere those tests are passed over. */
const mayMount = onLinux && process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'true']).status === 0;

describe.runIf(mayMount)('a disk', () => {
  const disks: string[] = [];
  const disk = (name: string, size: string): string => {
    const place = join(folder, name);
    mkdirSync(place);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', place]);
    disks.push(place);
    return place;
  };
  const remount = (place: string, options: string) => execFileSync('mount', ['-o', `remount,${options}`, place]);
  afterAll(() => {
    for (const place of disks) spawnSync('umount', ['-l', place]);
  });

  // The first is full while reading, the second while writing out what was read.
  test.each(['48k', 'enough for what is kept'])('that is full (%s): one line, then all of it', (size) => {
    const kept = keptOf('whole.jsonl').reduce((sum, path) => sum + Math.ceil(statSync(path).size / 4096) * 4, 0);
    const name = `full-${size.slice(0, 3)}`;
    const place = disk(name, size.endsWith('k') ? size : `${kept + Math.floor(expected.length / 2048)}k`);
    const { code, stderr } = run(args(`${name}/out.jsonl`));
    expect([code, told(stderr)]).toEqual([3, [`dvcq: ${name}/out.jsonl: cannot be written (no space left)`]]);
    expect(existsSync(join(place, 'out.jsonl'))).toBe(false);
    remount(place, 'size=64m');
    expectWhole(`${name}/out.jsonl`);
  });

  test('that is full keeps the output of before', () => {
    const place = disk('refilled', '64m');
    run(['batch', 'in/2022', '-o', 'refilled/out.jsonl', '--quiet']);
    const before = content('refilled/out.jsonl');
    spawnSync('dd', ['if=/dev/zero', `of=${join(place, 'ballast')}`, 'bs=1k', 'count=70000']);
    expect(run(args('refilled/out.jsonl')).code).toBe(3);
    expect(content('refilled/out.jsonl').equals(before)).toBe(true);
    rmSync(join(place, 'ballast'));
    expectWhole('refilled/out.jsonl');
  });

  test('that may only be read', () => {
    const place = disk('readonly', '64m');
    remount(place, 'ro');
    const { code, stderr } = run(args('readonly/out.jsonl'));
    expect([code, stderr]).toEqual([3, 'dvcq: readonly/out.jsonl: cannot be written (read-only file system)\n']);
    remount(place, 'rw');
    expectWhole('readonly/out.jsonl');
  });
});

test('a folder without permission to write: one line', () => {
  mkdirSync(join(folder, 'locked'));
  chmodSync(join(folder, 'locked'), 0o555);
  const { code, stderr } = run(args('locked/out.jsonl'), process.getuid?.() === 0 ? { uid: 65_534 } : {});
  expect([code, stderr]).toEqual([3, 'dvcq: locked/out.jsonl: cannot be written (permission denied)\n']);
});

test('an output folder that vanishes under way: one line, then all of it', async () => {
  mkdirSync(join(folder, 'going'));
  const { ended } = begin('going/out.jsonl');
  await until(() => keptOf('going/out.jsonl').length > 0);
  renameSync(join(folder, 'going'), join(folder, 'gone'));
  const { code, stderr } = await ended;
  expect([code, told(stderr)]).toEqual([3, ['dvcq: going/out.jsonl: cannot be written (no such folder)']]);
  mkdirSync(join(folder, 'going'));
  expectWhole('going/out.jsonl');
});

test('a second batch to the same output is refused while the first runs', async () => {
  const { child, ended } = begin('twice.jsonl');
  await until(() => keptOf('twice.jsonl').length > 0);
  const { code, stderr } = run(args('twice.jsonl'));
  expect([code, stderr.startsWith('dvcq: twice.jsonl: ')]).toEqual([3, true]);
  await ended;
  expect(child.exitCode).toBe(3);
  expectWhole('twice.jsonl');
});
