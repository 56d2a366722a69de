import { readFileSync } from 'node:fs';
import { parse } from '../pipeline.ts';

// Stand-in until the command exists.
const path = process.argv[3] ?? '';
process.stdout.write(`${JSON.stringify(parse(readFileSync(path, 'utf8')))}\n`);
