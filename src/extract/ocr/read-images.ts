import type { OcrEngine } from './engine.ts';
import { type OcrPage, readHocr } from './hocr.ts';

/** Makes the image of one page: a file's bytes, or `null` where that fails. */
export type Draw = () => Promise<Uint8Array | null>;

/**
 * Reads page images, as many at a time as the engine can; each image lives only as long as it is read.
 *
 * @param onPage called after each page with the number done
 * @returns by image, its pages (a .tif may hold many); `null` where it could not be drawn or read
 */
export async function readImages(
  draws: Draw[],
  engine: OcrEngine,
  onPage?: (done: number, of: number) => void,
): Promise<(OcrPage[] | null)[]> {
  const pages: (OcrPage[] | null)[] = draws.map(() => null);
  let next = 0;
  let done = 0;
  const lane = async () => {
    for (let at = next++; at < draws.length; at = next++) {
      pages[at] = await readOne(draws[at]!, engine);
      onPage?.(++done, draws.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(engine.lanes, draws.length) }, lane));
  return pages;
}

async function readOne(draw: Draw, engine: OcrEngine): Promise<OcrPage[] | null> {
  try {
    const image = await draw();
    return image && readHocr(await engine.recognise(image));
  } catch {
    return null;
  }
}
