import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read } from '../src/extract/index.ts';
import { parse } from '../src/pipeline.ts';
import type { Report } from '../src/schema.ts';
import { claimsOf, type Mutation, mutate, mutated, random } from './support/mutations.ts';

/**
 * Changes one digit at a time in the samples, in a number that must agree with others (see `claimsOf`), and asks whether
 * the audit points at it. Seeded: the same 500 mutations each time.
 */
const folder = new URL('../samples/', import.meta.url).pathname;
const stems = readdirSync(`${folder}source`).map((name) => name.replace('.txt', ''));
const sources = await Promise.all(stems.map((stem) => read(`${folder}${stem}.docx`)));
const samples = sources.map((source) => {
  const claims = claimsOf(parse(source));
  return { source, claims };
});

/** What the audit says at the place of a mutation: the gravest severity, `null` where nothing points at it. */
function caught({ diagnostics }: Report, { at }: Mutation): 'warning' | 'info' | null {
  const here = diagnostics.filter(({ span, related }) =>
    [span, ...related.map((other) => other.span)].some((place) => place && place[0] <= at && at < place[1]),
  );
  if (here.some(({ severity }) => severity === 'warning')) return 'warning';
  return here.length ? 'info' : null;
}

/** The place of a mutation, with what stands around it. */
const shown = (text: string, { at }: Mutation): string =>
  `${text.slice(at - 60, at)}[${text.charAt(at)}]${text.slice(at + 1, at + 30)}`.replace(/\s+/g, ' ');

test('95 % of 500 changed digits are found, 80 % with a warning', () => {
  const next = random(20230917);
  const checked = samples.filter(({ claims }) => claims.length);
  const found = { warning: 0, info: 0 };
  const missed: string[] = [];
  for (let n = 0; n < 500; n++) {
    const { source, claims } = checked[Math.floor(next() * checked.length)] as (typeof samples)[number];
    const mutation = mutate(source.text, claims, next);
    const text = mutated(source.text, mutation);
    const severity = caught(parse({ ...source, text }), mutation);
    if (severity) found[severity]++;
    else missed.push(`${source.name}: ${shown(text, mutation)}`);
  }
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(25);
  expect(found.warning).toBeGreaterThanOrEqual(400);
});
