import { type Call, callKey, type NoteKind } from '../office/story.ts';
import { attribute, type HtmlElement, textOf } from './tree.ts';

/*
 * Notes are links there and back. Word names them _ftn1 and _ftnref1, LibreOffice sdfootnote1sym and sdfootnote1anc,
 * Markdown converters fn1 and fnref1; the note stands in an element that is named after it.
 */

const CALL = /^#(?:_?(ftn|edn|fn)|sd(footnote|endnote)):?(\d{1,6})(?:sym)?$/;
const BODY = /^(?:_?(ftn|edn|fn)|sd(footnote|endnote)):?(\d{1,6})$/;
const BACK = /^#(?:_?(?:ftn|edn|fn)ref:?\d+|sd(?:footnote|endnote)\d+anc)$/;

const keyOf = (match: RegExpExecArray | null): { kind: NoteKind; id: string } | null =>
  match && { kind: match[1] === 'edn' || match[2] === 'endnote' ? 'endnote' : 'footnote', id: match[3]! };

/** The call that a link is, with its mark; `null` for other links. */
export function callOf(link: HtmlElement): Call | null {
  const note = keyOf(CALL.exec(attribute(link, 'href') ?? ''));
  const mark = textOf(link).replace(/[[\]\s]/g, '');
  return note && mark ? { ...note, mark, typed: false } : null;
}

/** The key of the note that an element holds, `null` where it holds none. */
export function noteIn(element: HtmlElement): string | null {
  const note = keyOf(BODY.exec(attribute(element, 'id') ?? ''));
  return note && callKey(note.kind, note.id);
}

/** Whether a link leads back from a note to its call. */
export const leadsBack = (link: HtmlElement): boolean => BACK.test(attribute(link, 'href') ?? '');
