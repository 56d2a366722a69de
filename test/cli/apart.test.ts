import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { useCommand } from '../support/command.ts';
import { docxOfParts, odtOf } from '../support/hostile/office.ts';
import { rawPdf } from '../support/hostile/pdf.ts';

// What a document may not make dvcq do: fetch or open what it names, or leave a program running.

const { run, command, folder, env } = useCommand();

/** In each format, a document that names an address and a file wherever the format lets it. */
const linking: Record<string, (at: string[]) => Uint8Array | string> = {
  docx: (at) => {
    const types = ['image', 'aFChunk', 'oleObject', 'hyperlink', 'attachedTemplate', 'footnotes', 'styles'];
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const relations = at.flatMap((target, n) =>
      types.map(
        (name) => `<Relationship Id="${name}${n}" Type="${type}/${name}" Target="${target}" TargetMode="External"/>`,
      ),
    );
    const inside = `<Relationship Id="r" Type="${type}/footnotes" Target="../../secret.txt"/>`;
    const chunks = at.map((_, n) => `<w:altChunk r:id="aFChunk${n}"/>`);
    const fields = at.map((target) => `<w:p><w:fldSimple w:instr="INCLUDETEXT ${target}"/></w:p>`);
    return docxOfParts(`<w:p><w:r><w:t>Tiếp 12 lượt.</w:t></w:r></w:p>${[...chunks, ...fields].join('')}`, {
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}${inside}</Relationships>`,
    });
  },
  odt: (at) => {
    const names = 'xmlns:d="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:x="http://www.w3.org/1999/xlink"';
    const links = at.map(
      (target) =>
        `<text:p><d:frame ${names}><d:image x:href="${target}" x:actuate="onLoad"/><d:object x:href="${target}"/></d:frame></text:p><text:section><text:section-source ${names} x:href="${target}"/></text:section>`,
    );
    return odtOf(`<text:p>Tiếp 12 lượt.</text:p>${links.join('')}`);
  },
  html: (at) => {
    const links = at.map(
      (target) =>
        `<link rel=stylesheet href="${target}"><style>@import "${target}";</style><script src="${target}"></script><img src="${target}"><iframe src="${target}"></iframe><object data="${target}"></object>`,
    );
    return `<html><head><base href="${at[0]}"><meta http-equiv=refresh content="0;url=${at[0]}"></head><body>${links.join('')}<p>Tiếp 12 lượt.</p></body></html>`;
  },
  rtf: (at) => {
    const links = at.map(
      (target) =>
        `{\\*\\template ${target}}{\\field{\\*\\fldinst INCLUDEPICTURE "${target}" \\\\d}{\\fldrslt }}{\\field{\\*\\fldinst INCLUDETEXT "${target}"}{\\fldrslt }}{\\object\\objlink\\objupdate{\\*\\objdata ${Buffer.from(target).toString('hex')}}}`,
    );
    return `{\\rtf1\\ansi${links.join('')}\\pard Ti\\u7871?p 12 l\\u432?\\u7907?t.\\par}`;
  },
  pdf: (at) => {
    const uri = `<</S/URI/URI(${at[0]})>>`;
    const actions = `<</S/JavaScript/JS(app.launchURL\\("${at[0]}"\\))/Next[${uri}<</S/Launch/F(${at[1]})>><</S/GoToR/F(${at[1]})/D[0/Fit]>><</S/SubmitForm/F<</FS/URL/F(${at[0]})>>>>]>>`;
    const outside = at.map((target): [string, string] => [
      `<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/F<</FS/URL/F(${target})>>>>`,
      'x',
    ]);
    return rawPdf([
      `<</Type/Catalog/Pages 2 0 R/OpenAction ${actions}/URI<</Base(${at[0]})>>>>`,
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/AA<</O ${actions}>>/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 595 842]/A ${uri}>>]/Resources<</Font<</F1 5 0 R>>/XObject<</I 6 0 R/J 7 0 R>>>>>>`,
      ['<<>>', 'BT /F1 14 Tf 100 700 Td (Tiep 12 luot.) Tj ET /I Do /J Do'],
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      ...outside,
    ]);
  },
};

test('nothing that a document links is fetched or opened', async () => {
  let connections = 0;
  const server = createServer((_, response) => void response.end('x')).listen(0);
  server.on('connection', () => connections++);
  const secret = join(folder, 'secret.txt');
  writeFileSync(secret, 'BÍ MẬT 99 vụ');
  const at = [`http://127.0.0.1:${(server.address() as AddressInfo).port}/x`, `file://${secret}`];
  const names = Object.entries(linking).map(([ending, make]) => {
    writeFileSync(join(folder, `links.${ending}`), make(at));
    return `links.${ending}`;
  });
  const args = [command, 'parse', '--json', '--ocr', 'off', '--timeout', '60', ...names];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, env });
  // The server does count.
  await fetch(at[0]!);
  server.close();
  const texts = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).text);
  expect(texts).toHaveLength(names.length);
  for (const text of texts) expect(text).toMatch(/^\s*Ti[ếe]p 12 l[ưu][ợo]t\.\s*$/);
  expect(connections).toBe(1);
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
