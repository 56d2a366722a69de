import { unreadable } from '../office/failures.ts';
import { decodePage } from './decode.ts';

/*
 * Web archives (MHTML, RFC 2557), which Word calls "Single File Web Page": a message whose parts are the page and its
 * pictures. Only the first page is read.
 */

/** Whether a file begins as a message with several parts. */
export const isArchive = (head: string): boolean =>
  /^(?:From|MIME-Version|Content-Type|Subject|Date|X-[\w-]+):/i.test(head) && /multipart\/related/i.test(head);

/** The page of a web archive as text. */
export function readArchive(bytes: Buffer): string {
  const file = bytes.toString('latin1');
  const [head] = splitHead(file);
  const boundary = parameter(head, 'content-type', 'boundary');
  if (!boundary) throw unreadable('damaged');
  const parts = file.split(`--${boundary}`).slice(1);
  const page = parts.map((part) => splitHead(part.replace(/^\r?\n/, ''))).find(([told]) => isPage(told));
  if (!page) throw unreadable('damaged');
  const [told, body] = page;
  return decodePage(
    decodeBody(body, header(told, 'content-transfer-encoding')),
    parameter(told, 'content-type', 'charset'),
  );
}

const isPage = (head: string): boolean => /^text\/html\b|^application\/xhtml/i.test(header(head, 'content-type'));

/** Headers, unfolded, and what follows them. */
function splitHead(part: string): [head: string, body: string] {
  const end = /\r?\n\r?\n/.exec(part);
  if (!end) return [part, ''];
  return [part.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' '), part.slice(end.index + end[0].length)];
}

/** The value of a header, empty where there is none. */
function header(head: string, name: string): string {
  const line = head.split(/\r?\n/).find((text) => text.toLowerCase().startsWith(`${name}:`)) ?? '';
  return line.slice(name.length + 1).trim();
}

/** A parameter of a header's value, e.g. `charset` of a content type. */
const parameter = (head: string, name: string, key: string): string | undefined =>
  new RegExp(`;\\s*${key}\\s*=\\s*"?([^";]+)`, 'i').exec(header(head, name))?.[1]?.trim();

function decodeBody(body: string, encoding: string): Buffer {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64');
  if (!/quoted-printable/i.test(encoding)) return Buffer.from(body, 'latin1');
  const joined = body.replace(/=[ \t]*\r?\n/g, '');
  const decoded = joined.replace(/=([0-9A-F]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(decoded, 'latin1');
}
