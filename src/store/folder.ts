import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The list of what could not be read, beside an output or in its folder. */
export const FAILURES = 'failures.jsonl';

/** By this file dvcq knows a folder that it made itself, and may make anew. */
export const SUMMARY = 'summary.json';

/** Whether a folder holds what dvcq did not make, so that it must not be replaced. */
export const isForeign = (folder: string): boolean =>
  existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, SUMMARY));

/** Puts a finished folder into the place of what was there before. */
export function replaceFolder(target: string, draft: string): void {
  // Before the summary is known, lest whoever is killed in between finds a folder that is not his.
  writeFileSync(join(draft, SUMMARY), '{}\n');
  const old = `${target}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(target)) renameSync(target, old);
  renameSync(draft, target);
  rmSync(old, { recursive: true, force: true });
}
