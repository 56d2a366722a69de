import { closeSync, createReadStream, openSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate';
import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { columnName, DATE_STYLE, escapeXml } from './excel-cells.ts';
import type { Table } from './tables.ts';

/** The rows of a sheet, in a file. */
export interface SheetRows {
  table: Table;
  /** Which sheet of the table, from 1. */
  part: number;
  file: string;
  rows: number;
  /** Where the first cells of the rows lead. */
  links: string[];
}

/**
 * Puts a workbook together. hucre makes all of it but the rows, of which it would hold all in memory: a workbook with
 * heads and one row in each sheet, in whose place ours are put.
 *
 * @param mostBytes the largest part, and the largest file
 * @throws Error that the command has words for, where one is larger
 */
export async function writeWorkbook(path: string, sheets: readonly SheetRows[], mostBytes: number): Promise<void> {
  const parts = unzipSync(await writeXlsx({ sheets: sheets.map(outlineOf) }));
  const output = openSync(path, 'w');
  try {
    const zip = zipTo(output, mostBytes);
    for (const [name, bytes] of Object.entries(parts)) {
      const sheet = sheets[Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1]) - 1];
      if (!sheet) await zip.add(name, [bytes]);
      else {
        await zip.add(name, sheetParts(sheet, strFromU8(bytes)));
        if (sheet.links.length) await zip.add(name.replace(/sheet\d+\.xml$/, '_rels/$&.rels'), [linkTargets(sheet)]);
      }
    }
    await zip.end();
  } finally {
    closeSync(output);
  }
}

/** A sheet with its head and a row of dates, from which their style is read. */
function outlineOf({ table: { title, columns }, part, rows }: SheetRows): WriteSheet {
  const sample: CellValue[] = columns.map(({ type }) => (type === 'date' ? new Date(0) : ''));
  return {
    name: part > 1 ? `${title.vi} (${part})` : title.vi,
    columns: columns.map((column) => ({
      width: column.type === 'text' ? 24 : 12,
      ...(column.type === 'date' && { numFmt: 'dd/mm/yyyy' }),
    })),
    rows: [columns.map((column) => column.title.vi), sample],
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${columnName(columns.length)}${rows + 1}` },
  };
}

async function* sheetParts({ table, file, rows, links }: SheetRows, outline: string): AsyncGenerator<Uint8Array> {
  const [, head = '', sample = '', tail = ''] = /^(.*<\/row>)(<row r="2".*?)(<\/sheetData>.*)$/s.exec(outline) ?? [];
  if (!tail) throw new Error('hucre writes sheets otherwise than it did');
  const style = `"${/ s="(\d+)"/.exec(sample)?.[1] ?? 0}"`;
  const size = `<dimension ref="A1:${columnName(table.columns.length)}${rows + 1}"/>`;
  yield strToU8(head.replace(/<dimension [^>]*>/, size));
  for await (const chunk of lines(file)) yield strToU8(chunk.replaceAll(`s=${DATE_STYLE}`, `s=${style}`));
  yield strToU8(links.length ? tail.replace('<pageMargins', `${linkPlaces(links.length)}$&`) : tail);
}

const ROW_END = '</row>';

/** The file in pieces that end with a row. */
async function* lines(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const part of createReadStream(file, { encoding: 'utf8', highWaterMark: 2 ** 18 })) {
    const all = rest + part;
    const end = all.lastIndexOf(ROW_END);
    rest = end < 0 ? all : all.slice(end + ROW_END.length);
    if (end >= 0) yield all.slice(0, end + ROW_END.length);
  }
}

const linkPlaces = (count: number): string =>
  `<hyperlinks>${Array.from({ length: count }, (_, n) => `<hyperlink ref="A${n + 2}" r:id="rId${n + 1}"/>`).join('')}</hyperlinks>`;

function linkTargets({ links }: SheetRows): Uint8Array {
  const office = 'http://schemas.openxmlformats.org';
  const link = (target: string, n: number) =>
    `<Relationship Id="rId${n + 1}" Type="${office}/officeDocument/2006/relationships/hyperlink" Target="${escapeXml(target)}" TargetMode="External"/>`;
  return strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${office}/package/2006/relationships">${links.map(link).join('')}</Relationships>`,
  );
}

/** What the command has words for. */
const TOO_LARGE = Object.assign(new Error('too large'), { code: 'DVCQ_TOO_LARGE' });

/** A zip archive that is written as it comes; fflate would write one that is too large, and wrong, without a word. */
function zipTo(file: number, most: number) {
  let failed: Error | null = null;
  let written = 0;
  let finish = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const zip = new Zip((error, bytes, final) => {
    written += bytes?.length ?? 0;
    failed ??= error ?? (written > most ? TOO_LARGE : null);
    if (!failed) writeFileSync(file, bytes);
    if (final || error) finish();
  });
  const add = async (name: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) => {
    const entry = new ZipDeflate(name, { level: 3 });
    // The same tables give the same bytes.
    entry.mtime = new Date(1980, 0, 1);
    zip.add(entry);
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > most) throw TOO_LARGE;
      entry.push(chunk);
    }
    entry.push(new Uint8Array(), true);
    if (failed) throw failed;
  };
  const end = async () => {
    zip.end();
    await done;
    if (failed) throw failed;
  };
  return { add, end };
}
