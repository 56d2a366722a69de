import { writeSync } from 'node:fs';
import { withoutPasswords } from '../store/postgres/address.ts';

/** Controls and marks that reverse the direction of writing: a file name or a quotation must not steer a terminal. */
const STEERING = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/** A passage as one harmless line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replace(STEERING, '');

/** Says one line on standard error, marked as ours and without passwords; a closed standard error is no reason to fail. */
export function tell(line: string): void {
  try {
    writeSync(2, `dvcq: ${withoutPasswords(oneLine(line))}\n`);
  } catch {
    // Nobody listens.
  }
}
