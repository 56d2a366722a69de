import { compose, type NoteLines } from './compose.ts';
import { findFurniture } from './furniture.ts';
import { lineOf } from './lines.ts';
import { measure } from './measure.ts';
import { type Line, MAIN_FLOW, type PageContent, type Role, type Row, type Word } from './model.ts';
import { findNotes } from './notes.ts';
import { type Blocks, readingOrder } from './page.ts';
import { paragraphsOf } from './paragraphs.ts';
import { rowsOf } from './rows.ts';
import { findTables } from './tables.ts';

/** A document being laid out, page by page. */
interface Progress {
  furniture: Set<Row>;
  /** Font size of the running text. */
  size: number;
  blocks: Blocks;
  pages: Line[][];
  notes: NoteLines[];
}

/** Turns what the pages show into text, in reading order, with its paragraphs, notes and furniture. */
export function layOut(contents: PageContent[]): ReturnType<typeof compose> {
  const drafts = contents.map((content) => ({ content, rows: rowsOf(content.words) }));
  const furniture = findFurniture(drafts);
  const progress: Progress = {
    furniture,
    size: textSize(contents),
    blocks: { next: 1, foot: null },
    pages: [],
    notes: [],
  };
  for (const { content, rows } of drafts) addPage(progress, content, rows, contents.length);
  const { pages, notes } = progress;
  const lines = pages.flat().filter(({ role }) => role !== 'furniture' && role !== 'note');
  return compose({ pages, paragraphs: paragraphsOf(lines, measure(lines)), notes });
}

/** The size in which most letters are set. */
function textSize(contents: PageContent[]): number {
  const counts = new Map<number, number>();
  for (const { words } of contents)
    for (const { size, text } of words) {
      const rounded = Math.round(size * 2) / 2;
      counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
    }
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [14, 0])[0];
}

function addPage(progress: Progress, content: PageContent, all: Row[], count: number): void {
  const page = progress.pages.length;
  const put = (rows: Row[], role: Role) => rows.map((row) => lineOf(row, { role, page, block: MAIN_FLOW }));
  const furniture = all.filter((row) => progress.furniture.has(row));
  const { rows, tables } = withoutTables(
    all.filter((row) => !progress.furniture.has(row)),
    content,
  );
  const { notes, from } = findNotes(rows, content, progress.size);
  const firstBlock = progress.blocks.next;
  const body = readingOrder({ page, last: page === count - 1, rows: rows.slice(0, from), tables }, progress.blocks);
  const top = (row: Row) => row.y < content.height / 2;
  const rest = body.filter((line) => line.role === 'column' && line.block < firstBlock);
  for (const line of rest) insertBehind(progress.pages, line, (other) => other.block === line.block);
  const lines = [...put(furniture.filter(top), 'furniture'), ...body.filter((line) => !rest.includes(line))];
  progress.pages.push(lines);
  for (const { marker, rows: own } of notes) addNote(progress, lines, marker, put(own, 'note'));
  lines.push(
    ...put(
      furniture.filter((row) => !top(row)),
      'furniture',
    ),
    ...put(rowsOf(content.turned), 'furniture'),
  );
}

/** The foot reads column by column also where a page turn cuts it: its lines go behind those of the page before. */
function insertBehind(pages: Line[][], line: Line, belongs: (other: Line) => boolean): void {
  const page = pages.findLast((lines) => lines.some(belongs));
  page?.splice(page.findLastIndex(belongs) + 1, 0, line);
}

/** The rest of a note that began on the page before goes right behind its beginning: a note has one span. */
function addNote({ notes, pages }: Progress, lines: Line[], marker: string | null, own: Line[]): void {
  if (marker !== null) {
    notes.push({ marker, lines: own });
    lines.push(...own);
    return;
  }
  const open = notes.at(-1);
  const before = open?.lines.at(-1);
  const page = before && pages[before.page];
  if (!open || !page) {
    lines.push(...own.map((line): Line => ({ ...line, role: 'body' })));
    return;
  }
  page.splice(page.indexOf(before) + 1, 0, ...own);
  open.lines.push(...own);
}

function withoutTables(rows: Row[], { rules }: PageContent) {
  const words = rows.flatMap((row): Word[] => row.words);
  const tables = findTables(rules, words);
  if (tables.length === 0) return { rows, tables };
  return { rows: rowsOf(words.filter((word) => !tables.some((table) => table.words.has(word)))), tables };
}
