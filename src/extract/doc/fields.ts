/** Fields: begin, code, separator, result, end, each a character. Only the result is shown. They nest. */
export const FIELD = { begin: '\x13', separator: '\x14', end: '\x15' } as const;

interface Field {
  inCode: boolean;
  code: string;
  contents: boolean;
}

/** Where the reading stands among the fields. */
export interface Fields {
  /** Takes the sign at a position of the text. */
  sign(character: string, at: number): void;
  /** Takes a piece of code. */
  code(text: string): void;
  /** Whether what comes now is code and not shown. */
  hidden(): boolean;
  /** Whether what comes now is a table of contents. */
  contents(): boolean;
}

/** Starts at the beginning of a text; a field without end must be known beforehand, or its code would swallow the rest. */
export function startFields(text: string): Fields {
  const endless = findEndless(text);
  const open: Field[] = [];
  // Counted, not searched: it is asked for every run, and hostile files nest fields by the thousand.
  const count = { code: 0, contents: 0 };
  const leaveCode = (field: Field): void => {
    if (!field.inCode) return;
    field.inCode = false;
    count.code--;
    field.contents = /^\s*TOC\b/.test(field.code);
    if (field.contents) count.contents++;
  };
  return {
    sign(character, at) {
      if (character === FIELD.begin && !endless.has(at)) {
        open.push({ inCode: true, code: '', contents: false });
        count.code++;
      }
      const field = open.at(-1);
      if (character === FIELD.begin || !field) return;
      leaveCode(field);
      if (character === FIELD.end && open.pop()?.contents) count.contents--;
    },
    code(text) {
      const field = open.at(-1);
      if (field?.inCode && field.code.length < 100) field.code += text;
    },
    hidden: () => count.code > 0,
    contents: () => count.contents > 0,
  };
}

function findEndless(text: string): Set<number> {
  const open: number[] = [];
  for (const { 0: sign, index } of text.matchAll(/[\x13\x15]/g))
    if (sign === FIELD.begin) open.push(index);
    else open.pop();
  return new Set(open);
}
