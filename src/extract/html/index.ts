import type { Layout, Notice } from '../../source.ts';
import { unreadable } from '../office/failures.ts';
import { layOut } from '../office/layout.ts';
import { noticesOf } from '../office/notices.ts';
import { readStyleSheet } from './css.ts';
import { decodePage } from './decode.ts';
import { isArchive, readArchive } from './mhtml.ts';
import { TOP } from './place.ts';
import { type Context, readAll } from './read.ts';
import { type HtmlNode, isElement, parsePage, textOf } from './tree.ts';

/** A page as read. */
export interface HtmlText {
  /** NFC, `\n` line ends, list labels and note marks as shown; notes at the end. */
  text: string;
  layout: Layout;
  notices: Notice[];
}

/**
 * Reads a page (.html, .mht), as Word ("Web Page"), LibreOffice and web sites write them; many an old .doc is one.
 * Scripts, frames, pictures and links are never touched.
 *
 * Throws an UnreadableError if its nesting is beyond reason, or if it holds only pictures.
 */
export async function extractHtml(bytes: Uint8Array): Promise<HtmlText> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const page = isArchive(file.toString('latin1', 0, 1024)) ? readArchive(file) : decodePage(file);
  const document = await parsePage(page);
  const styles = readStyleSheet(sheetsIn(document.childNodes));
  const context: Context = { styles, calls: new Map(), notes: new Map(), met: new Set(), pictures: false };
  const body = readAll(document.childNodes, context, TOP);
  const { text, layout } = layOut({ body, notes: context.notes }, context.calls);
  if (!text.trim() && context.pictures) throw unreadable('scan');
  return { text, layout, notices: [...noticesOf(context.met), ...cutOff(page)] };
}

/** The texts of the style sheets. */
function sheetsIn(nodes: HtmlNode[]): string[] {
  return nodes.flatMap((node) =>
    !isElement(node) ? [] : node.tagName === 'style' ? [textOf(node)] : sheetsIn(node.childNodes),
  );
}

/** A page need not end with anything, but all writers end what they began. */
function cutOff(page: string): Notice[] {
  const began = /<(?:html|body)\b/i.test(page);
  if (!began || /<\/(?:html|body)\s*>/i.test(page.slice(-4096))) return [];
  const message = {
    vi: 'Trang HTML không có phần kết, có thể đã bị cắt mất đoạn cuối',
    en: 'The HTML page has no end; its last part may be missing',
  };
  return [{ rule: 'truncated', severity: 'warning', message, span: null }];
}
