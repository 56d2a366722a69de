import type { Message } from '../../source.ts';
import { pagesOfTiff } from './tiff.ts';

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
    return judge(
      start >>> 16 === 0xffd8 ? [pixelsOfJpeg(view)] : pagesOfTiff(view, MOST_PAGES + 1).map(({ pixels }) => pixels),
    );
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
