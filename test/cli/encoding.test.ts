import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { useCommand } from '../support/command.ts';
import { reportText } from '../support/files.ts';
import { encodeVni, showVni } from '../support/legacy.ts';

const { run, folder } = useCommand();

/** Without what VNI lacks. */
const text = reportText.normalize('NFC').replace(/[^\0-\x7FÀ-ỹ]/g, '');

beforeAll(() => {
  writeFileSync(join(folder, 'vni.txt'), encodeVni(text));
  writeFileSync(join(folder, 'pasted.txt'), showVni(text));
  writeFileSync(join(folder, 'short.txt'), encodeVni('Số 12'));
});

const source = (args: string[]) => {
  const { stdout, code } = run(['parse', '--json', ...args]);
  const { source, diagnostics, text } = JSON.parse(stdout);
  const rules = (diagnostics as { rule: string; severity: string }[]).map(
    ({ rule, severity }) => `${rule} ${severity}`,
  );
  return { code, encoding: source.encoding, text, rules };
};

describe('a file from before Unicode', () => {
  test('is read and told of, which is no warning', () => {
    const read = source(['vni.txt', '--strict']);
    expect(read).toMatchObject({ code: 0, encoding: 'vni', text });
    expect(read.rules).toContain('encoding-guessed info');
  });

  test('so is one that was pasted without its font', () => {
    expect(source(['pasted.txt'])).toMatchObject({ encoding: 'utf-8+vni', text });
  });
});

describe('--encoding', () => {
  test('names it, in any case, and nothing is to be told', () => {
    expect(source(['vni.txt', '--encoding', 'VNI'])).toMatchObject({ encoding: 'vni', text, rules: [] });
  });

  test('reads what is too short to tell', () => {
    expect(run(['parse', 'short.txt']).stderr).toMatch(/unknown encoding; name it with --encoding/);
    expect(source(['short.txt', '--encoding', 'vni']).text).toBe('Số 12');
  });

  test('holds for check too', () => {
    expect(run(['check', 'short.txt', '--encoding', 'vni']).code).toBe(0);
  });

  test('must be one of those there are', () => {
    const { code, stderr } = run(['parse', 'vni.txt', '--encoding', 'ascii']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/--encoding does not take ascii; it takes: utf-8, .+ vni, viscii, vps/);
  });

  test('is named in the help with all its values', () => {
    for (const command of ['parse', 'check'])
      expect(run([command, '--help']).stdout.replace(/\s+/g, ' ')).toContain(
        'windows-1258, tcvn3, tcvn5712, vni, viscii, vps',
      );
  });
});
