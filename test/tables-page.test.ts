import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pages, tablePage } from '../build/table-pages.ts';

// `npm run docs` writes the pages anew.
test.each(['en', 'vi'] as const)('the committed reference of the tables is current: %s', (language) => {
  expect(readFileSync(new URL(`../${pages[language]}`, import.meta.url), 'utf8')).toBe(tablePage(language));
});
