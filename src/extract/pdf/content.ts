import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { collectWords, type Glyph } from './glyphs.ts';
import { identity, type Matrix } from './matrix.ts';
import type { PageContent, Rule, Word } from './model.ts';
import type { OpenPdf } from './open.ts';
import {
  type FontFace,
  moveLine,
  newPen,
  type Pen,
  restore,
  type Shown,
  save,
  setTextMatrix,
  showGlyphs,
  transform,
} from './pen.ts';
import { rulesOf } from './rules.ts';

/** Draws no form fields and no annotations: signature stamps lie over the text, and are not it. */
const WITHOUT_ANNOTATIONS = 0;

/**
 * Reads one page from its drawing operations: unlike pdfjs's text content they keep the place of every glyph, the
 * fonts' names and the rules, at the same cost.
 */
export async function readPage(page: PDFPageProxy, ops: OpenPdf['ops']): Promise<PageContent> {
  const { width, height, transform: toPage } = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: WITHOUT_ANNOTATIONS });
  const pen = newPen(toPage);
  const lines = collectByAngle(width, height);
  const rules: Rule[] = [];
  const ink = { see: lines.add, rules, faceOf: fontsOf(page), filling: fillingOps(ops) };
  const actions = actionsOf(ops, pen, ink);
  for (let n = 0; n < fnArray.length; n++) actions.get(fnArray[n] as number)?.((argsArray[n] ?? []) as never);
  return { width, height, ...lines.sorted(), rules, pictured: showsPicture(fnArray, argsArray, ops) };
}

/**
 * Whether a page shows a picture: an image, which `openPdf` has left out, leaves the place prepared for it empty; or
 * letters drawn as outlines, which are many filled paths.
 */
function showsPicture(operations: number[], args: unknown[], ops: OpenPdf['ops']): boolean {
  const drawing = new Set([ops.showText, ops.constructPath, ops.paintFormXObjectBegin, ops.save]);
  let prepared = false;
  let last = identity;
  let paths = 0;
  for (const [n, operation] of operations.entries()) {
    if (operation === ops.restore && prepared) return true;
    if (operation === ops.transform) {
      prepared = true;
      last = args[n] as Matrix;
    }
    if (drawing.has(operation)) prepared = false;
    if (operation === ops.constructPath) paths++;
  }
  // Some scanners neither save nor restore around the one picture of a page; what turns the page over has no extent.
  return (prepared && extentOf(last) > SMALL_PICTURE) || paths > 100;
}

/** In square points, a stamp's. */
const SMALL_PICTURE = 1e4;

const extentOf = (m: Matrix): number => Math.abs(m[0]! * m[3]! - m[1]! * m[2]!);

type Action = (args: never) => void;

interface Ink {
  see: (glyph: Glyph, angle: number) => void;
  rules: Rule[];
  faceOf: (name: string) => FontFace;
  /** Ways to finish a path, and whether each paints the inside. */
  filling: Map<number, boolean>;
}

/** What each drawing operation does. Those not named here neither write, nor rule, nor move the pen. */
function actionsOf(ops: OpenPdf['ops'], pen: Pen, ink: Ink): Map<number, Action> {
  return new Map<number, Action>([
    ...placing(ops, pen),
    ...styling(ops, pen, ink),
    ...marking(ops, pen),
    ...drawing(ops, pen, ink),
  ]);
}

function placing(ops: OpenPdf['ops'], pen: Pen): [number, Action][] {
  const begin = ([matrix]: [Matrix | null]) => {
    save(pen);
    if (matrix) transform(pen, matrix);
  };
  return [
    [ops.save, () => save(pen)],
    [ops.restore, () => restore(pen)],
    [ops.transform, (matrix: Matrix) => transform(pen, matrix)],
    [ops.paintFormXObjectBegin, begin],
    [ops.paintFormXObjectEnd, () => restore(pen)],
    [ops.beginText, () => setTextMatrix(pen, identity)],
    [ops.setTextMatrix, ([matrix]: [Matrix]) => setTextMatrix(pen, matrix)],
    [ops.moveText, ([x, y]: [number, number]) => moveLine(pen, x, y)],
    [
      ops.setLeadingMoveText,
      ([x, y]: [number, number]) => {
        pen.state.leading = y;
        moveLine(pen, x, y);
      },
    ],
    [ops.nextLine, () => moveLine(pen, 0, pen.state.leading)],
  ];
}

function styling(ops: OpenPdf['ops'], pen: Pen, { faceOf }: Ink): [number, Action][] {
  const setFont = ([name, size]: [string, number]) => {
    pen.state.face = faceOf(name);
    pen.state.fontSize = size;
  };
  const setGraphicsState = ([entries]: [[string, unknown][]]) => {
    for (const [key, value] of entries) if (key === 'Font') setFont(value as [string, number]);
  };
  return [
    [ops.setFont, setFont],
    [ops.setGState, setGraphicsState],
    [ops.setCharSpacing, ([width]: [number]) => void (pen.state.charSpacing = width)],
    [ops.setWordSpacing, ([width]: [number]) => void (pen.state.wordSpacing = width)],
    [ops.setHScale, ([percent]: [number]) => void (pen.state.stretch = percent / 100)],
    [ops.setLeading, ([height]: [number]) => void (pen.state.leading = -height)],
    [ops.setTextRise, ([height]: [number]) => void (pen.state.rise = height)],
  ];
}

/** Tagged PDFs call what belongs to the page (number, running head) an artifact. */
function marking(ops: OpenPdf['ops'], pen: Pen): [number, Action][] {
  const begin = ([tag]: [unknown]) => {
    pen.depth++;
    if (tag === 'Artifact') pen.artifactFrom = Math.min(pen.artifactFrom, pen.depth);
  };
  const end = () => {
    pen.depth = Math.max(0, pen.depth - 1);
    if (pen.depth < pen.artifactFrom) pen.artifactFrom = Infinity;
  };
  return [
    [ops.beginMarkedContent, begin],
    [ops.beginMarkedContentProps, begin],
    [ops.endMarkedContent, end],
  ];
}

function drawing(ops: OpenPdf['ops'], pen: Pen, { see, rules, filling }: Ink): [number, Action][] {
  const path = ([how, [data]]: [number, [Float32Array | null]]) => {
    const filled = filling.get(how);
    if (filled !== undefined) rules.push(...rulesOf(data, filled, pen.state.ctm));
  };
  return [
    [ops.showText, ([glyphs]: [Shown[]]) => showGlyphs(pen, glyphs, see)],
    [ops.constructPath, path],
  ];
}

const fillingOps = (ops: OpenPdf['ops']): Map<number, boolean> =>
  new Map([
    [ops.stroke, false],
    [ops.closeStroke, false],
    ...[ops.fill, ops.eoFill].map((op): [number, boolean] => [op, true]),
    ...[ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke].map((op): [number, boolean] => [
      op,
      false,
    ]),
  ]);

/** Weight and slant are told by the name alone, e.g. `ABCDEF+TimesNewRomanPS-BoldItalicMT`. */
function fontsOf(page: PDFPageProxy): (name: string) => FontFace {
  const faces = new Map<string, FontFace>();
  return (name) => {
    let face = faces.get(name);
    if (!face) faces.set(name, (face = readFace(page.commonObjs.has(name) ? page.commonObjs.get(name) : {})));
    return face;
  };
}

function readFace({ name = '', fontMatrix }: { name?: string; fontMatrix?: Matrix }): FontFace {
  const [bold, italic] = [/bold|black|heavy/i.test(name), /italic|oblique/i.test(name)];
  return { name, bold, italic, unit: fontMatrix?.[0] ?? 0.001 };
}

/** Sorts glyphs by their direction; what most of the page does is the reading direction. */
function collectByAngle(width: number, height: number) {
  const byAngle = new Map<number, ReturnType<typeof collectWords> & { count: number }>();
  const add = (glyph: Glyph, angle: number) => {
    if (angle === 0 && (glyph.x1 < 0 || glyph.x0 > width || glyph.y < 0 || glyph.y > height + glyph.size)) return;
    let group = byAngle.get(angle);
    if (!group) byAngle.set(angle, (group = { ...collectWords(), count: 0 }));
    group.add(glyph);
    group.count++;
  };
  const sorted = (): { words: Word[]; turned: Word[] } => {
    const groups = [...byAngle.values()].sort((a, b) => b.count - a.count);
    return { words: groups[0]?.words ?? [], turned: groups.slice(1).flatMap(({ words }) => words) };
  };
  return { add, sorted };
}
