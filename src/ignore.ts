import type { Span } from './source.ts';

/** A line of a plain text that silences findings: `<!-- dvcq-ignore numbering: mục 3 đã bị bãi bỏ -->`. */
export interface IgnoreComment {
  /** The comment with the line break before it, if there is one. */
  span: Span;
  /** The comment alone. */
  comment: Span;
  /** The rule ids as written; empty where the comment cannot be read. */
  rules: string[];
  /** Why they may be silent; `null` where the comment does not say. */
  reason: string | null;
}

/** A comment alone on its line, whatever stands in it behind the word. */
const line = /(?:^|\n)[ \t]*(<!--[ \t]*dvcq-ignore(?![\w-])([^\n]*?)-->)[ \t]*(?=\n|$)/g;
const content = /^\s+([\w-]+(?:\s*,\s*[\w-]+)*)\s*(?::\s*(\S.*?))?\s*$/;

/** The comments of a text of dvcq's own, in order. Takes the text of a .txt or .md file. */
export function ignoreComments(text: string): IgnoreComment[] {
  if (!text.includes('dvcq-ignore')) return [];
  return [...text.matchAll(line)].map(({ 0: whole, 1: comment = '', 2: inside = '', index }) => {
    const [, rules = '', reason = null] = content.exec(inside) ?? [];
    const at = index + whole.indexOf('<');
    return {
      span: [index, index + whole.length],
      comment: [at, at + comment.length],
      rules: rules ? rules.split(/\s*,\s*/) : [],
      reason,
    };
  });
}

/**
 * A text with its comments as spaces, as long as before. The line break before a comment goes with it, so that the
 * lines around it are as far from each other as without it: it can stand in the middle of a wrapped paragraph.
 */
export const withoutIgnoreComments = (text: string): string =>
  text.includes('dvcq-ignore') ? text.replace(line, (whole) => ' '.repeat(whole.length)) : text;
