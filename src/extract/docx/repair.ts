import { strToU8, zipSync } from 'fflate';
import type { Notice } from '../../source.ts';
import { noticesOf } from '../office/notices.ts';
import { startNumbering } from '../office/numbering.ts';
import type { Call, NoteKind } from '../office/story.ts';
import { writeBlocks } from './block.ts';
import { startFields } from './fields.ts';
import { readLists } from './lists.ts';
import { startNotes } from './notes.ts';
import type { WordParts } from './parts.ts';
import type { Context } from './run.ts';
import { readStyles } from './styles.ts';
import { childrenOf, escapeXml, type XmlElement } from './xml.ts';

/** A package that mammoth reads without loss. */
export interface Repaired {
  bytes: Uint8Array;
  /** The notes called in the text, in order, by {@link callKey}. */
  calls: Map<string, Call>;
  notices: Notice[];
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Writes a package with the same tables, notes and text boxes, but in which everything that Word computes or hides
 * has become plain text or is gone: mammoth loses automatic numbers and simple fields, keeps hidden text, and throws
 * on a link, picture or list that points to nothing.
 */
export function repair(parts: WordParts): Repaired {
  const context = startContext(parts);
  const body = writeBlocks(parts.document.root.children, context);
  const files = { 'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>` };
  // The notes are written after all of the text, as their own lists come after those of the text.
  for (const kind of ['footnote', 'endnote'] as const)
    Object.assign(files, { [`word/${kind}s.xml`]: writeNotes(kind, parts[`${kind}s`], context) });
  const entries = Object.entries(files).map(([name, xml]) => [name, strToU8(HEAD + xml)]);
  return {
    bytes: zipSync(Object.fromEntries(entries), { level: 0 }),
    calls: context.notes.calls,
    notices: noticesOf(new Set([...parts.document.notable, ...context.met])),
  };
}

function startContext(parts: WordParts): Context {
  const styles = readStyles(parts.styles);
  const lists = readLists(parts.numbering, styles);
  return {
    styles,
    fields: startFields(parts.document.root),
    notes: startNotes(parts.settings, sectionsOf(parts.document.root)),
    label: startNumbering(lists),
    levelOf(numId, chain) {
      const levels = lists.get(numId)?.levels ?? [];
      for (const style of chain) {
        const at = levels.findIndex((level) => level?.style === style);
        if (at >= 0) return at;
      }
      return undefined;
    },
    blocks: writeBlocks,
    met: new Set(),
  };
}

/** The properties of all sections: each stands in the last paragraph of its section, the last one in the body. */
function sectionsOf(element: XmlElement): XmlElement[] {
  return element.children.flatMap((node) =>
    typeof node === 'string' || node.name === 'w:r' ? [] : node.name === 'w:sectPr' ? [node] : sectionsOf(node),
  );
}

/** The notes that the text calls, in the order of their calls. */
function writeNotes(kind: NoteKind, root: XmlElement | undefined, context: Context): string {
  const notes = new Map(childrenOf(root, `w:${kind}`).map((note) => [note.attributes.id, note]));
  if (root) context.fields = startFields(root);
  const xml = [...context.notes.calls.values()]
    .filter((call) => call.kind === kind && notes.has(call.id))
    .map(({ id }) => {
      const blocks = writeBlocks(notes.get(id)!.children, context);
      return `<w:${kind} w:id="${escapeXml(id)}">${blocks}</w:${kind}>`;
    });
  return `<w:${kind}s ${W}>${xml.join('')}</w:${kind}s>`;
}
