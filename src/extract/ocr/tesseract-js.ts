import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { OcrOffer } from './engine.ts';

/** What dvcq uses of tesseract.js 7; the package is optional, and so are its types. */
interface TesseractJs {
  createWorker(language: string, mode: number, options: Record<string, unknown>): Promise<Worker>;
}
interface Worker {
  recognize(image: Buffer, options: object, output: { hocr: true; text: false }): Promise<{ data: { hocr: string } }>;
  terminate(): Promise<unknown>;
}

/** tesseract.js with the data for Vietnamese, from beside dvcq or from the working directory. */
export function findTesseractJs(lanes: number): OcrOffer | null {
  const require = [import.meta.url, join(process.cwd(), 'x.js')].map(createRequire).find(hasBoth);
  if (!require) return null;
  const { version } = require('tesseract.js/package.json') as { version: string };
  const name = `tesseract.js ${version}`;
  const data = dirname(require.resolve('@tesseract.js-data/vie/package.json'));
  return {
    name,
    async open(images) {
      const count = Math.min(lanes, images);
      const library = require('tesseract.js') as TesseractJs;
      const workerPath = quietly(require.resolve('tesseract.js/src/worker-script/node/index.js'));
      const workers = await Promise.all(Array.from({ length: count }, () => open(library, data, workerPath)));
      const free = [...workers];
      return {
        name,
        lanes: count,
        async recognise(image) {
          const worker = free.pop();
          if (!worker) throw new Error('more images at a time than lanes');
          try {
            const { data: page } = await worker.recognize(Buffer.from(image), {}, { hocr: true, text: false });
            return page.hocr;
          } finally {
            free.push(worker);
          }
        },
        close: async () => void (await Promise.all(workers.map((worker) => worker.terminate()))),
      };
    },
  };
}

/** A script for a worker: the libraries that read images complain on standard error, which is not theirs. */
const quietly = (script: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(
      `import { createRequire } from 'node:module';
process.stderr.write = () => true;
createRequire(${JSON.stringify(script)})(${JSON.stringify(script)});`,
    )}`,
  );

/** The data comes from the package, never from the network, and no copy of it goes to the working directory. */
const open = (library: TesseractJs, data: string, workerPath: URL): Promise<Worker> =>
  library.createWorker('vie', 1, {
    workerPath,
    langPath: join(data, '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
    // Without a handler of its own a worker's error would end the process.
    errorHandler: () => {},
  });

function hasBoth(require: NodeJS.Require): boolean {
  try {
    require.resolve('tesseract.js/package.json');
    require.resolve('@tesseract.js-data/vie/package.json');
    return true;
  } catch {
    return false;
  }
}
