import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { read } from '../../src/extract/index.ts';
import { parse } from '../../src/pipeline.ts';
import { Report } from '../../src/schema.ts';
import { useCommand } from '../support/command.ts';
import { docxOf, reportText } from '../support/files.ts';

const samples = new URL('../../samples/', import.meta.url).pathname;

const { run, shell, folder, command, env } = useCommand();

beforeAll(async () => {
  const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
  put('report.txt', reportText);
  put('other.md', `# ${reportText}`);
  put('report.docx', await docxOf(reportText));
  // A byte that is not valid UTF-8 gives a warning.
  put('warning.txt', Buffer.concat([Buffer.from(reportText), Buffer.from([0xe1])]));
});

const content = (name: string) => readFileSync(join(folder, name), 'utf8');
const drafts = () => readdirSync(folder).filter((name) => name.startsWith('.dvcq'));

describe('--json', () => {
  test('one line of the contract when piped, and nothing on standard error', () => {
    const { code, stdout, stderr } = run(['parse', 'report.txt', '--json']);
    expect([code, stderr, stdout.indexOf('\n')]).toEqual([0, '', stdout.length - 1]);
    const report = Report.parse(JSON.parse(stdout));
    expect(report.text).toBe(reportText);
    expect(report.source).toMatchObject({ name: 'report.txt', format: 'txt', encoding: 'utf-8' });
  });

  test('several files: JSON Lines in the order given', () => {
    const { code, stdout } = run(['parse', 'report.txt', 'other.md', 'report.docx', '--json']);
    const sources = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).source);
    expect(code).toBe(0);
    expect(sources.map(({ name, format }) => `${name} ${format}`)).toEqual([
      'report.txt txt',
      'other.md md',
      'report.docx docx',
    ]);
  });

  test('--pretty indents, and implies JSON', () => {
    const { stdout } = run(['parse', 'report.txt', '--pretty']);
    expect(stdout).toMatch(/^\{\n {2}"schema": "dvcq\/1",\n/);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(run(['parse', 'report.txt', '--json']).stdout));
  });

  test('--no-text leaves the text null and nothing else', () => {
    const whole = JSON.parse(run(['parse', 'report.txt', '--json']).stdout);
    const { stdout } = run(['parse', 'report.txt', '--json', '--no-text']);
    expect(Report.parse(JSON.parse(stdout))).toEqual({ ...whole, text: null });
  });

  test('on a terminal it is indented', () => {
    expect(shell("script -qec 'dvcq parse report.txt --json' /dev/null").stdout.split('\n').length).toBeGreaterThan(20);
  });
});

// Bundling once garbled letters in patterns; only what was bundled can show it.
test.each(readdirSync(samples).filter((name) => /\.(?:txt|md|docx|pdf)$/.test(name) && name !== 'README.md'))(
  'the bundled command reads as the sources do: %s',
  async (name) => {
    const path = join(samples, name);
    const { stdout } = run(['parse', path, '--json', '--lang', 'vi']);
    expect(JSON.parse(stdout)).toEqual(parse(await read(path)));
  },
);

describe('standard input', () => {
  test('is read as "-", its format told by its content', () => {
    const { stdout } = run(['parse', '-', '--json'], { input: readFileSync(join(folder, 'report.docx')) });
    expect(JSON.parse(stdout).source).toMatchObject({ name: '-', format: 'docx' });
  });

  test('--format says what cannot be told', () => {
    const { stdout } = run(['parse', '-', '--json', '--format', 'md'], { input: reportText });
    expect(JSON.parse(stdout).source).toMatchObject({ name: '-', format: 'md', bytes: Buffer.byteLength(reportText) });
  });

  test('a pipe with a name is read too', () => {
    expect(shell('dvcq parse <(cat report.txt) --json').stdout).toContain('"format":"txt"');
  });
});

describe('-o', () => {
  test('writes the file and nothing to standard output', () => {
    const { code, stdout } = run(['parse', 'report.txt', '--json', '-o', 'out.json']);
    expect([code, stdout]).toEqual([0, '']);
    expect(Report.parse(JSON.parse(content('out.json'))).text).toBe(reportText);
    expect(drafts()).toEqual([]);
  });

  test('.json and .jsonl mean JSON, other names the summary', () => {
    run(['parse', 'report.txt', '-o', 'a.jsonl']);
    run(['parse', 'report.txt', '-o', 'a.txt']);
    expect(content('a.jsonl')).toMatch(/^\{"schema"/);
    expect(content('a.txt')).toMatch(/^report\.txt · txt\n/);
  });

  test('keeps the old file when the input cannot be read', () => {
    writeFileSync(join(folder, 'kept.json'), 'old');
    expect(run(['parse', 'missing.txt', '-o', 'kept.json']).code).toBe(3);
    expect(content('kept.json')).toBe('old');
    expect(drafts()).toEqual([]);
  });

  test('replaces what a link points to, not the link', () => {
    writeFileSync(join(folder, 'real.json'), 'old', { mode: 0o600 });
    symlinkSync('real.json', join(folder, 'link.json'));
    run(['parse', 'report.txt', '-o', 'link.json']);
    expect(content('real.json')).toMatch(/^\{"schema"/);
    expect(statSync(join(folder, 'real.json')).mode & 0o777).toBe(0o600);
  });

  test.each([
    ['no/such/folder.json', 'no such folder'],
    ['a-folder', 'is a folder'],
    ['/dev/full', 'no space left'],
  ])('%s cannot be written', (path, cause) => {
    mkdirSync(join(folder, 'a-folder'), { recursive: true });
    const { code, stdout, stderr } = run(['parse', 'report.txt', '--json', '-o', path]);
    expect([code, stdout, stderr]).toEqual([3, '', `dvcq: ${path}: cannot be written (${cause})\n`]);
  });

  test('a device is written, not replaced', () => {
    expect(shell('dvcq parse report.txt --json -o /dev/stdout | cat').stdout).toMatch(/^\{"schema"/);
    expect(run(['parse', 'report.txt', '--json', '-o', '/dev/null']).code).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('- is standard output', () => {
    expect(run(['parse', 'report.txt', '--json', '-o', '-']).stdout).toMatch(/^\{"schema"/);
  });

  test('the input file is not overwritten', () => {
    const { code, stderr } = run(['parse', 'report.txt', '-o', './report.txt']);
    expect([code, stderr]).toEqual([
      2,
      'dvcq: the output file ./report.txt is also an input file (see: dvcq --help)\n',
    ]);
    expect(content('report.txt')).toBe(reportText);
  });
});

describe('--strict', () => {
  test('a report without findings', () => {
    expect(run(['parse', 'report.txt', '--json', '--strict']).code).toBe(0);
  });

  test('a warning: exit 1, the result all the same, the reason on standard error', () => {
    const { code, stdout, stderr } = run(['parse', 'warning.txt', '--json', '--strict']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).diagnostics).toMatchObject([{ rule: 'encoding-damaged', severity: 'warning', line: 14 }]);
    expect(stderr).toMatch(/^dvcq: warning\.txt:14: warning: .+ \[encoding-damaged\]\n$/);
  });

  test('an unreadable file weighs more', () => {
    expect(run(['parse', 'warning.txt', 'missing.txt', '--json', '--strict']).code).toBe(3);
  });

  test('without it a warning is no failure', () => {
    expect(run(['parse', 'warning.txt', '--json'])).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('the reader goes away', () => {
  test('quietly, as other tools', () => {
    writeFileSync(join(folder, 'long.txt'), `${reportText}\n`.repeat(2000));
    const { code, stdout, stderr } = shell('dvcq parse long.txt --json | head -c 10');
    expect([code, stdout, stderr]).toEqual([0, '{"schema":', '']);
  });

  test('of the help, too', () => {
    expect(shell('dvcq check --help | true')).toMatchObject({ code: 0, stderr: '' });
  });

  test('a full disk is said', () => {
    const { code, stderr } = shell('dvcq parse report.txt --json > /dev/full');
    expect([code, stderr]).toEqual([3, 'dvcq: (standard output): cannot be written (no space left)\n']);
  });

  test('a pipe that does not wait until there is room gets all of it', async () => {
    writeFileSync(join(folder, 'long.txt'), `${reportText}\n`.repeat(2000));
    shell('mkfifo pipe');
    const [reading, writing] = [constants.O_RDONLY, constants.O_WRONLY].map((mode) =>
      openSync(join(folder, 'pipe'), mode | constants.O_NONBLOCK),
    ) as [number, number];
    const child = spawn(process.execPath, [command, 'parse', 'long.txt', '--json'], {
      cwd: folder,
      env,
      stdio: ['ignore', writing, 'ignore'],
    });
    closeSync(writing);
    await setTimeout(500);
    const json = await text(new Socket({ fd: reading, readable: true, writable: false }));
    expect(Report.parse(JSON.parse(json)).sections.length).toBeGreaterThan(0);
    expect(child.exitCode ?? (await once(child, 'exit'))[0]).toBe(0);
  });

  test('Ctrl-C ends it as the shell expects and leaves no draft', async () => {
    // The command waits for standard input, its draft open, when the signal comes.
    const child = spawn(process.execPath, [command, 'parse', '-', '-o', 'stopped.json'], { cwd: folder, env });
    await vi.waitFor(() => expect(drafts()).toHaveLength(1), 10_000);
    child.kill('SIGINT');
    const [, signal] = await once(child, 'exit');
    expect([signal, drafts(), readdirSync(folder).includes('stopped.json')]).toEqual(['SIGINT', [], false]);
  });
});
