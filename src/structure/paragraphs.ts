import type { Paragraph } from '../ast.ts';
import { FILLER, type Locator } from '../text.ts';
import type { Line } from './lines.ts';
import { type Setting, unwrapped } from './setting.ts';
import { beginsItem, brokenHeading, continues } from './wrapping.ts';

/** The lines of one paragraph. */
export type Group = Line[];

/**
 * Joins lines to paragraphs: by the carrier's own paragraphs where it knows them, else by what the text shows.
 */
export function joinLines(lines: Line[], setting: Setting): Group[] {
  const groups: Group[] = [];
  let group: Group = [];
  for (const line of lines) {
    const previous = group.at(-1);
    const first = group[0];
    if (previous && first && goesOn(first, previous, line, setting)) group.push(line);
    else {
      group = [line];
      groups.push(group);
    }
  }
  return groups;
}

function goesOn(first: Line, previous: Line, line: Line, setting: Setting): boolean {
  if (line.block < 0 && previous.block < 0) return continues(first, previous, line, setting);
  // Items typed into one paragraph with manual line breaks are paragraphs of their own.
  if (line.block === previous.block) return !beginsItem(previous, line);
  if (brokenHeading(first, previous, line)) return true;
  return previous.end - first.start >= shortestProse && continues(first, previous, line, unwrapped);
}

/**
 * A file that was made from a scan or a PDF has a paragraph of its own for each piece between two page turns. Less
 * than a line of text is no such piece: it is a heading or the cell of a table.
 */
const shortestProse = 60;

const endsInSign = /[-/][ \uFEFF]*\n/;
/** A line break inside a document's symbol (`436/QĐ-` / `UBND`) parts nothing. */
const brokenCode = /(?<=[\p{Lu}\d][-/])[ \uFEFF]*\n[ \uFEFF]*(?=\p{Lu})/gu;

/** Makes the node of a paragraph that runs over a group's lines, from `from` on. */
export function paragraphOf(reading: string, locator: Locator, group: Group, from = group[0]?.start ?? 0): Paragraph {
  const end = group.at(-1)?.end ?? from;
  const own = reading.slice(from, end);
  return {
    type: 'paragraph',
    position: locator.position(from, end),
    reading: group.length > 1 ? inOneLine(own) : own,
    children: [],
  };
}

function inOneLine(lines: string): string {
  const whole = endsInSign.test(lines) ? lines.replace(brokenCode, (pause) => FILLER.repeat(pause.length)) : lines;
  return whole.replaceAll('\n', ' ');
}
