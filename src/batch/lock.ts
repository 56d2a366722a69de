import { openSync, readFileSync, rmSync, writeSync } from 'node:fs';

/**
 * Keeps a second batch away from a folder. The lock of a process that is no more is taken over.
 *
 * @param alive whether there is a process of this number
 * @returns how to give the lock back; `null` where another process holds it
 */
export function lock(path: string, pid: number, alive: (pid: number) => boolean): (() => void) | null {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeSync(openSync(path, 'wx'), String(pid));
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = Number(readFileSync(path, 'utf8'));
      if (holder && holder !== pid && alive(holder)) return null;
      rmSync(path, { force: true });
    }
  }
  return null;
}
