import type { Message } from '../../source.ts';

/** The largest image that is read: A3 at 600 dpi, in pixels. One that says to be larger is no page, and would fill the memory. */
const MOST_PIXELS = 7e7;
/** More pages than a .tif of a report has; each takes seconds. */
const MOST_PAGES = 2000;

const tooLarge: Message = { vi: 'kích thước quá lớn', en: 'it is too large' };
const tooMany: Message = { vi: 'có quá nhiều trang', en: 'it has too many pages' };
const damaged: Message = { vi: 'tệp bị hỏng', en: 'it is damaged' };

/** Why an image is not given to OCR, by what it says of its size; `null` where nothing speaks against it. */
export function refusalOf(bytes: Uint8Array): Message | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const start = view.getUint32(0);
    if (start === 0x89504e47) return judge([view.getUint32(16) * view.getUint32(20)]);
    return judge(start >>> 16 === 0xffd8 ? [pixelsOfJpeg(view)] : pixelsOfTiff(view));
  } catch {
    return damaged;
  }
}

function judge(pages: number[]): Message | null {
  if (pages.length > MOST_PAGES) return tooMany;
  return pages.some((pixels) => pixels > MOST_PIXELS) ? tooLarge : null;
}

/** The start of frame (ITU T.81, B.2.2) has height and width; the tables in front of it are passed over. */
function pixelsOfJpeg(view: DataView): number {
  for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
    while (view.getUint8(at + 1) === 0xff) at++;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return view.getUint16(at + 5) * view.getUint16(at + 7);
  }
}

const WIDTH = 256;
const HEIGHT = 257;
const SHORT = 3;

/** Each page's directory (TIFF 6.0, section 2) names its width and height, and where the next one is. */
function pixelsOfTiff(view: DataView): number[] {
  const little = view.getUint8(0) === 0x49;
  const pages: number[] = [];
  const seen = new Set<number>();
  for (let at = view.getUint32(4, little); at && pages.length <= MOST_PAGES; ) {
    // Pages in a circle have no end.
    if (seen.has(at)) throw new Error('directory');
    seen.add(at);
    const count = view.getUint16(at, little);
    const sides = { [WIDTH]: 1, [HEIGHT]: 1 };
    for (let field = at + 2; field < at + 2 + count * 12; field += 12) {
      const tag = view.getUint16(field, little);
      const isShort = view.getUint16(field + 2, little) === SHORT;
      if (tag === WIDTH || tag === HEIGHT)
        sides[tag] = isShort ? view.getUint16(field + 8, little) : view.getUint32(field + 8, little);
    }
    pages.push(sides[WIDTH] * sides[HEIGHT]);
    at = view.getUint32(at + 2 + count * 12, little);
  }
  return pages;
}
