import { setFlagsFromString } from 'node:v8';

/**
 * Tells V8 to compile for a program that is over in a moment. As it is, it compiles each pattern twice, for its
 * interpreter and on second use for the machine, of which the first takes several times longer; and it optimises
 * functions so early that much of it is thrown away, even while a report of 5 MB is read.
 *
 * Before that, what a report needs of Node is loaded: V8 refuses code that was compiled under other flags. Only new
 * patterns may be concerned: to change how those in use are compiled (--no-regexp-tier-up) ends Node by a fault.
 */
export function compileForShortRun(): void {
  process.getBuiltinModule('node:crypto');
  setFlagsFromString('--regexp-tier-up-ticks=0');
  setFlagsFromString('--interrupt-budget=1000000');
  // Fresh memory has to be fetched from the system page by page, which takes longer than to clear the old more often.
  setFlagsFromString('--semi-space-growth-factor=1');
}
