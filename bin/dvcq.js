#!/usr/bin/env node
// Runs dist/cli.cjs with the code that V8 compiled when it was built. V8 itself refuses code of another version or
// with other flags and compiles anew, so this can only make the start faster. CommonJS (see package.json beside it):
// Node's loader of ES modules takes 5 ms longer.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { Script } = require('node:vm');

const filename = join(__dirname, '../dist/cli.cjs');
const script = new Script(readFileSync(filename, 'latin1'), {
  filename,
  cachedData: readFileSync(`${filename}.cache`),
});
script.runInThisContext()(require, (name) => import(name), { exports: {} }, pathToFileURL(filename).href);
