/** Superscripts and footnote calls as plain text has them. */
const small = (digits) => digits.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit]);
const plain = (text) => text.replace(/\^\{(\w+)\}/g, (_, digits) => small(digits));

/** The cells of a head or foot as the converters give them: left column, then right column, row by row. */
function columns({ rows, byRow }) {
  const groups = [[]];
  for (const row of rows) {
    if (!row || byRow) groups.push([]);
    if (row) groups.at(-1).push(row);
  }
  return groups
    .flatMap((group) => [0, 1].map((side) => group.map((row) => row[side]).filter(Boolean)))
    .filter((cell) => cell.length);
}

const notesOf = (report, write) => Object.entries(report.notes).map(([id, text]) => write(id, plain(text)));

/** One paragraph a line, as a converter without layout writes it: cell after cell, notes before the foot. */
export function asLines(report) {
  const lines = report.blocks.flatMap((block) => {
    if (block.kind === 'table') return block.rows.flat().map(plain);
    if (block.kind === 'head') return columns(block).flat();
    if (block.kind !== 'foot') return [plain(block.text)];
    return [...notesOf(report, (id, text) => `${small(id)} ${text}`), ...columns(block).flat()];
  });
  return `${lines.map((line) => line.replace(/\[\^(\d+)\]/g, (_, id) => small(id))).join('\n')}\n`;
}

const pageLength = 1900;

/**
 * Markdown as converters of .pdf write it: depth of headings by type size (so the signs contradict the numbering),
 * bold and italic signs anywhere, paragraphs cut in two where a page ended.
 */
export function asMarkdown(report) {
  let printed = 0;
  const blocks = report.blocks.flatMap((block) => {
    if (block.kind === 'head') return columns(block).map((cell) => `**${cell.join('\n')}**`);
    if (block.kind === 'foot') return columns(block).flatMap(footBlock);
    if (block.kind === 'title') return [block.text === 'BÁO CÁO' ? '## BÁO CÁO' : `### ${block.text}`];
    printed += block.text.length;
    const text = plain(block.text);
    if (printed > pageLength && text.length > 150 && !headingSign(text)) {
      printed = 0;
      const cut = text.indexOf(' ', text.length * 0.6);
      return [text.slice(0, cut), text.slice(cut + 1)];
    }
    return [`${headingSign(text)}${emphasise(text)}${headingSign(text).endsWith('**') ? '**' : ''}`];
  });
  return `${blocks.join('\n\n')}\n${notesOf(report, (id, text) => `\n[^${id}]: ${text}\n`).join('')}`;
}

/** "Nơi nhận:" in bold italics, then the list, line under line. */
const footBlock = (cell) =>
  cell[0] === 'Nơi nhận:'
    ? ['***Nơi nhận:***', cell.slice(1).join('\n')]
    : cell.length > 1
      ? [`**${cell.slice(0, -1).join('  \n')}**`, `**${cell.at(-1)}**`]
      : [`**${cell[0]}**`];

function headingSign(text) {
  if (/^[IVX]+\. /.test(text)) return text.length % 2 ? '## **' : '#### ';
  if (/^\d\. /.test(text) && text.length < 60) return text.length % 2 ? '## **' : '##### ';
  return '';
}

const emphasise = (text) => text.replace(/^(\d\.|[a-z]\)) ([^:.]{3,40}):/, '$1 *$2:*');
