/** Rows as the lines of a table. */
export function tableOf(title: string, rows: Record<string, string | number>[]): string;
