import type { Notice } from '../../source.ts';
import { unreadable } from '../office/failures.ts';
import { finishFlow } from '../office/flow.ts';
import { noticesOf } from '../office/notices.ts';
import type { Call, Story } from '../office/story.ts';
import { closeInsets } from './insets.ts';
import { byte, bytes, characters, type Reader, set, startReader } from './reader.ts';
import { KNOWN, SKIPPED } from './state.ts';
import { endOfGroup, tokenize } from './tokens.ts';
import { ACTIONS, tidyLabel } from './words.ts';

/** Word nests some dozens. */
const MAX_DEPTH = 1000;

/** Reads a file into paragraphs. */
export function readRtf(file: Buffer): { story: Story; calls: Map<string, Call>; notices: Notice[] } {
  const reader = startReader(file);
  tokenize(file, reader.cursor, {
    open: () => open(reader),
    close: () => close(reader),
    word: (name, value) => word(reader, name, value),
    symbol: (character) => symbol(reader, character),
    text: (start, end) => bytes(reader, start, end),
    byte: (value) => byte(reader, value),
  });
  // A report that breaks off must not be taken for a whole one.
  if (reader.stack.length) throw unreadable('damaged');
  tidyLabel(reader);
  const story = { body: finishFlow(reader.flow), notes: reader.notes };
  return { story, calls: reader.marks.calls, notices: noticesOf(reader.met) };
}

function open(reader: Reader): void {
  if (reader.stack.length === MAX_DEPTH) throw unreadable('tooDeep');
  reader.stack.push(reader.state);
  reader.standIns = 0;
}

function close(reader: Reader): void {
  const state = reader.stack.pop();
  if (state) reader.state = state;
  reader.standIns = 0;
  closeInsets(reader);
  // What stands behind the document is padding.
  if (!reader.stack.length) reader.cursor.at = reader.file.length;
}

function word(reader: Reader, name: string, value: number | null): void {
  const starred = reader.starred && !KNOWN.has(name);
  reader.starred = false;
  reader.standIns = 0;
  if (starred || SKIPPED.has(name) || isMathProperties(name)) skip(reader);
  else ACTIONS.get(name)?.(reader, value);
}

/** How a formula is drawn says nothing. */
const isMathProperties = (name: string): boolean => name.endsWith('Pr') && name.startsWith('m');

function skip(reader: Reader): void {
  set(reader, { destination: 'skip' });
  reader.cursor.at = endOfGroup(reader.file, reader.cursor.at);
}

/** The optional hyphen is what LibreOffice makes of a letter of old fonts; others are dropped when they are shown. */
const SYMBOLS: Record<string, string> = {
  ...{ '~': '\u00A0', _: '-', '-': '\u00AD' },
  ...{ '{': '{', '}': '}', '\\': '\\', '\t': '\t' },
};

function symbol(reader: Reader, character: string): void {
  if (reader.standIns > 0) reader.standIns--;
  else if (character === '*') reader.starred = true;
  else if (character === '\n' || character === '\r') ACTIONS.get('par')?.(reader, null);
  else if (SYMBOLS[character]) characters(reader, SYMBOLS[character]);
  if (character !== '*') reader.starred = false;
}
