// What a page costs in each format, beside what a user would otherwise take for its text alone.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { load } from '../typescript.mjs';
import { alone } from './alone.mjs';
import { median, spread } from './statistics.mjs';

/** Reports in the document, and pages of it that are read as a scan. */
const REPORTS = 40;
const SCANNED = 2;
/** Recognition takes seconds a page: it is measured so many times. */
const RECOGNISED = 3;

/** Programs, how to get them, and how they give the text of a file. */
const programs = {
  pandoc: {
    install: 'apt install pandoc',
    version: ['--version'],
    args: (file) => [file, '-t', 'plain', '--wrap=none'],
  },
  soffice: {
    install: 'apt install libreoffice-writer; it also writes the .doc, which is not measured without it',
    version: ['--version'],
    args: (file, folder) => [
      `-env:UserInstallation=file://${folder}/profile`,
      ...['--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', `${folder}/out`, file],
    ],
  },
  pdftotext: { install: 'apt install poppler-utils', version: ['-v'], args: (file) => ['-layout', file, '-'] },
  catdoc: { install: 'apt install catdoc', version: ['-V'], args: (file) => ['-d', 'utf-8', file] },
  tesseract: {
    install: 'apt install tesseract-ocr-vie',
    version: ['--version'],
    args: (file) => [file, '-', '-l', 'vie'],
  },
};

/** What else gives the text of a format. */
const others = {
  docx: ['mammoth', 'pandoc', 'soffice'],
  doc: ['catdoc', 'soffice'],
  odt: ['pandoc', 'soffice'],
  rtf: ['pandoc', 'soffice'],
  html: ['pandoc', 'soffice'],
  pdf: ['pdf-parse', 'pdftotext'],
  png: ['tesseract'],
};

/** Parts of ours that an installation may lack. */
const modules = { 'tesseract.js': 'npm install tesseract.js @tesseract.js-data/vie' };

const { resolve } = createRequire(import.meta.url);

function has(name) {
  if (programs[name]) return spawnSync(name, programs[name].version, { stdio: 'ignore' }).error === undefined;
  try {
    return Boolean(resolve(name));
  } catch {
    return false;
  }
}

/** How to get what is not installed. */
const installs = {
  ...modules,
  ...Object.fromEntries(Object.entries(programs).map(([name, { install }]) => [name, install])),
};

/** Milliseconds of a process; throws where it fails. */
function timed(command, args, env = {}) {
  const start = performance.now();
  const { status, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...env },
  });
  if (error || status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
  return performance.now() - start;
}

/** The document in each format, in a folder; `doc` only where LibreOffice can write it. */
async function documents(folder) {
  const { reportFiles, scanOf } = await load('build/bench/pages.ts');
  const files = await reportFiles(REPORTS);
  const paths = {};
  const put = (ending, bytes) => writeFileSync((paths[ending] = join(folder, `report.${ending}`)), bytes);
  for (const [ending, bytes] of Object.entries(files)) put(ending, bytes);
  if (has('soffice')) {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    timed('soffice', [profile, '--headless', '--convert-to', 'doc', '--outdir', folder, paths.docx]);
    paths.doc = join(folder, 'report.doc');
  }
  const { PDFParse } = await import('pdf-parse');
  const pdf = new PDFParse({ data: new Uint8Array(readFileSync(paths.pdf)) });
  const shown = await pdf.getScreenshot({ first: SCANNED, scale: 200 / 72, imageDataUrl: false });
  await pdf.destroy();
  const images = shown.pages.slice(0, SCANNED).map(({ data }) => data);
  put('png', images[0]);
  paths.scan = join(folder, 'scan.pdf');
  writeFileSync(paths.scan, await scanOf(images));
  return { paths, pages: { png: 1, scan: images.length }, most: shown.total };
}

/** Ways to read one format: ours first. */
function waysOf(format, file, dvcq, folder, missing) {
  const parse = [dvcq, 'parse', file, '--json', '--timeout', '600'];
  const engines = format === 'scan' || format === 'png' ? ['tesseract', 'tesseract.js'] : [''];
  const ours = engines
    .filter((engine) => !missing.has(engine))
    .map((engine) => ({
      tool: ['dvcq', engine].filter(Boolean).join(' with '),
      run: () => timed(process.execPath, parse, engine ? { DVCQ_OCR_ENGINE: engine } : {}),
    }));
  const theirs = (others[format] ?? [])
    .filter((tool) => !missing.has(tool))
    .map((tool) => {
      const script = alone[tool]?.(file);
      const args = script ? ['-e', script] : programs[tool].args(file, folder);
      return { tool: script ? `${tool} alone` : tool, run: () => timed(script ? process.execPath : tool, args) };
    });
  return [...ours, ...theirs];
}

/**
 * One row a format and tool, whole processes, the runs of all tools mixed so that a busy machine hits all alike.
 *
 * @param dvcq path of bin/dvcq.js
 * @returns the rows, and what is not installed with the command that would
 */
export async function formatCosts(dvcq, runs = 5) {
  const missing = new Set(Object.keys(installs).filter((name) => !has(name)));
  const folder = mkdtempSync(join(tmpdir(), 'dvcq-bench-'));
  try {
    const { paths, pages, most } = await documents(folder);
    const rows = Object.entries(paths).flatMap(([format, file]) =>
      waysOf(format, file, dvcq, folder, missing).map((way) => ({ format, times: [], ...way })),
    );
    for (let n = 0; n < runs; n++)
      for (const row of rows) if (n < RECOGNISED || !pages[row.format]) row.times.push(row.run());
    const ours = (format) => median(rows.find((row) => row.format === format).times);
    const table = rows.map(({ format, tool, times }) => ({
      format,
      tool,
      pages: pages[format] ?? most,
      'ms a page': median(times) / (pages[format] ?? most),
      'spread %': spread(times),
      'dvcq takes': tool.startsWith('dvcq') ? '' : `${(ours(format) / median(times)).toFixed(2)} of it`,
    }));
    return { table, missing: [...missing].map((name) => `${name} (${installs[name]})`) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
