// Wall time of whole processes: what a user waits for.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { alone } from './alone.mjs';
import { median, spread } from './statistics.mjs';
import { reportOf } from './text.mjs';

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

/** Reports the highest memory of a process at its end. Not maxRSS: that begins with what the parent had. */
const peakHook = `data:text/javascript,import{readFileSync}from'node:fs';process.on('exit',()=>console.error(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status','utf8'))[0]))`;

function run(args, flags = []) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...flags, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`node ${args.join(' ')}: exit ${status}: ${stderr}`);
  return { ms: performance.now() - start, stderr };
}

/** Megabytes, where the system tells (Linux). */
function peakOf(args) {
  if (!existsSync('/proc/self/status')) return Number.NaN;
  return Number(/VmHWM:\s+(\d+)/.exec(run(args, ['--import', peakHook]).stderr)?.[1]) / 1024;
}

/**
 * One row a command, the runs of all commands mixed so that a busy machine hits all alike.
 *
 * @param dvcq path of bin/dvcq.js
 * @param samples folder with sample reports
 * @param folder where files may be written
 */
export function wallTimes(dvcq, samples, folder, runs = 15) {
  const rows = commands(dvcq, samples, folder).map(([name, args]) => ({ name, args, times: [] }));
  for (let n = 0; n < runs; n++) for (const row of rows) row.times.push(run(row.args).ms);
  const node = median(rows[0].times);
  return rows.map(({ name, args, times }) => ({
    command: name,
    'median ms': median(times),
    'spread %': spread(times),
    'times node -e 0': median(times) / node,
    'peak MB': peakOf(args),
  }));
}
