// `npm run bench:scans`: how well scans are read. Samples are worn as by a scanner and an office, read by OCR and compared
// with what dvcq reads in their text layer. Prints, asserts nothing.
//   DVCQ_OCR_ENGINE=tesseract.js npm run bench:scans      # that engine, where the system has Tesseract too
import { readFileSync } from 'node:fs';
import { wears, wornScan } from './bench/worn.mjs';

const { parse, read } = await import('../dist/index.js');

const stems = ['xa-phu-dong', 'huyen-son-lac', 'so-tai-chinh', 'huyen-uy-son-lac', 'mat-tran-tinh', 'thanh-tra-tinh'];

const sectionsOf = (sections) => sections.flatMap((one) => [`${one.level} ${one.marker}`, ...sectionsOf(one.children)]);

/** What of a report is compared, each as a list of strings. */
const layers = {
  references: ({ references }) => references.map(({ type, code, name, date }) => `${type} ${code} ${name} ${date}`),
  figures: ({ figures }) =>
    figures.flatMap(({ measures }) => measures.map(({ value, of, to, unit }) => `${value} ${of} ${to} ${unit}`)),
  sections: ({ sections }) => sectionsOf(sections),
  header: ({ header: { period, ...header } }) => Object.entries(header).map((field) => JSON.stringify(field)),
  closing: ({ closing: { recipients, signature } }) => [...recipients, ...Object.entries(signature).map(String)],
  words: ({ text }) => text.split(/\s+/),
};

/** How many strings two lists have in common. */
function common(one, other) {
  const left = new Map();
  for (const text of one) left.set(text, (left.get(text) ?? 0) + 1);
  return other.filter((text) => left.get(text) > 0 && left.set(text, left.get(text) - 1)).length;
}

console.log(['F1 in %'.padEnd(10), ...Object.keys(layers).map((name) => name.padStart(11))].join(''));
for (const [name, how] of Object.entries(wears)) {
  const sums = Object.keys(layers).map(() => [0, 0]);
  for (const stem of stems) {
    const pdf = readFileSync(new URL(`../samples/${stem}.pdf`, import.meta.url));
    const [typed, scanned] = [parse(await read(pdf)), parse(await read(await wornScan(pdf, how)))];
    Object.values(layers).forEach((layer, n) => {
      const [one, other] = [layer(typed), layer(scanned)];
      sums[n][0] += 2 * common(one, other);
      sums[n][1] += one.length + other.length;
    });
  }
  console.log([name.padEnd(10), ...sums.map(([hits, all]) => ((100 * hits) / all).toFixed(1).padStart(11))].join(''));
}
