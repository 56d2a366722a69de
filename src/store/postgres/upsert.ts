import type { Client } from 'pg';
import { tables } from '../tables.ts';
import { copyInto } from './copy.ts';

/** What goes to the database in one transaction. */
export interface Portion {
  /** Files that begin in it: what the database knows of them and their members is replaced. */
  files: string[];
  /** Of documents and failures. */
  paths: string[];
  documents: { path: string; sha256: string; format: string }[];
  /** For COPY, by table. */
  lines: Map<string, string[]>;
}

/** Puts a portion into the place of what was known of its files and of equal contents. */
export async function upsert(client: Client, { files, paths, documents, lines }: Portion): Promise<void> {
  for (const table of ['documents', 'failures']) {
    await client.query(`delete from ${table} where path = any($1)`, [[...files, ...paths]]);
    // By `/` and `0`, the next character: members of archives, found by the index.
    await client.query(
      `delete from ${table} using unnest($1::text[]) as file where path > file || '/' and path < file || '0'`,
      [files],
    );
  }
  await client.query(
    'delete from documents using unnest($1::text[], $2::text[]) as new (sha256, format) where documents.sha256 = new.sha256 and documents.format = new.format',
    [documents.map(({ sha256 }) => sha256), documents.map(({ format }) => format)],
  );
  for (const { name } of tables) await copyInto(client, name, lines.get(name)?.join('') ?? '');
}
