import { jsonFolder } from './json-folder.ts';
import { jsonLines } from './jsonl.ts';
import type { Sink } from './sink.ts';
import type { Target } from './target.ts';

/** Opens an output. What is written to it takes the place of `name` when it is ended. */
export function openSink(name: string, target: Target): Sink {
  return target === 'jsonl' ? jsonLines(name) : jsonFolder(name);
}
