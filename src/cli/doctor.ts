import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Language } from '../document.ts';
import { INSTALL_OCR } from '../extract/ocr/engine.ts';
import { findTesseract } from '../extract/ocr/tesseract.ts';
import { findTesseractJs } from '../extract/ocr/tesseract-js.ts';
import type { Message } from '../source.ts';
import { speak } from './messages.ts';
import { standardOutput } from './output.ts';

declare const DVCQ_VERSION: string;

/** A piece that dvcq uses, or could use. */
interface Piece {
  name: string;
  /** What it is for. */
  gives: Message;
  /** How to get it. */
  get: Message | string;
  /** Name and version as found, `null` where it is missing. */
  find(): string | null | Promise<string | null>;
}

const REINSTALL = {
  vi: 'cài lại dvcq (npm i -g dvcq)',
  en: 'install dvcq again (npm i -g dvcq)',
};

/** A package that comes with dvcq; it is missing only from a broken installation. */
const included = (name: string, formats: string): Piece => ({
  name,
  gives: { vi: `đọc ${formats}`, en: `reads ${formats}` },
  get: REINSTALL,
  find: () => versionOf(name),
});

const pieces: Piece[] = [
  included('mammoth', '.docx'),
  included('pdf-parse', '.pdf'),
  included('parse5', '.html'),
  {
    name: 'Tesseract',
    gives: { vi: 'đọc bản quét, nhanh gấp đôi tesseract.js', en: 'reads scans, twice as fast as tesseract.js' },
    get: 'apt install tesseract-ocr tesseract-ocr-vie',
    find: async () => (await findTesseract(1))?.name ?? null,
  },
  {
    name: 'tesseract.js',
    gives: { vi: 'đọc bản quét, không cần cài Tesseract vào máy', en: 'reads scans without a Tesseract in the system' },
    get: INSTALL_OCR,
    find: () => findTesseractJs(1)?.name ?? null,
  },
  {
    name: 'LibreOffice',
    gives: {
      vi: 'dvcq không cần; đổi giúp sang .docx những tệp dvcq không đọc (Word 6.0/95, .wps, .pptx)',
      en: 'not needed; turns what dvcq does not read (Word 6.0/95, .wps, .pptx) into .docx',
    },
    get: 'apt install libreoffice',
    find: () => firstLine('soffice', ['--version']),
  },
];

/** The version of a package beside dvcq, `null` where there is none. */
function versionOf(name: string): string | null {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const file = folders.map((folder) => join(folder, name, 'package.json')).find((path) => existsSync(path));
  return file ? `${name} ${(JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version}` : null;
}

/** What a program answers, shortened to name and version. */
function firstLine(program: string, args: string[]): string | null {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', timeout: 15_000 });
  return status === 0 ? (/^\S+ \S+/.exec(stdout)?.[0] ?? program) : null;
}

/** What dvcq reads without anything else. */
const FORMATS = '.txt .md .docx .doc .rtf .odt .html .pdf';

/** `dvcq doctor`: what is there, and what each missing piece would add. */
export async function examine(language: Language): Promise<void> {
  const say = speak(language);
  const found = await Promise.all(pieces.map((piece) => piece.find()));
  const rows = pieces.map(({ name, gives, get }, n) => {
    const help = typeof get === 'string' ? get : get[language];
    const note = found[n] ? gives[language] : `${gives[language]}; ${say('toGet', help)}`;
    return [say(found[n] ? 'found' : 'missing'), found[n] ?? name, note] as const;
  });
  const [first, second] = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map(([state, name, note]) => `${state.padEnd(first!)}  ${name.padEnd(second!)}  ${note}`);
  const head = [`dvcq ${DVCQ_VERSION}, Node ${process.version}`, say('readsAlways', FORMATS)];
  await standardOutput(say).write(`${[...head, '', ...lines].join('\n')}\n`);
}
