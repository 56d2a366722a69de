import type { Level, List, Lists } from '../office/numbering.ts';
import { bulletSign, replaceSymbols } from '../office/symbols.ts';
import { readRun } from './sprm.ts';

/*
 * Lists (MS-DOC 2.4.6.3): definitions with nine levels (LSTF, LVL), and the lists that paragraphs refer to by a 1-based
 * index (LFO), which override single levels of a definition.
 */

/** Names of `w:numFmt` by the number that stands for the format (MSONFC, MS-OSHARED 2.2.1.3). */
const FORMATS: Record<number, string> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  5: 'ordinal',
  6: 'cardinalText',
  7: 'ordinalText',
  8: 'hex',
  9: 'chicago',
  18: 'decimalEnclosedCircle',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  56: 'vietnameseCounting',
  57: 'numberInDash',
  255: 'none',
};

/** The name of a format of numbers, decimal where the number is not known. */
export const formatName = (code: number): string => FORMATS[code] ?? 'decimal';

const SUFFIXES = ['tab', 'space', 'nothing'] as const;
const LEVELS = 9;
const DEFINITION = 28;
const OVERRIDE = 16;
const LEVEL_HEAD = 28;
const LEGAL = 0x04;
const NO_RESTART = 0x08;
const SIMPLE = 0x01;
const SETS_START = 0x10;
const SETS_LEVEL = 0x20;
/** Word's own limit for the text of a label. */
const MAX_TEXT = 255;

interface Cursor {
  at: number;
}

/**
 * @param definitions from the list table to the end of the stream: the levels stand behind the table
 * @param fonts names by index
 */
export function readLists(definitions: Buffer, overrides: Buffer, fonts: string[]): Lists {
  const defined = readDefinitions(definitions, fonts);
  const lists: Lists = new Map();
  if (overrides.length < 4) return lists;
  const count = Math.min(overrides.readUInt32LE(0), Math.floor((overrides.length - 4) / OVERRIDE));
  const cursor = { at: 4 + count * OVERRIDE };
  for (let n = 0; n < count; n++) {
    const head = overrides.subarray(4 + n * OVERRIDE, 4 + (n + 1) * OVERRIDE);
    const sequence = String(head.readInt32LE(0));
    const list: List = { sequence, levels: [...(defined.get(sequence) ?? [])], startOverrides: [] };
    cursor.at += 4;
    for (let k = head[12]!; k > 0 && cursor.at + 8 <= overrides.length; k--) override(list, overrides, cursor, fonts);
    lists.set(String(n + 1), list);
  }
  return lists;
}

function override(list: List, bytes: Buffer, cursor: Cursor, fonts: string[]): void {
  const start = bytes.readInt32LE(cursor.at);
  const flags = bytes.readUInt32LE(cursor.at + 4);
  const at = flags & 0xf;
  cursor.at += 8;
  if (flags & SETS_LEVEL) list.levels[at] = readLevel(bytes, cursor, fonts);
  else if (flags & SETS_START) list.startOverrides[at] = start;
  if (flags & SETS_START && flags & SETS_LEVEL) list.startOverrides[at] = list.levels[at]?.start;
}

function readDefinitions(bytes: Buffer, fonts: string[]): Map<string, (Level | undefined)[]> {
  const defined = new Map<string, (Level | undefined)[]>();
  if (bytes.length < 2) return defined;
  const count = Math.min(bytes.readUInt16LE(0), Math.floor((bytes.length - 2) / DEFINITION));
  const cursor = { at: 2 + count * DEFINITION };
  for (let n = 0; n < count; n++) {
    const head = bytes.subarray(2 + n * DEFINITION, 2 + (n + 1) * DEFINITION);
    const levels = head[26]! & SIMPLE ? 1 : LEVELS;
    defined.set(
      String(head.readInt32LE(0)),
      Array.from({ length: levels }, () => readLevel(bytes, cursor, fonts)),
    );
  }
  return defined;
}

/** Reads a level (LVL) and moves behind it; `undefined` where the bytes end. */
function readLevel(bytes: Buffer, cursor: Cursor, fonts: string[]): Level | undefined {
  const head = bytes.subarray(cursor.at, cursor.at + LEVEL_HEAD);
  if (head.length < LEVEL_HEAD) return undefined;
  const runs = cursor.at + LEVEL_HEAD + head[25]!;
  const text = runs + head[24]!;
  if (text + 2 > bytes.length) return undefined;
  const length = bytes.readUInt16LE(text);
  cursor.at = text + 2 + length * 2;
  const { font = -1, hidden, capitals } = readRun(bytes.subarray(runs, text));
  const format = formatName(head[4]!);
  const raw = bytes.toString('utf16le', text + 2, text + 2 + Math.min(length, MAX_TEXT) * 2);
  const shown =
    format === 'bullet' ? bulletSign(raw, fonts[font] ?? '') : replaceSymbols(pattern(raw), fonts[font] ?? '');
  return {
    start: head.readInt32LE(0),
    format,
    pattern: '',
    text: hidden === 'on' ? '' : capitals === 'on' ? shown.toUpperCase() : shown,
    legal: (head[5]! & LEGAL) !== 0,
    restart: head[5]! & NO_RESTART ? head[26]! : null,
    suffix: SUFFIXES[head[15]!] ?? 'tab',
    style: null,
  };
}

/** Characters 0 to 8 stand for the numbers of the levels, `%1` to `%9` in the newer formats. */
const pattern = (text: string): string => text.replace(/[\0-\x08]/g, (level) => `%${level.charCodeAt(0) + 1}`);
