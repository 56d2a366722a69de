import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Report } from '../../src/schema.ts';
import { type Run, useCommand } from '../support/command.ts';
import { hostileImages, hostileZips } from '../support/hostile/archives.ts';
import { damagedFiles } from '../support/hostile/damaged.ts';
import { hostileDoc } from '../support/hostile/doc.ts';
import { endless, type Fate, fates } from '../support/hostile/fates.ts';
import { hostileHtml, hostileRtf } from '../support/hostile/markup.ts';
import { hostileDocx, hostileOdt } from '../support/hostile/office.ts';
import { hostilePdfs } from '../support/hostile/pdf.ts';

// All damaged and hostile files, each given to the command as it ships, in a process of its own: it is read, or refused
// in one line that names file and cause, and never takes more memory than stated here. What would not end is ended by
// --timeout.

const { run, folder, command, env } = useCommand();

/** Far above what any of them takes on a machine that is busy. */
const PATIENCE = '60';
/** In kB, of the whole process. A report takes about 80 MB. */
const MOST_MEMORY = 1024 * 1024;
/** Files at a time. */
const LANES = 2;

const named = (all: Record<string, () => Uint8Array>, ending: string): [string, () => Uint8Array][] =>
  Object.entries(all).map(([name, make]) => [`${name}${ending}`, make]);
const files = new Map<string, () => Uint8Array>([
  ...named(hostileDoc, '.doc'),
  ...named(hostileDocx, '.docx'),
  ...named(hostileOdt, '.odt'),
  ...named(hostileHtml, '.html'),
  ...named(hostileRtf, '.rtf'),
  ...named(hostilePdfs, '.pdf'),
  ...named(hostileZips, '.zip'),
  ...named(hostileImages, ''),
]);

interface Ended extends Run {
  /** kB; `null` where the process did not come to its end. */
  memory: number | null;
}

/** Has a process say at its end how much memory it took at most. */
const weigh = `import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => writeFileSync(process.env.PEAK, String(process.resourceUsage().maxRSS)));`;

/** The command on one file. @param name of the file, in the folder */
function parseOne(name: string): Promise<Ended> {
  const peak = join(folder, `${name}.peak`);
  const hook = `data:text/javascript,${encodeURIComponent(weigh)}`;
  const flags = ['--json', '--timeout', PATIENCE, ...(hostileImages[name] ? [] : ['--ocr', 'off'])];
  const child = spawn(process.execPath, ['--import', hook, command, 'parse', ...flags, name], {
    cwd: folder,
    env: { ...env, PEAK: peak },
  });
  const parts: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].on('data', (part: Buffer) => parts[stream].push(part));
  return new Promise((resolve) =>
    child.on('close', (code) => {
      const memory = existsSync(peak) ? Number(readFileSync(peak, 'utf8')) : null;
      const [stdout, stderr] = [parts.stdout, parts.stderr].map((all) => Buffer.concat(all).toString('utf8'));
      resolve({ code, stdout: stdout!, stderr: stderr!, memory });
    }),
  );
}

const ended = new Map<string, Ended>();

beforeAll(async () => {
  for (const [name, bytes] of Object.entries(await damagedFiles())) files.set(name, () => bytes);
  const waiting = [...files].filter(([name]) => !endless.includes(name));
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, make] = next;
      writeFileSync(join(folder, name), make());
      ended.set(name, await parseOne(name));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}, 600_000);

/** What stands on standard error for a file: a line for each cause. */
function complaints(name: string, fate: Fate): [file: string, cause: RegExp][] {
  if (fate === 'read') return [];
  if (fate instanceof RegExp) return [[name, fate]];
  return fate.refused.map(([member, cause]) => [`${name}/${member}`, cause]);
}

describe('each is read, or refused in one line', () => {
  test.each(Object.entries(fates))('%s', (name, fate) => {
    const { code, stdout, stderr, memory } = ended.get(name)!;
    const expected = complaints(name, fate);
    const told = stderr.split('\n').slice(0, -1);
    expect(told).toHaveLength(expected.length);
    for (const [n, [file, cause]] of expected.entries()) {
      const [before, line] = [`dvcq: ${file}: `, told[n]!];
      expect(line.slice(0, before.length)).toBe(before);
      expect(line.slice(before.length)).toMatch(cause);
      expect(line).not.toMatch(/\p{Cc}/u);
    }
    const reports = stdout.split('\n').slice(0, -1);
    for (const report of reports) Report.parse(JSON.parse(report));
    expect(reports).toHaveLength(fate === 'read' ? 1 : fate instanceof RegExp ? 0 : fate.read);
    expect(code).toBe(expected.length ? 3 : 0);
    expect(memory).toBeLessThan(MOST_MEMORY);
  });

  test('none is left out', () => {
    expect([...files.keys()].filter((name) => !endless.includes(name)).sort()).toEqual(Object.keys(fates).sort());
  });
});

test('what does not end is stopped, and the next file is read', () => {
  for (const name of endless) writeFileSync(join(folder, name), files.get(name)!());
  writeFileSync(join(folder, 'good.html'), '<html><body><p>Đã tiếp 12 lượt công dân.</p></body></html>');
  const { code, stdout, stderr } = run(['parse', '--json', '--timeout', '2', ...endless, 'good.html']);
  expect(stderr).toBe(endless.map((name) => `dvcq: ${name}: was not read within 2 seconds (see --timeout)\n`).join(''));
  expect(JSON.parse(stdout).figures).toHaveLength(1);
  expect(code).toBe(3);
});

afterAll(() => {
  // Nothing was put where it does not belong.
  const ours = new Set([...files.keys(), 'good.html', ...[...files.keys()].map((name) => `${name}.peak`)]);
  expect(readdirSync(folder).filter((name) => !ours.has(name))).toEqual([]);
  expect(existsSync('/tmp/dvcq-escaped.txt')).toBe(false);
});
