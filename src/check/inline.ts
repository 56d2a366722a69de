import { type IgnoreComment, ignoreComments } from '../ignore.ts';
import type { Report, Section } from '../schema.ts';
import type { Message, Span } from '../source.ts';
import { locate } from '../text.ts';
import { catalogue, similarRule } from './catalogue.ts';
import { firstFrom } from './search.ts';

/** A reason to be silent about findings, from a comment in the text or from a configuration. */
export interface Suppression {
  kind: 'inline' | 'config';
  rule: string;
  reason: string;
  /** Whether it is about what stands at a span of the text (`null`: the document as a whole). */
  covers(span: Span | null): boolean;
  /** The file it is written in, `null` for the report itself. */
  file: string | null;
  /** Where in that file, if that is known; 1-based line. */
  span: Span | null;
  line: number | null;
}

/** A comment that cannot be obeyed, and why. */
export interface Misuse {
  span: Span;
  line: number;
  message: Message;
}

/** What the comments of a report's text ask for. Only .txt and .md have comments. */
export function inlineSuppressions({ source, text, ...report }: Report): {
  suppressions: Suppression[];
  misuses: Misuse[];
} {
  const comments = text && (source.format === 'txt' || source.format === 'md') ? ignoreComments(text) : [];
  if (!text || !comments.length) return { suppressions: [], misuses: [] };
  const passages = passagesOf(report);
  const { point } = locate(text, []);
  const suppressions: Suppression[] = [];
  const misuses: Misuse[] = [];
  for (const [n, comment] of comments.entries()) {
    const { reason, rules, comment: span } = comment;
    const { line } = point(span[0]);
    const message = misuseOf(comment);
    if (message) misuses.push({ span, line, message });
    if (message || reason === null) continue;
    const target = targetOf(n, comments, text, passages);
    const covers = (at: Span | null) => Boolean(at && target && at[0] >= target[0] && at[0] < target[1]);
    for (const rule of rules) suppressions.push({ kind: 'inline', rule, reason, covers, file: null, span, line });
  }
  return { suppressions, misuses };
}

const example = '<!-- dvcq-ignore percent-mismatch: lý do -->';

function misuseOf({ rules, reason }: IgnoreComment): Message | null {
  const unknown = rules.find((id) => !catalogue.some((rule) => rule.id === id));
  if (unknown !== undefined) return unknownRule(unknown);
  if (rules.length && reason !== null) return null;
  return {
    vi: `Chú thích thiếu ${rules.length ? 'lý do' : 'tên quy tắc'}; cách viết: ${example}`,
    en: `The comment gives no ${rules.length ? 'reason' : 'rule'}; write: ${example}`,
  };
}

/** That there is no such rule, and which may be meant. */
export function unknownRule(id: string): Message {
  const meant = similarRule(id);
  return {
    vi: `Không có quy tắc "${id}"${meant ? `; có phải ý bạn là ${meant}?` : ''}`,
    en: `There is no rule "${id}"${meant ? `; did you mean ${meant}?` : ''}`,
  };
}

/** What the n-th comment is about: the next line that is no comment itself, and the paragraph that begins there. */
function targetOf(n: number, comments: IgnoreComment[], text: string, passages: Placed[]): Span | null {
  let at = comments[n]?.span[1] ?? 0;
  for (let next = n + 1; next < comments.length; next++) {
    const [start, end] = comments[next]?.span ?? [at, at];
    if (text.slice(at, start).trim()) break;
    at = end;
  }
  const start = at + text.slice(at).search(/\S/);
  if (start < at) return null;
  const newline = text.indexOf('\n', start);
  const lineEnd = newline < 0 ? text.length : newline;
  const inLine = passages.slice(firstFrom(passages, start), firstFrom(passages, lineEnd));
  return [start, Math.max(lineEnd, ...inLine.map(({ span }) => span[1]))];
}

interface Placed {
  span: Span;
}

/** Paragraphs and headings, in order. */
function passagesOf({ preamble, sections, conclusion, footnotes }: Omit<Report, 'source' | 'text'>): Placed[] {
  const inSection = ({ headingSpan, paragraphs, children }: Section): Placed[] => [
    ...(headingSpan ? [{ span: headingSpan }] : []),
    ...paragraphs,
    ...children.flatMap(inSection),
  ];
  const passages = [...preamble, ...conclusion, ...footnotes, ...sections.flatMap(inSection)];
  return passages.sort((a, b) => a.span[0] - b.span[0]);
}
