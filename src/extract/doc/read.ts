import type { Notice } from '../../source.ts';
import { type Ending, endCell, endParagraph, endRow, type Flow, finishFlow, startFlow } from '../office/flow.ts';
import { startMarks } from '../office/marks.ts';
import { noticesOf } from '../office/notices.ts';
import { startNumbering } from '../office/numbering.ts';
import type { Call, Paragraph, Story } from '../office/story.ts';
import { type Reader, readBox, readContent } from './content.ts';
import { openWordFile } from './document.ts';
import { startFields } from './fields.ts';
import { type Range, readBoxes, readNoteCalls } from './insets.ts';
import { depthOf, listOf, type Mark, readMark } from './mark.ts';
import { formatOf, readRuns, runAt } from './runs.ts';
import type { ResolvedRun } from './styles.ts';

/** What is read of a file, and whether it has pictures. */
export interface Reading {
  story: Story;
  calls: Map<string, Call>;
  notices: Notice[];
  pictures: boolean;
}

/** Reads a file into paragraphs. */
export function readDoc(bytes: Buffer): Reading {
  const file = openWordFile(bytes);
  const boxes = readBoxes(file.fib, file.tables);
  const reader: Reader = {
    file,
    runs: readRuns(file),
    fields: startFields(file.text),
    noteCalls: readNoteCalls(file.fib, file.tables),
    boxes: boxes.anchored,
    marks: startMarks(file.schemes),
    notes: new Map(),
    label: startNumbering(file.lists),
    met: new Set(),
    pictures: false,
    read: readRange,
  };
  const body = readRange(reader, { start: 0, end: file.fib.lengths.text });
  for (const box of boxes.loose) body.push(...readBox(reader, box));
  const { notes, marks, met, pictures } = reader;
  return { story: { body, notes }, calls: marks.calls, notices: noticesOf(met), pictures };
}

/** Signs that end a paragraph: its mark, the end of a cell or row, the end of a section. */
const PARAGRAPH_END = /[\r\x07\x0C]/g;
const CELL = '\x07';
const SECTION = '\x0C';

function readRange(reader: Reader, { start, end }: Range): Paragraph[] {
  const flow = startFlow();
  const text = reader.file.text.slice(start, end);
  let at = start;
  for (const { 0: sign, index } of text.matchAll(PARAGRAPH_END)) {
    const position = start + index;
    // Elsewhere it is a page break.
    if (sign === SECTION && !reader.file.sections.has(position + 1)) continue;
    readParagraph(reader, flow, { start: at, end: position }, sign);
    at = position + 1;
  }
  if (at < end) readParagraph(reader, flow, { start: at, end }, '');
  return finishFlow(flow);
}

function readParagraph(reader: Reader, flow: Flow, range: Range, sign: string): void {
  const { file, fields } = reader;
  const mark = readMark(file, range.end);
  const run = formatOf(file.runs.length ? reader.runs[runAt(reader.runs, range.end)]! : noRun, mark.style, file.styles);
  // A paragraph that is going to vanish counts for no list; one that is only empty or hidden does.
  flow.label = run.deleted || mark.own.endsRow || mark.own.endsInnerRow ? '' : labelOf(reader, mark);
  const before = fields.contents();
  readContent(reader, flow, range, mark.style);
  const contents = before || fields.contents();
  endAs(flow, sign, mark, endingOf(run, mark), contents, linesOf(reader, mark));
}

const noRun = { start: 0, end: 0, changes: [] };

/** The label Word shows before a paragraph, with the space behind it. */
function labelOf(reader: Reader, mark: Mark): string {
  const found = listOf(mark);
  const label = found ? (reader.label(found.list, found.level) ?? '') : '';
  return mark.style.run.capitals ? label.toUpperCase() : label;
}

/** The next paragraph goes on in the same line if the mark is hidden, or if this is the big first letter of it. */
const endingOf = (run: ResolvedRun, { own }: Mark): Ending =>
  run.deleted ? 'deleted' : run.hidden || own.dropCap ? 'hidden' : 'shown';

const linesOf = ({ file }: Reader, { own }: Mark): boolean =>
  own.lines ?? (own.tableStyle === undefined ? false : (file.styles(own.tableStyle).paragraph.lines ?? false));

function endAs(flow: Flow, sign: string, mark: Mark, ending: Ending, contents: boolean, lines: boolean): void {
  const { own } = mark;
  const depth = depthOf(mark);
  if (sign === CELL && own.endsRow) endRow(flow, 1, lines);
  else if (sign === CELL) endCell(flow, 1, ending);
  else if (own.endsInnerRow) endRow(flow, Math.max(1, depth), lines);
  else if (own.endsInnerCell) endCell(flow, Math.max(1, depth), ending);
  else endParagraph(flow, depth, ending, contents);
}
