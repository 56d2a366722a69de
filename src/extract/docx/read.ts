import { unreadable } from '../office/failures.ts';
import { callKey, type Paragraph, type Piece, type Story } from '../office/story.ts';
import { CONTENTS_STYLE } from './block.ts';

/** mammoth's document tree (its lib/documents.js); the package has no types for it. */
interface MammothNode {
  type: string;
  children?: MammothNode[];
  value?: string;
  styleId?: string | null;
  noteType?: string;
  noteId?: string;
  body?: MammothNode[];
  notes?: { _notes: Record<string, MammothNode> };
}

/** Has mammoth read a repaired package and collects the paragraphs of its document tree. */
export async function readStory(bytes: Uint8Array): Promise<Story> {
  const document = await readTree(bytes);
  const notes = Object.values(document.notes?._notes ?? {});
  return {
    body: collect(document.children ?? [], false),
    notes: new Map(
      notes.map((note) => [callKey(note.noteType ?? '', note.noteId ?? ''), collect(note.body ?? [], false)]),
    ),
  };
}

/** mammoth only shows its tree to a transformation; an empty document is given back, so that no HTML is made. */
async function readTree(bytes: Uint8Array): Promise<MammothNode> {
  const { default: mammoth } = await import('mammoth');
  let tree: MammothNode | undefined;
  const transformDocument = (document: MammothNode): MammothNode => {
    tree = document;
    return { ...document, children: [] };
  };
  try {
    await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { transformDocument, includeDefaultStyleMap: false });
  } catch (error) {
    throw unreadable('damaged', error);
  }
  return tree!;
}

/** Paragraphs in reading order: tables row by row, cell by cell. */
function collect(nodes: MammothNode[], cell: boolean): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const visit = (node: MammothNode, inCell: boolean): void => {
    if (node.type === 'paragraph') {
      const pieces: Piece[] = [];
      gather(node, pieces);
      paragraphs.push({ pieces, cell: inCell, contents: node.styleId === CONTENTS_STYLE });
    } else for (const inner of node.children ?? []) visit(inner, inCell || node.type === 'table');
  };
  for (const node of nodes) visit(node, cell);
  return paragraphs;
}

function gather(node: MammothNode, pieces: Piece[]): void {
  if (node.type === 'noteReference') pieces.push({ call: callKey(node.noteType ?? '', node.noteId ?? '') });
  const text =
    node.type === 'text' ? (node.value ?? '') : node.type === 'break' ? '\n' : node.type === 'tab' ? '\t' : '';
  const last = pieces.at(-1);
  if (text && last && 'text' in last) last.text += text;
  else if (text) pieces.push({ text });
  for (const inner of node.children ?? []) gather(inner, pieces);
}
