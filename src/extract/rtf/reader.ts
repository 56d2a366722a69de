import { write } from '../office/draft.ts';
import { type Flow, startFlow } from '../office/flow.ts';
import { type MarkScheme, type Marks, startMarks } from '../office/marks.ts';
import { isLegacy, PLAIN } from '../office/run.ts';
import type { NoteKind, Paragraph } from '../office/story.ts';
import { bulletSign } from '../office/symbols.ts';
import { charactersOf, type RtfFont } from './fonts.ts';
import type { State } from './state.ts';
import type { Cursor } from './tokens.ts';

/** A group whose text is no part of the line it stands in. */
export interface Inset {
  flow: Flow;
  kind: 'footnote' | 'endnote' | 'box';
  /** How many groups are open inside of which it ends. */
  depth: number;
  /** Mark of a note that was typed by hand, `null` where it is counted. */
  typed: string | null;
}

/** Everything that reading a file changes. */
export interface Reader {
  file: Buffer;
  cursor: Cursor;
  state: State;
  stack: State[];
  /** Where text goes now. */
  flow: Flow;
  insets: Inset[];
  notes: Map<string, Paragraph[]>;
  marks: Marks;
  schemes: Record<NoteKind, MarkScheme>;
  fonts: Map<number, RtfFont>;
  /** The font that the font table is telling of. */
  fontName: string;
  codePage: number;
  /** A `\*` stands before the next word. */
  starred: boolean;
  /** So many characters are to be passed over: they stand in for a `\u`. */
  standIns: number;
  /** A counted mark stands before the next note. */
  counted: boolean;
  /** The row being defined draws lines; the side of a cell or row whose line is told next. */
  lines: boolean;
  side: boolean;
  /** What was met on the way that the reader must be told of. */
  met: Set<string>;
}

/** Starts at the beginning of a file. */
export function startReader(file: Buffer): Reader {
  const schemes = { footnote: { format: 'decimal', start: 1 }, endnote: { format: 'lowerRoman', start: 1 } };
  return {
    file,
    cursor: { at: 0 },
    state: {
      destination: 'text',
      font: 0,
      format: PLAIN,
      hidden: false,
      deleted: false,
      stand: 1,
      depth: 0,
      dropCap: false,
      field: null,
      contents: false,
      outside: null,
    },
    stack: [],
    flow: startFlow(),
    insets: [],
    notes: new Map(),
    marks: startMarks(schemes),
    schemes,
    fonts: new Map(),
    fontName: '',
    codePage: 1252,
    starred: false,
    standIns: 0,
    counted: false,
    lines: false,
    side: false,
    met: new Set(),
  };
}

/** Changes what the group and those in it inherit. */
export function set(reader: Reader, change: Partial<State>): void {
  reader.state = { ...reader.state, ...change };
}

/** Takes text, as characters. */
export function characters(reader: Reader, text: string): void {
  const { state, flow } = reader;
  if (state.destination === 'fonts') fontName(reader, text);
  else if (state.destination === 'code' && state.field) state.field.code += text;
  else if (state.destination === 'label') flow.label += bulletSign(text, state.format.font);
  else if (state.destination === 'text') shown(reader, text);
}

/** Takes a piece of a font's name; a semicolon ends it. */
function fontName(reader: Reader, text: string): void {
  reader.fontName += text;
  const end = reader.fontName.indexOf(';');
  if (end < 0) return;
  const font = reader.fonts.get(reader.state.font);
  if (font) font.name = reader.fontName.slice(0, end).trim();
  reader.fontName = '';
}

function shown(reader: Reader, text: string): void {
  const { state, flow } = reader;
  if (state.deleted) reader.met.add('w:del');
  else if (!state.hidden) {
    if (isLegacy(text, state.format.font)) reader.met.add('legacy');
    write(flow.draft, text, state.format);
  } else if (/\S/.test(text)) reader.met.add('hidden');
}

/** Takes bytes of text; their font says which characters they are. */
export function bytes(reader: Reader, start: number, end: number): void {
  const from = Math.min(end, start + reader.standIns);
  reader.standIns -= from - start;
  if (from === end || reader.state.destination === 'skip') return;
  const { file } = reader;
  const table = tableOf(reader);
  // All encodings but those of symbol fonts agree with ASCII.
  const first = table[0x41] === 'A' ? 0x80 : 0;
  let text = '';
  let plain = from;
  for (let at = from; at < end; at++) {
    if (file[at]! < first) continue;
    text += file.toString('latin1', plain, at) + table[file[at]!];
    plain = at + 1;
  }
  characters(reader, text + file.toString('latin1', plain, end));
}

/** Takes a byte written in hexadecimal. */
export function byte(reader: Reader, value: number): void {
  if (reader.standIns > 0) reader.standIns--;
  else characters(reader, tableOf(reader)[value]!);
}

const tableOf = ({ state, fonts, codePage }: Reader): string =>
  state.destination === 'fonts' ? charactersOf(undefined, codePage) : charactersOf(fonts.get(state.font), codePage);
