/*
 * Properties are stored as lists of changes (grpprl) of single properties (sprm, MS-DOC 2.2.5): a number that also
 * tells how long the operand is, and the operand.
 */

/** Bytes of the operand by the top three bits; 0 where the operand tells its length itself. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3];
const DEFINE_TABLE = 0xd608;
const CHANGE_TABS = 0xc615;

/** Hands each change to the visitor; a list that breaks off ends there. */
export function eachSprm(list: Buffer, visit: (sprm: number, operand: Buffer) => void): void {
  let at = 0;
  while (at + 2 < list.length) {
    const sprm = list.readUInt16LE(at);
    at += 2;
    let size = SIZES[sprm >> 13]!;
    if (size === 0) [at, size] = measure(list, at, sprm);
    if (at + size > list.length) return;
    visit(sprm, list.subarray(at, at + size));
    at += size;
  }
}

/** Where an operand that tells its length starts, and how long it is. */
function measure(list: Buffer, at: number, sprm: number): [start: number, size: number] {
  if (sprm === DEFINE_TABLE && at + 2 <= list.length) return [at + 2, Math.max(0, list.readUInt16LE(at) - 1)];
  const size = list[at]!;
  if (sprm !== CHANGE_TABS || size !== 0xff) return [at + 1, size];
  // Too many tabs for the byte: their numbers tell the length.
  const deleted = list[at + 1] ?? 0;
  const added = list[at + 2 + deleted * 4] ?? 0;
  return [at + 1, 2 + deleted * 4 + added * 3];
}

/** What of a run's properties decides its text; `undefined` where nothing is said. */
export interface RunProperties {
  hidden?: Toggle;
  capitals?: Toggle;
  deleted?: boolean;
  inserted?: boolean;
  raised?: boolean;
  /** Index into the font table. */
  font?: number;
  /** Character style. */
  style?: number;
  /** A sign of a symbol font that stands for the character. */
  symbol?: { font: number; code: number };
}

/** On, off, or as in the style or the opposite of it (MS-DOC 2.4.6.6, toggle properties). */
export type Toggle = 'on' | 'off' | 'same' | 'opposite';

const toggle = (value: number): Toggle =>
  value === 0x80 ? 'same' : value === 0x81 ? 'opposite' : value ? 'on' : 'off';

/** Reads changes of character properties, the later ones over the earlier. */
export function readRun(list: Buffer, into: RunProperties = {}): RunProperties {
  eachSprm(list, (sprm, operand) => {
    if (sprm === 0x083c) into.hidden = toggle(operand[0]!);
    else if (sprm === 0x083b) into.capitals = toggle(operand[0]!);
    else if (sprm === 0x0800) into.deleted = operand[0] === 1;
    else if (sprm === 0x0801) into.inserted = operand[0] === 1;
    else if (sprm === 0x2a48) into.raised = operand[0] === 1;
    else if (sprm === 0x4a4f) into.font = operand.readUInt16LE(0);
    else if (sprm === 0x4a30) into.style = operand.readUInt16LE(0);
    else if (sprm === 0x6a09) into.symbol = { font: operand.readUInt16LE(0), code: operand.readUInt16LE(2) };
  });
  return into;
}

/** What of a paragraph's properties decides its text. */
export interface ParagraphProperties {
  /** 1-based index of the list, 0 for none. */
  list?: number;
  level?: number;
  inTable?: boolean;
  /** How deep in tables. */
  depth?: number;
  /** Its mark ends a row, a cell of an inner table, a row of an inner table. */
  endsRow?: boolean;
  endsInnerCell?: boolean;
  endsInnerRow?: boolean;
  dropCap?: boolean;
  /** Lines are drawn around cells of the row it ends. */
  lines?: boolean;
  tableStyle?: number;
  /** Where in the data stream its properties stand, if they are too many for the page. */
  elsewhere?: number;
}

/** Huge properties of a paragraph, as two versions number them, and properties of a table. */
const ELSEWHERE = new Set([0x6645, 0x6646, 0x646b]);

/** Reads changes of paragraph and table properties. */
export function readParagraph(list: Buffer, into: ParagraphProperties = {}): ParagraphProperties {
  eachSprm(list, (sprm, operand) => {
    if (sprm === 0x460b) into.list = operand.readUInt16LE(0);
    else if (sprm === 0x260a) into.level = operand[0]!;
    else if (sprm === 0x2416) into.inTable = operand[0] === 1;
    else if (sprm === 0x6649) into.depth = operand.readUInt32LE(0);
    else if (sprm === 0x2417) into.endsRow = operand[0] === 1;
    else if (sprm === 0x244b) into.endsInnerCell = operand[0] === 1;
    else if (sprm === 0x244c) into.endsInnerRow = operand[0] === 1;
    else if (sprm === 0x442c) into.dropCap = [1, 2].includes(operand[0]! & 7);
    else if (sprm === 0x563a) into.tableStyle = operand.readUInt16LE(0);
    else if (ELSEWHERE.has(sprm)) into.elsewhere = operand.readUInt32LE(0);
    else if (drawsLines(sprm, operand)) into.lines = true;
  });
  return into;
}

const CELL = 20;
const NO_LINE = new Set([0, 0xff]);

/**
 * Whether a table property draws a line around cells. The line below a cell does not count: the rule under the name
 * of the issuer (Decree 30, Annex I) may be drawn so.
 */
function drawsLines(sprm: number, operand: Buffer): boolean {
  const kinds = (start: number, size: number, type: number, count: number) =>
    Array.from({ length: count }, (_, n) => operand[start + n * size + type] ?? 0);
  if (sprm === DEFINE_TABLE) return cellLines(operand).some((type) => !NO_LINE.has(type));
  // Borders of the table: six of 4 bytes as Word 97 has them, or of 8.
  if (sprm === 0xd605) return kinds(0, 4, 1, 6).some((type) => !NO_LINE.has(type));
  if (sprm === 0xd613) return kinds(0, 8, 5, 6).some((type) => !NO_LINE.has(type));
  // Borders of some cells: first and last of them, which sides (4 is below), and the line.
  if (sprm === 0xd620) return (operand[2]! & ~4) !== 0 && !NO_LINE.has(operand[4] ?? 0);
  if (sprm === 0xd62f) return (operand[2]! & ~4) !== 0 && !NO_LINE.has(operand[8] ?? 0);
  return false;
}

/** The kinds of line above, left and right of each cell in a definition of a row. */
function cellLines(operand: Buffer): number[] {
  const cells = operand[0] ?? 0;
  const start = 1 + (cells + 1) * 2;
  const types: number[] = [];
  for (let at = start; at + CELL <= operand.length; at += CELL)
    types.push(operand[at + 5]!, operand[at + 9]!, operand[at + 17]!);
  return types;
}
