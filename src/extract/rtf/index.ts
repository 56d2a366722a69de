import type { Layout, Notice } from '../../source.ts';
import { layOut } from '../office/layout.ts';
import { readRtf } from './read.ts';

/** An .rtf as read. */
export interface RtfText {
  /** NFC, `\n` line ends, list labels and note marks as shown; notes at the end. */
  text: string;
  layout: Layout;
  notices: Notice[];
}

/**
 * Reads a Rich Text Format file, as Word, WordPad and LibreOffice write them; many an old .doc is one. Labels of lists
 * stand in the file (`\listtext`). Pictures, objects and links are never touched.
 *
 * Throws an UnreadableError if the file breaks off or nests groups without end.
 */
export function extractRtf(bytes: Uint8Array): RtfText {
  const { story, calls, notices } = readRtf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return { ...layOut(story, calls), notices };
}
