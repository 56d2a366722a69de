/**
 * Bare numbers behind proper names: "6 tàu (Bình An 2, An Hải 1 và Tân Ô 3)", "27 sự cố, gồm Bình An 2", "Bình An (12),
 * An Hải (7)", "60 ha (Bình An 35,5; An Hải 24,5)".
 */

const item = /^\s*\p{Lu}[^\d(),;]{1,40}\s\d[\d.]*(?:,\d+)?\s*$/u;
const between = /;|,(?!\d)|\svà\s/u;
const opener = /^.*(?:gồm(?:\s+có)?|như\s+sau)\s*:?\s*/su;
const before = /\(\d[\d.]*\)\s*[,;]\s*\p{Lu}[^\d(),;]{1,40}\s\($/u;
const behind = /^\)\s*[,;]\s*\p{Lu}[^\d(),;]{1,40}\s\(\d/u;

/** How far the ends of such a list may be from its number. */
const reach = 600;

/**
 * Whether the bare number from `at` to `end` stands in such a list of two or more, all of whose items are a name and a
 * number. One name with a number alone is a name: "thôn Bình An 2".
 */
export function isListedByName(text: string, at: number, end: number): boolean {
  const left = text.slice(Math.max(0, at - reach), at);
  const right = text.slice(end, end + reach);
  if (left.endsWith('(')) return right.startsWith(')') && (before.test(left) || behind.test(right));
  const open = left.lastIndexOf('(');
  const bracketed = open > left.lastIndexOf(')');
  // "(17 người: Bình An 10, An Hải 7)": the list is what the colon opens.
  const colon = bracketed ? left.lastIndexOf(': ') : -1;
  const opened = colon > open && /\d/.test(left.slice(open, colon)) ? colon : open;
  const start = bracketed ? opened + 1 : (opener.exec(left)?.[0].length ?? -1);
  if (start < 0) return false;
  const stop = right.search(/[().](?:\s|[,;.]|$)/);
  const list = left.slice(start) + text.slice(at, end) + (stop < 0 ? right : right.slice(0, stop));
  const items = list.split(between);
  // In brackets other parts may stand beside them: "(KN 76, TC 143 và kiến nghị 3.448 đơn)".
  const listed = items.filter((part) => item.test(part)).length;
  return listed > 1 && (bracketed || listed === items.length);
}
