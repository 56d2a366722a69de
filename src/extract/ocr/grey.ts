/** A page image, a byte a pixel: 0 is black, 255 white. */
export interface Grey {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** The image as a PGM file (netpbm), which every engine takes and which needs no encoder. */
export function pgmOf({ width, height, pixels }: Grey): Uint8Array {
  const head = Buffer.from(`P5 ${width} ${height} 255\n`, 'latin1');
  return Buffer.concat([head, pixels]);
}
