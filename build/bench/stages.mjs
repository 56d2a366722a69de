// What a generated document of each format costs, and which stage takes it.
import { performance } from 'node:perf_hooks';
import { load } from '../typescript.mjs';

/** The stages in the order in which they run, as the table names them. */
const stages = ['extraction', 'reading', 'recognition', 'writing'];

/** Time of each stage of one document. */
async function timed({ read, openDocument, dvcq, recognise, resolve, audit, renderReport }, bytes, name) {
  const marks = [performance.now()];
  const mark = () => marks.push(performance.now());
  const file = openDocument(await read(bytes, { name }), 'vi');
  mark();
  const tree = dvcq().parse(file);
  mark();
  for (const stage of [recognise, resolve, audit]) stage(tree, file);
  mark();
  JSON.stringify(renderReport(tree, file));
  mark();
  return marks.slice(1).map((at, n) => at - marks[n]);
}

/**
 * One row a format: documents a second on one core, and the share of each stage in percent.
 *
 * @param count how many documents of each format
 */
export async function stageShares(count = 50) {
  const program = await load('build/bench/stages.ts');
  const rows = [];
  for (const format of Object.keys(program.carriers)) {
    const documents = [];
    for (let n = 0; n < count; n++) documents.push(await program.generate(1, n, format));
    for (const { bytes, path } of documents.slice(0, 10)) await timed(program, bytes, path);
    const sums = stages.map(() => 0);
    for (const { bytes, path } of documents)
      for (const [n, ms] of (await timed(program, bytes, path)).entries()) sums[n] += ms;
    const total = sums.reduce((sum, ms) => sum + ms, 0);
    const shares = Object.fromEntries(stages.map((stage, n) => [`${stage} %`, (sums[n] / total) * 100]));
    rows.push({ format, 'documents/s': (count * 1000) / total, ...shares });
  }
  return rows;
}
