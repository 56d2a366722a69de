import { type ColumnType, tables } from './tables.ts';

/** Types of columns as Frictionless Table Schema calls them. */
const typeNames: Record<ColumnType, string> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
};

/** The descriptor of the tables as CSV files beside it (Data Package 1, https://specs.frictionlessdata.io). */
export const dataPackage = (): object => ({
  profile: 'tabular-data-package',
  name: 'dvcq',
  title: 'Số liệu và văn bản dẫn chiếu trong báo cáo hành chính',
  resources: tables.map(({ name, title, columns, key, links }) => ({
    profile: 'tabular-data-resource',
    name,
    path: `${name}.csv`,
    title: title.vi,
    description: title.en,
    encoding: 'utf-8',
    dialect: { delimiter: ',', doubleQuote: true, header: true, lineTerminator: '\n' },
    schema: {
      fields: columns.map((column) => ({
        name: column.name,
        type: typeNames[column.type],
        title: column.title.vi,
        description: column.title.en,
      })),
      primaryKey: [...key],
      foreignKeys: links.map(({ columns: fields, table, to }) => ({
        fields: [...fields],
        reference: { resource: table === name ? '' : table, fields: [...to] },
      })),
      missingValues: [''],
    },
  })),
});
