import type { RunFormat } from '../office/run.ts';

/** Where the text of a group goes. */
export type Destination = 'text' | 'label' | 'fonts' | 'code' | 'skip';

/** A field: its code, and what that makes of its result. */
export interface Field {
  code: string;
}

/** What a group inherits; changed by making a new one, so that groups share what is the same. */
export interface State {
  destination: Destination;
  font: number;
  format: RunFormat;
  hidden: boolean;
  deleted: boolean;
  /** How many characters stand in for a `\u`. */
  stand: number;
  /** How deep in tables the paragraph stands. */
  depth: number;
  dropCap: boolean;
  field: Field | null;
  /** In a table of contents. */
  contents: boolean;
  /** The destination outside a `\upr`, which holds a text twice. */
  outside: Destination | null;
}

/**
 * Groups that are no text of the document (RTF 1.9.1). A group that starts with `\*` is passed over too, unless its
 * word is one of those that the reader knows.
 */
export const SKIPPED = new Set([
  ...['colortbl', 'stylesheet', 'listtable', 'listoverridetable', 'info', 'pict', 'filetbl', 'revtbl', 'rsidtbl'],
  ...['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf', 'private', 'template'],
  ...['ftnsep', 'ftnsepc', 'ftncn', 'aftnsep', 'aftnsepc', 'aftncn', 'xe', 'tc', 'tcn', 'rxe', 'txe', 'bkmkstart'],
  ...['bkmkend', 'annotation', 'atnid', 'atnauthor', 'atntime', 'atndate', 'atnref', 'atnicn', 'atnparent', 'objdata'],
  ...['objclass', 'objname', 'objalias', 'objsect', 'nonshppict', 'shprslt', 'sp', 'falt', 'panose', 'fontemb'],
  ...['fontfile', 'pntxta', 'pntxtb', 'pn', 'pnseclvl', 'nonesttables', 'mmathPict', 'mathPr', 'generator', 'keycode'],
  ...[
    'background',
    'userprops',
    'xmlnstbl',
    'themedata',
    'colorschememapping',
    'datastore',
    'latentstyles',
    'formfield',
  ],
]);

/** Groups with `\*` that hold text, or lead to it. */
export const KNOWN = new Set([
  ...['footnote', 'listtext', 'pntext', 'fldinst', 'shpinst', 'shptxt', 'nesttableprops', 'moMath', 'moMathPara', 'ud'],
]);

/** Characters that have a word of their own. */
export const CHARACTERS: Record<string, string> = {
  tab: '\t',
  line: '\n',
  page: '\n',
  column: '\n',
  softline: '',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
};
