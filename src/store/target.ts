/** The kinds of output, as `--to` names them. */
export const targets = ['json', 'jsonl'] as const;
export type Target = (typeof targets)[number];

/** The kind of output that a name stands for; `null` where its ending says nothing that we know. */
export function targetOf(name: string): Target | null {
  if (/\.jsonl(?:\.gz)?$/i.test(name)) return 'jsonl';
  return /\.[^./\\]+$/.test(name) ? null : 'json';
}
