// How fast a text becomes a report, inside one process.
import { performance } from 'node:perf_hooks';
import { median, spread } from './statistics.mjs';
import { pathological, reportOf } from './text.mjs';

/** Milliseconds of `runs` calls, after others for the compiler to settle. */
function times(runs, call, before = runs) {
  for (let n = 0; n < before; n++) call();
  return Array.from({ length: runs }, () => {
    const start = performance.now();
    call();
    return performance.now() - start;
  });
}

/** The least any reader does: bring the text to NFC and look at every unit of it once. */
function floor(text) {
  const normal = text.normalize('NFC');
  let sum = 0;
  for (let at = 0; at < normal.length; at++) sum = (sum + normal.charCodeAt(at)) | 0;
  return sum;
}

const megabytes = (text) => Buffer.byteLength(text) / 1e6;

/**
 * One row a text: megabytes a second of `parse` and of the floor, how many times the floor `parse` takes, and how
 * much there was to find.
 */
export function throughput(parse, texts) {
  return texts.map(([name, text]) => {
    const size = Buffer.byteLength(text);
    // 20 MB of each before it is measured: with less, V8 is still compiling while a short text is.
    const settling = Math.max(5, Math.round(2e7 / size));
    const runs = Math.min(60, settling);
    const measured = times(runs, () => parse(text), settling);
    const [parsing, flooring] = [median(measured), median(times(runs, () => floor(text)))];
    const { figures, references } = parse(text);
    return {
      text: name,
      'parse ms': parsing,
      'spread %': spread(measured),
      'parse MB/s': megabytes(text) / (parsing / 1e3),
      'floor MB/s': megabytes(text) / (flooring / 1e3),
      'times the floor': parsing / flooring,
      'figures/kB': (1e3 * figures.length) / size,
      'references/kB': (1e3 * references.length) / size,
    };
  });
}

/** Generated reports, as full of data as real ones, and the samples in one piece, which are several times fuller. */
export const texts = (samples) => [
  ...[50e3, 500e3, 5e6].map((size) => [`${size / 1e3} kB`, reportOf(size)]),
  ['all samples', samples.join('\n')],
];

/** One row a text that is hard on patterns; twice the length shall take about twice as long. */
export function linearity(parse, size = 100e3) {
  return Object.entries(pathological).map(([name, make]) => {
    const [short, long] = [make(size), make(2 * size)].map((text) => [text, median(times(3, () => parse(text)))]);
    return {
      text: name,
      'MB/s': megabytes(short[0]) / (short[1] / 1e3),
      'time for twice the length': long[1] / short[1],
    };
  });
}

/** Heap that one report of a text holds, and the size of the text, both in MB; needs `--expose-gc`. */
export function heap(parse, size = 5e6) {
  const text = reportOf(size);
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  const report = parse(text);
  globalThis.gc();
  const held = (process.memoryUsage().heapUsed - before) / 1e6;
  return { 'text MB': megabytes(text), 'report holds MB': held, figures: report.figures.length };
}
