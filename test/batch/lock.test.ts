import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type Holder, lock } from '../../src/batch/lock.ts';
import { lifeOf, self } from '../../src/cli/processes.ts';
import { isAlive, until } from '../support/batch.ts';

const folder = mkdtempSync(join(tmpdir(), 'dvcq-lock-'));
const path = join(folder, 'lock');
beforeEach(() => rmSync(path, { force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const own: Holder = { host: 'may-1', pid: 20, life: 'b' };
/** Processes of this machine by number. */
const lives = (all: Record<number, string>) => (pid: number) => all[pid] ?? null;

const held = (holder: object | string) =>
  writeFileSync(path, typeof holder === 'string' ? holder : JSON.stringify(holder));

test('keeps others away until it is given back', () => {
  const unlock = lock(path, own, lives({ 20: 'b' }));
  expect(lock(path, { ...own, pid: 21, life: 'c' }, lives({ 20: 'b' }))).toEqual(own);
  (unlock as () => void)();
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['its process is gone', { ...own, pid: 7, life: 'a' }, {}],
  ['another process has its number by now', { ...own, pid: 7, life: 'a' }, { 7: 'later' }],
])('is taken over where %s', (_name, holder, processes) => {
  held(holder);
  expect(lock(path, own, lives(processes))).toBeTypeOf('function');
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(own);
  expect(readdirSync(folder)).toEqual(['lock']);
});

test('of another machine it cannot be known whether the process is there', () => {
  held({ host: 'may-2', pid: 7, life: 'a' });
  expect(lock(path, own, lives({}))).toEqual({ host: 'may-2', pid: 7, life: 'a' });
});

test('one that says nothing is another that has just begun, or was left so by a loss of power', () => {
  held('');
  expect(lock(path, own, lives({}))).toEqual({ host: '', pid: 0, life: '' });
  utimesSync(path, 1, 1);
  expect(lock(path, own, lives({}))).toBeTypeOf('function');
});

test.runIf(process.platform === 'linux')('a process whose end nobody has heard of is gone', async () => {
  // The shell becomes a sleep, which hears of no child.
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const [line] = await once(parent.stdout.setEncoding('utf8'), 'data');
    const pid = Number(line);
    await until(() => !isAlive(pid));
    expect([existsSync(`/proc/${pid}/stat`), lifeOf(pid)]).toEqual([true, null]);
  } finally {
    parent.kill('SIGKILL');
  }
});

test('a process is known by more than its number', () => {
  expect(lifeOf(process.pid)).toBe(self().life);
  expect(lifeOf(process.ppid)).not.toBe(self().life);
  expect(lifeOf(2 ** 22 + 1)).toBeNull();
});
