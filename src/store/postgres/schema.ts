import type { Message } from '../../source.ts';
import { literal, name } from '../sql.ts';
import { type Column, type ColumnType, type Table, tables } from '../tables.ts';
import { views } from '../views.ts';

/** Types of columns as PostgreSQL calls them. */
const typeNames: Record<ColumnType, string> = {
  text: 'text',
  integer: 'bigint',
  number: 'double precision',
  boolean: 'boolean',
  date: 'date',
};

/** What makes the tables, their keys and comments, and the views, in the schema of the search path. */
export const creation = (): string[] => [...tables.map(create), ...places, ...reports, ...decoration()];

/** Paths with the contents found there. The link is looked at when a portion is complete. */
const places = [
  `create table places (
  path text collate "C" primary key,
  sha256 text not null,
  format text not null,
  name text,
  foreign key (sha256, format) references documents (sha256, format) deferrable initially deferred
)`,
  'create index places_of_content on places (sha256, format, path)',
  `comment on table places is ${literal('Mọi nơi có văn bản (every path at which a document was found)')}`,
];

/** Each report whole, as `dvcq parse` gives it; from them a database can be turned into any other output. */
const reports = [
  `create table reports (
  document text collate "C" primary key references documents (path) on delete cascade on update cascade,
  report json not null
)`,
  `comment on table reports is ${literal('Toàn bộ kết quả của từng văn bản (each report whole)')}`,
];

/** What may be made anew at any time: comments and views. */
export const decoration = (): string[] => [...tables.flatMap(comments), ...views.flatMap(viewOf)];

/**
 * Of the links only those to documents are kept by the server: with them a document goes with all its rows, and the
 * others would need an index each to be looked after.
 */
function create({ name: table, columns, key, links }: Table): string {
  // Ids and paths are sorted by code, as everywhere in dvcq, whatever the language of the database.
  const ids = new Set([...key, ...links.flatMap((link) => link.columns)]);
  const typeOf = ({ name, type }: Column) =>
    `${typeNames[type]}${type === 'text' && ids.has(name) ? ' collate "C"' : ''}`;
  const toDocument = links.find((link) => link.table === 'documents');
  const lines = [
    ...columns.map((column) => `${name(column.name)} ${typeOf(column)}`),
    `primary key (${names(key)})`,
    ...(table === 'documents' ? ['unique (sha256, format)'] : []),
    ...(toDocument
      ? [
          `foreign key (${names(toDocument.columns)}) references documents (${names(toDocument.to)}) on delete cascade on update cascade`,
        ]
      : []),
  ];
  return `create table ${name(table)} (\n  ${lines.join(',\n  ')}\n)`;
}

const names = (columns: readonly string[]): string => columns.map(name).join(', ');

function comments(table: Table): string[] {
  const of = (column: Column) => {
    const link = table.links.find(({ columns }) => columns.at(-1) === column.name && columns.length > 1);
    const target = link ? ` → ${link.table} (${link.to.join(', ')})` : '';
    return `comment on column ${name(table.name)}.${name(column.name)} is ${literal(both(column.title) + target)}`;
  };
  return [`comment on table ${name(table.name)} is ${literal(both(table.title))}`, ...table.columns.map(of)];
}

const both = ({ vi, en }: Message): string => `${vi} (${en})`;

const viewOf = (view: { name: string; title: Message; sql: string }): string[] => [
  `drop view if exists ${name(view.name)}`,
  `create view ${name(view.name)} as ${view.sql}`,
  `comment on view ${name(view.name)} is ${literal(`${view.title.vi} (${view.title.en})`)}`,
];
