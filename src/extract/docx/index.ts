import type { Layout, Notice } from '../../source.ts';
import { unreadable } from '../office/failures.ts';
import { layOut } from '../office/layout.ts';
import { openParts } from './parts.ts';
import { readStory } from './read.ts';
import { repair } from './repair.ts';

/** A .docx as read. */
export interface DocxText {
  /** NFC, `\n` line ends, list labels and note marks as Word shows them; notes at the end. */
  text: string;
  layout: Layout;
  notices: Notice[];
}

/**
 * Reads a Word document (.docx, .docm, .dotx; macros and linked files are never touched).
 *
 * mammoth is the reader, but it loses what Word computes, list labels first of all. So a pass of ours writes those
 * into the document before mammoth sees it: parts → repair → mammoth → text.
 *
 * Throws an {@link UnreadableError} with one sentence for a clerk if the file is damaged, encrypted, absurdly large,
 * no Word document, or a scan.
 */
export async function extractDocx(bytes: Uint8Array): Promise<DocxText> {
  const parts = openParts(bytes);
  const { bytes: repaired, calls, notices } = repair(parts);
  const { text, layout } = layOut(await readStory(repaired), calls);
  const pictures = parts.document.notable.has('w:drawing') || parts.document.notable.has('w:pict');
  if (!text.trim() && pictures) throw unreadable('scan');
  return { text, layout, notices };
}
