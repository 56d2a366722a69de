import type { Layout, Note, Span } from '../../source.ts';
import type { Line } from './model.ts';

/** A footnote and the lines it prints on. */
export interface NoteLines {
  marker: string;
  lines: Line[];
}

/** The lines of a document in their final order, and what was found out about them. */
export interface Parts {
  /** By page, in order. */
  pages: Line[][];
  paragraphs: Line[][];
  notes: NoteLines[];
}

/** Puts the lines one below the other and tells where everything stands. */
export function compose({ pages, paragraphs, notes }: Parts): { text: string; layout: Layout } {
  const starts = new Map<Line, number>();
  const pageStarts: number[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const lines of pages) {
    pageStarts.push(at);
    for (const line of lines) {
      starts.set(line, at);
      parts.push(line.text, '\n');
      at += line.text.length + 1;
    }
  }
  const text = parts.join('');
  const start = (line: Line) => starts.get(line)!;
  const end = (line: Line) => start(line) + line.text.length;
  const furniture = pages
    .flat()
    .filter((line) => line.role === 'furniture')
    .map((line): Span => [start(line), end(line)]);
  return {
    text,
    layout: {
      pages: pageStarts.map((offset) => Math.min(offset, text.length)),
      paragraphs: paragraphs.map((lines): Span => [start(lines[0]!), end(lines.at(-1)!)]),
      furniture,
      notes: notesOf(notes, pages, start),
    },
  };
}

function notesOf(notes: Parts['notes'], pages: Line[][], start: (line: Line) => number): Note[] {
  const callers = new Map<string, Line[]>();
  for (const line of pages.flat())
    if (line.role !== 'note')
      for (const { marker } of line.calls) callers.set(marker, [...(callers.get(marker) ?? []), line]);
  return notes.map(({ marker, lines }) => {
    const [first, last] = [lines[0]!, lines.at(-1)!];
    const all = callers.get(marker) ?? [];
    // Numbers may begin anew on each page: the calls of the note's own page are its calls.
    const own = all.filter(({ page }) => page === first.page);
    const calls = (own.length ? own : all).flatMap((line) => callsOf(line, marker, start(line)));
    return { marker, body: [start(first) + markLength(first), start(last) + last.text.length], calls };
  });
}

const callsOf = (line: Line, marker: string, at: number): Span[] =>
  line.calls.filter((call) => call.marker === marker).map((call): Span => [at + call.start, at + call.end]);

/** The mark and the blanks behind it. */
function markLength({ text, words }: Line): number {
  const mark = words[0]?.text.length ?? 0;
  return mark + (/^\s*/.exec(text.slice(mark))?.[0].length ?? 0);
}
