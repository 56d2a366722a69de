import type { Grey } from './grey.ts';

// A red stamp lies over signature and name, or over the head, and its own words are none of the document. What is red
// without being a stamp, a word in red print, must stay: so only red that hangs together over the size of a stamp goes.

/** The side of the squares in which red is looked for, in pixels. */
const CELL = 4;
/** In cells at 200 dpi (half a millimetre): from 12 x 24 mm, an office's stamp of receipt, to 80 mm. */
const SHORT_SIDE = 24;
const LONG_SIDE = 48;
const LARGEST = 160;
/** How much more red than green and blue a pixel of it is; paper that has yellowed is less. */
const RED = 40;

/** What the red of a stamp is multiplied by to be as white as paper; it is a filter that black does not pass. */
const GAIN = 1.25;

/** A picture as canvases have it: red, green, blue and opacity of each pixel. */
export interface Colours {
  width: number;
  height: number;
  data: Uint8Array | Uint8ClampedArray;
}

/** The grey image of a page without the red stamps on it. */
export function greyWithoutStamps(image: Colours): Grey {
  const grey = greyOf(image);
  for (const box of stampsOf(image)) bleach(image, grey, box);
  return grey;
}

function greyOf({ width, height, data }: Colours): Grey {
  const pixels = new Uint8Array(width * height);
  for (let to = 0, from = 0; to < pixels.length; to++, from += 4)
    pixels[to] = (data[from]! * 77 + data[from + 1]! * 151 + data[from + 2]! * 28) >> 8;
  return { width, height, pixels };
}

const rednessAt = (data: Colours['data'], at: number): number => data[at]! - Math.max(data[at + 1]!, data[at + 2]!);

interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** The stamps of a page, in pixels. */
function stampsOf({ width, height, data }: Colours): Box[] {
  const [columns, rows] = [Math.floor(width / CELL), Math.floor(height / CELL)];
  const red = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) red[row * columns + column] = isRed(data, width, column, row);
  const boxes: Box[] = [];
  for (let cell = 0; cell < red.length; cell++)
    if (red[cell]) {
      const { x0, y0, x1, y1 } = spread(red, columns, cell);
      const [short, long] = [x1 - x0 + 1, y1 - y0 + 1].sort((a, b) => a - b) as [number, number];
      if (short >= SHORT_SIDE && long >= LONG_SIDE && long <= LARGEST)
        boxes.push({ x0: x0 * CELL, y0: y0 * CELL, x1: (x1 + 1) * CELL, y1: (y1 + 1) * CELL });
    }
  return boxes;
}

function isRed(data: Colours['data'], width: number, column: number, row: number): 0 | 1 {
  for (let y = row * CELL; y < (row + 1) * CELL; y += 2)
    for (let x = column * CELL; x < (column + 1) * CELL; x += 2)
      if (rednessAt(data, (y * width + x) * 4) > RED) return 1;
  return 0;
}

/** How far red cells hang together with one of them; they are cleared. Ink has gaps, so the next but one counts. */
function spread(red: Uint8Array, columns: number, from: number): Box {
  const box = { x0: columns, y0: Number.POSITIVE_INFINITY, x1: 0, y1: 0 };
  const waiting = [from];
  red[from] = 0;
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    const [x, y] = [cell % columns, Math.floor(cell / columns)];
    box.x0 = Math.min(box.x0, x);
    box.x1 = Math.max(box.x1, x);
    box.y0 = Math.min(box.y0, y);
    box.y1 = Math.max(box.y1, y);
    for (let dy = -2; dy <= 2; dy++)
      for (let dx = -2; dx <= 2; dx++) {
        const next = cell + dy * columns + dx;
        if (x + dx < 0 || x + dx >= columns || !red[next]) continue;
        red[next] = 0;
        waiting.push(next);
      }
  }
  return box;
}

/** Takes the red out of a box; black below it stays black. */
function bleach({ width, data }: Colours, { pixels }: Grey, { x0, y0, x1, y1 }: Box): void {
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      const at = y * width + x;
      if (rednessAt(data, at * 4) > 0) pixels[at] = Math.min(255, Math.max(pixels[at]!, data[at * 4]! * GAIN));
    }
}
