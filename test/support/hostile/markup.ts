// .html and .rtf files made to keep a reader busy or to fill its memory.

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const page = (body: string, head = '') => bytes(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
const HELLO = '<p>Đã tiếp 12 lượt công dân.</p>';
const times = (n: number, make: (n: number) => string) => Array.from({ length: n }, (_, at) => make(at)).join('');

/** By name, how each is made. */
export const hostileHtml: Record<string, () => Uint8Array> = {
  'a-hundred-thousand-levels': () => page('<div>'.repeat(100_000) + HELLO),
  'formatting-without-end': () => page(`${times(20_000, (n) => `<b id=${n}>`)}${'<p>x'.repeat(20_000)}`),
  'formatting-across-blocks': () => page(`${'<a><div>'.repeat(20_000)}${'</a>'.repeat(20_000)}${HELLO}`),
  'tables-in-tables': () => page('<table><tr><td>'.repeat(20_000) + HELLO),
  'text-beside-cells': () => page(`<table>${'x<tr>'.repeat(100_000)}</table>${HELLO}`),
  'a-cell-over-many-columns': () =>
    page(`<table><tr><td colspan=1000000000 rowspan=1000000000>12 vụ</td></tr>${'<tr><td>x'.repeat(1000)}</table>`),
  'a-list-that-starts-late': () =>
    page(
      `<ol type=I start=2000000000>${'<li>Mục'.repeat(1000)}</ol><ol type=a start=2000000000>${'<li>Mục'.repeat(1000)}</ol>`,
    ),
  'many-rules-many-elements': () =>
    page(
      times(20_000, (n) => `<p class="c${n}">x</p>`),
      `<style>${times(20_000, (n) => `.c${n} { color: red }`)}</style>`,
    ),
  'comments-without-end': () => page(`${'<!-'.repeat(500_000)}<!--${HELLO}`),
  'entities-without-end': () => page(`${'&am'.repeat(1_000_000)}${HELLO}`),
  brackets: () => page(`${'<'.repeat(3_000_000)}${HELLO}`),
  attributes: () => page(`<p ${times(200_000, (n) => `a${n} `)}>${HELLO}`),
  'styles-without-end': () =>
    page(
      `<p style="${'a:b;'.repeat(500_000)}">x</p><p style="${'('.repeat(500_000)}">${HELLO}`,
      `<style>${'{'.repeat(500_000)}</style><style>${'/*'.repeat(500_000)}</style>`,
    ),
  'a-web-archive-of-boundaries': () =>
    bytes(
      `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n${'--x\nContent-Type: text/html\n\n'.repeat(100_000)}${HELLO}`,
    ),
};

const rtf = (text: string) =>
  bytes(`{\\rtf1\\ansi{\\fonttbl{\\f0 Times New Roman;}}\\pard Tiep 12 luot cong dan.\\par ${text}}`);

/** By name, how each is made. */
export const hostileRtf: Record<string, () => Uint8Array> = {
  'a-million-groups': () => rtf('{'.repeat(1_000_000)),
  'groups-opened-and-closed': () => rtf('{{}'.repeat(500_000) + '}'.repeat(500_000)),
  'more-bytes-than-there-are': () => rtf('\\bin2000000000 x'),
  'signs-to-skip': () => rtf('\\uc2000000000\\u7841 x \\par'.repeat(1000)),
  'a-long-word': () => rtf(`\\${'a'.repeat(10_000_000)}`),
  'a-long-number': () => rtf(`\\fs${'9'.repeat(10_000_000)} x`),
  'a-million-fonts': () =>
    bytes(`{\\rtf1\\ansi{\\fonttbl${times(500_000, (n) => `{\\f${n} A;}`)}}\\pard Tiep 12 luot.\\par}`),
  'a-billion-levels-of-table': () => rtf('\\trowd\\itap1000000000 x\\nestcell\\nestrow\\cell\\row '.repeat(1000)),
  'cells-without-end': () =>
    rtf(`\\trowd${times(500_000, (n) => `\\cellx${n}`)} x${'\\intbl\\cell'.repeat(500_000)}\\row`),
  'lists-in-a-circle': () =>
    bytes(
      `{\\rtf1\\ansi{\\*\\listtable${times(20_000, (n) => `{\\list{\\listlevel\\levelnfc1\\levelstartat2000000000{\\leveltext\\'02\\'00.;}{\\levelnumbers\\'01;}}\\listid${n}}`)}}{\\*\\listoverridetable${times(20_000, (n) => `{\\listoverride\\listid${n}\\ls${n}}`)}}${times(20_000, (n) => `\\pard\\ls${n} Muc\\par`)}}`,
    ),
  'notes-in-notes': () => rtf(`${'{\\footnote x '.repeat(50_000)}`),
  'a-million-paragraphs': () => rtf('\\par'.repeat(2_000_000)),
};
