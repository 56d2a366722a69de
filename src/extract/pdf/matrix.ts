/** An affine map as PDF writes it: `[a b c d e f]`, x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = ArrayLike<number>;

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that does `inner` first, then `outer`. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer as unknown as number[] as [number, number, number, number, number, number];
  const [g, h, i, j, k, l] = inner as unknown as number[] as [number, number, number, number, number, number];
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export const mapX = (m: Matrix, x: number, y: number): number => m[0]! * x + m[2]! * y + m[4]!;
export const mapY = (m: Matrix, x: number, y: number): number => m[1]! * x + m[3]! * y + m[5]!;
