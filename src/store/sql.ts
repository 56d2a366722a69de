/** A name as SQL writes it. */
export const name = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;
/** A text as SQL writes it. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
