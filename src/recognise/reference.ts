import { anchor as anchorSource, numbered as numberedSource } from '../../grammars/reference-tokens.ts';
import { isLaw, typeAt } from '../../grammars/reference-words.ts';
import type { Reference } from '../schema.ts';
import type { Span } from '../source.ts';
import { citationMatches } from './reference-citation.ts';
import { lawMatch, namedMatch } from './reference-name.ts';
import { addSubjects } from './reference-subject.ts';
import { readCitations, readLaw } from './reference-window.ts';

/** A reference found in a reading; offsets are relative to the reading. */
export interface ReferenceMatch
  extends Omit<Reference, 'id' | 'span' | 'text' | 'line' | 'page' | 'section' | 'document' | 'type'> {
  span: Span;
  /** Tên loại, e.g. `Kế hoạch`. */
  kind: string;
}

/** A match with the offset up to which its form, issuer included, was read. */
export type Found = ReferenceMatch & { end: number };

const anchor = new RegExp(anchorSource, 'g');
const numbered = new RegExp(numberedSource, 'y');
const letterBefore = /[\p{L}\d]$/u;
const codeBefore = /(?:(?<!\p{L})số\s*[:.]?\s*)?\d{1,6}[a-zđ]?(?:\s*\/\s*(?:19|20)\d\d)?\s*[-/]\s*$/iu;

/**
 * Finds every mention of another document in a paragraph's reading. An anchor (a type of document, a code) is found
 * by one pattern; only a window behind it becomes tokens.
 */
export function findReferences(reading: string): ReferenceMatch[] {
  const found: Found[] = [];
  anchor.lastIndex = 0;
  for (let hit = anchor.exec(reading); hit; hit = anchor.exec(reading)) {
    const from = found.at(-1)?.end ?? 0;
    const more = readAt(reading, hit.index, from);
    if (more.length) anchor.lastIndex = more.at(-1)?.end ?? anchor.lastIndex;
    found.push(...more);
  }
  return addSubjects(reading, found);
}

/** The references that begin at an anchor; `from` is where the one before ended. */
function readAt(reading: string, at: number, from: number): Found[] {
  const type = typeAt(reading.slice(at, at + 40));
  if (!type || letterBefore.test(reading.slice(Math.max(0, at - 1), at))) return [];
  numbered.lastIndex = at;
  if (numbered.test(reading)) {
    const cited = citationsAt(reading, at, from);
    if (cited.length) return cited;
  }
  const named = isLaw(type) ? lawAt(reading, at) : namedMatch(reading, at, type);
  if (named) return [named];
  return type.code && reading.startsWith(type.code, at) ? bareCodeAt(reading, at, from) : [];
}

function citationsAt(reading: string, at: number, from: number): Found[] {
  const records = readCitations(reading, at);
  return records ? citationMatches(reading, at, from, records) : [];
}

/** A code without type, whose abbreviation tells it: theo 30/KH-UBND. At the head of a line "Số:" is the document's own. */
function bareCodeAt(reading: string, at: number, from: number): Found[] {
  const before = codeBefore.exec(reading.slice(Math.max(from, at - 30), at))?.[0] ?? '';
  const start = at - before.length;
  if (!before || letterBefore.test(reading.slice(Math.max(0, start - 1), start))) return [];
  if (/^s/i.test(before) && !reading.slice(0, start).trim()) return [];
  return citationsAt(reading, start, from);
}

function lawAt(reading: string, at: number): Found | null {
  const record = readLaw(reading, at);
  return record && lawMatch(reading, at, record);
}
