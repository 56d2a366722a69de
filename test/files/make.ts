// Makes the files beside it anew: the report of test/support/carriers.ts, as LibreOffice writes it in each format.
//   npx esbuild test/files/make.ts --bundle --platform=node --format=esm --packages=external --outfile=node_modules/.cache/make.mjs
//   node node_modules/.cache/make.mjs
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { carrierParts } from '../support/carriers.ts';
import { files, pack } from '../support/docx.ts';

const types = (names: string[]) =>
  names
    .filter((name) => name !== 'word/document.xml')
    .map((name) => {
      const kind = /word\/(\w+)\.xml/.exec(name)![1];
      return `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`;
    })
    .join('');
const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
const relations = (inner: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

const parts = files(carrierParts);
const main =
  '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>';
const docx = pack({
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${main}${types(Object.keys(parts))}</Types>`,
  '_rels/.rels': relations(relation('d', 'officeDocument', 'word/document.xml')),
  'word/_rels/document.xml.rels': relations(
    relation('n', 'numbering', 'numbering.xml') + relation('f', 'footnotes', 'footnotes.xml'),
  ),
  ...parts,
});

const folder = mkdtempSync(join(tmpdir(), 'dvcq-files-'));
writeFileSync(join(folder, 'report.docx'), docx);
for (const format of ['doc', 'rtf', 'odt', 'html']) {
  execFileSync('soffice', ['--headless', '--convert-to', format, '--outdir', folder, join(folder, 'report.docx')]);
  copyFileSync(join(folder, `report.${format}`), `test/files/report.${format}`);
}
