import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { casesOf, pages, rulePage } from '../build/rule-pages.ts';
import { rules } from '../src/audit/index.ts';
import { catalogue } from '../src/check/index.ts';
import type { Language } from '../src/document.ts';

describe.each(rules.map(({ id }) => id))('%s', (id) => {
  const cases = casesOf(id, 'en');
  test('has a case in which it reports', () => {
    expect(cases.some(({ findings }) => findings.length)).toBe(true);
  });
  test('has a case in which it is silent', () => {
    expect(cases.some(({ findings }) => !findings.length)).toBe(true);
  });
});

test('every rule has its id but once, and its reason in both languages', () => {
  expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
  for (const { id, reason } of catalogue) {
    expect(reason.vi, id).toMatch(/[ạ-ỹđ].*\.$/);
    expect(reason.en, id).toMatch(/\.$/);
  }
});

test('what reading tells is in the catalogue, so that it can be chosen by --rule', () => {
  const folder = new URL('../src/extract/', import.meta.url).pathname;
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const told = sources.flatMap((path) => [
    ...readFileSync(join(folder, path), 'utf8').matchAll(/(?:\brule: |\bnotice\(\s*)'([\w-]+)'/g),
  ]);
  expect(told.length).toBeGreaterThan(5);
  for (const [, id] of told) expect(catalogue.map((rule) => rule.id)).toContain(id);
});

// `npm run docs` writes the pages anew.
test.each(Object.entries(pages))('the rule reference is current: %s', (language, path) => {
  const committed = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
  expect(rulePage(language as Language)).toBe(committed);
});
