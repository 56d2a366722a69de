// Writes samples/<stem>.{docx,pdf,txt,md} from samples/source/<stem>.txt; the markup is described in README.md.
//   node samples/build.mjs [stem…]
// .pdf comes from the .docx by LibreOffice (soffice), some .txt from the .pdf by poppler (pdftotext). Where these are
// missing the files that are there stay as they are, and the script says so. All other output is reproducible.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as docx from 'docx';
import { unzipSync, zipSync } from 'fflate';
import { asLines, asMarkdown } from './plain.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const { AlignmentType, BorderStyle, LevelFormat, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx;

/** Reads a source: settings, and a list of blocks in the order of the page. */
export function readReport(source) {
  const report = { formats: [], txt: 'lines', numbering: 'typed', notes: {}, blocks: [] };
  const lines = source.split('\n').filter((line) => line && !line.startsWith('@@'));
  for (let n = 0; n < lines.length; n++) {
    const [, directive, rest] = /^@(\w+) ?(.*)$/.exec(lines[n]) ?? [];
    if (!directive)
      report.blocks.push({ kind: lines[n].startsWith('= ') ? 'title' : 'text', text: lines[n].replace(/^= /, '') });
    else if (directive === 'formats') report.formats = rest.split(' ');
    else if (directive === 'note') report.notes[Number.parseInt(rest, 10)] = rest.replace(/^\d+ /, '');
    else if (['head', 'foot', 'table'].includes(directive)) {
      const end = lines.indexOf('@end', n);
      report.blocks.push({ kind: directive, byRow: rest === 'rows', rows: lines.slice(n + 1, end).map(cellsOf) });
      n = end;
    } else report[directive] = rest;
  }
  return report;
}

const cellsOf = (line) => (line === '-' ? null : line.split('|').map((cell) => cell.trim()));

/** The labels of Word's own numbering, by the sign that `@numbering auto` names. */
const levelFormats = {
  'I.': { format: LevelFormat.UPPER_ROMAN, pattern: /^[IVX]+\.\s/, show: roman },
  '1.': { format: LevelFormat.DECIMAL, pattern: /^\d+\.\s/, show: String },
  'a)': { format: LevelFormat.LOWER_LETTER, pattern: /^[a-z]\)\s/, show: (n) => String.fromCharCode(96 + n) },
  '-': { format: LevelFormat.BULLET, pattern: /^-\s/ },
  '+': { format: LevelFormat.BULLET, pattern: /^\+\s/ },
  '*': { format: LevelFormat.BULLET, pattern: /^\*\s/ },
};

function roman(n) {
  const signs = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  const [value, sign] = signs.find(([least]) => n >= least) ?? [];
  return sign ? sign + roman(n - value) : '';
}

/** Takes the typed label off a line that Word is to number, and makes sure that Word will show the same one. */
function numberer(setting) {
  const signs = setting.startsWith('auto ') ? setting.slice(5).split(' ') : [];
  const counts = signs.map(() => 0);
  return (text) => {
    const level = signs.findIndex((sign) => levelFormats[sign].pattern.test(text));
    if (level < 0) return { text };
    counts[level]++;
    counts.fill(0, level + 1);
    const label = text.slice(0, text.indexOf(' '));
    const { show } = levelFormats[signs[level]];
    const shown = show ? show(counts[level]) + signs[level].slice(-1) : signs[level];
    if (shown !== label) throw new Error(`Word would number "${text.slice(0, 40)}" as ${shown}`);
    return { text: text.slice(label.length + 1), level };
  };
}

const numberingConfig = (setting) =>
  setting
    .slice(5)
    .split(' ')
    .map((sign, level) => ({
      level,
      format: levelFormats[sign].format,
      text: levelFormats[sign].format === LevelFormat.BULLET ? sign : `%${level + 1}${sign.slice(-1)}`,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 0, firstLine: 567 } } },
    }));

/** Text with `m^{2}` as superscript and `[^1]` as a footnote call. */
const runs = (text, style = {}) =>
  text
    .split(/(\^\{\w+\}|\[\^\d+\])/)
    .filter(Boolean)
    .map((part) => {
      if (part.startsWith('[^')) return new docx.FootnoteReferenceRun(Number(part.slice(2, -1)));
      if (part.startsWith('^{')) return new TextRun({ text: part.slice(2, -1), superScript: true, ...style });
      return new TextRun({ text: part, ...style });
    });

const centred = (text, style) => new Paragraph({ alignment: AlignmentType.CENTER, children: runs(text, style) });
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

const isLoud = (text) => /^(?=.*\p{Lu}{2})[^\p{Ll}]*$/u.test(text) || /^Độc lập/.test(text);

/** The borderless table of two columns that every head and foot is. `null` in the rows begins a new row. */
function twoColumns({ kind, rows, byRow }) {
  const groups = [[]];
  for (const row of rows) {
    if (!row || (byRow && groups.at(-1).length)) groups.push([]);
    if (row) groups.at(-1).push(row);
  }
  const cell = (group, side) => {
    const lines = group.map((row) => row[side] ?? '').filter((text) => text || byRow);
    const children = lines.flatMap((text, n) => [
      ...(kind === 'foot' && side === 1 && isName(lines, n) ? [centred(''), centred('')] : []),
      cellLine(text, kind === 'foot' && side === 0),
    ]);
    return new TableCell({
      width: { size: columnWidths[side], type: WidthType.DXA },
      children: children.length ? children : [centred('')],
    });
  };
  return new Table({
    width: { size: columnWidths[0] + columnWidths[1], type: WidthType.DXA },
    columnWidths,
    borders: noBorders,
    rows: groups.map((group) => new TableRow({ children: [cell(group, 0), cell(group, 1)] })),
  });
}

const columnWidths = [3754, 5600];

/** The first line behind the capitals of the office: room for signature and stamp is left above it. */
const isName = (lines, n) => n > 0 && !isLoud(lines[n]) && isLoud(lines[n - 1]);

const cellLine = (text, left) =>
  new Paragraph({
    alignment: left ? AlignmentType.LEFT : AlignmentType.CENTER,
    children: runs(text, { bold: isLoud(text), size: 24 }),
  });

const grid = ({ rows }) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [centred(text)] })) }),
    ),
  });

function blockWriter(numbering) {
  const label = numberer(numbering);
  return (block) => {
    if (block.kind === 'head' || block.kind === 'foot') return twoColumns(block);
    if (block.kind === 'table') return grid(block);
    if (block.kind === 'title' || /^Phần thứ /.test(block.text)) return centred(block.text, { bold: true });
    if (/^Kính gửi: /.test(block.text)) return centred(block.text);
    const { text, level } = label(block.text);
    return new Paragraph({
      alignment: AlignmentType.JUSTIFIED,
      ...(level === undefined ? { indent: { firstLine: 567 } } : { numbering: { reference: 'list', level } }),
      spacing: { before: 60, after: 60 },
      children: runs(text, { bold: isLoud(text) }),
    });
  };
}

/** The report as .docx: A4, 14 pt, margins by Decree 30/2020/NĐ-CP. */
async function writeDocx({ blocks, numbering, notes }, path) {
  const auto = numbering !== 'typed';
  const file = new docx.Document({
    creator: 'dvcq',
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28 } } } },
    ...(auto && { numbering: { config: [{ reference: 'list', levels: numberingConfig(numbering) }] } }),
    footnotes: Object.fromEntries(
      Object.entries(notes).map(([id, text]) => [
        id,
        { children: [new Paragraph({ style: 'FootnoteText', children: runs(` ${text}`) })] },
      ]),
    ),
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1701, right: 851 } },
          titlePage: true,
        },
        headers: {
          default: new docx.Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [docx.PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
        children: blocks.map(blockWriter(numbering)),
      },
    ],
  });
  writeFileSync(path, freeze(await docx.Packer.toBuffer(file)));
}

/** The same package with fixed times, so that the same source gives the same bytes. */
function freeze(bytes) {
  const parts = unzipSync(bytes);
  const core = new TextDecoder()
    .decode(parts['docProps/core.xml'])
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2025-01-01T00:00:00Z');
  parts['docProps/core.xml'] = new TextEncoder().encode(core);
  return zipSync(parts, { mtime: new Date(2025, 0, 1), level: 9 });
}

/** Runs a program; false where it is not installed. */
function run(program, args) {
  try {
    execFileSync(program, args, { stdio: 'pipe' });
    return true;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    console.error(`${program} is not installed: ${args.at(-1)} is left as it is`);
    return false;
  }
}

/** Converts by LibreOffice, then fixes the time and the id that it writes; all bytes stay where they are. */
function writePdf(from, to) {
  if (!run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', here, from])) return;
  const fixed = readFileSync(to, 'latin1')
    .replace(/(?<=CreationDate\(D:)\d{14}/, '20250101000000')
    .replace(/(?<=\/ID \[[^\]]*<|\/DocChecksum \/)[0-9A-F]{32}/g, '0'.repeat(32));
  writeFileSync(to, fixed, 'latin1');
}

async function build(stem) {
  const report = readReport(readFileSync(`${here}source/${stem}.txt`, 'utf8').normalize('NFC'));
  const path = (format) => `${here}${stem}.${format}`;
  await writeDocx(report, path('docx'));
  if (report.formats.includes('pdf')) writePdf(path('docx'), path('pdf'));
  if (report.formats.includes('md')) writeFileSync(path('md'), asMarkdown(report));
  if (!report.formats.includes('txt')) return;
  if (report.txt.startsWith('pdftotext'))
    run('pdftotext', [...report.txt.split(' ').slice(1), path('pdf'), path('txt')]);
  else writeFileSync(path('txt'), report.txt === 'markdown' ? asMarkdown(report) : asLines(report));
}

const stems = readdirSync(`${here}source`).map((name) => name.replace('.txt', ''));
const chosen = process.argv.slice(2);
for (const stem of chosen.length ? chosen : stems) {
  if (!existsSync(`${here}source/${stem}.txt`)) throw new Error(`no source for ${stem}`);
  await build(stem);
}
