import { jsonSchema } from '../index.ts';
import type { Say } from './messages.ts';
import { standardOutput } from './output.ts';

/** `dvcq schema`: the JSON Schema of the output contract, indented. */
export const printSchema = (say: Say): Promise<void> =>
  standardOutput(say).write(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
