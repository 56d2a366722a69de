import { strToU8, zipSync } from 'fflate';
import { extractDocx } from '../../src/extract/docx/index.ts';

/*
 * Word documents written by hand, as small as Word still opens them, for what no writer library can write. Strings
 * are WordprocessingML; `paragraph('chữ')` and the like save the angle brackets.
 */

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ');

const isXml = (content: string): boolean => content.startsWith('<');

/** A run; properties are the inside of `w:rPr`. */
export const run = (content: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr>${isXml(content) ? content : `<w:t xml:space="preserve">${content}</w:t>`}</w:r>`;

/** A paragraph of text or of runs; properties are the inside of `w:pPr`. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${isXml(content) || !content ? content : run(content)}</w:p>`;

/** Properties of a paragraph in a list. */
export const inList = (numId: number, level?: number): string =>
  `<w:numPr>${level === undefined ? '' : `<w:ilvl w:val="${level}"/>`}<w:numId w:val="${numId}"/></w:numPr>`;

/** A table of cells of blocks. */
export const table = (rows: string[][], properties = ''): string =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows
    .map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`;

/** A level of a list definition. */
export const level = (at: number, format: string, text: string, extra = '', start = 1): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${extra}<w:lvlText w:val="${text}"/></w:lvl>`;

/** A list definition with the list of the same number. */
export const list = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;

/** The inner XML of the parts of a document. */
export interface Parts {
  body: string;
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  settings?: string;
}

/** Names and contents of a package's files. */
export function files({ body, ...others }: Parts): Record<string, string> {
  const written: Record<string, string> = {
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
  };
  for (const [name, inner] of Object.entries(others))
    written[`word/${name}.xml`] = `<w:${name} ${NAMESPACES}>${inner}</w:${name}>`;
  return written;
}

/** A package of these files; level 0 stores them as they are. */
export const pack = (contents: Record<string, string | Uint8Array>, level: 0 | 6 = 6): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(contents).map(([name, file]) => [name, typeof file === 'string' ? strToU8(file) : file]),
    ),
    { level },
  );

/** What is read from a document with these parts. */
export const extract = (parts: Parts) => extractDocx(pack(files(parts)));

/** The lines read from a document with these parts. */
export const lines = async (parts: Parts): Promise<string[]> =>
  (await extract(parts)).text.split('\n').filter((line) => line);
