import { readdirSync, readFileSync } from 'node:fs';

/** One annotated figure. */
export interface Annotated {
  /** Its mark and numbers behind those of all wholes above it, outermost first. */
  path: string;
  /** Why the program does not find it; `null` where it must. */
  miss: string | null;
}

const folder = new URL('../breakdown/', import.meta.url).pathname;

/** The samples of the breakdown corpus. */
export const annotatedStems = (): string[] => readdirSync(folder).map((name) => name.replace('.txt', ''));

/** The annotation of a sample. */
export const annotation = (stem: string): Annotated[] => pathsOf(readFileSync(`${folder}${stem}.txt`, 'utf8'));

/**
 * The parts in an outline of breakdowns, which is indented by two spaces a level. Units are left out: where they end
 * is no matter of breakdowns.
 */
export function pathsOf(outline: string): Annotated[] {
  const above: string[] = [];
  const parts: Annotated[] = [];
  for (const line of outline.split('\n').filter(Boolean)) {
    const [, indent = '', said = '', miss] = /^( *)(.*?)(?: {2}# miss: (.*))?$/.exec(line) ?? [];
    above.length = indent.length / 2;
    above.push(
      /^(?:\d?[=~<] )?/.exec(said)?.[0] + (said.replace(/^\d?[=~<] /, '').match(/\d[\d.,]*/g) ?? []).join(' / '),
    );
    if (indent) parts.push({ path: above.join(' > '), miss: miss ?? null });
  }
  return parts;
}

/** How many of the entries of one list another list has, each as often. */
export function inCommon(list: string[], other: string[]): number {
  const left = [...other];
  return list.filter((entry) => {
    const at = left.indexOf(entry);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}
