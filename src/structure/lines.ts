import type { Span } from '../source.ts';
import { FILLER } from '../text.ts';
import { type Marker, markersAt } from './markers.ts';

/** A physical line that has something to read. */
export interface Line {
  /** Span without surrounding white space. */
  start: number;
  end: number;
  /** The line's reading: as long as its span, markup signs (#, **, *) as U+FEFF. */
  reading: string;
  /** What it may begin with, see {@link markersAt}. */
  markers: Marker[];
  /** White space before it on its line. */
  indent: number;
  /** Empty lines before it; none behind a page turn, where they say nothing. */
  gap: number;
  /** Whether a page turn stands before it. */
  turned: boolean;
  /** Which of the carrier's paragraphs (Source.layout.paragraphs) it belongs to; -1 where the carrier knows none. */
  block: number;
}

/**
 * The lines of a reading that have something to read, in order.
 *
 * @param reading the reading of the whole text, with its `\n`
 * @param paragraphs the carrier's paragraphs, `null` where it knows none
 */
export function splitLines(reading: string, paragraphs: Span[] | null): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  let turned = false;
  let block = 0;
  for (let from = 0; from <= reading.length; ) {
    const newline = reading.indexOf('\n', from);
    const to = newline < 0 ? reading.length : newline;
    const raw = reading.slice(from, to);
    const trimmed = raw.trim();
    if (trimmed) {
      const indent = raw.length - raw.trimStart().length;
      const start = from + indent;
      while (paragraphs && block < paragraphs.length && (paragraphs[block]?.[1] ?? 0) <= start) block++;
      const inside = paragraphs && (paragraphs[block]?.[0] ?? Number.POSITIVE_INFINITY) <= start;
      lines.push({
        start,
        end: start + trimmed.length,
        reading: trimmed,
        markers: markersAt(trimmed),
        indent,
        gap: turned ? 0 : gap,
        turned,
        block: inside ? block : -1,
      });
      gap = 0;
      turned = false;
    } else {
      gap++;
      turned ||= raw.includes(FILLER);
    }
    from = to + 1;
  }
  return lines;
}
