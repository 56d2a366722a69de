import { zipSync } from 'fflate';

// .docx and .odt files made to keep a reader busy or to fill its memory.

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const p = (text: string, properties = '') => `<w:p>${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const HELLO = p('Đã tiếp 12 lượt công dân.');

/** Parts by name; the document's may be given as its body. */
export function docxOfParts(body: string, parts: Record<string, string> = {}, head = ''): Uint8Array {
  const document = `${head}<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`;
  const all = { '[Content_Types].xml': TYPES, 'word/document.xml': document, ...parts };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, bytes(text)])), { level: 1 });
}

const ODF = 'urn:oasis:names:tc:opendocument:xmlns:';
const NAMES = ['office', 'text', 'style', 'table'].map((name) => `xmlns:${name}="${ODF}${name}:1.0"`).join(' ');
const t = (text: string) => `<text:p>${text}</text:p>`;
const ODT_HELLO = t('Đã tiếp 12 lượt công dân.');

/** An .odt of a text; `styles` stand in front of it. */
export function odtOf(body: string, styles = '', head = ''): Uint8Array {
  const content = `${head}<office:document-content ${NAMES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  return zipSync(
    { mimetype: bytes('application/vnd.oasis.opendocument.text'), 'content.xml': bytes(content) },
    { level: 1 },
  );
}

/** Ten entities, each ten times the one before. */
const ENTITIES = `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from({ length: 10 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('')}]>`;
const OWN_FILE = '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]>';

const deep = (n: number, open: string, close: string, inside: string) => open.repeat(n) + inside + close.repeat(n);

/** Numbers that do not repeat, so that they do not pack well. */
const noise = (n: number) => ((n * 2654435761) >>> 0).toString(16);
const times = (n: number, make: (n: number) => string) => Array.from({ length: n }, (_, at) => make(at)).join('');

const level = (format: string, start: number) =>
  `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
const NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';

const styleLoop = `<w:styles ${W}>${times(3, (n) => `<w:style w:type="paragraph" w:styleId="s${n}"><w:basedOn w:val="s${(n + 1) % 3}"/></w:style>`)}</w:styles>`;
const styleChain = (n: number) =>
  `<w:styles ${W}>${times(n, (at) => `<w:style w:type="paragraph" w:styleId="s${at}"><w:basedOn w:val="s${at + 1}"/></w:style>`)}</w:styles>`;
const styled = (n: number) => p('Chữ', `<w:pPr><w:pStyle w:val="s${n}"/></w:pPr>`);

/** By name, how each is made. */
export const hostileDocx: Record<string, () => Uint8Array> = {
  'entities-in-entities': () => docxOfParts(p('&a10;'), {}, ENTITIES),
  'entity-of-a-file': () => docxOfParts(p('&file;'), {}, OWN_FILE),
  'ten-thousand-levels': () => docxOfParts(deep(10_000, '<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>', HELLO)),
  'tables-in-tables': () => docxOfParts(deep(90, '<w:tbl><w:tr><w:tc>', '<w:p/></w:tc></w:tr></w:tbl>', HELLO)),
  'nothing-100-MB': () => docxOfParts(`${HELLO}${' '.repeat(100 * 2 ** 20)}`),
  'a-million-empty-paragraphs': () => docxOfParts(HELLO + times(1_100_000, (n) => `<w:p w:rsidR="${noise(n)}"/>`)),
  'a-million-runs': () => docxOfParts(`<w:p>${times(600_000, (n) => `<w:r><w:t>${noise(n)}</w:t></w:r>`)}</w:p>`),
  'one-long-attribute': () => docxOfParts(`<w:p w:rsidR="${times(1_000_000, noise)}"/>${HELLO}`),
  'a-hundred-thousand-attributes': () => docxOfParts(`<w:p ${times(100_000, (n) => `w:a${n}="" `)}/>${HELLO}`),
  'a-hundred-thousand-namespaces': () =>
    docxOfParts(`<w:p ${times(20_000, (n) => `xmlns:a${n}="u:${n}" `)}>${'<a1:x/>'.repeat(100_000)}</w:p>${HELLO}`),
  'fields-without-end': () =>
    docxOfParts(`<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(100_000)}</w:p>${HELLO}`),
  'styles-in-a-circle': () => docxOfParts(styled(0), { 'word/styles.xml': styleLoop }),
  'a-chain-of-styles': () => docxOfParts(times(20_000, styled), { 'word/styles.xml': styleChain(20_000) }),
  'a-label-of-many-letters': () =>
    docxOfParts(p('Mục', NUMBERED).repeat(100), { 'word/numbering.xml': level('upperLetter', 2_000_000_000) }),
  'a-label-of-many-ms': () =>
    docxOfParts(p('Mục', NUMBERED).repeat(100), { 'word/numbering.xml': level('upperRoman', 2_000_000_000) }),
  'a-cell-over-many-columns': () =>
    docxOfParts(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>${HELLO}</w:tc></w:tr></w:tbl>`),
  'notes-that-call-themselves': () =>
    docxOfParts(p('Chữ').repeat(3) + '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'.repeat(20_000), {
      'word/footnotes.xml': `<w:footnotes ${W}><w:footnote w:id="2"><w:p><w:r><w:t>x</w:t><w:footnoteReference w:id="2"/></w:r></w:p></w:footnote></w:footnotes>`,
    }),
};

/** By name, how each is made. */
export const hostileOdt: Record<string, () => Uint8Array> = {
  'entities-in-entities': () => odtOf(t('&a10;'), '', ENTITIES),
  'entity-of-a-file': () => odtOf(t('&file;'), '', OWN_FILE),
  'ten-thousand-levels': () => odtOf(deep(10_000, '<text:section>', '</text:section>', ODT_HELLO)),
  'a-billion-spaces': () => odtOf(t('Chữ<text:s text:c="1000000000"/>chữ')),
  'many-million-spaces': () => odtOf(t('<text:s text:c="10000"/>'.repeat(20_000)) + ODT_HELLO),
  'a-billion-columns': () =>
    odtOf(
      `<table:table><table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000">${ODT_HELLO}</table:table-cell></table:table-row></table:table>`,
    ),
  'a-label-of-many-letters': () =>
    odtOf(
      `<text:list text:style-name="L">${`<text:list-item>${t('Mục')}</text:list-item>`.repeat(100)}</text:list>`,
      '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="A" text:start-value="2000000000" style:num-suffix="." style:num-letter-sync="true"/></text:list-style>',
    ),
  'styles-in-a-circle': () =>
    odtOf(
      '<text:p text:style-name="s0">Chữ</text:p>',
      times(
        3,
        (n) => `<style:style style:name="s${n}" style:family="paragraph" style:parent-style-name="s${(n + 1) % 3}"/>`,
      ),
    ),
  'a-chain-of-styles': () =>
    odtOf(
      times(20_000, (n) => `<text:p text:style-name="s${n}">Chữ</text:p>`),
      times(
        20_000,
        (n) => `<style:style style:name="s${n}" style:family="paragraph" style:parent-style-name="s${n + 1}"/>`,
      ),
    ),
  'a-million-spans': () => odtOf(t(times(900_000, (n) => `<text:span>${noise(n)}</text:span>`))),
  'nothing-100-MB': () => odtOf(`${ODT_HELLO}${' '.repeat(100 * 2 ** 20)}`),
};
