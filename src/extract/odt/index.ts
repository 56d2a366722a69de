import type { Layout, Notice } from '../../source.ts';
import { unreadable } from '../office/failures.ts';
import { layOut } from '../office/layout.ts';
import { noticesOf } from '../office/notices.ts';
import { type Archive, openArchive } from '../office/zip.ts';
import { readBlocks } from './blocks.ts';
import { type Context, TOP } from './inline.ts';
import { startCounter } from './lists.ts';
import { readStyles } from './styles.ts';
import { child, parseXml, type XmlElement } from './xml.ts';

/** An .odt as read. */
export interface OdtText {
  /** NFC, `\n` line ends, list labels and note marks as shown; notes at the end. */
  text: string;
  layout: Layout;
  notices: Notice[];
}

/**
 * Reads an OpenDocument text (.odt, .ott, and .fodt, the same in one XML file). Macros, objects and links are never
 * touched.
 *
 * Throws an UnreadableError with one sentence for a clerk if the file is damaged, encrypted, absurdly large, or no text.
 */
export function extractOdt(bytes: Uint8Array): OdtText {
  const { content, styles } = openParts(bytes);
  const text = child(child(content, 'office:body'), 'office:text');
  if (!text) throw unreadable('notOpenDocument');
  const context = startContext(styles ? [styles, content] : [content]);
  const body = readBlocks(text.children, context, TOP);
  const laidOut = layOut({ body, notes: context.notes }, context.calls);
  if (!laidOut.text.trim() && context.pictures) throw unreadable('scan');
  return { ...laidOut, notices: noticesOf(context.met) };
}

function startContext(roots: XmlElement[]): Context {
  const styles = readStyles(roots);
  const counter = startCounter(styles);
  return { styles, counter, calls: new Map(), notes: new Map(), met: new Set(), pictures: false, blocks: readBlocks };
}

interface Parts {
  content: XmlElement;
  styles: XmlElement | undefined;
}

function openParts(bytes: Uint8Array): Parts {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { content: parseXml(bytes), styles: undefined };
  const archive = openArchive(bytes);
  refuseEncrypted(archive);
  const content = archive.read('content.xml');
  if (!content) throw unreadable('notOpenDocument');
  const styles = archive.read('styles.xml');
  return { content: parseXml(content), styles: styles ? parseXml(styles) : undefined };
}

/** An encrypted document is a proper archive of unreadable parts; its list of parts says so. */
function refuseEncrypted(archive: Archive): void {
  const manifest = archive.read('META-INF/manifest.xml');
  if (manifest && Buffer.from(manifest).includes('encryption-data')) throw unreadable('password');
}
