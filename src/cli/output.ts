import {
  closeSync,
  fstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { exit, stop } from './exit.ts';
import type { messages, Say } from './messages.ts';

/** Where reports go. */
export interface Output {
  write(text: string): Promise<void>;
  /** Makes what was written final. */
  end(): void;
  /** Forgets what was written, where that is possible. */
  discard(): void;
}

/** Takes an errno error and ends the command. */
type Fail = (error: unknown) => never;

/** Why the system does not let us write, for the cases a clerk meets. */
const causes: Record<string, keyof typeof messages> = {
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  EROFS: 'readOnly',
  ENOSPC: 'noSpace',
  ENOENT: 'noFolder',
  ENOTDIR: 'noFolder',
  EISDIR: 'isFolder',
  ENOTEMPTY: 'notEmpty',
  // Of stores: what the system and a server say, and codes of ours.
  ECONNREFUSED: 'noServer',
  ECONNRESET: 'connectionLost',
  ENOTFOUND: 'noHost',
  EAI_AGAIN: 'noHost',
  ETIMEDOUT: 'noAnswer',
  EHOSTUNREACH: 'noAnswer',
  ENETUNREACH: 'noAnswer',
  '28P01': 'wrongPassword',
  '28000': 'notAdmitted',
  '3D000': 'noDatabase',
  '42501': 'noRight',
  '25006': 'readOnlyServer',
  '53100': 'noSpace',
  '53300': 'tooManyConnections',
  '57P03': 'serverStarting',
  DVCQ_IN_USE: 'inUse',
  DVCQ_LOST: 'connectionLost',
  DVCQ_TOO_LARGE: 'tooLargeForExcel',
  DVCQ_NEWER: 'newerSchema',
  DVCQ_NOT_UTF8: 'notUtf8',
  DVCQ_NO_PASSWORD: 'noPassword',
  DVCQ_NO_TLS: 'noTls',
  DVCQ_NO_TRUST: 'noTrust',
};

/** How the command ends where a file or folder of this name cannot be written. */
export const failing =
  (name: string, say: Say): Fail =>
  (error) => {
    const cause = causeOf(error, say) ?? (error as Error).message;
    return stop(exit.unreadable, `${name}: ${say('unwritable', cause)}`);
  };

/** What the system or a server says, in words; `null` where we have none. */
export function causeOf(error: unknown, say: Say): string | null {
  const cause = causes[(error as NodeJS.ErrnoException).code ?? ''];
  return cause ? say(cause) : null;
}

/** Whether an output path means standard output. */
export const isStandard = (path: string | undefined): path is undefined | '-' => path === undefined || path === '-';

/** The output that `-o` asks for. Ends the command if it cannot be opened. */
export const outputTo = (path: string | undefined, say: Say): Output =>
  isStandard(path) ? standardOutput(say) : fileOutput(path, say);

/** Whether standard output is a terminal. Only what may be one is asked of Node, which loads its network for the answer. */
export function toTerminal(): boolean {
  const output = fstatSync(1);
  return output.isCharacterDevice() && !isNothing(output) && process.stdout.isTTY === true;
}

/** /dev/null is a character device as well. `devNull` would load `node:os` for it. */
const isNothing = ({ dev, ino }: Stats): boolean => {
  const nothing = statSync('/dev/null', { throwIfNoEntry: false });
  return nothing?.dev === dev && nothing.ino === ino;
};

/** Standard output. A reader that went away (`| head`) ends the program quietly, as it ends other tools. */
export function standardOutput(say: Say): Output {
  const fail = failing(say('stdout'), say);
  const refused = (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? process.exit(0) : fail(error));
  const terminal = toTerminal();
  const write = async (text: string) => {
    const data = Buffer.from(text);
    const done = terminal
      ? 0
      : orElse(
          (error) => refused(error as NodeJS.ErrnoException),
          () => writeNow(data),
        );
    if (done < data.length) await stream(data.subarray(done), refused);
  };
  return { write, end: () => {}, discard: () => {} };
}

/**
 * Writes to standard output without Node's stream, which takes 2 ms to load at each start.
 *
 * @returns how many bytes went out: not all where somebody has made the pipe one that does not wait
 */
function writeNow(data: Uint8Array): number {
  let done = 0;
  try {
    while (done < data.length) done += writeSync(1, data, done);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
  }
  return done;
}

/** Writes to standard output and waits until it is taken. */
async function stream(data: Uint8Array, refused: (error: NodeJS.ErrnoException) => void): Promise<void> {
  // Node throws an error nobody listens to, besides handing it to the callback.
  if (!process.stdout.listenerCount('error')) process.stdout.on('error', refused);
  const error = await new Promise<Error | null | undefined>((resolve) => process.stdout.write(data, resolve));
  if (error) refused(error);
}

/**
 * A file that appears only when it is complete: written beside its place, then moved there. Devices and pipes
 * (`-o /dev/stdout`) are written directly, for moving would replace them.
 */
function fileOutput(path: string, say: Say): Output {
  const fail = failing(path, say);
  const existing = statSync(path, { throwIfNoEntry: false });
  if (existing?.isDirectory()) return fail(Object.assign(new Error(), { code: 'EISDIR' }));
  return existing && !existing.isFile() ? openDirectly(path, fail) : openDraft(path, existing?.mode, fail);
}

function openDraft(path: string, mode: number | undefined, fail: Fail): Output {
  // Through a link the file it points to is replaced, not the link.
  const target = mode === undefined ? path : realpathSync(path);
  const draft = join(dirname(target), `.dvcq-${process.pid}-${Date.now()}.tmp`);
  const file = orElse(fail, () => openSync(draft, 'wx', mode));
  const clear = () => rmSync(draft, { force: true });
  const forget = onSignal(clear);
  const discard = () => {
    closeSync(file);
    clear();
    forget();
  };
  const orDiscard = (error: unknown): never => {
    discard();
    return fail(error);
  };
  const end = () => {
    orElse(orDiscard, () => renameSync(draft, target));
    closeSync(file);
    forget();
  };
  return { write: async (text) => orElse(orDiscard, () => writeFileSync(file, text)), end, discard };
}

function openDirectly(path: string, fail: Fail): Output {
  const file = orElse(fail, () => openSync(path, 'w'));
  const end = () => closeSync(file);
  return { write: async (text) => orElse(fail, () => writeFileSync(file, text)), end, discard: end };
}

function orElse<T>(fail: Fail, attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    return fail(error);
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Cleans up when the user interrupts, then dies of the same signal, as the shell expects. Returns its undoing. */
function onSignal(clear: () => void): () => void {
  const stop = (signal: NodeJS.Signals) => {
    clear();
    forget();
    process.kill(process.pid, signal);
  };
  const forget = () => {
    for (const signal of signals) process.off(signal, stop);
  };
  for (const signal of signals) process.once(signal, stop);
  return forget;
}
