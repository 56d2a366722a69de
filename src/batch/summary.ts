import type { Failure, StoredDocument } from '../store/sink.ts';

/** What a batch came to. */
export interface Summary {
  documents: number;
  failed: number;
  pages: number;
  figures: number;
  references: number;
  byType: Record<string, number>;
  byIssuer: Record<string, number>;
  byYear: Record<string, number>;
  byFormat: Record<string, number>;
  failuresByCause: Record<string, number>;
  findingsByRule: Record<string, number>;
}

/** Counts documents as they pass. What is unknown counts under `""`. */
export function tally(): {
  add(document: StoredDocument): void;
  fail(failure: Failure): void;
  summary(): Summary;
} {
  const sums = { documents: 0, failed: 0, pages: 0, figures: 0, references: 0 };
  const counts = {
    byType: new Map<string, number>(),
    byIssuer: new Map<string, number>(),
    byYear: new Map<string, number>(),
    byFormat: new Map<string, number>(),
    failuresByCause: new Map<string, number>(),
    findingsByRule: new Map<string, number>(),
  };
  const count = (by: keyof typeof counts, key: string | number | null | undefined) =>
    counts[by].set(String(key ?? ''), (counts[by].get(String(key ?? '')) ?? 0) + 1);
  return {
    add: ({ report }) => {
      sums.documents++;
      sums.pages += report.source.pages ?? 0;
      sums.figures += report.figures.length;
      sums.references += report.references.length;
      count('byType', report.header.type);
      count('byIssuer', report.header.issuer);
      count('byYear', report.header.date?.year ?? report.header.period?.to?.slice(0, 4));
      count('byFormat', report.source.format);
      for (const { rule } of report.diagnostics) count('findingsByRule', rule);
    },
    fail: ({ cause }) => {
      sums.failed++;
      count('failuresByCause', cause.en);
    },
    summary: () => ({ ...sums, ...mapValues(counts, mostFirst) }),
  };
}

const mapValues = <K extends string, A, B>(record: Record<K, A>, change: (value: A) => B): Record<K, B> =>
  Object.fromEntries(Object.entries<A>(record).map(([key, value]) => [key, change(value)])) as Record<K, B>;

/** The most frequent first, then by name, so that the same documents give the same summary. */
const mostFirst = (counts: Map<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));
