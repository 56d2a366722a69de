import { charOf, type Glyph } from './glyphs.ts';
import { compose, identity, type Matrix, mapX, mapY } from './matrix.ts';

/** What is known of a font. */
export interface FontFace {
  name: string;
  bold: boolean;
  italic: boolean;
  /** Text units of one glyph unit, mostly 0.001. */
  unit: number;
}

/** A glyph of pdfjs's `showText`, or a shift in thousandths of the font size. */
export type Shown = { unicode: string; width: number; isSpace: boolean; originalCharCode?: number } | number | null;

/** The part of the graphics state that text depends on (PDF 32000-1, 9.3). */
interface State {
  ctm: Matrix;
  face: FontFace;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** As a factor. */
  stretch: number;
  leading: number;
  rise: number;
}

/** Where and how the next glyph is drawn. */
export interface Pen {
  state: State;
  stack: State[];
  textMatrix: Matrix;
  /** Place in text space, and the beginning of the line there. */
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  /** Depth of marked content, and the depth at which content begins that belongs to the page, not to the text. */
  depth: number;
  artifactFrom: number;
}

const plainFace: FontFace = { name: '', bold: false, italic: false, unit: 0.001 };

/** @param toPage the map from the page's own space to points from its top left corner */
export function newPen(toPage: Matrix): Pen {
  const state: State = {
    ctm: toPage,
    face: plainFace,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
  };
  return { state, stack: [], textMatrix: identity, x: 0, y: 0, lineX: 0, lineY: 0, depth: 0, artifactFrom: Infinity };
}

export function save(pen: Pen): void {
  pen.stack.push({ ...pen.state });
}

/** More `restore` than `save` is harmless. */
export function restore(pen: Pen): void {
  pen.state = pen.stack.pop() ?? pen.state;
}

export function transform(pen: Pen, by: Matrix): void {
  pen.state.ctm = compose(pen.state.ctm, by);
}

export function setTextMatrix(pen: Pen, matrix: Matrix): void {
  pen.textMatrix = matrix;
  pen.x = pen.y = pen.lineX = pen.lineY = 0;
}

/** Begins a line relative to the beginning of the last one. */
export function moveLine(pen: Pen, dx: number, dy: number): void {
  pen.x = pen.lineX += dx;
  pen.y = pen.lineY += dy;
}

/**
 * Draws glyphs, and tells of each where it stands.
 *
 * @param see takes the glyph in page coordinates, turned so that its line runs to the right, and the angle in degrees
 */
export function showGlyphs(pen: Pen, glyphs: readonly Shown[], see: (glyph: Glyph, angle: number) => void): void {
  const { face, fontSize, charSpacing, wordSpacing, stretch, rise, ctm } = pen.state;
  const matrix = compose(ctm, pen.textMatrix);
  const angle = angleOf(matrix, fontSize);
  const frame = compose(turn(-angle), matrix);
  const size = Math.abs(fontSize) * Math.hypot(frame[2]!, frame[3]!);
  const y = pen.y + rise;
  const artifact = pen.depth >= pen.artifactFrom;
  for (const glyph of glyphs) {
    if (glyph === null) continue;
    if (typeof glyph === 'number') {
      pen.x -= (glyph / 1000) * fontSize * stretch;
      continue;
    }
    const advance = glyph.width * face.unit * fontSize * stretch;
    const spacing = (charSpacing + (glyph.isSpace ? wordSpacing : 0)) * stretch;
    const x0 = mapX(frame, pen.x, y);
    // Letter-spacing belongs to the glyph: it makes no gap between words.
    const x1 = mapX(frame, pen.x + advance + Math.max(0, charSpacing * stretch), y);
    const text = charOf(charactersOf(glyph));
    const { name: font, bold, italic } = face;
    see(
      {
        text,
        x0: Math.min(x0, x1),
        x1: Math.max(x0, x1),
        y: mapY(frame, pen.x, y),
        size,
        bold,
        italic,
        font,
        artifact,
      },
      angle,
    );
    pen.x += advance + spacing;
  }
}

/** The encodings of PDF call the glyph at AD a hyphen; in fonts from before Unicode it is another letter. */
const charactersOf = ({ unicode, originalCharCode }: Exclude<Shown, number | null>): string =>
  unicode === '-' && originalCharCode === 0xad ? '\u00AD' : unicode;

/** Direction of writing, in whole degrees clockwise; the slight slant of a scan counts as none. */
function angleOf(matrix: Matrix, fontSize: number): number {
  const sign = fontSize < 0 ? -1 : 1;
  const angle = Math.round((Math.atan2(matrix[1]! * sign, matrix[0]! * sign) * 180) / Math.PI);
  return Math.abs(angle) <= 2 ? 0 : (angle + 360) % 360;
}

function turn(degrees: number): Matrix {
  if (degrees === 0) return identity;
  const radians = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return [cos, sin, -sin, cos, 0, 0];
}
