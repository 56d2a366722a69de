import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

/** A process as a lock knows it. */
export interface Holder {
  /** The machine it runs on: a folder may be seen from several. */
  host: string;
  pid: number;
  /** What no other process of this number has, e.g. when it began; empty where the system does not tell. */
  life: string;
}

/** Milliseconds in which a process that has made its lock also says who it is. */
const MOMENT = 5000;

/**
 * Keeps a second batch away from a folder. The lock of a process that is no more is taken over, also where another
 * process has its number by now.
 *
 * @param lifeOf a process of this machine, as {@link Holder.life}; `null` where there is none of this number
 * @returns how to give the lock back; who holds it where that is another process
 */
export function lock(path: string, own: Holder, lifeOf: (pid: number) => string | null): (() => void) | Holder {
  for (;;) {
    if (make(path, own)) return () => rmSync(path, { force: true });
    const text = read(path);
    if (text === null) continue;
    const holder = holderIn(text) ?? (isNew(path) ? unknown : null);
    if (holder && (holder.host !== own.host || lifeOf(holder.pid) === holder.life)) return holder;
    takeAway(path, text, own);
  }
}

function make(path: string, own: Holder): boolean {
  try {
    const file = openSync(path, 'wx');
    try {
      writeFileSync(file, JSON.stringify(own));
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    } finally {
      closeSync(file);
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** What a lock says; `null` where it is gone. */
const read = (path: string): string | null => unlessGone(() => readFileSync(path, 'utf8'));

const unknown: Holder = { host: '', pid: 0, life: '' };

function holderIn(text: string): Holder | null {
  try {
    const { host, pid, life } = JSON.parse(text) as Partial<Holder>;
    return host && pid && life !== undefined ? { host, pid, life } : null;
  } catch {
    return null;
  }
}

/** One that says nothing is about to say who holds it, or was left so by a loss of power. */
const isNew = (path: string): boolean =>
  Date.now() - (unlessGone(() => statSync(path).mtimeMs) ?? Number.NEGATIVE_INFINITY) < MOMENT;

/** Under another name first: if it is another's by now, who was faster, it is put back. */
function takeAway(path: string, text: string, { pid }: Holder): void {
  const away = `${path}.${pid}`;
  unlessGone(() => {
    renameSync(path, away);
    if (readFileSync(away, 'utf8') !== text) renameSync(away, path);
    else rmSync(away);
  });
}

function unlessGone<T>(attempt: () => T): T | null {
  try {
    return attempt();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
