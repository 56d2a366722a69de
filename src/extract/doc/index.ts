import type { Layout, Notice } from '../../source.ts';
import { unreadable } from '../office/failures.ts';
import { layOut } from '../office/layout.ts';
import { UnreadableError } from '../unreadable.ts';
import { readDoc } from './read.ts';

/** A .doc as read. */
export interface DocText {
  /** NFC, `\n` line ends, list labels and note marks as Word shows them; notes at the end. */
  text: string;
  layout: Layout;
  notices: Notice[];
}

/**
 * Reads a Word 97-2003 document (MS-DOC). A reader of our own, since the packages for it lose what a report cannot do
 * without: word-extractor the labels of lists, @firecrawl/anydoc the signs of bullets and raised digits, both the fonts
 * of runs, by which text older than Unicode is known. Macros, objects and links are never touched.
 *
 * Throws an UnreadableError with one sentence for a clerk if the file is damaged, encrypted, or older than Word 97.
 */
export function extractDoc(bytes: Uint8Array): DocText {
  try {
    const { story, calls, notices, pictures } = readDoc(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const { text, layout } = layOut(story, calls);
    if (!text.trim() && pictures) throw unreadable('scan');
    return { text, layout, notices };
  } catch (error) {
    // Whatever points beyond the end of something was cut off or overwritten.
    if (error instanceof UnreadableError) throw error;
    throw unreadable('damaged', error);
  }
}
