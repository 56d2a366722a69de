import { z } from 'zod';
import type { Language } from '../document.ts';
import type { Say } from './messages.ts';

/** What `dvcq.config.json` may say. */
export const Config = z.strictObject({
  $schema: z.string().optional(),
  rules: z.record(z.string(), z.enum(['off', 'info', 'warning', 'error'])).default({}),
  suppress: z
    .array(
      z.strictObject({
        file: z.string().min(1),
        rule: z.string().min(1),
        quote: z.string().min(1).optional(),
        reason: z.string().trim().min(1),
      }),
    )
    .default([]),
});

export type Config = z.infer<typeof Config>;

/** What is wrong with a configuration: at which key, and why. */
export interface Misconfiguration {
  key: string;
  problem: string;
}

/** Checks a configuration; of a wrong one the first mistake comes back. */
export function checkConfig(value: unknown, language: Language, say: Say): Config | Misconfiguration {
  const result = Config.safeParse(value, { error: z.locales[language]().localeError, reportInput: true });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (!issue) return { key: '', problem: '' };
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return { key: keyOf([...issue.path, ...unknown]), problem: problemOf(issue, say) };
}

/** zod's own words only for mistakes that are not to be expected. */
function problemOf(issue: z.core.$ZodIssue, say: Say): string {
  if (issue.code === 'unrecognized_keys') return say('configUnknownKey');
  const isEmpty = issue.input === undefined || (typeof issue.input === 'string' && !issue.input.trim());
  if (isEmpty) return say(issue.path.at(-1) === 'reason' ? 'configNoReason' : 'configMissing');
  return issue.message;
}

/** `suppress[2].reason` */
const keyOf = (path: PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
