import { HYPHEN } from '../../grammars/alphabet.ts';
import { anchorsIn, isNumberedType } from '../../grammars/reference-anchor.ts';
import { isLaw, type TypeRow, typeAt } from '../../grammars/reference-words.ts';
import type { Reference } from '../schema.ts';
import type { Span } from '../source.ts';
import { citationMatches } from './reference-citation.ts';
import { listedType, shareHeading } from './reference-list.ts';
import { isNoLaw, lawMatch, namedMatch } from './reference-name.ts';
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

const codeBefore = new RegExp(
  String.raw`(?:(?<!\p{L})số\s*[:.]?\s*)?\d{1,6}[a-zđ]?(?:\s*\/\s*(?:19|20)\d\d)?\s*[/${HYPHEN}]\s*$`,
  'iu',
);

/** Finds every mention of another document in a paragraph's reading. Only a window behind an anchor becomes tokens. */
export function findReferences(reading: string): ReferenceMatch[] {
  const found: Found[] = [];
  const nextAnchor = anchorsIn(reading);
  for (let anchor = nextAnchor(0); anchor; ) {
    const { at, form } = anchor;
    const from = found.at(-1)?.end ?? 0;
    const more = /^s[ốỐ]/iu.test(form) ? goingOn(reading, at, found.at(-1)) : readAt(reading, at, form, from);
    found.push(...more);
    anchor = nextAnchor(more.at(-1)?.end ?? at + form.length);
  }
  shareHeading(reading, found);
  return addSubjects(reading, found);
}

/** Mẫu số 02/BC-KTTH, Biểu 03/TH: what is numbered is a form, no document. */
const formBefore = /(?:mẫu|biểu|phụ lục|bảng)(?:\s+(?:số|báo cáo))?\s*$/iu;

/** The references that begin at an anchor; `from` is where the one before ended. */
function readAt(reading: string, at: number, form: string, from: number): Found[] {
  const type = typeOf(form);
  if (!type || (isLetter(reading, at - 1) && !isGlued(reading, at))) return [];
  const behind = at + form.length;
  // Luật Thanh tra số 56/2010/QH12: the words before the number are its name
  const law = isLaw(type) ? lawAt(reading, at) : null;
  if (law) return [law];
  if (isNumberedType(reading, behind)) {
    const cited = citationsAt(reading, at, from);
    if (cited.length || isLaw(type)) return cited;
  }
  return isCode(form) ? bareCodeAt(reading, at, from) : listed(namedMatch(reading, at, behind, type));
}

const listed = (match: Found | null): Found[] => (match ? [match] : []);
/** An anchor that is a code rather than a type: `KH-U`. */
const isCode = (form: string): boolean => codeSign.test(form);
const codeSign = new RegExp(`[/${HYPHEN}]`);

const rows = new Map<string, TypeRow | null>();
/** The type that an anchor names. Few forms occur, so each is looked up once. */
function typeOf(form: string): TypeRow | null {
  let row = rows.get(form);
  if (row === undefined) rows.set(form, (row = typeAt(form)));
  return row;
}

/** thực hiệnQuyết định, 1Quyết định: a space lost between a small letter or a digit and a word with its capital. */
const isGlued = (text: string, at: number): boolean => /^[\p{Ll}\d]\p{Lu}\p{Ll}/u.test(text.slice(at - 1, at + 2));

const isLetter = (text: string, at: number): boolean => at >= 0 && /[\p{L}\d]/u.test(text.charAt(at));

function citationsAt(reading: string, at: number, from: number, type: TypeRow | null = null): Found[] {
  const records = readCitations(reading, at);
  return records ? citationMatches(reading, at, from, records, type) : [];
}

/** Công văn số 12/UBND-NC về tiếp dân; *số 13/UBND-NC* về bầu cử: of the type that the list began with. */
function goingOn(reading: string, at: number, last: Found | undefined): Found[] {
  const type = last && !isLetter(reading, at - 1) ? listedType(reading, at, last) : null;
  return type && last ? citationsAt(reading, at, last.end, type) : [];
}

/**
 * A code without type, whose abbreviation tells it: theo 30/KH-UBND. "Số:" with its capital and colon is how a head
 * prints the document's own number, and so is "Số" with nothing else in its line.
 */
function bareCodeAt(reading: string, at: number, from: number): Found[] {
  const before = codeBefore.exec(reading.slice(Math.max(from, at - 30), at))?.[0] ?? '';
  const start = at - before.length;
  if (!before || isLetter(reading, start - 1)) return [];
  if (/^S[ốỐ]\s*:/.test(before) || formBefore.test(reading.slice(Math.max(0, start - 12), start))) return [];
  const cited = citationsAt(reading, start, from);
  const isLine = /^S/.test(before) && cited[0]?.span[0] === 0 && !reading.slice(cited[0].end).trim();
  return isLine ? [] : cited;
}

function lawAt(reading: string, at: number): Found | null {
  const record = isNoLaw(reading, at) ? null : readLaw(reading, at);
  return record && lawMatch(reading, at, record);
}
