import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../build/bundle.mjs';
import { reportText } from './support/files.ts';

// The package as npm would pack it, in a project elsewhere which has only the packages that ours declares.

const root = new URL('../', import.meta.url).pathname;
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const stage = mkdtempSync(join(root, 'node_modules/.dvcq-test-'));
const project = mkdtempSync(join(tmpdir(), 'dvcq-project-'));

const run = (file: string, ...args: string[]) =>
  execFileSync(process.execPath, [file, ...args], { cwd: project, encoding: 'utf8' });

beforeAll(async () => {
  for (const path of ['bin', 'package.json']) cpSync(join(root, path), join(stage, path), { recursive: true });
  await bundle(join(stage, 'dist'));
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', join(stage, 'dist/types')], {
    cwd: root,
  });
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', project], { cwd: stage });
  const { name, version, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  mkdirSync(join(project, 'node_modules', name), { recursive: true });
  const archive = join(project, `${name}-${version}.tgz`);
  execFileSync('tar', ['-xzf', archive, '--strip-components=1', '-C', join(project, 'node_modules', name)]);
  for (const dependency of Object.keys(dependencies)) {
    const link = join(project, 'node_modules', dependency);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', dependency), link);
  }
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(project, 'report.txt'), reportText);
});

afterAll(() => {
  for (const folder of [stage, project]) rmSync(folder, { recursive: true, force: true });
});

test('the command runs', () => {
  const output = run('node_modules/dvcq/bin/dvcq.js', 'parse', 'report.txt', '--json');
  expect(JSON.parse(output)).toMatchObject({ schema: 'dvcq/1', text: reportText });
});

test('V8 takes the compiled code of the command', () => {
  const dist = join(project, 'node_modules/dvcq/dist/cli.cjs');
  writeFileSync(
    join(project, 'taken.cjs'),
    `const { readFileSync } = require('node:fs');
     const { Script } = require('node:vm');
     const [filename, cachedData] = [process.argv[2], readFileSync(process.argv[2] + '.cache')];
     console.log(new Script(readFileSync(filename, 'utf8'), { filename, cachedData }).cachedDataRejected);`,
  );
  expect(run('taken.cjs', dist).trim()).toBe('false');
});

test('the library runs', () => {
  writeFileSync(
    join(project, 'use.js'),
    `import { parse, read, UnreadableError } from 'dvcq';
     import schema from 'dvcq/schema.json' with { type: 'json' };
     const report = parse(await read('report.txt'));
     const failure = await read('missing.txt').catch((error) => error);
     console.log(JSON.stringify([report.source.name, failure instanceof UnreadableError, schema.title]));`,
  );
  expect(JSON.parse(run('use.js'))).toEqual(['report.txt', true, 'dvcq report']);
});

test('the library has types that hold under the strictest settings', () => {
  writeFileSync(
    join(project, 'use.ts'),
    `import { type Document, dvcq, diagnose, parse, read, Report, type Root } from 'dvcq';
     const report: Report = parse(await read('report.txt', { format: 'txt' }), { language: 'en' });
     const values: (number | null)[] = report.figures.flatMap(({ measures }) => measures.map(({ value, of }) => of ?? value));
     const checked: Report = Report.parse(report);
     dvcq().use(() => (tree: Root, file) => diagnose(file as Document, { rule: 'mine', severity: 'info', message: { vi: 'a', en: 'b' }, span: null }));
     // @ts-expect-error a figure has no such field
     report.figures[0]?.amount;
     export { checked, values };`,
  );
  const compilerOptions = { strict: true, noEmit: true, module: 'nodenext', target: 'es2023', types: [] };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
  expect(spawnSync(process.execPath, [tsc], { cwd: project, encoding: 'utf8' }).stdout).toBe('');
});
