// Makes the files tcvn3.* and vni.* beside it anew: a sample as it was typed in old fonts, as LibreOffice writes it.
//   npx esbuild test/files/make-old-fonts.ts --bundle --platform=node --format=esm --packages=external --outfile=node_modules/.cache/make.mjs
//   node node_modules/.cache/make.mjs
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OLD_SAMPLES, retype, typeTcvn3, typeVni } from '../support/legacy.ts';

const folder = mkdtempSync(join(tmpdir(), 'dvcq-files-'));
for (const [name, type] of Object.entries({ tcvn3: typeTcvn3, vni: typeVni }))
  for (const [format, stem] of Object.entries(OLD_SAMPLES)) {
    writeFileSync(join(folder, `${name}.docx`), retype(readFileSync(`samples/${stem}.docx`), type));
    execFileSync('soffice', ['--headless', '--convert-to', format, '--outdir', folder, join(folder, `${name}.docx`)]);
    copyFileSync(join(folder, `${name}.${format}`), `test/files/${name}.${format}`);
  }
