import { child, toggle, type XmlElement } from './xml.ts';

/*
 * Complex fields: begin, code, separate, result, end, each a mark in a run. Only the result is shown. They nest,
 * and a table of contents spans paragraphs.
 */

interface Field {
  phase: 'code' | 'result' | 'contents';
  code: string;
}

/** Where the pass stands among the fields. */
export interface Fields {
  /** Takes the next `w:fldChar`; returns what it shows by itself, a check box. */
  mark(element: XmlElement): string;
  /** Takes a piece of code. */
  code(text: string): void;
  /** Whether what comes now is code and not shown. */
  hidden(): boolean;
  /** Whether what comes now is a table of contents. */
  contents(): boolean;
}

const kindOf = (element: XmlElement): string => element.attributes.fldCharType ?? '';

/**
 * Starts with all marks of a part in order: a field without end, as cut and paste leaves it, must be known
 * beforehand, else its code would swallow the rest of the document.
 */
export function startFields(root: XmlElement): Fields {
  const endless = findEndless(root);
  const open: Field[] = [];
  // Counted, not searched: it is asked for every run, and hostile files nest fields by the thousand.
  const count = { code: 0, contents: 0 };
  const leaveCode = (field: Field): void => {
    if (field.phase !== 'code') return;
    count.code--;
    field.phase = /^\s*TOC\b/.test(field.code) ? 'contents' : 'result';
    if (field.phase === 'contents') count.contents++;
  };
  return {
    mark(element) {
      const kind = kindOf(element);
      if (kind === 'begin' && !endless.has(element)) {
        open.push({ phase: 'code', code: '' });
        count.code++;
      }
      const field = open.at(-1);
      if (kind === 'separate' && field) leaveCode(field);
      if (kind === 'end' && field) {
        leaveCode(field);
        if (open.pop()?.phase === 'contents') count.contents--;
      }
      return kind === 'begin' ? checkBox(element) : '';
    },
    code(text) {
      const field = open.at(-1);
      if (field?.phase === 'code') field.code += text;
    },
    hidden: () => count.code > 0,
    contents: () => count.contents > 0,
  };
}

function findEndless(root: XmlElement): Set<XmlElement> {
  const open: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    if (element.name === 'w:fldChar') {
      if (kindOf(element) === 'begin') open.push(element);
      if (kindOf(element) === 'end') open.pop();
    }
    for (const node of element.children) if (typeof node !== 'string') visit(node);
  };
  visit(root);
  return new Set(open);
}

/** A form's check box has no result; Word draws the box itself. */
function checkBox(begin: XmlElement): string {
  const box = child(child(begin, 'w:ffData'), 'w:checkBox');
  if (!box) return '';
  return (toggle(box, 'w:checked') ?? toggle(box, 'w:default')) ? '☒' : '☐';
}
