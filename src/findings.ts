import { z } from 'zod';
import { Diagnostic } from './schema.ts';

/**
 * What `dvcq check --json` prints, version 1. Fields may be added; renaming or dropping one needs a new version.
 * Every finding is a diagnostic of the output contract, with more about its place.
 */

const span = z.tuple([z.int().min(0), z.int().min(0)]);
const place = {
  line: z.int().min(1).nullable().describe('1-based line of the text as read'),
  column: z.int().min(1).nullable().describe('1-based, in UTF-16 units'),
  endLine: z.int().min(1).nullable(),
  endColumn: z.int().min(1).nullable().describe('behind the last character'),
  text: z.string().nullable().describe('what stands there'),
};

export const CheckFinding = Diagnostic.extend({
  ...place,
  section: z.string().nullable().describe('id of the section it stands in, as `dvcq parse` gives it'),
  related: z.array(z.object({ span, message: z.string(), ...place })),
});

export const SuppressedFinding = CheckFinding.extend({
  suppression: z.object({
    kind: z.enum(['inline', 'config']),
    reason: z.string(),
    file: z.string().describe('where the suppression is written'),
    line: z.int().min(1).nullable(),
  }),
});

export const CheckedFile = z.object({
  file: z.string().describe('path as given; "-" is standard input'),
  format: z.string().nullable().describe('null for a file that could not be read and for a configuration file'),
  sha256: z.string().nullable(),
  error: z.string().nullable().describe('why it could not be read'),
  findings: z.array(CheckFinding).describe('in the order of the text'),
  suppressed: z.array(SuppressedFinding),
});

export const CheckSummary = z.object({
  files: z.int().describe('reports given'),
  clean: z.int().describe('without warning and error'),
  unreadable: z.int(),
  errors: z.int(),
  warnings: z.int(),
  infos: z.int(),
  suppressed: z.int(),
  rules: z.array(z.object({ rule: z.string(), findings: z.int(), files: z.int() })).describe('the most frequent first'),
});

export const CheckResult = z
  .object({ schema: z.literal('dvcq-check/1'), files: z.array(CheckedFile), summary: CheckSummary })
  .meta({ title: 'dvcq check result' });

export type CheckFinding = z.infer<typeof CheckFinding>;
export type SuppressedFinding = z.infer<typeof SuppressedFinding>;
export type CheckedFile = z.infer<typeof CheckedFile>;
export type CheckSummary = z.infer<typeof CheckSummary>;
export type CheckResult = z.infer<typeof CheckResult>;
