import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { useCommand } from '../support/command.ts';

const { run, folder } = useCommand();

beforeAll(() => {
  writeFileSync(
    join(folder, 'mot.txt'),
    'BÁO CÁO\nCông tác tiếp công dân\nI. TIẾP CÔNG DÂN\nĐã tiếp 41 lượt công dân, nhận 12 đơn.\n',
  );
  writeFileSync(
    join(folder, 'hai.txt'),
    'BÁO CÁO\nCông tác tiếp công dân\nI. TIẾP CÔNG DÂN\nĐã tiếp 9 lượt công dân.\n',
  );
  for (const output of ['store.duckdb', 'tables.csv', 'tables.parquet'])
    expect(run(['batch', 'mot.txt', 'hai.txt', '-o', output, '--quiet']).code).toBe(0);
});

describe.each(['store.duckdb', 'tables.csv', 'tables.parquet'])('%s', (store) => {
  test('SQL', () => {
    const { stdout } = run([
      'query',
      store,
      "select sum(value) as total from measures where unit like 'lượt%'",
      '--csv',
    ]);
    expect(stdout).toBe('total\n50\n');
  });

  test('the name of a view, as JSON', () => {
    const { stdout } = run(['query', store, 'petitions', '--json']);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ path, value, unit }) => [path, value, unit])).toEqual([
      ['hai.txt', 9, 'lượt công dân'],
      ['mot.txt', 41, 'lượt công dân'],
      ['mot.txt', 12, 'đơn'],
    ]);
  });

  test('nothing may be changed', () => {
    expect(run(['query', store, 'delete from documents']).code).toBe(2);
  });
});

test('a table to read', () => {
  expect(run(['query', 'store.duckdb', 'select value, unit from measures order by value']).stdout).toBe(
    ['value  unit', '-----  -------------', '    9  lượt công dân', '   12  đơn', '   41  lượt công dân', ''].join(
      '\n',
    ),
  );
});

test('without SQL it says what there is to ask', () => {
  expect(run(['query', 'store.duckdb']).stdout).toMatch(
    /^ {2}measures .*\n {4}document, figure, measure, kind, value/m,
  );
});

test.each([
  ['a mistake in SQL', ['query', 'store.duckdb', 'select nothing from measures'], 2, /nothing/],
  ['no store', ['query', 'mot.txt', 'documents'], 3, /no result of dvcq batch/],
  ['no file', ['query', 'nowhere.duckdb', 'documents'], 3, /no result of dvcq batch/],
])('%s: one line', (_, args, code, cause) => {
  const result = run(args);
  expect(result).toMatchObject({ code, stdout: '' });
  expect(result.stderr).toMatch(cause);
  expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
});
