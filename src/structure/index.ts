import type { Foot, Footnote, Head, Paragraph, Root } from '../ast.ts';
import type { Document } from '../document.ts';
import type { Span } from '../source.ts';
import type { Locator } from '../text.ts';
import { type FootMatch, findFoot } from './closing.ts';
import { splitNotes } from './footnotes.ts';
import { findHead, type HeadMatch } from './header.ts';
import { isFarewell } from './headings.ts';
import { type Line, splitLines } from './lines.ts';
import { joinLines, paragraphOf } from './paragraphs.ts';
import { blank, readText } from './reading.ts';
import { type Block, buildSections } from './sections.ts';
import { settingOf } from './setting.ts';

/** Rebuilds the tree of a document: head, preamble, sections, conclusion, foot, footnotes. */
export function structure(file: Document): Root {
  const { source, locator } = file.data;
  const raw = readText(source);
  const { notes, noteLines, body } = splitNotes(splitLines(raw, source.layout.paragraphs), raw, source.layout.notes);
  const reading = blank(raw, noteLines.flatMap(wholeLines));

  const setting = settingOf(body);
  const head = findHead(body);
  const from = head?.end ?? 0;
  const foot = findFoot(body, from);
  const blocks = (lines: Line[]) => buildSections(joinLines(lines.filter(isRead), setting), reading, locator);
  const main = withConclusion(blocks(body.slice(from, foot?.start)));
  const appendices = foot ? blocks(body.slice(foot.end)) : [];
  const footnotes = notes.map(
    ({ marker, body: [start, end], calls }, n): Footnote => ({
      type: 'footnote',
      position: locator.position(start, end),
      marker,
      calls,
      children: [paragraphOf(raw, locator, noteLines[n] ?? [], start)],
    }),
  );
  return {
    type: 'report',
    position: locator.position(0, source.text.length),
    children: [
      headNode(head, body, reading, locator),
      ...main,
      ...(foot ? [footNode(foot, body, locator)] : []),
      ...appendices,
      ...footnotes,
    ],
    documents: [],
    breakdowns: [],
  };
}

/** A rule between parts of the text, or below the head of a table, says nothing. */
const isRead = ({ reading }: Line): boolean => !/^[-_=*\s]{3,}$/.test(reading);

/** A note that stands inside a paragraph, with its mark, is no part of the sentence. */
const wholeLines = (lines: Line[]): Span[] => lines.map(({ start, end }) => [start, end]);

/**
 * The last paragraphs of a report belong to it as a whole, not to its last item: from the closing formula
 * (câu kết) on, they move from the end of the last section to the end of the report.
 */
function withConclusion(blocks: Block[]): Block[] {
  const last = blocks.at(-1);
  if (last?.type !== 'section') return blocks;
  const path = [last];
  for (let inner = path.at(-1)?.children.at(-1); inner?.type === 'section'; inner = inner.children.at(-1))
    path.push(inner);
  const deepest = path.at(-1);
  const at =
    deepest?.children.findIndex(
      (child, n, all) => n > 0 && child.type === 'paragraph' && isFarewell(child.reading, n === all.length - 1),
    ) ?? -1;
  if (!deepest || at < 0) return blocks;
  const conclusion = deepest.children.splice(at) as Paragraph[];
  const end = deepest.children.at(-1)?.position.end ?? deepest.position.start;
  for (const section of path) section.position = { start: section.position.start, end };
  return [...blocks, ...conclusion];
}

function headNode(head: HeadMatch | null, lines: Line[], reading: string, locator: Locator): Head {
  const empty = { day: null, month: null, year: null };
  const span = head?.titleSpan;
  const title = span ? lines.filter((line) => line.end > span[0] && line.start < span[1]) : [];
  return {
    type: 'head',
    // Down to its last line, be that the title or what stands below it (ngày tháng, Kính gửi).
    position: locator.position(0, lines[(head?.end ?? 0) - 1]?.end ?? 0),
    parentIssuer: head?.parentIssuer ?? null,
    issuer: head?.issuer ?? null,
    number: head?.number ?? null,
    symbol: head?.symbol ?? null,
    place: head?.place ?? null,
    date: head?.date ?? empty,
    kind: head?.kind ?? null,
    title: head?.title ?? null,
    addressee: head?.addressee ?? null,
    period: null,
    children: span ? [paragraphOf(reading, locator, title, span[0])] : [],
  };
}

function footNode(foot: FootMatch, lines: Line[], locator: Locator): Foot {
  const start = lines[foot.start]?.start ?? 0;
  const end = lines[foot.end - 1]?.end ?? start;
  return {
    type: 'foot',
    position: locator.position(start, end),
    recipients: foot.recipients,
    signature: foot.signature,
    children: [],
  };
}
