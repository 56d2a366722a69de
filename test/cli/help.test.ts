import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inputFormats } from '../../src/cli/program.ts';
import { jsonSchema } from '../../src/index.ts';
import { useCommand } from '../support/command.ts';
import { reportText } from '../support/files.ts';

const { run, shell, folder } = useCommand();

beforeAll(() => writeFileSync(join(folder, 'report.txt'), reportText));

const vietnamese = { env: { LANG: 'vi_VN.UTF-8' } };

describe('help', () => {
  test('names every option and exit code, in both languages', () => {
    for (const options of [{}, vietnamese]) {
      const { code, stdout, stderr } = run(['parse', '--help'], options);
      expect([code, stderr]).toEqual([0, '']);
      for (const flag of [
        '--json',
        '--pretty',
        '-o, --output',
        '--format',
        '--no-text',
        '--strict',
        '--lang',
        '--help',
      ])
        expect(stdout).toContain(flag);
      expect(stdout).toMatch(/0 .+; 1 .+; 2 .+; 3 /);
    }
  });

  test('and the READMEs name every format of input', () => {
    const readme = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
    for (const options of [{}, vietnamese])
      for (const command of ['parse', 'check', 'batch'])
        expect(run([command, '--help'], options).stdout.replace(/\s+/g, ' ')).toContain(inputFormats.join(', '));
    for (const name of ['README.md', 'README.vi.md'])
      expect(readme(name)).toContain(`| \`--format ${inputFormats.join('\\|')}\` |`);
  });

  test('holds no word of the other language', () => {
    const { stdout: english } = run(['parse', '--help']);
    const { stdout } = run(['parse', '--help'], vietnamese);
    expect(english).toMatch(/^Usage: /);
    expect(english.replace('Bằng tiếng Việt', '')).not.toMatch(/[ạ-ỹđ]/);
    expect(stdout).toMatch(/^Cách dùng: /);
    expect(stdout).not.toMatch(/\b(?:display|Options|Arguments|choices|default)\b/);
  });

  test('without arguments it stands on standard error: nothing was done', () => {
    const { code, stdout, stderr } = run([]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^Usage: dvcq/);
  });

  test.each([
    ['--lang', ['--help', '--lang', 'vi'], {}, 'Cách dùng'],
    ['--lang before the command', ['--lang=en', 'parse', '--help'], { LANG: 'vi_VN' }, 'Usage'],
    ['--lang over DVCQ_LANG', ['--help', '--lang', 'en'], { DVCQ_LANG: 'vi' }, 'Usage'],
    ['DVCQ_LANG over the locale', ['--help'], { DVCQ_LANG: 'vi' }, 'Cách dùng'],
    ['LC_ALL over LANG', ['--help'], { LC_ALL: 'vi_VN.UTF-8' }, 'Cách dùng'],
    ['no locale: the users are Vietnamese', ['--help'], { LANG: '' }, 'Cách dùng'],
    ['another locale', ['--help'], { LANG: 'C.UTF-8' }, 'Cách dùng'],
  ])('language: %s', (_, args, env, start) => {
    expect(run(args, { env }).stdout.startsWith(start)).toBe(true);
  });
});

test('--version is that of the package', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test('dvcq schema prints the JSON Schema', () => {
  const { code, stdout } = run(['schema']);
  expect([code, JSON.parse(stdout)]).toEqual([0, jsonSchema()]);
});

describe('wrong usage: exit 2, one line on standard error', () => {
  const see = '(see: dvcq --help)';
  test.each([
    [['parse'], `no file given; "-" is standard input ${see}`],
    [['parse', 'report.txt', '--jsn'], `unknown option --jsn; did you mean --json? ${see}`],
    [
      ['parse', 'report.txt', '--format', 'xls'],
      `option --format does not take xls; it takes: ${inputFormats.join(', ')} ${see}`,
    ],
    [['parse', 'report.txt', '--lang', 'fr'], `option --lang does not take fr; it takes: vi, en ${see}`],
    [['parse', 'report.txt', '-o'], `option -o needs a value ${see}`],
    [['prase', 'report.txt'], `unknown command prase; to read a file: dvcq parse FILE; did you mean parse? ${see}`],
    [['schema', 'report.txt'], `too many arguments ${see}`],
    [['parse', '-', '-'], `standard input "-" can be read only once ${see}`],
    [
      ['parse', 'report.txt', 'other.txt', '--pretty'],
      `--pretty is for one file; several files give JSON Lines ${see}`,
    ],
  ])('%j', (args, line) => {
    expect(run(args, { env: { DVCQ_LANG: 'en' } })).toEqual({ code: 2, stdout: '', stderr: `dvcq: ${line}\n` });
  });

  test('in Vietnamese', () => {
    expect(run(['parse', 'report.txt', '--jsn'], vietnamese).stderr).toBe(
      'dvcq: không có tùy chọn --jsn; có phải ý bạn là --json? (xem: dvcq --help)\n',
    );
  });
});

describe('the summary', () => {
  const ESC = '\x1b[';

  test('is what comes without --json, without colours when piped', () => {
    const { code, stdout } = run(['parse', 'report.txt']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^report\.txt · txt\n/);
    expect(stdout).toMatch(/^SECTIONS \(\d+\)$/m);
    expect(stdout).not.toContain(ESC);
  });

  test('speaks Vietnamese', () => {
    expect(run(['parse', 'report.txt'], vietnamese).stdout).toMatch(/^ĐỀ MỤC \(\d+\)$/m);
  });

  test('is as wide as the terminal', () => {
    const lines = shell("stty cols 50; true; script -qec 'stty cols 50; dvcq parse report.txt' /dev/null").stdout.split(
      '\r\n',
    );
    expect(Math.max(...lines.map((line) => line.replace(/\x1b\[\d+m/g, '').length))).toBeLessThanOrEqual(50);
  });

  test.each([
    ['a terminal', '', true],
    ['NO_COLOR', 'NO_COLOR=1', false],
    ['an empty NO_COLOR says nothing', 'NO_COLOR=', true],
    ['TERM=dumb', 'TERM=dumb', false],
    ['FORCE_COLOR over NO_COLOR', 'NO_COLOR=1 FORCE_COLOR=1', true],
    ['FORCE_COLOR=0', 'FORCE_COLOR=0', false],
  ])('colours: %s', (_, env, coloured) => {
    const { stdout } = shell(`${env} script -qec 'dvcq parse report.txt' /dev/null`);
    expect(stdout.includes(ESC)).toBe(coloured);
  });

  test('FORCE_COLOR colours a pipe too', () => {
    expect(run(['parse', 'report.txt'], { env: { FORCE_COLOR: '1' } }).stdout).toContain(ESC);
  });

  test('prints no control characters of a document', () => {
    writeFileSync(join(folder, 'steering.txt'), `I. MỤC \x1b]0;x\x07LỤC\n${reportText}`);
    expect(run(['parse', 'steering.txt']).stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
  });
});
