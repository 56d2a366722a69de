import { describe, expect, test } from 'vitest';
import { addressOf, isPostgres, withoutPasswords } from '../../../src/store/postgres/address.ts';

// Addresses as people write them, and what may be shown of them.

test.each([
  ['postgres://u:pw@db.example.org/reports', 'postgres://u@db.example.org/reports', 'db.example.org-reports'],
  ['postgresql://u:p%40w@h:5433/reports', 'postgres://u@h:5433/reports', 'h-5433-reports'],
  ['POSTGRES://u:pw@h:5432/reports', 'postgres://u@h:5432/reports', 'h-reports'],
  ['postgres://h/reports?user=u&password=pw', 'postgres://u@h/reports', 'h-reports'],
  ['postgres://u:pw@h/b%C3%A1o%20c%C3%A1o?schema=m%E1%BB%99t', 'postgres://u@h/báo cáo?schema=một', 'h-báo_cáo-một'],
  ['postgres://u:pw@h', 'postgres://u@h/u', 'h-u'],
  ['postgres://u:pw@[::1]:5433/r', 'postgres://u@[::1]:5433/r', '1_-5433-r'],
  ['postgres:///r?host=/run/postgresql', 'postgres:///run/postgresql/r', 'run_postgresql-r'],
  ['postgres://u:pw@/r?host=/run/postgresql', 'postgres://u@/run/postgresql/r', 'run_postgresql-r'],
  ['postgres://u:pw@h/../../r', 'postgres://u@h/r', 'h-r'],
])('%s', (text, shown, local) => {
  expect(isPostgres(text)).toBe(true);
  const address = addressOf(text);
  expect(address).toMatchObject({ shown, local });
  expect(`${address?.shown} ${address?.local}`).not.toMatch(/pw|p@w|p%40w/);
});

test.each([
  'postgres://u:pw@h:port/db',
  'postgres://u:%zz@h/db',
  'postgres://h/db?schema=',
  'postgres://h/db?connect_timeout=x',
])('%s is none', (text) => expect(addressOf(text)).toBeNull());

test.each(['out.jsonl', 'postgres', './postgres:/x', 'mysql://h/db', 'C:\\postgres'])('%s is a path', (text) =>
  expect(isPostgres(text)).toBe(false),
);

describe('passwords are taken out of what is said,', () => {
  test.each([
    ['postgres://u:pw@h/db: no', 'postgres://u@h/db: no'],
    ['x postgresql://u:p@w:/?#x y@h/db', 'x postgresql://u@h/db'],
    ['postgres://h/db?user=u&password=pw&sslmode=require', 'postgres://h/db?user=u&password=&sslmode=require'],
    ['postgres://u@h/db', 'postgres://u@h/db'],
    ['báo cáo: thư@xã.vn', 'báo cáo: thư@xã.vn'],
  ])('%s', (text, shown) => expect(withoutPasswords(text)).toBe(shown));
});
