import { setFlagsFromString } from 'node:v8';

/**
 * Tells V8 to compile for a program that is over in a moment. As it is, it compiles each pattern twice, for its
 * interpreter and on second use for the machine, of which the first takes several times longer; and it optimises
 * functions so early that much of it is thrown away, even while a report of 5 MB is read.
 *
 * To be called when what is used of Node is loaded: V8 refuses code that was compiled under other flags.
 */
export function compileForShortRun(): void {
  setFlagsFromString('--no-regexp-tier-up');
  setFlagsFromString('--interrupt-budget=1000000');
}
