import { strToU8, zipSync } from 'fflate';
import { extractOdt } from '../../src/extract/odt/index.ts';

/* OpenDocument texts written by hand, as small as they can be. */

const uri = (name: string) => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`;
export const NAMESPACES = [
  ...['office', 'text', 'style', 'table'].map((name) => `xmlns:${name}="${uri(name)}"`),
  `xmlns:draw="${uri('drawing')}"`,
  `xmlns:fo="${uri('xsl-fo-compatible')}"`,
  `xmlns:svg="${uri('svg-compatible')}"`,
].join(' ');

/** The main part. */
export const contentOf = (body: string, styles = ''): string =>
  `<office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles>` +
  `<office:body><office:text>${body}</office:text></office:body></office:document-content>`;

/** A package of these files. */
export const pack = (contents: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(contents).map(([name, file]) => [name, strToU8(file)])));

export const extract = (body: string, styles = '') => extractOdt(pack({ 'content.xml': contentOf(body, styles) }));

/** The lines read from a text with this body. */
export const lines = (body: string, styles = ''): string[] =>
  extract(body, styles)
    .text.split('\n')
    .filter((line) => line);

export const paragraph = (content: string, style = ''): string =>
  `<text:p${style && ` text:style-name="${style}"`}>${content}</text:p>`;

export const item = (content: string, attributes = ''): string =>
  `<text:list-item ${attributes}>${content}</text:list-item>`;

export const list = (items: string, attributes = 'text:style-name="L"'): string =>
  `<text:list ${attributes}>${items}</text:list>`;

/** A list style whose levels are given as attributes of `text:list-level-style-number`. */
export const listStyle = (name: string, ...levels: string[]): string =>
  `<text:list-style style:name="${name}">${levels
    .map((attributes, n) => `<text:list-level-style-number text:level="${n + 1}" ${attributes}/>`)
    .join('')}</text:list-style>`;

/** A text style with these properties. */
export const style = (family: string, name: string, properties: string, attributes = ''): string =>
  `<style:style style:family="${family}" style:name="${name}" ${attributes}><style:text-properties ${properties}/></style:style>`;
