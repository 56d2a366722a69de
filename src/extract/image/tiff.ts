const WIDTH = 256;
const HEIGHT = 257;
const SHORT = 3;
/** Where the head of a file has the place of its first page. */
const FIRST = 4;

/** A page of a .tif file: where its directory is, where the place of the next one stands, and how large it says to be. */
interface Page {
  at: number;
  next: number;
  pixels: number;
}

/**
 * Each page's directory (TIFF 6.0, section 2) names its width and height, and where the next one is.
 *
 * @param most how many pages to look for
 * @throws RangeError or Error where they lead out of the file or back to an earlier one
 */
export function pagesOfTiff(view: DataView, most: number): Page[] {
  const little = isLittle(view);
  const pages: Page[] = [];
  const seen = new Set<number>();
  for (let at = view.getUint32(FIRST, little); at && pages.length < most; ) {
    if (seen.has(at)) throw new Error('pages in a circle');
    seen.add(at);
    const count = view.getUint16(at, little);
    const next = at + 2 + count * 12;
    const sides = { [WIDTH]: 1, [HEIGHT]: 1 };
    for (let field = at + 2; field < next; field += 12) {
      const tag = view.getUint16(field, little);
      const isShort = view.getUint16(field + 2, little) === SHORT;
      if (tag === WIDTH || tag === HEIGHT)
        sides[tag] = isShort ? view.getUint16(field + 8, little) : view.getUint32(field + 8, little);
    }
    pages.push({ at, next, pixels: sides[WIDTH] * sides[HEIGHT] });
    at = view.getUint32(next, little);
  }
  return pages;
}

/** A file with one page of a .tif file, which is the first and the last: tesseract.js reads no other. */
export function onlyPage(bytes: Uint8Array, { at, next }: Page): Uint8Array {
  // Not by slice: that of a Buffer is no copy.
  const copy = new Uint8Array(bytes);
  const view = new DataView(copy.buffer);
  view.setUint32(FIRST, at, isLittle(view));
  view.setUint32(next, 0);
  return copy;
}

/** "II" or "MM" at the beginning. */
const isLittle = (view: DataView): boolean => view.getUint8(0) === 0x49;
