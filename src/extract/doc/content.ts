import { isBlank, write, writeCall } from '../office/draft.ts';
import type { Flow } from '../office/flow.ts';
import type { Marks } from '../office/marks.ts';
import { isLegacy, type RunFormat } from '../office/run.ts';
import type { Paragraph } from '../office/story.ts';
import { symbol } from '../office/symbols.ts';
import type { WordFile } from './document.ts';
import { FIELD, type Fields } from './fields.ts';
import type { NoteCall, Range } from './insets.ts';
import { formatOf, type Run, runAt } from './runs.ts';
import type { ResolvedRun, Style } from './styles.ts';

/** What the reading of all parts of a file shares. */
export interface Reader {
  file: WordFile;
  runs: Run[];
  fields: Fields;
  /** Notes and text boxes by the position where they hang; taken out when they are read. */
  noteCalls: Map<number, NoteCall>;
  boxes: Map<number, Range>;
  marks: Marks;
  notes: Map<string, Paragraph[]>;
  /** See {@link startNumbering}. */
  label(list: string, level: number): string | null;
  /** What was met on the way that the reader of the report must be told of. */
  met: Set<string>;
  pictures: boolean;
  /** Reads a range of the text into paragraphs. */
  read(reader: Reader, range: Range): Paragraph[];
}

/** Characters that are signs of Word's (MS-DOC 2.4.1), but for the tab. */
const SIGN = /[\0-\x08\x0B-\x1F]/g;
const PICTURE = '\x01';
const NOTE = '\x02';
const DRAWING = '\x08';

/** What signs show that are text. The optional hyphen is what LibreOffice makes of a letter of old fonts. */
const SHOWN: Record<string, string> = { '\x0B': '\n', '\x0C': '\n', '\x0E': '\n', '\x1E': '-', '\x1F': '\u00AD' };

/** Reads the content of a paragraph, without its mark. */
export function readContent(reader: Reader, flow: Flow, { start, end }: Range, style: Style): void {
  const { runs, file } = reader;
  for (let n = runAt(runs, start); n < runs.length && runs[n]!.start < end; n++) {
    const run = runs[n]!;
    const range = { start: Math.max(start, run.start), end: Math.min(end, run.end) };
    if (range.start < range.end) readRun(reader, flow, range, formatOf(run, style, file.styles));
  }
}

function readRun(reader: Reader, flow: Flow, { start, end }: Range, format: ResolvedRun): void {
  const { file, met } = reader;
  if (format.inserted || format.deleted) met.add('w:ins');
  const shown = { font: file.fonts[format.font] ?? '', raised: format.raised, capitals: format.capitals };
  const text = file.text.slice(start, end);
  if (format.symbol) readSymbol(reader, flow, format, shown);
  else readCharacters(reader, flow, text, start, format, shown);
}

function readCharacters(
  reader: Reader,
  flow: Flow,
  text: string,
  start: number,
  format: ResolvedRun,
  shown: RunFormat,
): void {
  let at = 0;
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    readText(reader, flow, text.slice(at, index), start + at, format, shown);
    readSign(reader, flow, sign, start + index, format, shown);
    at = index + 1;
  }
  readText(reader, flow, text.slice(at), start + at, format, shown);
}

/** Whether text of that formatting is left out here. */
function isLeftOut({ fields }: Reader, format: ResolvedRun): boolean {
  return fields.hidden() || format.hidden || format.deleted;
}

function readText(
  reader: Reader,
  flow: Flow,
  text: string,
  position: number,
  format: ResolvedRun,
  shown: RunFormat,
): void {
  if (!text) return;
  if (reader.fields.hidden()) reader.fields.code(text);
  else if (isLeftOut(reader, format)) {
    if (!format.deleted && /\S/.test(text)) reader.met.add('hidden');
  } else if (reader.noteCalls.get(position)?.counted === false) callNote(reader, flow, position, text.trim());
  else {
    if (isLegacy(text, shown.font)) reader.met.add('legacy');
    write(flow.draft, text, shown);
  }
}

function readSign(
  reader: Reader,
  flow: Flow,
  sign: string,
  position: number,
  format: ResolvedRun,
  shown: RunFormat,
): void {
  if (sign === FIELD.begin || sign === FIELD.separator || sign === FIELD.end) reader.fields.sign(sign, position);
  else if (isLeftOut(reader, format)) return;
  else if (sign === NOTE) callNote(reader, flow, position, null);
  else if (sign === DRAWING) readDrawing(reader, flow, position);
  else if (sign === PICTURE) reader.pictures = true;
  else if (SHOWN[sign]) write(flow.draft, SHOWN[sign], shown);
}

/** A sign of a symbol font, inserted by its number. */
function readSymbol({ file, ...reader }: Reader, flow: Flow, format: ResolvedRun, shown: RunFormat): void {
  const { font, code } = format.symbol!;
  if (reader.fields.hidden() || format.hidden || format.deleted) return;
  write(flow.draft, symbol(code, file.fonts[font] ?? '') ?? '', shown);
}

/** @param typed the mark, if it was made by hand */
function callNote(reader: Reader, flow: Flow, position: number, typed: string | null): void {
  const call = reader.noteCalls.get(position);
  if (!call) return;
  reader.noteCalls.delete(position);
  const key = reader.marks.call(call.kind, typed);
  writeCall(flow.draft, key);
  reader.notes.set(key, reader.read(reader, call));
}

/** The paragraphs of a text box; the last mark of its text is no paragraph. */
export function readBox(reader: Reader, range: Range): Paragraph[] {
  const paragraphs = reader.read(reader, range);
  while (paragraphs.length && isBlank(paragraphs.at(-1)!.pieces)) paragraphs.pop();
  return paragraphs;
}

function readDrawing(reader: Reader, flow: Flow, position: number): void {
  reader.pictures = true;
  const box = reader.boxes.get(position);
  if (!box) return;
  reader.boxes.delete(position);
  flow.boxes.push(...readBox(reader, box));
}
