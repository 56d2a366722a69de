import { closeSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
};

/** How the command ends where a file or folder of this name cannot be written. */
export const failing =
  (name: string, say: Say): Fail =>
  (error) => {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const cause = causes[code];
    return stop(exit.unreadable, `${name}: ${say('unwritable', cause ? say(cause) : message)}`);
  };

/** Whether an output path means standard output. */
export const isStandard = (path: string | undefined): path is undefined | '-' => path === undefined || path === '-';

/** The output that `-o` asks for. Ends the command if it cannot be opened. */
export const outputTo = (path: string | undefined, say: Say): Output =>
  isStandard(path) ? standardOutput(say) : fileOutput(path, say);

/** Standard output. A reader that went away (`| head`) ends the program quietly, as it ends other tools. */
export function standardOutput(say: Say): Output {
  const fail = failing(say('stdout'), say);
  const stream = process.stdout;
  const onError = (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? process.exit(0) : undefined);
  // Node throws an error nobody listens to, besides handing it to the callback below.
  stream.on('error', onError);
  const write = async (text: string) => {
    const error = await new Promise<Error | null | undefined>((resolve) => stream.write(text, resolve));
    if (error) onError(error) ?? fail(error);
  };
  return { write, end: () => {}, discard: () => {} };
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
