import type { Client } from 'pg';
import { tables } from '../tables.ts';
import { copyInto } from './copy.ts';
import type { Content, Portion } from './portion.ts';

/**
 * Puts a portion into the place of what was known of its files and contents. A document stands under the first of the
 * paths at which its content was found, and goes with the last of them.
 */
export async function upsert(client: Client, { files, paths, places, lines }: Portion): Promise<void> {
  const left = await leave(client, files, paths);
  await remove(client, places);
  await client.query(
    `insert into places (path, name, sha256, format) select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])
     on conflict (path) do update set name = excluded.name, sha256 = excluded.sha256, format = excluded.format`,
    [places.map(({ path }) => path), places.map(({ name }) => name), ...columnsOf(places)],
  );
  await client.query(
    `delete from documents d using ${CONTENTS} where ${SAME}
     and not exists (select from places p where p.sha256 = d.sha256 and p.format = d.format)`,
    columnsOf(left),
  );
  await rename(client, left);
  for (const name of [...tables.map((table) => table.name), 'reports'])
    await copyInto(client, name, lines.get(name)?.join('') ?? '');
  await rename(client, places);
}

/** Forgets what was found at paths, and below files; gives the contents that were there. */
async function leave(client: Client, files: string[], paths: string[]): Promise<Content[]> {
  const all = [...files, ...paths];
  await client.query('delete from failures where path = any($1)', [all]);
  await client.query(`delete from failures ${BELOW}`, [files]);
  const at = await client.query<Content>('delete from places where path = any($1) returning sha256, format', [all]);
  const below = await client.query<Content>(`delete from places ${BELOW} returning sha256, format`, [files]);
  return [...at.rows, ...below.rows];
}

/** Members of archives: by `/` and the character after it, an index finds them. */
const BELOW = `using unnest($1::text[]) as file where path > file || '/' and path < file || '0'`;

const CONTENTS = 'unnest($1::text[], $2::text[]) as c (sha256, format)';
const SAME = 'd.sha256 = c.sha256 and d.format = c.format';
const columnsOf = (contents: readonly Content[]): [string[], string[]] => [
  contents.map(({ sha256 }) => sha256),
  contents.map(({ format }) => format),
];

const remove = (client: Client, contents: readonly Content[]) =>
  client.query(`delete from documents d using ${CONTENTS} where ${SAME}`, columnsOf(contents));

/** Gives documents the first path of their content; their rows follow by the keys. */
const rename = (client: Client, contents: readonly Content[]) =>
  client.query(
    `update documents d set path = p.path
     from (select p.sha256, p.format, min(p.path) as path from places p join ${CONTENTS} using (sha256, format)
           group by p.sha256, p.format) p
     where d.sha256 = p.sha256 and d.format = p.format and d.path <> p.path`,
    columnsOf(contents),
  );
