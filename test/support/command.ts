import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { bundle } from '../../build/bundle.mjs';

const root = new URL('../../', import.meta.url).pathname;

/** What a run of the command left behind. */
export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  input?: string | Uint8Array;
  env?: Record<string, string>;
  /** The user to run as; root may become another. */
  uid?: number;
}

/**
 * Builds the command as it ships, for the tests of one file: a process cannot run the sources, and dist/ may be
 * older than they are.
 *
 * @returns how to run it, and a folder for the files of the tests
 */
export function useCommand() {
  // Inside node_modules, so that the packages which are not bundled are found.
  const home = mkdtempSync(join(root, 'node_modules/.dvcq-test-'));
  const folder = join(home, 'files');
  const command = join(home, 'bin/dvcq.js');
  const env = { PATH: process.env.PATH ?? '', LANG: 'en_US.UTF-8', TERM: 'xterm' };
  beforeAll(async () => {
    cpSync(join(root, 'bin'), join(home, 'bin'), { recursive: true });
    chmodSync(home, 0o755);
    mkdirSync(folder);
    mkdirSync(join(home, 'path'));
    chmodSync(command, 0o755);
    symlinkSync(command, join(home, 'path/dvcq'));
    await bundle(join(home, 'dist'));
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const run = (args: string[], options: RunOptions = {}): Run => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...env, ...options.env },
      maxBuffer: 2 ** 28,
      ...(options.input !== undefined && { input: options.input }),
      ...(options.uid !== undefined && { uid: options.uid }),
    });
    return { code: status, stdout, stderr };
  };
  /** Runs a line of shell in which `dvcq` is the command. */
  const shell = (line: string): Run => {
    const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-o', 'pipefail', '-c', line], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...env, PATH: `${home}/path:${env.PATH}` },
    });
    return { code: status, stdout, stderr };
  };
  return { run, shell, folder, command, env };
}
