import type { Summary } from '../batch/summary.ts';
import type { Language } from '../document.ts';
import type { Failure } from '../store/sink.ts';
import { exit } from './exit.ts';
import { speak } from './messages.ts';
import type { BatchFlags } from './program.ts';
import { oneLine, tell } from './tell.ts';

/** How `dvcq batch` tells what it does, on standard error. */
export interface Log {
  onDone(path: string, documents: number): void;
  onFailure(failure: Failure): void;
  writing(): void;
  /** A server is gone and waited for. */
  waiting(seconds: number): void;
  stopping(): void;
  /** @returns the exit code */
  stopped(): number;
  end(summary: Summary, output: string): void;
  /** Takes the line of progress away. */
  clear(): void;
}

/** Milliseconds between two states of progress: on a terminal, and in a file. */
const [FAST, SLOW] = [200, 30_000];

/** @param total how many files there are */
export function logTo(total: number, flags: BatchFlags, language: Language): Log {
  const say = speak(language);
  const json = flags.logFormat === 'json';
  const live = process.stderr.isTTY === true && !json && !flags.quiet;
  const began = Date.now();
  let [done, failed, told] = [0, 0, began];
  const event = (name: string, fields: object) => {
    if (json) process.stderr.write(`${JSON.stringify({ event: name, ...fields })}\n`);
  };
  const clear = () => void (live && process.stderr.write('\r\x1B[K'));
  const line = (text: string) => {
    if (json) return;
    clear();
    tell(text);
  };
  const progress = () => {
    if (flags.quiet || Date.now() - told < (live ? FAST : SLOW)) return;
    told = Date.now();
    const rate = done / ((told - began) / 1000);
    const left = Math.round((total - done) / rate);
    event('progress', { done, total, failed, perSecond: rounded(rate), secondsLeft: left });
    const text = say('batchProgress', `${done}`, `${total}`, `${rounded(rate)}`, duration(left), `${failed}`);
    if (live) process.stderr.write(`\r\x1B[K${oneLine(text)}`);
    else line(text);
  };
  return {
    clear,
    onDone: () => {
      done++;
      progress();
    },
    onFailure: ({ path, cause }) => {
      failed++;
      event('failure', { path, cause: cause[language] });
      line(`${path}: ${cause[language]}`);
    },
    writing: () => {
      if (live) process.stderr.write(`\r\x1B[K${say('batchWriting')}`);
    },
    waiting: (seconds) => {
      event('waiting', { seconds });
      line(say('batchWaiting', `${seconds}`));
    },
    stopping: () => line(say('batchStopping')),
    stopped: () => {
      event('stopped', { done, total });
      line(say('batchStopped', `${done}`, `${total}`));
      return exit.interrupted;
    },
    end: (summary, output) => {
      const seconds = Math.round((Date.now() - began) / 1000);
      event('end', { files: total, seconds, ...summary });
      const { documents, figures, references } = summary;
      const counts = [documents, total, duration(seconds), figures, references, summary.failed, output].map(String);
      clear();
      if (!flags.quiet) line(say('batchDone', ...counts));
    },
  };
}

const rounded = (rate: number): number => Number(rate.toPrecision(rate < 100 ? 2 : 3));

/** `1:02:03`, `4:05`. */
function duration(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((part, n) => String(part).padStart(n ? 2 : 1, '0')).join(':');
}
