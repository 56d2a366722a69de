import type { Block, Composed } from './compose.ts';
import type { Random } from './random.ts';

/** A block's marker and text, as typed. */
export const lineOf = ({ marker, text }: Block): string => [marker, text].filter(Boolean).join(' ');

/** Breaks a text at spaces, as a mail program does. */
function wrap(text: string, width: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line && line.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.join('\n');
}

/** The report as a converter writes it: one paragraph a line, heads and feet column after column. */
export function asText({ head, blocks, foot }: Composed, random: Random): string {
  const gap = random.chance(40) ? '\n\n' : '\n';
  const width = random.chance(20) ? random.int(75, 100) : Number.POSITIVE_INFINITY;
  const body = blocks.map((block) => wrap(lineOf(block), width)).join(gap);
  return `${[...head.left, ...head.right].join('\n')}\n\n${body}\n\n${[...foot.left, ...foot.right].join('\n')}\n`;
}

/** Markdown of converters: signs that say nothing. */
export function asMarkdown({ head, blocks, foot }: Composed, random: Random): string {
  const bold = (text: string) => `**${text}**`;
  const body = blocks.map((block) => {
    if (block.kind === 'text') return lineOf(block);
    return random.pick(['## ', '#### ', '']) + bold(lineOf(block));
  });
  const parts = [bold(head.left.join('\n')), bold(head.right.join('\n')), ...body];
  return `${[...parts, foot.left.join('\n'), bold(foot.right.join('\n'))].join('\n\n')}\n`;
}

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A page saved from Word or a portal. */
export function asHtml({ head, blocks, foot }: Composed): string {
  const cell = (lines: string[]) => `<td>${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</td>`;
  const row = ({ left, right }: Composed['head']) => `<table><tr>${cell(left)}${cell(right)}</tr></table>`;
  const paragraph = (block: Block) => {
    const text = escapeHtml(lineOf(block));
    return block.kind === 'text' ? `<p>${text}</p>` : `<p align="center"><b>${text}</b></p>`;
  };
  return `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(blocks[1]!.text)}</title></head>
<body>${row(head)}
${blocks.map(paragraph).join('\n')}
${row(foot)}</body></html>
`;
}

const escapeRtf = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\\{}]/g, '\\$&')
    .replace(/[^\0-\x7F]/g, (character) => `\\u${character.charCodeAt(0)}?`);

/** Rich text as WordPad writes it. */
export function asRtf({ head, blocks, foot }: Composed): string {
  const cell = (lines: string[]) =>
    `${lines.map((line) => `\\pard\\intbl ${escapeRtf(line)}`).join('\\par\n')}\\cell\n`;
  const row = ({ left, right }: Composed['head']) =>
    `\\trowd\\cellx3700\\cellx9300\n${cell(left)}${cell(right)}\\row\n\\pard\n`;
  const paragraph = (block: Block) => {
    const text = escapeRtf(lineOf(block));
    return block.kind === 'text' ? `{\\fs28 ${text}}\\par` : `{\\b\\fs28 ${text}}\\par`;
  };
  return `{\\rtf1\\ansi\\ansicpg1258\\deff0{\\fonttbl{\\f0\\fnil\\fcharset0 Times New Roman;}}\\uc1\\f0
${row(head)}${blocks.map(paragraph).join('\n')}
${row(foot)}}
`;
}
