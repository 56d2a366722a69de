#!/usr/bin/env node
// Runs dist/cli.cjs with the code that V8 compiled when it was built. V8 itself refuses code of another version or
// with other flags and compiles anew, so this can only make the start faster.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const url = new URL('../dist/cli.cjs', import.meta.url);
const filename = fileURLToPath(url);
const script = new Script(readFileSync(filename, 'utf8'), {
  filename,
  cachedData: readFileSync(`${filename}.cache`),
});
script.runInThisContext()(createRequire(url), (name) => import(name), { exports: {} }, url.href);
