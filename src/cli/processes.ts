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
    const { state, begin } = partsOf(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return state === ENDED ? null : `${boot} ${begin}`;
  } catch {
    return isThere(pid) ? '' : null;
  }
}

/** A process that is dead, but whose end its parent has not heard of: in a container, it may stay so for ever. */
const ENDED = 'Z';

/** The third field and the 22nd; the second, the name in brackets, may hold anything. */
function partsOf(stat: string): { state: string; begin: string } {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', begin: fields[19] ?? '' };
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** This process. */
export const self = (): Holder => ({ host: hostname(), pid: process.pid, life: lifeOf(process.pid) ?? '' });
