import { type Layout, type Note, plainLayout, type Span } from '../../source.ts';
import { type Call, callKey, type Paragraph, type Piece, type Story } from './story.ts';
import { raiseMark } from './symbols.ts';

/** The text under construction. */
interface Draft {
  /** Its pieces: reading from the one long text they make, while it grows, would copy it each time. */
  lines: string[];
  /** Length of all of them. */
  length: number;
  paragraphs: Span[];
  furniture: Span[];
  /** Where each note is called, by its key. */
  calls: Map<string, Span[]>;
}

/**
 * Lays the paragraphs out as text: one line each (more where Word has line breaks), notes at the end. Tables of
 * contents repeat the headings, so they are furniture.
 */
export function layOut(story: Story, calls: Map<string, Call>): { text: string; layout: Layout } {
  const draft: Draft = { lines: [], length: 0, paragraphs: [], furniture: [], calls: new Map() };
  for (const paragraph of story.body) {
    const span = append(draft, paragraph, calls);
    if (span) (paragraph.contents ? draft.furniture : draft.paragraphs).push(span);
  }
  const notes: Note[] = [];
  for (const call of calls.values()) {
    const body = appendNote(draft, story.notes.get(callKey(call.kind, call.id)) ?? [], call, calls);
    if (body) notes.push({ marker: call.mark, body, calls: draft.calls.get(callKey(call.kind, call.id)) ?? [] });
  }
  const { lines, paragraphs, furniture } = draft;
  return { text: lines.join(''), layout: { ...plainLayout(), paragraphs, furniture, notes } };
}

/** Adds a paragraph as one or more lines; returns where its content stands, `null` where it has none. */
function append(draft: Draft, { pieces, cell }: Paragraph, calls: Map<string, Call>): Span | null {
  const start = draft.length;
  const found: [key: string, at: Span][] = [];
  let text = '';
  for (const piece of trimBreaks(pieces)) {
    const part = 'call' in piece ? raiseMark(calls.get(piece.call)?.mark ?? '') : piece.text.normalize('NFC');
    if ('call' in piece && part) found.push([piece.call, [start + text.length, start + text.length + part.length]]);
    text += part;
  }
  if (!text.trim()) {
    if (!cell) addLine(draft, text);
    return null;
  }
  addLine(draft, text);
  for (const [key, span] of found) {
    const spans = draft.calls.get(key);
    if (spans) spans.push(span);
    else draft.calls.set(key, [span]);
  }
  return [start + text.length - text.trimStart().length, start + text.trimEnd().length];
}

function addLine(draft: Draft, text: string): void {
  draft.lines.push(`${text}\n`);
  draft.length += text.length + 1;
}

/** Breaks at the ends of a paragraph (a page break before it, most often) make no lines of it. */
function trimBreaks(pieces: Piece[]): Piece[] {
  const trimmed = pieces.map((piece) => ({ ...piece }));
  const first = trimmed[0];
  const last = trimmed.at(-1);
  if (first && 'text' in first) first.text = first.text.slice(/^\n*/.exec(first.text)![0].length);
  if (last && 'text' in last) last.text = trimEndBreaks(last.text);
  return trimmed;
}

function trimEndBreaks(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === '\n') end--;
  return text.slice(0, end);
}

/** Adds a note with its mark before it; returns the span of its text without the mark. */
function appendNote(draft: Draft, paragraphs: Paragraph[], call: Call, calls: Map<string, Call>): Span | null {
  const mark = raiseMark(call.mark);
  const filled = paragraphs.filter(({ pieces }) => pieces.length);
  const [first, ...rest] = filled;
  if (!first) return null;
  const head = headed(first, call, mark);
  const [from, base] = [draft.lines.length, draft.length];
  const spans = [append(draft, head, calls), ...rest.map((paragraph) => append(draft, paragraph, calls))];
  const shown = spans.filter((span) => span !== null);
  if (!shown.length) return null;
  const [start] = shown[0]!;
  const [, end] = shown.at(-1)!;
  const text = draft.lines
    .slice(from)
    .join('')
    .slice(start - base, end - base);
  const skipped = text.startsWith(call.mark) ? call.mark.length : mark.length;
  const body = text.slice(skipped);
  return body.trim() ? [start + skipped + body.length - body.trimStart().length, end] : null;
}

/** A note begins with its mark; one typed by hand is there already. */
function headed(first: Paragraph, call: Call, mark: string): Paragraph {
  const [piece] = first.pieces;
  const text = piece && 'text' in piece ? piece.text.trimStart() : '';
  if (call.typed && (text.startsWith(call.mark) || text.startsWith(mark))) return first;
  const rest = piece && 'text' in piece ? first.pieces.slice(1) : first.pieces;
  return { ...first, pieces: [{ text: `${mark} ${text}` }, ...rest] };
}
