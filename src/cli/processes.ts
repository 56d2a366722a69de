import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Holder } from '../batch/lock.ts';

/**
 * What tells a process of this machine from others of the same number, before and after: on Linux, when it began, and
 * which start of the machine that was. Elsewhere, nothing but that it is there.
 *
 * @returns `null` where there is no process of this number
 */
export function lifeOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${beginOf(readFileSync(`/proc/${pid}/stat`, 'utf8'))}`;
  } catch {
    return isThere(pid) ? '' : null;
  }
}

/** The 22nd field; the second, the name in brackets, may hold anything. */
const beginOf = (stat: string): string => stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** This process. */
export const self = (): Holder => ({ host: hostname(), pid: process.pid, life: lifeOf(process.pid) ?? '' });
