import { createHash } from 'node:crypto';
import type { Failure, StoredDocument } from '../sink.ts';
import { failureRow, type Row, rowsOf, type TableName } from '../tables.ts';
import { copyLine } from './copy.ts';

/** What tells documents apart: their bytes, and as what these were read. */
export interface Content {
  sha256: string;
  format: string;
}

/** What goes to the database in one transaction. */
export interface Portion {
  /** Files that begin in it: what the database knows of them and their members is replaced. */
  files: string[];
  /** Of documents and failures. */
  paths: string[];
  /** Where which content was found, and as a file of what name. */
  places: (Content & { path: string; name: string })[];
  /** For COPY, by table; of each content once. */
  lines: Map<string, string[]>;
}

/** Paths, and characters of rows, that make a portion full. */
const [PATHS, CHARACTERS] = [256, 2 ** 22];

/** Gathers a portion. */
export function gather() {
  const portion: Portion = { files: [], paths: [], places: [], lines: new Map() };
  let size = 0;
  const add = (table: TableName | 'reports', rows: Row[]) => {
    const lines = portion.lines.get(table) ?? [];
    for (const row of rows) {
      const line = copyLine(row);
      lines.push(line);
      size += line.length;
    }
    portion.lines.set(table, lines);
  };
  return {
    portion,
    isFull: () => portion.paths.length >= PATHS || size > CHARACTERS,
    begin: (file: string) => void portion.files.push(keyOf(file)),
    document: ({ path, report }: StoredDocument) => {
      const { sha256, format, name } = report.source;
      const place = { path: keyOf(path), sha256, format, name: storable(name) };
      const isKnown = portion.places.some((other) => other.sha256 === sha256 && other.format === format);
      portion.paths.push(place.path);
      portion.places.push(place);
      if (isKnown) return;
      add('reports', [[place.path, JSON.stringify(report)]]);
      for (const [table, rows] of Object.entries(rowsOf({ path: place.path, report }))) add(table as TableName, rows);
    },
    failure: ({ path, cause }: Failure) => {
      portion.paths.push(keyOf(path));
      add('failures', [failureRow({ path: keyOf(path), cause })]);
    },
  };
}

/** The longest path that an index takes, in bytes, with what else is in the key. */
const LONGEST = 1024;

/** A text as PostgreSQL takes it: without NUL. */
const storable = (text: string): string => text.replaceAll('\0', '\uFFFD');

/** A path as a key; where it is too long, cut, with its digest to keep it apart. */
function keyOf(name: string): string {
  const path = storable(name);
  if (Buffer.byteLength(path) <= LONGEST) return path;
  return `${path.slice(0, LONGEST / 4)}~${createHash('sha256').update(path).digest('hex').slice(0, 12)}`;
}
