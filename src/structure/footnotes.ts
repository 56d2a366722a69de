import type { Note, Span } from '../source.ts';
import type { Line } from './lines.ts';
import { markersAt } from './markers.ts';

/** Footnotes of a text, and the lines that are left without them. */
export interface NoteSplit {
  notes: Note[];
  /** The lines of the notes, by note. */
  noteLines: Line[][];
  body: Line[];
}

const superscript = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raised = new RegExp(`[${superscript}]`);
/** A mark as printed in plain text: `¹`, `⁽¹⁾`, `[^1]`. */
const mark = new RegExp(String.raw`⁽?([${superscript}]{1,3})⁾?|\[\^(\d{1,3})\]`, 'gu');
const markAtStart = new RegExp(String.raw`^(?:${mark.source}):?[\s\uFEFF]*`, 'u');

const digitsOf = (printed: string): string =>
  printed.replace(new RegExp(`[${superscript}]`, 'g'), (digit) => String(superscript.indexOf(digit)));

/** Puts the carrier's own footnotes aside; where it knows none, those that a plain text shows. */
export function splitNotes(lines: Line[], reading: string, known: Note[]): NoteSplit {
  const notes = known.length ? known : findNotes(lines, reading);
  const noteLines = notes.map(({ body: [start, end] }) => lines.filter((line) => line.end > start && line.start < end));
  const taken = new Set(noteLines.flat());
  return { notes, noteLines, body: taken.size ? lines.filter((line) => !taken.has(line)) : lines };
}

/**
 * Footnotes of a plain text: a line that begins with a mark which an earlier line calls. A superscript that is
 * called by nobody, or stands behind a unit (km²), is none.
 */
function findNotes(lines: Line[], reading: string): Note[] {
  if (!raised.test(reading) && !reading.includes('[^')) return [];
  const calls = new Map<string, Span[]>();
  const notes: Note[] = [];
  for (const [n, line] of lines.entries()) {
    const found = markAtStart.exec(line.reading);
    const marker = found && digitsOf(found[1] ?? found[2] ?? '');
    if (found && marker && calls.has(marker)) {
      const body: Span = [line.start + found[0].length, lastLine(lines, n).end];
      notes.push({ marker, body, calls: calls.get(marker) ?? [] });
      calls.delete(marker);
    } else collectCalls(line, calls);
  }
  return notes;
}

function collectCalls(line: Line, calls: Map<string, Span[]>): void {
  for (const match of line.reading.matchAll(mark)) {
    const at = line.start + match.index;
    // Three characters decide whether a unit of measurement stands before; a whole line each time is quadratic.
    const before = line.reading.slice(Math.max(0, match.index - 3), match.index);
    if (/(?:^|[^\p{L}])[kcdm]?m$/u.test(before)) continue;
    const marker = digitsOf(match[1] ?? match[2] ?? '');
    const known = calls.get(marker) ?? [];
    known.push([at, at + match[0].length]);
    calls.set(marker, known);
  }
}

/** A note goes on over the lines that have no stop before them and begin in lower case. */
function lastLine(lines: Line[], first: number): Line {
  let n = first;
  while (
    n + 1 < lines.length &&
    lines[n + 1]?.gap === 0 &&
    !/[.;:]\s*$/.test(lines[n]?.reading ?? '') &&
    /^\p{Ll}/u.test(lines[n + 1]?.reading ?? '') &&
    markersAt(lines[n + 1]?.reading ?? '').length === 0
  )
    n++;
  return lines[n] as Line;
}
