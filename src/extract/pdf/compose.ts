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

/** A label that OCR misread, and what it had read. */
interface Misread {
  span: Span;
  read: string;
}

/** Puts the lines one below the other and tells where everything stands. */
export function compose({ pages, paragraphs, notes }: Parts): { text: string; layout: Layout; misread: Misread[] } {
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
    misread: pages.flat().flatMap((line): Misread[] => {
      const label = line.words[0];
      return label?.misread ? [{ span: [start(line), start(line) + label.text.length], read: label.misread }] : [];
    }),
    layout: {
      pages: pageStarts.map((offset) => Math.min(offset, text.length)),
      paragraphs: paragraphs.map((lines): Span => [start(lines[0]!), end(lines.at(-1)!)]),
      furniture,
      notes: notesOf(notes, pages, start),
    },
  };
}

/**
 * Numbers may begin anew on each page, so a note's calls are those on its own page; or on the page before, where
 * that has no such note itself and lacked the room for this one.
 */
function notesOf(notes: Parts['notes'], pages: Line[][], start: (line: Line) => number): Note[] {
  const calls = new Map<string, Span[]>();
  for (const line of pages.flat())
    for (const call of line.role === 'note' ? [] : line.calls) {
      const key = `${line.page} ${call.marker}`;
      const spans = calls.get(key) ?? [];
      spans.push([start(line) + call.start, start(line) + call.end]);
      calls.set(key, spans);
    }
  const own = new Set(notes.map(({ marker, lines }) => `${lines[0]!.page} ${marker}`));
  return notes.map(({ marker, lines }) => {
    const [first, last] = [lines[0]!, lines.at(-1)!];
    const before = `${first.page - 1} ${marker}`;
    return {
      marker,
      body: [start(first) + markLength(first), start(last) + last.text.length],
      calls: calls.get(`${first.page} ${marker}`) ?? (own.has(before) ? [] : (calls.get(before) ?? [])),
    };
  });
}

/** The mark and the blanks behind it. */
function markLength({ text, words }: Line): number {
  const mark = words[0]?.text.length ?? 0;
  return mark + (/^\s*/.exec(text.slice(mark))?.[0].length ?? 0);
}
