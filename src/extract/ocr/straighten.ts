import type { Grey } from './grey.ts';

// Tesseract follows lines that slope a little; from two degrees on it takes words of one line for words of the next.

/** Degrees; a sheet that lies further askew was laid so. */
const MOST = 6;
/** Degrees; less does no harm. */
const LEAST = 0.4;
/** How much sharper the lines must be than as they are: print has lines, pictures have none. */
const SHARPER = 1.1;
/** The side of the squares in which ink is counted, in pixels: a line of print is six of them high at 200 dpi. */
const CELL = 4;
const INK = 140;

/** Turns a page so that its lines of print are level; as it is where they are, or where there are none. */
export function straighten(image: Grey): Grey {
  const degrees = skewOf(image);
  return Math.abs(degrees) < LEAST ? image : turned(image, (degrees * Math.PI) / 180);
}

/** By how many degrees the lines of a page fall to the right. */
export function skewOf(image: Grey): number {
  const ink = inkOf(image);
  const rows = Math.ceil(image.height / CELL);
  const sharpness = (degrees: number) => sharpnessAt(ink, rows, Math.tan((degrees * Math.PI) / 180));
  const coarse = bestOf(0, MOST, 0.5, sharpness);
  const best = bestOf(coarse, 0.4, 0.1, sharpness);
  return sharpness(best) > SHARPER * sharpness(0) ? best : 0;
}

function bestOf(middle: number, reach: number, step: number, measure: (degrees: number) => number): number {
  let [best, most] = [middle, measure(middle)];
  for (let degrees = middle - reach; degrees <= middle + reach; degrees += step) {
    const found = measure(degrees);
    if (found > most) [best, most] = [degrees, found];
  }
  return best;
}

/** Where there is ink: column and row of each cell, one behind the other. */
function inkOf({ width, height, pixels }: Grey): Uint16Array {
  const cells: number[] = [];
  for (let y = 0; y + CELL <= height; y += CELL)
    for (let x = 0; x + CELL <= width; x += CELL) {
      // One pixel of black in the middle of four is enough: strokes are thin.
      const at = (y + 1) * width + x + 1;
      const dark = Math.min(pixels[at]!, pixels[at + 1]!, pixels[at + width]!, pixels[at + width + 1]!);
      if (dark < INK) cells.push(x / CELL, y / CELL);
    }
  return Uint16Array.from(cells);
}

/** How sharply lines set themselves off from what is between them, where each row falls by `slope`. */
function sharpnessAt(ink: Uint16Array, rows: number, slope: number): number {
  const margin = rows;
  const counts = new Uint32Array(rows + 2 * margin);
  for (let n = 0; n < ink.length; n += 2) {
    const row = Math.round(ink[n + 1]! - ink[n]! * slope) + margin;
    if (row >= 0 && row < counts.length) counts[row]!++;
  }
  let sum = 0;
  for (let n = 1; n < counts.length; n++) sum += (counts[n]! - counts[n - 1]!) ** 2;
  return sum;
}

/** The image turned about its middle; what comes from beyond its edges is white. */
function turned({ width, height, pixels }: Grey, angle: number): Grey {
  const out = new Uint8Array(width * height).fill(255);
  const [cos, sin, cx, cy] = [Math.cos(angle), Math.sin(angle), width / 2, height / 2];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = cx + (x - cx) * cos - (y - cy) * sin;
      const fromY = cy + (x - cx) * sin + (y - cy) * cos;
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue;
      const [dx, dy, at] = [fromX - left, fromY - top, top * width + left];
      const above = pixels[at]! * (1 - dx) + pixels[at + 1]! * dx;
      const below = pixels[at + width]! * (1 - dx) + pixels[at + width + 1]! * dx;
      out[y * width + x] = above * (1 - dy) + below * dy;
    }
  }
  return { width, height, pixels: out };
}
