import type { Language } from '../document.ts';
import type { Style } from '../render/summary.ts';

/** Columns of an output that no terminal limits. */
const PAGE_WIDTH = 100;

/** How an output to read looks: on a terminal as wide as it is, and coloured. */
export const styleOf = (onTerminal: boolean, language: Language): Style => ({
  language,
  width: (onTerminal && process.stdout.columns) || PAGE_WIDTH,
  colour: wantsColour(onTerminal, process.env),
});

/** FORCE_COLOR, then NO_COLOR (https://no-color.org), then what the output is: the order Node itself follows. */
function wantsColour(onTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR);
  return onTerminal && !env.NO_COLOR && env.TERM !== 'dumb';
}
