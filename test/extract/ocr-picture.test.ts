import { expect, test } from 'vitest';
import type { Grey } from '../../src/extract/ocr/grey.ts';
import { type Colours, greyWithoutStamps } from '../../src/extract/ocr/stamps.ts';
import { skewOf, straighten } from '../../src/extract/ocr/straighten.ts';

const [WIDTH, HEIGHT] = [800, 1000];

/** Lines of words, one every forty pixels, that fall to the right by so many degrees. */
function print(degrees: number): Grey {
  const pixels = new Uint8Array(WIDTH * HEIGHT).fill(255);
  const slope = Math.tan((degrees * Math.PI) / 180);
  for (let top = 100; top < 900; top += 40)
    for (let x = 60; x < 740; x++)
      for (let y = 0; y < 16; y++) {
        const row = Math.round(top + y + x * slope);
        if (x % 70 < 55 && row < HEIGHT) pixels[row * WIDTH + x] = 30;
      }
  return { width: WIDTH, height: HEIGHT, pixels };
}

test.each([-4, -1.5, 0, 2, 5])('lines that fall by %s degrees', (degrees) => {
  const page = print(degrees);
  expect(Math.abs(skewOf(page) - degrees)).toBeLessThanOrEqual(0.3);
  expect(Math.abs(skewOf(straighten(page)))).toBeLessThanOrEqual(0.3);
});

test('a straight page and one without lines stay as they are', () => {
  const [straight, blank] = [print(0), { width: 100, height: 100, pixels: new Uint8Array(10_000).fill(255) }];
  expect(straighten(straight)).toBe(straight);
  expect(straighten(blank)).toBe(blank);
});

const RED = [205, 35, 45];
const BLACK = [30, 20, 20];

/** A white page on which some rectangles are filled. */
function paint(...rectangles: [colour: number[], x: number, y: number, width: number, height: number][]): Colours {
  const data = new Uint8Array(WIDTH * HEIGHT * 4).fill(255);
  for (const [colour, left, top, width, height] of rectangles)
    for (let y = top; y < top + height; y++)
      for (let x = left; x < left + width; x++) data.set(colour, (y * WIDTH + x) * 4);
  return { width: WIDTH, height: HEIGHT, data };
}

const at = ({ pixels }: Grey, x: number, y: number) => pixels[y * WIDTH + x]!;

test('a red stamp is bleached, black print on it stays', () => {
  const page = greyWithoutStamps(paint([RED, 100, 100, 280, 280], [BLACK, 150, 150, 100, 20]));
  expect(at(page, 120, 120)).toBeGreaterThan(230);
  expect(at(page, 160, 160)).toBeLessThan(60);
});

test('a word in red print is no stamp, nor is what is red from edge to edge', () => {
  const page = greyWithoutStamps(paint([RED, 100, 100, 200, 24], [RED, 0, 500, 800, 400]));
  for (const y of [110, 700]) expect(at(page, 150, y)).toBeLessThan(120);
});
