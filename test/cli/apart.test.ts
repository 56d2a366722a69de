import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { useCommand } from '../support/command.ts';
import { docxOfParts } from '../support/hostile/office.ts';

// What a document may not make dvcq do: fetch or open what it names, or leave a program running.

const { run, command, folder, env } = useCommand();

test('nothing that a document links is fetched or opened', async () => {
  let requests = 0;
  const server = createServer((_, response) => {
    requests++;
    response.end('x');
  }).listen(0);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
  const secret = join(folder, 'secret.txt');
  writeFileSync(secret, 'BÍ MẬT 99 vụ');
  const relation = (n: number, type: string, target: string, mode = ' TargetMode="External"') =>
    `<Relationship Id="r${n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`;
  const types = ['image', 'aFChunk', 'oleObject', 'hyperlink', 'attachedTemplate', 'footnotes', 'styles'];
  const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${types
    .flatMap((type, n) => [relation(n, type, url), relation(n + 50, type, `file://${secret}`)])
    .join('')}${relation(99, 'footnotes', '../../secret.txt', '')}</Relationships>`;
  const body = `<w:p><w:r><w:t>Tiếp 12 lượt.</w:t></w:r></w:p>${types.map((_, n) => `<w:altChunk r:id="r${n + 50}"/>`).join('')}<w:p><w:fldSimple w:instr="INCLUDETEXT ${secret}"/></w:p>`;
  writeFileSync(join(folder, 'links.docx'), docxOfParts(body, { 'word/_rels/document.xml.rels': rels }));
  const links = [url, `file://${secret}`].map(
    (at) =>
      `<link rel=stylesheet href="${at}"><style>@import "${at}";</style><script src="${at}"></script><img src="${at}"><iframe src="${at}"></iframe><object data="${at}"></object>`,
  );
  writeFileSync(join(folder, 'links.html'), `<html><body>${links.join('')}<p>Tiếp 12 lượt.</p></body></html>`);
  const args = [command, 'parse', '--json', '--timeout', '60', 'links.docx', 'links.html'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, env });
  server.close();
  const texts = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).text);
  expect(texts).toHaveLength(2);
  for (const text of texts) expect(text).toMatch(/^\s*Tiếp 12 lượt\.\s*$/);
  expect(requests).toBe(0);
});

test('a program that OCR has started ends with the thread', async () => {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const script =
    '#!/bin/sh\ncase "$1" in --list-langs) echo vie;; --version) echo tesseract 5;; *) echo $$ > "$PID_FILE"; exec sleep 300;; esac\n';
  writeFileSync(join(bin, 'tesseract'), script);
  chmodSync(join(bin, 'tesseract'), 0o755);
  const pidFile = join(folder, 'pid');
  const image = Buffer.from('FFD8FFC0000B080064006401011100FFD9', 'hex');
  writeFileSync(join(folder, 'page.jpg'), image);
  const { code, stderr } = run(['parse', '--timeout', '3', 'page.jpg'], {
    env: { PATH: `${bin}:${process.env.PATH}`, PID_FILE: pidFile },
  });
  expect(stderr).toBe('dvcq: page.jpg: was not read within 3 seconds (see --timeout)\n');
  expect(code).toBe(3);
  expect(existsSync(pidFile)).toBe(true);
  const pid = Number(readFileSync(pidFile, 'utf8'));
  // Killed, if perhaps not yet taken leave of.
  const stat = `/proc/${pid}/stat`;
  await expect
    .poll(() => (existsSync(stat) ? readFileSync(stat, 'utf8').split(' ')[2] : 'gone'))
    .toMatch(/^(?:gone|Z)$/);
});
