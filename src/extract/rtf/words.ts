import { type Ending, endCell, endParagraph, endRow } from '../office/flow.ts';
import { PLAIN, type RunFormat } from '../office/run.ts';
import { countMark, startInset } from './insets.ts';
import { characters, type Reader, set } from './reader.ts';
import { CHARACTERS } from './state.ts';

/** What a control word does; `value` is its number, `null` without one. */
type Action = (reader: Reader, value: number | null) => void;

const format = (reader: Reader, change: Partial<RunFormat>): void =>
  set(reader, { format: { ...reader.state.format, ...change } });

/** A word that is on unless it has the number 0. */
const isOn = (value: number | null): boolean => value !== 0;

const endingOf = ({ state }: Reader): Ending =>
  state.deleted ? 'deleted' : state.hidden || state.dropCap ? 'hidden' : 'shown';

function paragraph(reader: Reader): void {
  if (reader.state.destination !== 'text') return;
  const { state, flow } = reader;
  tidyLabel(reader);
  endParagraph(flow, state.depth, endingOf(reader), state.contents);
}

/** A label is followed by a tab, or by what looks well in Word; a space does. */
export function tidyLabel({ flow }: Reader): void {
  flow.label = flow.label.trim() && `${flow.label.trim()} `;
}

function cell(reader: Reader, depth: number): void {
  if (reader.state.destination !== 'text') return;
  tidyLabel(reader);
  endCell(reader.flow, depth);
}

const nested = ({ state }: Reader): number => Math.max(2, state.depth);

function unicode(reader: Reader, value: number): void {
  characters(reader, String.fromCharCode(value & 0xffff));
  reader.standIns = reader.state.stand;
}

function font(reader: Reader, value: number): void {
  set(reader, { font: value });
  if (reader.state.destination === 'fonts') reader.fonts.set(value, { name: '', charset: null });
  else format(reader, { font: reader.fonts.get(value)?.name ?? '' });
}

/** A line around a cell counts, but for the one below: the rule under the issuer's name may be drawn so. */
const side: Action = (reader) => {
  reader.side = true;
};
const noSide: Action = (reader) => {
  reader.side = false;
};
const line: Action = (reader) => {
  reader.lines ||= reader.side;
  reader.side = false;
};

const scheme =
  (kind: 'footnote' | 'endnote', name: string): Action =>
  ({ schemes }) => {
    schemes[kind].format = name;
  };

/** Formats of note marks by the ending of `\ftnn…` and `\aftnn…`. */
const MARK_FORMATS = {
  ar: 'decimal',
  alc: 'lowerLetter',
  auc: 'upperLetter',
  rlc: 'lowerRoman',
  ruc: 'upperRoman',
  chi: 'chicago',
};

const actions: Record<string, Action> = {
  // document
  ansicpg: (reader, value) => {
    reader.codePage = value ?? reader.codePage;
  },
  deff: (reader, value) => set(reader, { font: value ?? 0 }),
  fonttbl: (reader) => set(reader, { destination: 'fonts' }),
  fcharset: (reader, value) => {
    const entry = reader.fonts.get(reader.state.font);
    if (entry && reader.state.destination === 'fonts') entry.charset = value;
  },
  ftnstart: ({ schemes }, value) => {
    schemes.footnote.start = value ?? 1;
  },
  aftnstart: ({ schemes }, value) => {
    schemes.endnote.start = value ?? 1;
  },
  // characters
  f: (reader, value) => font(reader, value ?? 0),
  plain: (reader) => {
    set(reader, { format: PLAIN, hidden: false, deleted: false });
  },
  caps: (reader, value) => format(reader, { capitals: isOn(value) }),
  super: (reader, value) => format(reader, { raised: isOn(value) }),
  nosupersub: (reader) => format(reader, { raised: false }),
  sub: (reader) => format(reader, { raised: false }),
  v: (reader, value) => set(reader, { hidden: isOn(value) }),
  deleted: (reader, value) => set(reader, { deleted: isOn(value) }),
  revised: ({ met }, value) => {
    if (isOn(value)) met.add('w:ins');
  },
  uc: (reader, value) => set(reader, { stand: Math.max(0, value ?? 1) }),
  u: (reader, value) => unicode(reader, value ?? 0),
  // paragraphs
  par: paragraph,
  sect: paragraph,
  pard: (reader) => set(reader, { depth: 0, dropCap: false }),
  intbl: (reader) => set(reader, { depth: Math.max(1, reader.state.depth) }),
  itap: (reader, value) => set(reader, { depth: Math.max(0, value ?? 1) }),
  dropcapli: (reader, value) => set(reader, { dropCap: isOn(value) }),
  // tables
  cell: (reader) => cell(reader, 1),
  nestcell: (reader) => cell(reader, nested(reader)),
  row: ({ flow, lines }) => endRow(flow, 1, lines),
  nestrow: (reader) => endRow(reader.flow, nested(reader), reader.lines),
  trowd: (reader) => {
    reader.lines = reader.side = false;
  },
  ...Object.fromEntries(['clbrdrt', 'clbrdrl', 'clbrdrr'].map((name) => [name, side])),
  ...Object.fromEntries(['t', 'l', 'b', 'r', 'h', 'v'].map((name) => [`trbrdr${name}`, side])),
  ...Object.fromEntries(['clbrdrb', 'brdrnone', 'brdrnil', 'brdrtbl', 'cellx'].map((name) => [name, noSide])),
  ...Object.fromEntries(
    ['s', 'th', 'db', 'dot', 'dash', 'hair', 'dashsm', 'dashd', 'dashdd', 'triple', 'wavy', 'tnthsg', 'thtnsg'].map(
      (name) => [`brdr${name}`, line],
    ),
  ),
  // groups
  listtext: (reader) => set(reader, { destination: 'label' }),
  pntext: (reader) => set(reader, { destination: 'label' }),
  field: (reader) => set(reader, { field: { code: '' } }),
  fldinst: (reader) => set(reader, { destination: 'code' }),
  fldrslt: (reader) =>
    set(reader, { contents: reader.state.contents || /^\s*TOC\b/.test(reader.state.field?.code ?? '') }),
  footnote: (reader) => startInset(reader, 'footnote'),
  ftnalt: ({ insets }) => {
    const note = insets.at(-1);
    if (note?.kind === 'footnote') note.kind = 'endnote';
  },
  chftn: countMark,
  shptxt: (reader) => startInset(reader, 'box'),
  upr: (reader) => set(reader, { destination: 'skip', outside: reader.state.destination }),
  ud: (reader) => set(reader, { destination: reader.state.outside ?? reader.state.destination }),
  // formulas
  mden: (reader) => characters(reader, '/'),
  msup: (reader) => format(reader, { raised: true }),
};
for (const [ending, name] of Object.entries(MARK_FORMATS)) {
  actions[`ftnn${ending}`] = scheme('footnote', name);
  actions[`aftnn${ending}`] = scheme('endnote', name);
}
for (const [name, character] of Object.entries(CHARACTERS)) actions[name] = (reader) => characters(reader, character);

/** What each control word does that decides text. */
export const ACTIONS: ReadonlyMap<string, Action> = new Map(Object.entries(actions));
