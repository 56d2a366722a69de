// Wall time of whole processes: what a user waits for.
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { reportOf } from './text.mjs';

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

/** Reads a .docx or .pdf with the library alone, as a script of three lines would. */
const alone = {
  mammoth: (file) => `import('mammoth').then((m) => m.default.extractRawText({ path: ${JSON.stringify(file)} }))`,
  'pdf-parse': (file) =>
    `Promise.all([import('pdf-parse'), import('node:fs')]).then(([{ PDFParse }, fs]) => new PDFParse({ data: new Uint8Array(fs.readFileSync(${JSON.stringify(file)})) }).getText())`,
};

function commands(dvcq, samples, folder) {
  const report = join(folder, 'report-50kB.txt');
  writeFileSync(report, reportOf(50e3));
  const sample = (ending) => {
    const name = readdirSync(samples).find((file) => file.endsWith(ending));
    return name && join(samples, name);
  };
  const parse = (file) => [dvcq, 'parse', file, '--json'];
  const [docx, pdf, txt] = ['.docx', '.pdf', '.txt'].map(sample);
  return [
    ['node -e 0', ['-e', '0']],
    ['dvcq --version', [dvcq, '--version']],
    ['dvcq parse, 50 kB .txt', parse(report)],
    ['dvcq parse, 50 kB .txt, summary', [dvcq, 'parse', report]],
    txt && ['dvcq parse, sample .txt', parse(txt)],
    docx && ['dvcq parse, sample .docx', parse(docx)],
    docx && ['mammoth alone, the same', ['-e', alone.mammoth(docx)]],
    pdf && ['dvcq parse, sample .pdf', parse(pdf)],
    pdf && ['pdf-parse alone, the same', ['-e', alone['pdf-parse'](pdf)]],
  ].filter(Boolean);
}

/** Reports the highest memory of a process at its end. */
const peakHook = 'data:text/javascript,process.on("exit",()=>console.error("peak",process.resourceUsage().maxRSS))';

function run(args, flags = []) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...flags, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`node ${args.join(' ')}: exit ${status}: ${stderr}`);
  return { ms: performance.now() - start, stderr };
}

/**
 * One row a command, the runs of all commands mixed so that a busy machine hits all alike.
 *
 * @param dvcq path of bin/dvcq.js
 * @param samples folder with sample reports
 * @param folder where files may be written
 */
export function wallTimes(dvcq, samples, folder, runs = 11) {
  const rows = commands(dvcq, samples, folder).map(([name, args]) => ({ name, args, times: [] }));
  for (let n = 0; n < runs; n++) for (const row of rows) row.times.push(run(row.args).ms);
  const node = median([...rows[0].times]);
  return rows.map(({ name, args, times }) => ({
    command: name,
    'median ms': median(times),
    'times node -e 0': median(times) / node,
    'peak MB': Number(/peak (\d+)/.exec(run(args, ['--import', peakHook]).stderr)?.[1]) / 1024,
  }));
}
