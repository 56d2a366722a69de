import { type ParagraphProperties, type RunProperties, readParagraph, readRun, type Toggle } from './sprm.ts';

/** A style with all that it inherits. */
export interface Style {
  paragraph: ParagraphProperties;
  run: ResolvedRun;
  /** The changes that make its runs, for a character style, which is laid over that of the paragraph. */
  steps: RunProperties[];
}

/** Formatting of a run with nothing left to inherit. */
export interface ResolvedRun {
  hidden: boolean;
  capitals: boolean;
  raised: boolean;
  deleted: boolean;
  inserted: boolean;
  font: number;
  symbol: RunProperties['symbol'];
}

/** The styles by their index; what is missing inherits nothing. */
export type Styles = (index: number) => Style;

interface StoredStyle {
  kind: number;
  base: number;
  /** Its lists of changes: of the paragraph and of its runs, or of the runs alone. */
  changes: Buffer[];
}

const PARAGRAPH = 1;
const CHARACTER = 2;
const TABLE = 3;

/** Reads the style sheet (STSH, MS-DOC 2.9.271). */
export function readStyles(sheet: Buffer): Styles {
  if (sheet.length < 20) return () => ({ paragraph: {}, run: plainRun(0), steps: [] });
  const headSize = sheet.readUInt16LE(0);
  const baseSize = sheet.readUInt16LE(4);
  const font = sheet.readUInt16LE(2 + 12);
  const stored: (StoredStyle | null)[] = [];
  for (let at = 2 + headSize; at + 2 <= sheet.length; ) {
    const size = sheet.readUInt16LE(at);
    stored.push(size ? readStyle(sheet.subarray(at + 2, at + 2 + size), baseSize) : null);
    at += 2 + size + (size & 1);
  }
  const resolved = new Map<number, Style>();
  const resolve = (index: number): Style => {
    const known = resolved.get(index);
    if (known) return known;
    const style = inherit(chainOf(stored, index), font);
    resolved.set(index, style);
    return style;
  };
  return resolve;
}

const plainRun = (font: number): ResolvedRun => ({
  hidden: false,
  capitals: false,
  raised: false,
  deleted: false,
  inserted: false,
  font,
  symbol: undefined,
});

function readStyle(style: Buffer, baseSize: number): StoredStyle | null {
  if (style.length < baseSize + 4) return null;
  const kind = style.readUInt16LE(2) & 0xf;
  const base = style.readUInt16LE(2) >> 4;
  const count = style.readUInt16LE(4) & 0xf;
  let at = baseSize + 4 + style.readUInt16LE(baseSize) * 2;
  const changes: Buffer[] = [];
  for (let n = 0; n < count && at + 2 <= style.length; n++) {
    const size = style.readUInt16LE(at);
    changes.push(style.subarray(at + 2, at + 2 + size));
    at += 2 + size;
    at += at & 1;
  }
  return { kind, base, changes };
}

/** Word allows eleven; a circle ends too. */
const MAX_CHAIN = 64;

/** The style and those it is based on, the farthest first. */
function chainOf(stored: (StoredStyle | null)[], index: number): StoredStyle[] {
  const chain: StoredStyle[] = [];
  for (let style = stored[index]; style && chain.length < MAX_CHAIN; style = stored[style.base]) chain.unshift(style);
  return chain;
}

function inherit(chain: StoredStyle[], font: number): Style {
  const paragraph: ParagraphProperties = {};
  const steps: RunProperties[] = [];
  for (const { kind, changes } of chain) {
    // The list of a paragraph's changes is headed by the number of the style itself.
    const own = kind === PARAGRAPH ? changes[0]?.subarray(2) : kind === TABLE ? changes[0] : undefined;
    if (own) readParagraph(own, paragraph);
    const runs = kind === CHARACTER ? changes[0] : changes[1];
    if (runs && kind !== TABLE) steps.push(readRun(runs));
  }
  return { paragraph, run: applySteps(plainRun(font), steps), steps };
}

/** The changes of a style and those it is based on, over formatting that is there. */
export const applySteps = (run: ResolvedRun, steps: RunProperties[]): ResolvedRun =>
  steps.reduce((formatted, step) => apply(formatted, step, formatted), run);

const switched = (toggle: Toggle | undefined, before: boolean, style: boolean): boolean =>
  toggle === undefined ? before : toggle === 'same' ? style : toggle === 'opposite' ? !style : toggle === 'on';

/**
 * Changes applied to formatting.
 *
 * @param style formatting of the style, which toggles refer to
 */
export const apply = (run: ResolvedRun, changes: RunProperties, style: ResolvedRun): ResolvedRun => ({
  hidden: switched(changes.hidden, run.hidden, style.hidden),
  capitals: switched(changes.capitals, run.capitals, style.capitals),
  raised: changes.raised ?? run.raised,
  deleted: changes.deleted ?? run.deleted,
  inserted: changes.inserted ?? run.inserted,
  font: changes.font ?? run.font,
  symbol: changes.symbol ?? run.symbol,
});
