// Holds what `dvcq batch FOLDER/files -o OUT.jsonl` found against FOLDER/truth.jsonl; exit code 1 where they differ:
//   node build/compare-truth.mjs FOLDER OUT.jsonl
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { load } from './typescript.mjs';

const [folder, output] = process.argv.slice(2);
if (!output) {
  console.error('usage: node build/compare-truth.mjs FOLDER OUT.jsonl');
  process.exit(2);
}
const { compare } = await load('test/generate/compare.ts');

async function* lines(file) {
  if (existsSync(file))
    for await (const line of createInterface({ input: createReadStream(file) })) yield JSON.parse(line);
}

/** A path as truth.jsonl has it. */
const inside = (path) => path.normalize('NFC').replace(/^.*?files\//, '');

const truths = new Map();
for await (const truth of lines(join(folder, 'truth.jsonl'))) truths.set(truth.path.normalize('NFC'), truth);
const sums = { documents: 0, figures: 0, references: 0, sections: 0 };
const wrong = { figuresMissed: 0, figuresAdded: 0, referencesMissed: 0, referencesAdded: 0, sections: 0, failures: 0 };
const shown = [];
const seen = new Set();
const note = (text) => shown.length < 100 && shown.push(text);

for await (const { path, ...report } of lines(output)) {
  const truth = truths.get(inside(path));
  seen.add(inside(path));
  if (!truth?.ok) {
    wrong.failures++;
    note(`${path}: read, though ${truth ? truth.damage : 'unknown'}`);
    continue;
  }
  const { missedFigures, addedFigures, missedReferences, addedReferences, sections } = compare(truth, report);
  sums.documents++;
  sums.figures += truth.figures.length;
  sums.references += truth.references.length;
  sums.sections += truth.sections;
  wrong.figuresMissed += missedFigures.length;
  wrong.figuresAdded += addedFigures.length;
  wrong.referencesMissed += missedReferences.length;
  wrong.referencesAdded += addedReferences.length;
  wrong.sections += sections ? 1 : 0;
  for (const [sign, keys] of [
    ['-', [...missedFigures, ...missedReferences]],
    ['+', [...addedFigures, ...addedReferences]],
  ])
    for (const key of keys) note(`${inside(path)}: ${sign} ${key}`);
  if (sections) note(`${inside(path)}: ${sections} sections`);
}

let failed = 0;
for await (const { path } of lines(output.replace(/\.jsonl(?:\.gz)?$/, '.failures.jsonl'))) {
  const truth = truths.get(inside(path));
  seen.add(inside(path));
  failed++;
  if (!truth || truth.ok) {
    wrong.failures++;
    note(`${path}: failed`);
  }
}
for (const path of truths.keys())
  if (!seen.has(path)) {
    wrong.failures++;
    note(`${path}: neither read nor failed`);
  }
for (const line of shown) console.log(line);
console.log('in truth:', JSON.stringify({ ...sums, failed }));
console.log('wrong:   ', JSON.stringify(wrong));
process.exitCode = Object.values(wrong).some(Boolean) ? 1 : 0;
