/** The kinds of output, as `--to` names them. */
export const targets = ['json', 'jsonl', 'csv', 'parquet', 'duckdb', 'xlsx', 'postgres'] as const;
export type Target = (typeof targets)[number];

/** Those that are folders; the others are one file. */
export const isFolder = (target: Target): boolean => target === 'json' || target === 'csv' || target === 'parquet';

const endings: [RegExp, Target][] = [
  [/\.jsonl(?:\.gz)?$/i, 'jsonl'],
  [/\.(?:duckdb|db)$/i, 'duckdb'],
  [/\.xlsx$/i, 'xlsx'],
  [/\.csv$/i, 'csv'],
  [/\.parquet$/i, 'parquet'],
  [/(?:^|[\\/])[^.\\/]*$/, 'json'],
];

/** The kind of output on a disk that a name stands for; `null` where its ending says nothing that we know. */
export const targetOf = (name: string): Target | null => endings.find(([ending]) => ending.test(name))?.[1] ?? null;

/** A name without the ending that says what it is. */
export const stemOf = (name: string): string => name.replace(/\.(?:jsonl(?:\.gz)?|duckdb|db|xlsx)$/i, '');
