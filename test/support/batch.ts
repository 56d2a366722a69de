import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { docxOf, pdfOf, reportText } from './files.ts';

/** An invented report that no other number has. */
const numbered = (n: number): string =>
  reportText
    .replace('12/KH-UBND', `${100 + n}/KH-UBND`)
    .replace('48 lượt', `${200 + n} lượt`)
    .concat(Array.from({ length: n * 4 }, (_, line) => `- Xã số ${line + 1}: tiếp ${line + n} lượt.\n`).join(''));

/** Thirty files: text, .docx, .pdf, two that are the same, and one that is damaged, over three folders. */
export async function writeReports(folder: string): Promise<void> {
  for (const year of ['2022', '2023', '2024']) mkdirSync(join(folder, year), { recursive: true });
  for (let n = 0; n < 27; n++) {
    const name = `${2022 + (n % 3)}/bao-cao-${String(n).padStart(2, '0')}`;
    const [ending, bytes] = await formOf(n);
    writeFileSync(join(folder, `${name}.${ending}`), bytes);
  }
  writeFileSync(join(folder, '2022/ban-sao.txt'), numbered(3));
  writeFileSync(join(folder, '2024/ban-sao-khac.txt'), numbered(3));
  writeFileSync(join(folder, DAMAGED), (await docxOf(numbered(1))).subarray(0, 3000));
}

/** The one file that cannot be read. */
export const DAMAGED = '2023/hong.docx';

async function formOf(n: number): Promise<[ending: string, bytes: string | Uint8Array]> {
  if (n % 9 === 4)
    return ['pdf', await pdfOf((page) => page.fontSize(9).text(`BAO CAO\nI. KET QUA\n1. Tiep ${n} luot.`))];
  return n % 3 === 1 ? ['docx', await docxOf(numbered(n))] : ['txt', numbered(n)];
}

/** A generator of numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A command that runs while the test does something to it. */
export interface Running {
  child: ChildProcess;
  /** Resolves when it is gone. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; stderr: string }>;
}

/** Starts a command in a group of its own. */
export function start(command: string, args: string[], cwd: string, env: Record<string, string>): Running {
  const child = spawn(process.execPath, [command, ...args], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = once(child, 'exit').then(([code, signal]) => ({ code, signal, stderr }));
  return { child, ended };
}

/** The processes that a process has started, by Linux's account of them. */
export function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === pid)
    .map(Number);
}

/** The name, in brackets, may hold anything. */
function parentOf(pid: string): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

/** Waits for something to become true. */
export async function until(condition: () => boolean, seconds = 20): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !condition(); await sleep(5))
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${condition}`);
}

/** Whether a process is there, and more than its entry in the table of processes. */
export const isAlive = (pid: number): boolean =>
  existsSync(`/proc/${pid}/stat`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
