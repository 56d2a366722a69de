// Runs the bundled command on a sample text and writes the code that V8 compiled beside it; bin/dvcq.js hands it back.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import v8 from 'node:v8';
import { Script } from 'node:vm';

const [, , file, sample] = process.argv;
// The command sets flags once it is loaded; code compiled under them would be refused when it is loaded anew.
v8.setFlagsFromString = () => {};
// It ends as soon as it is done; here it runs twice.
process.exit = () => {};
const script = new Script(readFileSync(file, 'latin1'), { filename: file });
const run = (...args) => {
  process.argv = [process.execPath, file, ...args];
  script.runInThisContext()(createRequire(file), (name) => import(name), { exports: {} }, pathToFileURL(file).href);
};
// Both ways to show a report, one after the other.
process.once('beforeExit', () => run('parse', sample));
process.on('exit', () => writeFileSync(`${file}.cache`, script.createCachedData()));
run('parse', sample, '--json');
